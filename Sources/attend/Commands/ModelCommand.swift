import Inside
import JSONText
import Lab
import Models
import Notes

/// `attend model`: what the model inside the program makes of a text.
enum ModelCommand {
  static let adapters = ["base", "instruct", "prefer", "overprefer"]

  static func run(_ invocation: Invocation) throws(ReadProblem) -> Int32 {
    guard let text = invocation.options["text"], !text.isEmpty else {
      throw ReadProblem(
        "model needs a text: attend model --text \"Mia has the key. Who has the key?\"",
        isUsage: true)
    }
    let file: ModelFile
    switch ShippedModel.file {
    case .success(let shipped): file = shipped
    case .failure(let problem): throw ReadProblem(problem.message)
    }
    let name = invocation.options["adapter"] ?? "base"
    guard let decoder = file.decoder(name) else {
      throw ReadProblem("the model has no adapter \(name)", isUsage: true)
    }
    let off = try components(invocation.options["off"] ?? "", decoder.shape)
    let tokens = file.tokens(text, for: name)
    guard tokens.count <= decoder.shape.context else {
      throw ReadProblem(
        "--text: \(tokens.count) tokens, and the model reads \(decoder.shape.context): give a part",
        isUsage: true)
    }
    let listing = ModelListing(
      file: file, name: name, decoder: decoder,
      look: Inside.Look(tokens, in: decoder, file.vocabulary, off: off),
      top: invocation.options["top"].flatMap { Int($0) } ?? 5,
      generated: try generated(invocation, file, decoder, tokens, off))
    if invocation.has("json") { return Output.write(Output.json(listing.json)) ? 0 : 1 }
    let lines = listing.lines.map { Output.harmless($0) + "\n" }.joined()
    return Output.write(invocation.has("ascii") ? Output.ascii(lines) : lines) ? 0 : 1
  }

  private static func generated(
    _ invocation: Invocation, _ file: ModelFile, _ decoder: Decoder<Float>, _ tokens: [Int],
    _ off: [Component]
  ) throws(ReadProblem) -> [Int]? {
    guard let count = invocation.options["generate"].flatMap({ Int($0) }) else { return nil }
    let word = invocation.options["temperature"] ?? "0"
    guard let temperature = Double(word), (0...10).contains(temperature) else {
      throw ReadProblem("--temperature is a number from 0 to 10, not \"\(word)\"", isUsage: true)
    }
    return file.continuation(
      of: tokens, in: decoder, count: count, temperature: temperature,
      seed: invocation.options["seed"].flatMap { UInt64($0) } ?? 1, off: off)
  }

  /// `L0H1,L2MLP`: what is off.
  private static func components(
    _ text: String, _ shape: DecoderShape
  ) throws(ReadProblem) -> [Component] {
    var components: [Component] = []
    for word in text.split(separator: ",") {
      guard let component = Component(String(word)), component.exists(in: shape) else {
        throw ReadProblem(
          "--off: the model has no \(word): it has layers L0 to L\(shape.layers - 1), in each "
            + "heads such as L0H0 to L0H\(shape.heads - 1), and an MLP such as L0MLP", isUsage: true
        )
      }
      components.append(component)
    }
    return components
  }
}

/// What is written of it.
struct ModelListing {
  let file: ModelFile
  let name: String
  let decoder: Decoder<Float>
  let look: Inside.Look
  let top: Int
  let generated: [Int]?

  private var last: Int { look.tokens.count - 1 }
  private var vocabulary: Vocabulary { file.vocabulary }

  private func text(_ token: Int) -> String {
    String(decoding: vocabulary.bytes(of: token), as: UTF8.self)
  }

  var json: JSON {
    let shape = decoder.shape
    var members: [JSON.Member] = [
      .init(
        "model",
        .object([
          .init("name", .string(name)), .init("family", .string("attend")),
          .init("parameters", .integer(file.base.parameters.count)),
          .init("layers", .integer(shape.layers)), .init("heads", .integer(shape.heads)),
          .init("width", .integer(shape.width)), .init("vocabulary", .integer(shape.vocabulary)),
          .init("context", .integer(shape.context)),
        ])),
      .init("tokens", .array(look.tokens.map(token))),
      .init("next", .array(look.next(after: last, top: top).map(candidate))),
      .init("logits", .array(look.logits(after: last).map { .number($0) })),
      .init(
        "lens",
        .array(
          (0...shape.layers).map { layer in
            .object([
              .init("layer", .integer(layer)),
              .init(
                "next", .array(look.lens(layer: layer, after: last, top: top).map(candidate))),
            ])
          })),
      .init("heads", .array(heads.map(head))),
    ]
    if let generated { members.append(.init("generated", .array(generated.map(token)))) }
    return .object(members)
  }

  private func token(_ token: Int) -> JSON {
    .object([.init("id", .integer(token)), .init("text", .string(text(token)))])
  }

  private func candidate(_ one: Inside.Look.Candidate) -> JSON {
    .object([
      .init("id", .integer(one.token)), .init("text", .string(text(one.token))),
      .init("logit", .number(one.logit)), .init("probability", .number(one.probability)),
    ])
  }

  private var heads: [(name: String, weights: [Double])] {
    (0..<decoder.shape.layers).flatMap { layer in
      (0..<decoder.shape.heads).map { head in
        (
          Component.head(layer: layer, head: head).name,
          look.weights(layer: layer, head: head, from: last)
        )
      }
    }
  }

  private func head(_ head: (name: String, weights: [Double])) -> JSON {
    .object([
      .init("name", .string(head.name)),
      .init(
        "looks",
        .array(
          head.weights.enumerated().map { place, weight in
            .object([.init("place", .integer(place)), .init("weight", .number(weight))])
          })),
    ])
  }

  var lines: [String] {
    var lines = ["tokens: \(look.tokens.map { visible($0) }.joined(separator: " "))", "", "next"]
    lines += look.next(after: last, top: top).map {
      "  \(padded(LabText.share($0.probability)))  \(visible($0.token))"
    }
    lines += ["", "what each layer would say"]
    for layer in 0...decoder.shape.layers {
      let name = layer == 0 ? "tokens alone" : "after L\(layer - 1)"
      let said = look.lens(layer: layer, after: last, top: 3)
        .map { "\(visible($0.token)) \(LabText.share($0.probability))" }
      lines.append("  \(name): \(said.joined(separator: ", "))")
    }
    lines += ["", "where each head looks from the last token"]
    for head in heads {
      let order = head.weights.indices.sorted { head.weights[$0] > head.weights[$1] }
      let places = order.prefix(3).map {
        "\(visible(look.tokens[$0])) \(LabText.share(head.weights[$0]))"
      }
      lines.append("  \(head.name): \(places.joined(separator: ", "))")
    }
    if let generated {
      let said = generated.filter { $0 != vocabulary.newline }.flatMap { vocabulary.bytes(of: $0) }
      lines += ["", "goes on: \(String(decoding: said, as: UTF8.self))"]
    }
    return lines
  }

  /// A token with its space seen.
  private func visible(_ token: Int) -> String {
    "[" + text(token).map { $0 == "\n" ? "\\n" : String($0) }.joined() + "]"
  }

  private func padded(_ share: String) -> String {
    String(repeating: " ", count: max(0, 7 - share.count)) + share
  }
}
