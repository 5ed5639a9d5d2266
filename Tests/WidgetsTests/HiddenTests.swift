import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// While results are to be guessed, nothing on the screen tells one that was not.
@Suite struct HiddenTests {
  /// Inputs whose results are told apart by their digits.
  private static let inputs: [(name: String, inputs: KeyValuePairs<String, String>)] =
    [
      ("dot-product", ["u": "1.37 -2.41 0.83", "v": "0.59 1.73 -3.17"]),
      ("dot-product", ["u": "1.37 2.41", "v": "0.59 1.73"]),
      ("matrix-product", ["a": "1.37 -2.41; 0.83 0.59", "b": "1.73 -3.17; 2.93 0.71"]),
      ("softmax", ["scores": "1.37 -2.41 0.83", "temperature": "0.7"]),
      ("softmax", ["scores": "1.37 -2.41 0.83", "temperature": "0.7", "maximum": "kept"]),
      ("layer-norm", ["x": "1.37 -2.41 0.83", "gamma": "1.19 0.7 1.3", "beta": "0.3 0.1 0.7"]),
      (
        "layer-norm",
        ["x": "1.37 -2.41 0.83", "gamma": "1.19 0.7 1.3", "beta": "0 0 0", "method": "rms"]
      ),
      ("positions", ["n": "5", "d": "4"]),
      ("rope", ["q": "1.37 -2.41 0.83 0.59", "k": "1.73 -3.17 2.93 0.71", "m": "5", "n": "3"]),
      ("shapes", ["layers": "3", "n": "13"]),
      ("sampling", ["scores": "1.37 -2.41 0.83", "temperature": "0.7", "top-k": "2"]),
      ("quantise", ["row": "1.37 -2.41 0.83 0.59", "format": "int4"]),
      ("tokens", ["text": Array(repeating: "the strawberry ", count: 60).joined()]),
    ]
    + (1...10).map { step in
      (
        "embedding",
        [
          "words": "a, b, c, d",
          "E": "1.37 -2.41 0.83; 0.59 1.13 2.71; -1.93 0.67 1.49; 2.23 0.37 -0.71",
          "text": "b d", "query": step < 6 ? "a - b + c" : "0.41 1.87 -1.19", "step": "\(step)",
        ]
      )
    }
    + [1, 9, 14, 23, 25, 33, 45].map { step in
      (
        "decode",
        [
          "X": "1.37 -2.41 0.83; 0.59 1.13 0.71; -0.61 1.57 0.39",
          "W_Q": "1.73 -3.17; 2.93 0.71; 0.19 0.31",
          "W_K": "0.37 1.91; -0.67 2.23; 1.03 -1.7", "W_V": "0.43 1.49; 3.37 -0.29; 0.61 1.27",
          "W_O": "1.61 -0.53 0.47; 0.97 2.11 -1.09", "W_up": "0.87 1.33; -1.21 0.77; 0.29 1.51",
          "W_gate": "1.07 -0.43; 0.91 1.17; -0.73 0.23",
          "W_down": "1.39 0.89 -0.69; 0.13 -1.57 0.97",
          "W_U": "0.73 1.29; -0.83 0.51; 1.79 -0.33",
          "activation": ["relu", "gelu", "swiglu"][step % 3],
          "place": step.isMultiple(of: 2) ? "pre" : "post",
          "norm": step.isMultiple(of: 5) ? "rms" : "layer", "count": "2",
          "chunk": step.isMultiple(of: 2) ? "2" : "0",
          "cache": step.isMultiple(of: 7) ? "no" : "yes", "step": "\(step)",
        ]
      )
    }
    + (1...22).map { step in
      (
        "block",
        [
          "X": "1.37 -2.41 0.83; 0.59 1.13 0.71", "W_Q": "1.73 -3.17; 2.93 0.71; 0.19 0.31",
          "W_K": "0.37 1.91; -0.67 2.23; 1.03 -1.7", "W_V": "0.43 1.49; 3.37 -0.29; 0.61 1.27",
          "W_O": "1.61 -0.53 0.47; 0.97 2.11 -1.09", "W_up": "0.87 1.33; -1.21 0.77; 0.29 1.51",
          "W_gate": "1.07 -0.43; 0.91 1.17; -0.73 0.23",
          "W_down": "1.39 0.89 -0.69; 0.13 -1.57 0.97",
          "W_U": "0.73 1.29; -0.83 0.51; 1.79 -0.33",
          "activation": ["relu", "gelu", "swiglu"][step % 3],
          "place": step.isMultiple(of: 2) ? "pre" : "post",
          "norm_2": "1.21 0.83 -1.47; 0.19 -0.37 0.57",
          "norm": step.isMultiple(of: 5) ? "rms" : "layer", "step": "\(step)",
        ]
      )
    }
    + (1...22).map { step in
      (
        "projections",
        [
          "X": "1.37 -2.41; 0.83 0.59; 1.13 0.71", "W_Q": "1.73 -3.17; 2.93 0.71",
          "W_K": "0.37 1.91; -0.67 2.23", "W_V": "0.43 1.49; 3.37 -0.29",
          "W_O": "1.61 -0.53; 0.97 2.11", "heads": step < 13 ? "1" : "2", "mask": "causal",
          "positions": step.isMultiple(of: 3) ? "sinusoidal" : "none", "step": "\(step)",
        ]
      )
    }
    + (1...14).map { step in
      (
        "attention",
        [
          "Q": "1.37 -2.41; 0.83 0.59", "K": "1.73 -3.17; 2.93 0.71; -0.57 1.13",
          "V": "1.91 0.67; -2.23 3.37; 0.43 1.49", "mask": step < 3 ? "none" : "alibi 0.37",
          "step": "\(step)",
        ]
      )
    }

