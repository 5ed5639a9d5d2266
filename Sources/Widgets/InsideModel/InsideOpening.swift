import Formulas
import Inside
import Lab
import Models
import Notes

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
      return [.say("\(parameters.component.name) has no queries and keys: Tab leads to a head")]
    }
    let key = look.strongestPlaces(layer: layer, head: head, from: place, top: 1).first?.place ?? 0
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
    } catch { return [.say("The stepper cannot take this head: \(error.message)")] }
  }

  /// The scores of the next token, the likeliest of them.
  var sampling: [WidgetEffect] {
    let place = parameters.page == .sample ? tokens.count - 1 : place
    let best = look.next(after: place, top: Self.most)
    let rest = 1 - best.reduce(0) { $0 + $1.probability }
    var inputs = Inputs([
      "words": Names.text(best.map { name($0.token) }) ?? "",
      "scores": best.map { Plain.text($0.logit) }.joined(separator: " "),
    ])
    if parameters.page == .sample {
      inputs["temperature"] = Plain.text(parameters.temperature)
      inputs["top-k"] = "\(min(parameters.topK, Self.most))"
      inputs["top-p"] = Plain.text(parameters.topP)
    }
    return SamplingWidget.opening(inputs)
      + [
        .say(
          "The \(best.count) likeliest of \(decoder.shape.vocabulary) tokens; all others have "
            + "\(LabText.share(max(0, rest))) together")
      ]
  }

  /// The scores of the head from the place, those of the places that it looks at most.
  var softmax: [WidgetEffect] {
    guard case .head(let layer, let head) = parameters.component else {
      return [.say("\(parameters.component.name) looks at no place: Tab leads to a head")]
    }
    let scores = look.rows(of: .scores(layer: layer, head: head))[place].prefix(place + 1)
    let most = look.strongestPlaces(layer: layer, head: head, from: place, top: Self.most)
    let kept = most.map(\.place).sorted()
    let rest = 1 - most.reduce(0) { $0 + $1.weight }
    let inputs = Inputs([
      "words": Names.text(kept.map { name(tokens[$0], "@\($0)") }) ?? "",
      "scores": kept.map { Plain.text(Double(scores[$0])) }.joined(separator: " "),
    ])
    let note =
      kept.count < scores.count
      ? [
        WidgetEffect.say(
          "The \(kept.count) places with most weight; all others have "
            + "\(LabText.share(max(0, rest))) together")
      ] : []
    return SoftmaxWidget.opening(inputs) + note
  }
}
