import Inside
import Models
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// What opens from inside a model has the model's own numbers.
@Suite struct InsideOpeningTests {
  private func opened(_ inputs: [String: String]) throws -> Panel<InsideWidget> {
    var all = Inputs(["guess": "skip"])
    for (key, value) in inputs { all[key] = value }
    return Panel(try InsideWidget(all))
  }

  private func inputs(
    of name: String, by key: Key, in panel: inout Panel<InsideWidget>
  ) throws -> Inputs {
    let effects = panel.press(key)
    guard case .open(name, let inputs)? = effects.first else {
      Issue.record("\(effects)")
      return Inputs()
    }
    return inputs
  }

  /// Each share in sampling is that of the model's own screen: what is not shown is one part, and not left out.
  @Test(arguments: [
    ["text": "Tom has the"], ["text": "Tom has the", "place": "1"],
    ["text": "It is", "show": "sample", "temperature": "2"],
    ["text": "It is", "show": "sample", "temperature": "3", "top-k": "5"],
    ["text": "It is", "show": "sample", "temperature": "3", "top-k": "40"],
    ["text": "It is", "show": "sample", "temperature": "2", "top-p": "0.3"],
    ["text": "It is", "show": "sample", "temperature": "3", "top-p": "0.9"],
    ["text": "It is", "show": "sample", "temperature": "0"],
  ])
  func sharesAreTheModels(_ given: [String: String]) throws {
    var panel = try opened(given)
    let widget = panel.widget
    let sampling = try SamplingWidget(try inputs(of: "sampling", by: .character("d"), in: &panel))
    let truth: [Double]
    if given["show"] == "sample" {
      truth = widget.choice.probabilities
    } else {
      truth = widget.look.next(after: widget.place, top: widget.decoder.shape.vocabulary)
        .sorted { $0.token < $1.token }.map(\.probability)
    }
    #expect(truth.count == widget.decoder.shape.vocabulary)
    let likeliest = truth.sorted(by: >)
    let others = sampling.parameters.others
    let shown = sampling.names.count - (others > 0 ? 1 : 0)
    #expect(sampling.names.count <= 16 && (others == 0) == (sampling.names.last != "others"))
    for (index, share) in likeliest.prefix(shown).enumerated() {
      #expect(abs(sampling.trace.probabilities[index] - share) < 1e-5, "\(index)")
    }
    let rest = likeliest.dropFirst(shown).reduce(0, +)
    #expect(abs(sampling.trace.probabilities.dropFirst(shown).reduce(0, +) - rest) < 1e-5)
    // What stands for all others is no token, and comes after all that are.
    if others > 0 { #expect(sampling.trace.order.last == shown) }
  }

  /// In softmax too, where a text has more places than a row has numbers.
  @Test func weightsAreTheModels() throws {
    let text =
      "When Mia and Tom went to the park, Tom gave the red ball to Mia and Tom went to the park."
    var panel = try opened(["text": text, "head": "L1H1"])
    let widget = panel.widget
    #expect(widget.tokens.count > 17)
    let softmax = try SoftmaxWidget(try inputs(of: "softmax", by: .character("O"), in: &panel))
    let weights = widget.look.weights(layer: 1, head: 1, from: widget.place)
    let most = weights.sorted(by: >).prefix(15)
    let shown = softmax.trace.weights.dropLast()
    #expect(softmax.names.last == "others" && shown.count == 15)
    for (one, other) in zip(shown.sorted(by: >), most) { #expect(abs(one - other) < 1e-5) }
    #expect(abs((softmax.trace.weights.last ?? 0) - (1 - most.reduce(0, +))) < 1e-5)
  }

  /// Where other scores are typed, or rows come and go, the last one is a token like the others.
  @Test func othersGoWithTheirScores() throws {
    let inputs = Inputs(["words": "a, b, others", "scores": "1 2 5", "others": "7", "top-k": "2"])
    var panel = Panel(try SamplingWidget(inputs))
    #expect(panel.text.contains("\"others\" are the 7 tokens that are not shown, as one"))
    #expect(panel.widget.trace.kept == [1, 0])
    _ = panel.choose("temperature = 2")
    #expect(panel.widget.parameters.others == 7)
    _ = panel.choose("scores = 1 2 5")
    #expect(panel.widget.parameters.others == 0 && panel.widget.trace.kept == [2, 1])
    #expect(!panel.text.contains("not shown"))
  }

  /// Enter opens what the cursor stands on: a head in the stepper; where it is none, the next token.
  @Test(arguments: [
    ("next", "L1H3", "attention"), ("next", "L1MLP", "sampling"), ("map", "L1H3", "attention"),
    ("without", "L2H0", "attention"), ("sample", "L1H3", "sampling"),
  ])
  func enterOpensWhatIsLookedAt(page: String, part: String, widget: String) throws {
    var panel = try opened(["text": "Tom has the", "show": page, "head": part])
    panel.finish()
    let label = widget == "attention" ? "stepper" : "sampling"
    let enter = panel.keys.first { $0.keys == [.enter] }
    #expect(enter?.footer?.text == label, "\(String(describing: enter?.footer))")
    _ = try inputs(of: widget, by: .enter, in: &panel)
  }

  /// With a head's own numbers each step of the stepper has the digits to be followed by hand: a weight is its power
  /// divided by the sum, as all three are shown.
  @Test(arguments: ["L1H0", "L1H3", "L3H1"]) func stepsAreFollowedByHand(head: String) throws {
    let panel = try InsideWidget.opened(
      InsideWidget.example.with("head", head).with("guess", "skip"))
    let widget = try #require((panel as? Panel<InsideWidget>)?.widget)
    guard case .open("attention", let inputs)? = widget.stepper.first else {
      Issue.record("nothing opens")
      return
    }
    let stepper = try AttentionWidget.opened(inputs)
    let rows = stepper.canvas(78, 21).text.filter { $0.contains("──▸") }
    #expect(rows.count > 4)
    for row in rows {
      let plain = row.map { "[]<".contains($0) ? " " : String($0) }.joined()
      let parts = plain.split(separator: "÷")
      let powers = parts[0].split(separator: " ").dropFirst().compactMap { Double($0) }
      let others = parts[1].split(separator: " ")
      let sum = try #require(Double(others[0]))
      let weights = others.dropFirst().compactMap { Double($0) }
      #expect(!powers.isEmpty && !weights.isEmpty, "\(row)")
      // The table of weights shows some of the keys that the powers' does.
      for weight in weights {
        #expect(powers.contains { ($0 / sum - weight).magnitude < 0.005 }, "\(row)")
      }
    }
  }
}
