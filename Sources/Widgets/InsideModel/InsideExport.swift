import Inside
import JSONText
import Lab
import Models
import Numerics
import TextUI

extension InsideWidget {
  package func preview(_ view: View) -> [WidgetBlock] {
    let text = WidgetBlock.text([parameters.text], rank: 0)
    // What waits for a guess is not told in the lesson either.
    if isCovered, let question = question(ascii: view.ascii) {
      return [text, asked(question.asked, view)]
    }
    if isReading { return [text] }
    if isHidden(.next(place: place)) {
      return parameters.page == .map ? [text, headLook(view)] : [text]
    }
    let bars = nextBars(view, top: 3)
    return [
      text,
      WidgetBlock(
        .drawing(
          rows: 2...4, draw: { bars.lines(columns: $0, rows: $1, ascii: view.ascii) },
          told: { bars.told }), rank: 1, hasGap: false),
    ]
  }

  package var resultsJSON: JSON {
    let results = results
    // Asked for last: some of it may have been read just now.
    return .object(model.problem == nil ? results : [])
  }

  private var results: [JSON.Member] {
    let listing = ModelJSON(
      model, name: parameters.model.rawValue, look: look, place: place,
      off: parameters.off)
    // What is still asked, on this page or another, is in no file.
    var members = listing.members(top: 10, tellsNext: !isHidden(.next(place: place))) {
      !isHidden(.looks($0, place: place))
    }
    if let study = study(Ablation.self), !isHidden(.losses(place: place)) {
      members.append(
        .init(
          "without",
          .array(
            study.outcomes.map {
              ["name": .string($0.component.name), "probability": .number($0.probability)]
            })))
    }
    if let study = study(Patching.self), !isHidden(.restored) {
      members.append(.init("restored", .array(study.restored.map { .numbers($0) })))
    }
    if let study = study(AnswerOdds.self), !isHidden(.answers) {
      members.append(
        .init(
          "answers",
          .array(
            study.answers.indices.map { answer in
              .object(
                [.init("text", .string(study.answers[answer]))]
                  + study.models.indices.map { model in
                    .init(
                      study.models[model],
                      .optional(study.cells[model][answer]?.probability))
                  })
            })))
    }
    if let study = study(Evidence.self), !isHidden(.evidence) {
      members.append(.init("evidence", ModelJSON.json(study)))
    }
    return members
  }

  /// The shares of the next token from its scores, and a head's weights from its queries and keys.
  package var script: String {
    let text = scriptText
    return model.problem.map { Self.comment($0.message) + "\n" } ?? text
  }

  /// A comment in a script: one line, whatever a file is called.
  private static func comment(_ text: String) -> String {
    "# " + text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private var scriptText: String {
    let told = (isHidden(.next(place: place)) ? [] : [nextScript]) + (lookScript.map { [$0] } ?? [])
    let parts =
      told.isEmpty ? ["# What this would print is still asked: a guess comes first.\n"] : told
    return "import numpy as np\n\n\(Script.printing)\n" + parts.joined(separator: "\n")
  }

  /// The scores of what comes next, and its shares.
  private var nextScript: String {
    let logits = look.logits(after: place)
    let best = look.next(after: place, top: 8)
    let names = best.map { one in
      "\(one.token): \(Script.string(visible(one.token, ascii: true)))"
    }.joined(separator: ", ")
    return """
      \(Self.comment("\(isInside ? "The model inside attend, " : "")\(shownName): scores of the token after place \(place)."))
      logits = np.array(\(Script.vector(logits)))
      names = {\(names)}
      exponentials = np.exp(logits - logits.max())
      probabilities = exponentials / exponentials.sum()
      for token in np.argsort(-probabilities, kind="stable")[:8]:
          print(names.get(token, token), probabilities[token])

      """
  }

  /// Where the head under the cursor looks, from its queries and keys; nil as long as that is asked.
  private var lookScript: String? {
    guard case .head(let layer, let head) = parameters.component,
      !isHidden(.looks(parameters.component, place: place))
    else { return nil }
    func rows(_ site: Site) -> String {
      let rows = look.rows(of: site).prefix(place + 1).map { $0.map { Double($0) } }
      return Matrix(Array(rows)).map { Script.matrix($0) } ?? "[[0.0]]"
    }
    return """
      # \(parameters.component.name): where it looks from there, with its positions already in Q and K.
      Q = np.array(\(rows(.queries(layer: layer, head: head))))
      K = np.array(\(rows(.keys(layer: layer, head: head * decoder.shape.keyHeads / decoder.shape.heads))))
      scores = K @ Q[-1] / np.sqrt(Q.shape[1])
      weights = np.exp(scores - scores.max())
      print("weights", weights / weights.sum())

      """
  }
}
