import TextUI
import Widgets

@testable import Screens

extension Place {
  private init(widget name: String, _ state: String, _ steps: Step...) {
    self.init(name, state, .begun, [.widgets], steps: [.line(name)] + steps)
  }

  /// On the first number that can be typed: these two open on a result.
  private static func atAnInput(_ name: String, _ state: String, _ steps: Step...) -> Place {
    let opensOnAResult = ["attention", "positions"].contains(name)
    return Place(
      name, state, .begun, [.widgets], steps: [.line(name)] + (opensOnAResult ? [.tab] : []) + steps
    )
  }

  /// Quarters that differ from cell to cell: `1.25 -0.5; …`.
  private static func table(_ key: String, _ rows: Int, _ columns: Int, _ seed: Int) -> Step {
    let lines = (0..<rows).map { row in
      (0..<columns).map { column in
        let number = (row * 7 + column * (5 + seed) + row * column * seed) % 17 - 8
        return "\(Double(number) / 4)"
      }.joined(separator: " ")
    }
    return .line("\(key) = \(lines.joined(separator: "; "))")
  }

  /// Forty queries and keys of width 64, the cursor in the midst of them: some steps, for every key is pressed in each.
  private static let large: [Place] = [1, 6, 9].map { step in
    Place(
      "attention", "40 by 64, step \(step)", .begun, [.widgets],
      steps: [
        .line("attention"), table("Q", 40, 64, 1), table("K", 40, 64, 2), table("V", 40, 64, 3),
        .line("mask causal"), .line("cell 30 22"), .line("step \(step)"),
      ])
  }

  /// Every widget with its example, and what a reader makes of it. Scaling takes as long as all
  /// others: its 400 trials run for each picture.
  static let widgets: [Place] =
    allWidgets.map { Place(widget: $0.name, "example") }
    + allWidgets.filter { $0.name != "scaling" }.flatMap { type in
      [
        atAnInput(type.name, "typing", "2.5"), atAnInput(type.name, "unreadable", "7x", .enter),
      ]
    }
    + large
    + (2...14).map { Place(widget: "attention", "step \($0)", .line("step \($0)")) }
    + [
      Place(widget: "attention", "at an input", .tab),
      Place(widget: "attention", "a number typed", .tab, "2.5", .enter),
      Place(widget: "attention", "at a key", .right, .up),
      Place(widget: "attention", "at a value", .line("step 9"), .up),
      Place(widget: "attention", "an input and the weights", .tab, .line("step 7")),
      Place(
        widget: "attention", "a row guessed", .line("step 7"), .word("guess"), "0.4 0.3 0.4", .enter
      ),
      Place(widget: "attention", "typing an input", "=Q = 1 0; 0 1"),
      Place(widget: "attention", "causal mask", .line("mask causal"), .line("step 7")),
      Place(
        widget: "attention", "nothing to look at", .line("mask 0 0 0; 1 1 1"), .line("step 7")),
      Place(
        widget: "attention", "grouped heads, softcap, bfloat16",
        .line("Q = 1 0.1 2 0.3; 0.7 1 -1 0  K = 0.3 1; 0.2 -1; 1 1  heads = 2  kv-heads = 1"),
        .line("softcap = 2"), .line("precision = bfloat16"), .line("step 3")),
      Place(
        widget: "attention", "other words for keys", .line("words = le chat"),
        .line("key-words = the cat sat"), .line("step 7")),
      Place(widget: "attention", "cannot be fitted", .line("heads = 3"), .word("fit")),
      Place(widget: "attention", "two heads", .word("heads"), .line("step 2")),
      Place(widget: "attention", "not scaled", .word("scale"), .line("step 2")),
      Place(widget: "attention", "transposed", .line("step 7"), .word("transpose")),
      Place(widget: "attention", "guessing", .line("step 7"), .word("guess")),
      Place(widget: "attention", "a guess typed", .line("step 7"), .word("guess"), "0.4"),
      Place(
        widget: "attention", "a right guess", .line("step 7"), .word("guess"), "0.4011", .enter
      ),
      Place(
        widget: "attention", "a wrong guess", .line("step 7"), .word("guess"), "0.4223", .enter
      ),

      Place(widget: "dot-product", "right angle", .line("u = 1 0"), .line("v = 0 2")),
      Place(widget: "dot-product", "stretched", .word("stretch")),
      Place(widget: "dot-product", "zero", .line("u = 0 0")),
      Place(widget: "dot-product", "lengths differ", .line("u = 1 2 3")),
      Place(widget: "dot-product", "a sum explained", .tab, .right),
      Place(widget: "dot-product", "guessing", .word("guess")),
      Place(widget: "dot-product", "a wrong guess", .word("guess"), "90", .enter),

      Place(widget: "matrix-product", "a cell", .tab, .tab, .down, .right),
      Place(widget: "matrix-product", "inner", .word("function"), .word("function")),
      Place(widget: "matrix-product", "vectors", .line("b = 2 4"), .line("a = 1 3"), .tab),
      Place(widget: "matrix-product", "does not fit", .word("swap")),
      Place(widget: "matrix-product", "a wrong guess", .word("guess"), "2", .enter),
      Place(widget: "rope", "both moved on", .word("onwards"), .word("onwards"), .tab, .down),
      Place(widget: "rope", "halves", .word("layout"), .tab, .tab),
      Place(widget: "rope", "guessing", .word("guess")),
      Place(widget: "quantise", "four bits", .word("format"), .tab, .down, .right),
      Place(widget: "quantise", "a scale", .tab, .tab, .right),
      Place(widget: "quantise", "guessing", .word("guess")),

      Place(widget: "softmax", "hotter", .word("hotter"), .word("hotter")),
      Place(widget: "softmax", "zero", .word("zero")),
      Place(
        widget: "softmax", "overflow", .line("scores = 1000 1001 1002"), .word("maximum")),
      Place(widget: "softmax", "guessing", .word("guess")),
      Place(widget: "softmax", "a weight", .tab, .tab),

      Place(widget: "shapes", "guessing", .word("guess")),
      Place(widget: "shapes", "a preset", .line("preset = Llama 3 8B")),
      Place(widget: "shapes", "memory", .line("cell decoder 1 1"), .tab, .tab, .tab, .tab, .down),
      Place(widget: "attention", "another width typed", .line("Q = 1 2 3; 4 5 6")),
      Place(
        widget: "attention", "fitted to it", .line("Q = 1 2 3; 4 5 6"), .word("fit")),
      Place(widget: "shapes", "small", .line("layers = 1"), .line("n = 3")),
      Place(widget: "shapes", "heads do not divide", .line("heads = 7")),
      Place(widget: "shapes", "a wrong guess", .word("guess"), "7", .enter),
      Place(widget: "positions", "guessing", .word("guess")),
      Place(widget: "positions", "a position", .tab, .tab, .tab, .right, .down),
      Place(widget: "layer-norm", "an entry", .tab, .tab, .tab, .right, .down),
      Place(widget: "layer-norm", "root mean square", .word("method"), .tab, .tab, .right),
      Place(widget: "layer-norm", "no spread", .line("x = 2 2 2")),
      Place(widget: "layer-norm", "guessing", .word("guess")),
      Place(widget: "layer-norm", "a wrong guess", .word("guess"), .right, "4.6667", .enter),
      Place(widget: "sampling", "cut", .line("top-k = 2")),
      Place(widget: "sampling", "a hundred drawn", .word("draw-many")),
    ]
}
