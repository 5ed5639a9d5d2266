import Inside
import JSONText
import Models

/// What a model makes of a text, as JSON: on the command line and in what is exported.
package struct ModelJSON {
  private let model: LookedModel
  private let name: String
  private let look: Inside.Look
  private let place: Int
  private let off: [Component]

  /// Looked at from a place, with parts switched off.
  package init(
    _ model: LookedModel, name: String, look: Inside.Look, place: Int, off: [Component]
  ) {
    (self.model, self.name, self.look, self.place) = (model, name, look, place)
    self.off = off
  }

  /// Members of an object: the model, the tokens, what comes next, and where each head looks; as far as it is to be
  /// told.
  package func members(
    top: Int, tellsNext: Bool = true, tellsLooks: (Component) -> Bool = { _ in true }
  ) -> [JSON.Member] {
    described + (tellsNext ? next(top: top) : []) + [.init("heads", .array(heads(tellsLooks)))]
  }

  private var described: [JSON.Member] {
    let shape = model.shape
    return [
      .init(
        "model",
        .object([
          .init("name", .string(model.name(with: name))), .init("family", .string(model.family)),
          .init("parameters", .integer(model.parameterCount)),
          .init("layers", .integer(shape.layers)), .init("heads", .integer(shape.heads)),
          .init("width", .integer(shape.width)), .init("vocabulary", .integer(shape.vocabulary)),
          .init("context", .integer(shape.context)),
        ])),
      .init("off", .array(off.map { .string($0.name) })),
      .init("tokens", .array(look.tokens.map(token))),
    ]
  }

  private func next(top: Int) -> [JSON.Member] {
    [
      .init("next", .array(look.next(after: place, top: top).map(candidate))),
      .init("logits", .array(look.logits(after: place).map { .number($0) })),
      .init(
        "lens",
        .array(
          (0...model.shape.layers).map { layer in
            .object([
              .init("layer", .integer(layer)),
              .init(
                "next", .array(look.lens(layer: layer, after: place, top: top).map(candidate))),
            ])
          })),
    ]
  }

  package func token(_ token: Int) -> JSON {
    .object([.init("id", .integer(token)), .init("text", .string(text(token)))])
  }

  private func text(_ token: Int) -> String {
    String(decoding: model.bytes(of: token), as: UTF8.self)
  }

  private func candidate(_ one: Inside.Look.Candidate) -> JSON {
    .object([
      .init("id", .integer(one.token)), .init("text", .string(text(one.token))),
      .init("logit", .number(one.logit)), .init("probability", .number(one.probability)),
    ])
  }

  private func heads(_ tells: (Component) -> Bool) -> [JSON] {
    Component.all(of: model.shape).compactMap { part in
      guard case .head(let layer, let head) = part, tells(part) else { return nil }
      let looks = look.weights(layer: layer, head: head, from: place).enumerated().map {
        JSON.object([.init("place", .integer($0)), .init("weight", .number($1))])
      }
      return .object([.init("name", .string(part.name)), .init("looks", .array(looks))])
    }
  }

  /// What many cases say of each part.
  package static func json(_ evidence: Evidence) -> JSON {
    .object([
      .init("cases", .integer(evidence.count)),
      .init("subject", .string(evidence.subject.rawValue)),
      .init("right", evidence.whole.map { .integer($0.right) } ?? .null),
      .init("loss", evidence.whole.map { .number($0.loss) } ?? .null),
      .init(
        "parts",
        .array(
          evidence.rows.map { row in
            .object([
              .init("name", .string(row.component.name)),
              .init("looks", row.pattern.map { .string($0.pattern.rawValue) } ?? .null),
              .init(
                "scores",
                .object(
                  Evidence.Pattern.allCases.compactMap { pattern in
                    row.scores[pattern].map { .init(pattern.rawValue, .number($0)) }
                  })),
              .init("right", row.right.map { .integer($0) } ?? .null),
              .init("loss", row.loss.map { .number($0) } ?? .null),
            ])
          })),
    ])
  }
}
