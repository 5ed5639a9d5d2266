import Formulas
import Inside
import Lab
import Libc
import Models
import Notes
import Numerics

/// What opens from inside a model, with its own numbers.
extension InsideWidget {
  /// A row of scores takes sixteen in softmax and sampling.
  private static let most = 16

  /// As a name of a row may be at its longest, with what tells it from others whole.
  private func name(_ token: Int, _ place: String = "") -> String {
    String(visible(token, ascii: false).prefix(20 - place.count)) + place
  }

  private var origin: String {
    let off =
      parameters.off.isEmpty ? "" : " without \(parameters.off.map(\.name).joined(separator: ", "))"
    return "\(isInside ? "the model inside, " : "")\(shownName)\(off)"
  }

  /// The head's own queries, keys and values for the text, at the weight that is largest from the place.
  var stepper: [WidgetEffect] {
    guard case .head(let layer, let head) = parameters.component else {
      return [
        .say(
          "\(parameters.component.name) has no queries and keys: \(Self.mention(.nextPart)) leads to a head"
        )
      ]
    }
    let key =
      look.strongestPlaces(layer: layer, head: head, from: place, top: 1).first?.place ?? 0
    let shared = head * decoder.shape.keyHeads / decoder.shape.heads
    var inputs = Inputs()
    inputs["words"] = Names.text(
      tokens.indices.map { name(tokens[$0], isOften(tokens[$0]) ? "@\($0)" : "") })
    for (name, site) in [
      ("Q", Site.queries(layer: layer, head: head)), ("K", .keys(layer: layer, head: shared)),
      ("V", .values(layer: layer, head: shared)),
    ] {
      // The fewest digits that are this number in single precision.
      inputs[name] = look.rows(of: site).map { $0.map(\.description).joined(separator: " ") }
        .joined(separator: "; ")
    }
    inputs["mask"] = "causal"
    inputs["source"] = "\(parameters.component.name) of \(origin)"
    inputs["step"] = "7"
    inputs["cursor"] = "\(place + 1) \(key + 1)"
    do {
      _ = try AttentionWidget(inputs)
      return [.open(AttentionWidget.name, inputs)]
    } catch { return [.say("The stepper cannot take this head: \(error.advice)")] }
  }

  /// The scores of the next token: those of the likeliest, and one for all others together, so that each share is
  /// that of the model's own screen.
  var sampling: [WidgetEffect] {
    let isDrawn = parameters.page == .sample
    let choice = isDrawn ? choice : Sampling(look.logits(after: place))
    let temperature = isDrawn ? parameters.temperature : 1
    // Cuts that keep more than are shown are made here; of the others none is kept then.
    let isCut = choice.kept.count < choice.order.count
    let isCutThere = isCut && choice.kept.count < Self.most
    let pool = isCut && !isCutThere ? choice.kept : choice.order
    let best = Array(pool.prefix(pool.count > Self.most ? Self.most - 1 : Self.most))
    let rest = pool.dropFirst(best.count)
    let scores = choice.softmax.scores
    var inputs = Inputs([
      "words": Names.text(best.map { name($0) } + (rest.isEmpty ? [] : [Self.others])) ?? "",
      "scores":
        (best.map { scores[$0] }
        + (rest.isEmpty ? [] : [Self.together(rest.map { scores[$0] }, temperature)]))
        .map { Plain.text($0) }.joined(separator: " "),
    ])
    if !rest.isEmpty { inputs["others"] = "\(rest.count)" }
    if isDrawn { inputs["temperature"] = Plain.text(temperature) }
    if isCutThere {
      inputs["top-k"] = "\(min(parameters.topK, Self.most))"
      inputs["top-p"] = Plain.text(parameters.topP)
    }
    let count =
      "\(LabText.grouped(pool.count)) tokens"
      + (pool.count < choice.order.count ? " that the cuts keep" : "")
    let share =
      rest.reduce(0) { $0 + choice.softmax.weights[$1] }
      / pool.reduce(0) { $0 + choice.softmax.weights[$1] }
    return SamplingWidget.opening(inputs)
      + [
        .say(
          "The \(best.count) likeliest of \(count)"
            + (rest.isEmpty
              ? ""
              : "; the \(LabText.grouped(rest.count)) others are one, with \(LabText.share(max(0, share)))")
        )
      ]
  }

  /// What stands for all that is not shown.
  private static let others = "others"

  /// The score of several as one: what softmax makes of it is what it makes of all of them together.
  private static func together(_ scores: [Double], _ temperature: Double) -> Double {
    let most = scores.max() ?? 0
    guard temperature > 0 else { return most }
    return most + temperature * log(scores.reduce(0) { $0 + exp(($1 - most) / temperature) })
  }

  /// The scores of the head from the place: those of the places that it looks at most, and one for all others
  /// together.
  var softmax: [WidgetEffect] {
    guard case .head(let layer, let head) = parameters.component else {
      return [
        .say(
          "\(parameters.component.name) looks at no place: \(Self.mention(.nextPart)) leads to a head"
        )
      ]
    }
    let scores = look.rows(of: .scores(layer: layer, head: head))[place].prefix(place + 1)
      .map { Double($0) }
    let top = scores.count > Self.most ? Self.most - 1 : Self.most
    let most = look.strongestPlaces(layer: layer, head: head, from: place, top: top)
    let kept = most.map(\.place).sorted()
    let rest = scores.indices.filter { !kept.contains($0) }.map { scores[$0] }
    let inputs = Inputs([
      "words": Names.text(
        kept.map { name(tokens[$0], "@\($0)") } + (rest.isEmpty ? [] : [Self.others])) ?? "",
      "scores": (kept.map { scores[$0] } + (rest.isEmpty ? [] : [Self.together(rest, 1)]))
        .map { Plain.text($0) }.joined(separator: " "),
    ])
    let share = 1 - most.reduce(0) { $0 + $1.weight }
    let note =
      rest.isEmpty
      ? []
      : [
        WidgetEffect.say(
          "The \(kept.count) places with most weight; the \(rest.count) others are one, with "
            + LabText.share(max(0, share)))
      ]
    return SoftmaxWidget.opening(inputs) + note
  }
}
