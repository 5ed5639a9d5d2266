import Formulas
import Lab
import Models
import Notes

extension TrainMoment {
  /// The attention stepper on a head, at the place that a query looks at most, or why it cannot be opened;
  /// `knob` names what was taken away from the recipe.
  func openStepper(
    head index: Int, from query: Int, _ names: TokenNames, knob: String?
  ) -> [WidgetEffect] {
    guard var inputs = stepperInputs(head: index, names, knob: knob) else {
      return [.say("Its weights are no numbers any more: there is nothing to step through")]
    }
    let head = Self.heads(look.shape)[index]
    let weights = look.map(layer: head.layer, head: head.head)[query]
    let key = weights.max().flatMap(weights.firstIndex) ?? 0
    inputs["cursor"] = "\(query + 1) \(key + 1)"
    do {
      _ = try AttentionWidget(inputs)
      return [.open(AttentionWidget.name, inputs)]
    } catch {
      let most = AttentionWidget.most
      let width = look.shape.headWidth
      return [
        .say(
          width > most
            ? "A head \(width) wide is more than the stepper shows (\(most)); other recipes' heads open"
            : "The stepper cannot take this head: \(error.advice)")
      ]
    }
  }

  /// The head first, for a title may be cut: `L0H1 of induction, seed 3, step 250`.
  private func source(_ head: String, _ order: Order?, _ knob: String?) -> String {
    (["\(head) of \(run.recipe.name)"] + (order.map { [$0.rawValue] } ?? [])
      + (knob.map { [$0] } ?? [])
      + ["seed \(run.seed)", "step \(step)"]).joined(separator: ", ")
  }

  /// The row's tokens, those that it has more than once with their places, counted from 1: `0@7`.
  private func placedNames(_ names: TokenNames) -> [String] {
    var counts: [Int32: Int] = [:]
    for token in row.tokens { counts[token, default: 0] += 1 }
    return row.tokens.enumerated().map { place, token in
      names.short(token) + (counts[token] == 1 ? "" : "@\(place + 1)")
    }
  }

  /// What the attention stepper opens with: a head's own queries, keys and values for the example row
  /// at this step; nil where they, or the weights that the model makes of them, are not numbers any more.
  func stepperInputs(
    head index: Int, _ names: TokenNames, knob: String? = nil
  ) -> Inputs? {
    let heads = Self.heads(look.shape)
    guard heads.indices.contains(index) else { return nil }
    let (layer, head) = (heads[index].layer, heads[index].head)
    let shared = head * look.shape.keyHeads / look.shape.heads
    let tables = [
      ("Q", look.rows(.queries(layer: layer, head: head))),
      ("K", look.rows(.keys(layer: layer, head: shared))),
      ("V", look.rows(.values(layer: layer, head: shared))),
    ]
    // Scores may be lost in single precision that are still numbers in double.
    let numbers = tables.map(\.1) + [look.map(layer: layer, head: head)]
    guard numbers.allSatisfy({ $0.joined().allSatisfy(\.isFinite) }) else { return nil }
    var inputs = Inputs(["words": Names.text(placedNames(names)) ?? ""])
    for (key, rows) in tables {
      // The fewest digits that are this number in single precision.
      inputs[key] = rows.map { $0.map(\.description).joined(separator: " ") }
        .joined(separator: "; ")
    }
    inputs["mask"] = look.shape.isCausal ? "causal" : "none"
    inputs["scale"] = look.shape.isScaled ? "auto" : "none"
    inputs["source"] = source(
      heads[index].name, row.tokens.first.flatMap(names.order), knob)
    inputs["step"] = "7"
    return inputs
  }
}