  @Test func everyWidgetThatHasGuessesIsHere() {
    let guessed = allWidgets.filter { $0.hasGuesses }.map { $0.name }
    #expect(Set(guessed) == Set(Self.inputs.map(\.name)))
  }

  @Test(arguments: inputs.indices)
  func whatIsNotGuessedIsNowhere(index: Int) throws {
    let (name, inputs) = Self.inputs[index]
    let type: any Widget.Type = try #require(allWidgets.first { $0.name == name })
    try check(type, Inputs(inputs))
  }

  private func check<W: Widget>(_ type: W.Type, _ inputs: Inputs) throws {
    let widget = try W(inputs)
    let results = Moving(widget).cells.compactMap { cell -> Result<W>? in
      guard widget.table(in: cell.area) == nil,
        case .wrong(_, let truth, _)? = widget.judge(.undefined, at: cell)
      else { return nil }
      return Result(cell: cell, truth: truth)
    }
    #expect(!results.isEmpty)
    // What earlier steps came to is not a secret.
    let known = try Self.earlier(type, inputs)
    let step = max(1, results.count / 12)
    for results in [results, results.reversed()] {
      var one = Panel(widget)
      _ = one.togglePrediction()
      var all = one
      for (index, result) in results.enumerated() where index.isMultiple(of: step) {
        // Each alone, and each after those before it.
        var alone = one
        try Self.guess(result, &alone)
        Self.expectHidden(alone, results, known)
        try Self.guess(result, &all)
        Self.expectHidden(all, results, known)
        alone.moveArea(1)
        Self.expectHidden(alone, results, known)
      }
    }
  }

  private struct Result<W: Widget> {
    let cell: W.Cursor
    let truth: Quantity
  }

  private static func guess<W: Widget>(_ result: Result<W>, _ panel: inout Panel<W>) throws {
    let isThere = panel.go(to: result.cell, exactly: true)
    let effects = panel.judge([result.truth])
    #expect(isThere && effects == [])
  }

  private static func earlier<W: Widget>(_ type: W.Type, _ inputs: Inputs) throws -> Set<String> {
    let step = inputs["step"].flatMap { Int($0) } ?? 1
    var known: Set<String> = []
    for earlier in 1..<max(step, 2) where step > 1 {
      var panel = Panel(try W(inputs.with("step", "\(earlier)")))
      for cell in Moving(panel.widget).cells where panel.widget.table(in: cell.area) == nil {
        _ = panel.go(to: cell, exactly: true)
        known.formUnion(numbers(panel.transcript.joined(separator: "\n")))
      }
    }
    return known
  }

  private static func expectHidden<W: Widget>(
    _ panel: Panel<W>, _ results: [Result<W>], _ known: Set<String>
  ) {
    let shown = results.filter { panel.prediction.shown?[$0.cell] != nil }.map(\.truth.value)
    let given = numbers(panel.inputs.entries.map(\.value).joined(separator: " ")).compactMap {
      EquationReader.value($0)
    }
    let hidden = results.filter { result in
      !(shown + given).contains { Self.areOne($0.magnitude, result.truth.value.magnitude) }
        && panel.prediction.shown?[result.cell] == nil
    }
    let sizes = [(78, 21), (118, 37), (40, 10)]
    let texts = [panel.transcript] + sizes.map { panel.canvas($0, $1).text }
    for text in texts {
      // With fewer digits they are not a secret either.
      let told = numbers(text.joined(separator: "\n")).filter { number in
        !known.contains { $0 == number || number.isRounding(of: Double($0) ?? .nan) }
          && !shown.contains { number.isRounding(of: $0.magnitude) }
      }
      for number in told {
        guard let value = EquationReader.value(number)?.magnitude else { continue }
        let half = halfOfTheLastDigit(number)
        for result in hidden
        where (result.truth.value.magnitude - value).magnitude <= half * (1 + 1e-9) {
          let place = "at \(panel.cursor), \(number) tells \(result.cell)"
          Issue.record("\(place)\n\(text.joined(separator: "\n"))")
          return
        }
      }
    }
  }

  /// Whether two results are the same but for rounding: cos 1 at two places, a scale in 16 bits.
  private static func areOne(_ x: Double, _ y: Double) -> Bool {
    (x - y).magnitude <= 1e-3 * max(x, y)
  }

  /// The numbers of a text that have at least three digits, without their signs.
  private static func numbers(_ text: String) -> Set<String> {
    let parts = text.split { !($0.isASCII && $0.isNumber || ".,e".contains($0)) }
    return Set(
      parts.map { part in String(part.filter { $0 != "," }) }.filter { text in
        let digits = text.filter { $0.isNumber }.drop { $0 == "0" }
        return digits.count >= 3 && EquationReader.value(text) != nil
      })
  }
}
