import Notes
import TextUI
import Widgets

@testable import Screens

extension Place {
  private init(widget name: String, _ state: String, _ steps: Step...) {
    self.init(name, state, .begun, [.widgets], steps: [.line(name)] + steps)
  }

  /// With a training that takes long cut short.
  private init(quick name: String, _ state: String, _ steps: Step...) {
    let inputs = Inputs(["steps": "30"])
    self.init(
      name, state, .begun,
      [.widgets, .widget(WidgetRoute(name: name, inputs: inputs, key: "w"))], steps: steps)
  }

  /// A model that another library wrote, opened as the command line opens it.
  private init(disk file: String, _ state: String, _ steps: Step...) {
    DiskModels.open(file)
    let inputs = Inputs(["file": file, "text": "The cat sat on the mat"])
    self.init(
      "inside", state, .begun,
      [.widgets, .widget(WidgetRoute(name: "inside", inputs: inputs, key: ""))], steps: steps)
  }

  /// On the first number that can be typed: these two open on a result.
  private static func atAnInput(_ name: String, _ state: String, _ steps: Step...) -> Place {
    let opensOnAResult = ["attention", "positions"].contains(name)
    return Place(
      name, state, .begun, [.widgets], steps: [.line(name)] + (opensOnAResult ? [.tab] : []) + steps
    )
  }

  /// What these learn takes longer than a picture is worth: they have other states.
  private static let trainsLong = [
    "instructions", "fine-tuning", "pre-training", "preferences", "own-notes",
  ]

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

  /// Eight queries and eight keys: the most that stand side by side.
  private static let eight: [Place] = [
    ("eight keys", []), ("eight keys, a wrong guess", [.word("guess"), "0.5", .enter]),
  ].map { state, steps in
    Place(
      "attention", state, .begun, [.widgets],
      steps: [
        .line("attention"), table("Q", 8, 8, 1), table("K", 8, 8, 2), table("V", 8, 8, 3),
        .line("step 7"),
      ] + steps)
  }

  /// Every widget with its example, and what a reader makes of it. Scaling takes as long as all
  /// others: its 400 trials run for each picture.
  static let widgets: [Place] =
    allWidgets.filter { !trainsLong.contains($0.name) }
    .map { Place(widget: $0.name, "example") }
    + allWidgets.filter { $0.name != "scaling" && !($0 is any LabFigure.Type) }.flatMap { type in
      [
        atAnInput(type.name, "typing", "2.5"), atAnInput(type.name, "unreadable", "7x", .enter),
      ]
    }
    + large + eight
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

      Place(widget: "tokens", "third merge", "nnn", .right, .right),
      Place(widget: "tokens", "all merges", ">", .down, .down),
      Place(widget: "tokens", "an emoji's byte", ">", .press(.end)),
      Place(widget: "tokens", "a space before it", ">_"),
      Place(widget: "tokens", "the merges", ">", .tab, .tab, .tab, .down),
      Place(widget: "tokens", "a chat", "m", .press(.end)),
      Place(widget: "tokens", "guessing", .word("guess")),
      Place(widget: "tokens", "a wrong guess", .word("guess"), "6", .enter),
      Place(widget: "projections", "the keys", "n", .down),
      Place(
        widget: "projections", "a number of W_Q typed", .line("step 6"), .tab, .tab, "3", .enter),
      Place(widget: "projections", "weights", .line("step 9"), .right),
      Place(widget: "projections", "masked, with positions", "mc", .line("step 8"), .down),
      Place(widget: "projections", "heads joined", .line("step 18"), .right, .right),
      Place(widget: "projections", "output", .line("step 19")),
      Place(widget: "projections", "another width typed", .line("X = 1 2 3; 4 5 6")),
      Place(widget: "projections", "guessing", .word("guess")),
      Place(widget: "projections", "a wrong guess", .word("guess"), "4", .enter),

      Place(widget: "embedding", "the query", "n", .right),
      Place(widget: "embedding", "cosines", .line("step 6"), .down),
      Place(widget: "embedding", "nearest", .line("step 7")),
      Place(widget: "embedding", "in the plane", .line("step 10"), .down),
      Place(widget: "embedding", "a word that is none", .line("query = king - prince")),
      Place(widget: "embedding", "guessing", .line("step 3"), .word("guess")),
      Place(widget: "decode", "the cache", .line("step 28"), .down, .down),
      Place(widget: "decode", "a word decoded", .line("step 22")),
      Place(widget: "decode", "its vector", .line("step 23")),
      Place(widget: "decode", "two at once", "cc", .line("step 7"), .down, .right),
      Place(widget: "decode", "without the cache", "m", .line("step 24"), .down),
      Place(widget: "decode", "guessing", .word("guess")),
      Place(widget: "block", "attention added", .line("step 14"), .down),
      Place(widget: "block", "weights", .line("step 11"), .down, .down),
      Place(widget: "block", "a unit opened", .line("step 17"), .right),
      Place(widget: "block", "the next word", .line("step 22"), .down, .down),
      Place(widget: "block", "gelu", "c", .line("step 17")),
      Place(widget: "block", "swiglu after the addition", "mcc", .line("step 17")),
      Place(widget: "block", "root mean square", "l"),
      Place(widget: "block", "gamma and beta", .line("norm_1 = 2 1 1 1; 0 0 0 3")),
      Place(
        widget: "block", "a long text",
        .line("X = \(Array(repeating: "1 0 2 1; 0 1 1 3", count: 20).joined(separator: "; "))"),
        .line("step 11"), .line("cell 30 12")),
      Place(widget: "block", "guessing", .line("step 3"), .word("guess")),

      Place(
        widget: "inside", "two heads off", .line("guess = skip"), .line("head = L1H3"), "x",
        .line("off = L1H3, L0H3")),
      Place(widget: "inside", "seen", " "),
      Place(widget: "inside", "a guess judged", .line("off = L1H3"), "1"),
      Place(widget: "inside", "a map", .line("guess = skip"), "2", .line("head = L1H3")),
      Place(widget: "inside", "without each", .line("guess = skip"), "3"),
      Place(widget: "inside", "to patch", "P"),
      Place(
        widget: "inside", "patched", .line("guess = skip"), "P", .line("head = L2H0"),
        .line("place = 10")),
      Place(widget: "inside", "units", .line("show = units"), .line("head = L2H0")),
      Place(widget: "inside", "drawn", .line("show = sample"), .line("temperature = 1.5"), " >>>"),
      Place(
        widget: "inside", "answers", .line("adapter = prefer"),
        .line("text = Mia has the key. Who has the lamp?"), .line("guess = skip"), "7"),
      Place(widget: "inside", "too long", .line("text = \(String(repeating: "ox ", count: 90))")),
      Place(widget: "inside", "no such head", .line("off = L9")),
      Place(disk: "llama-q8_0.gguf", "a model on disk"),
      Place(disk: "llama-q8_0.gguf", "a model on disk, seen", " "),
      Place(
        disk: "safetensors-gpt2", "a head of a model on disk", .line("guess = skip"), "2", .tab,
        .down),

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

      Place(widget: "train", "asked", " "),
      Place(widget: "train", "half way", .line("step 30")),
      Place(widget: "train", "learnt", .line("guess = 2"), .line("step 150")),
      Place(widget: "train", "a wrong guess", .line("guess = 1"), .line("step 150")),
      Place(widget: "train", "a knob", .line("step 60"), "1"),
      Place(widget: "train", "too fast", .line("step 60"), "4"),
      Place(widget: "train", "compared", "v", .line("step 60")),
      Place(
        widget: "train", "induction", .line("recipe = induction"), .line("guess = 60"),
        .line("seen = 250"), .line("step 96"), .tab),
      Place(widget: "train", "a fall to guess", .line("recipe = induction"), " ", .right),
      Place(
        widget: "train", "a share to guess", .line("recipe = overfitting-10"), .line("steps = 10"),
        " "),
      Place(widget: "train", "a recipe mistyped", "=recipe = revers", .enter),
      Place(widget: "descent", "asked", " "),
      Place(widget: "descent", "at the bottom", .line("guess = 2"), .line("step 40")),
      Place(widget: "descent", "too large", "3", .line("step 10")),
      Place(widget: "descent", "valley", "m", "4", .line("step 12")),
      Place(widget: "descent", "chain", "mm", .line("step 9")),
      Place(quick: "instructions", "example"),
      Place(quick: "instructions", "asked", " "),
      Place(quick: "instructions", "beginning", .line("guess = 1"), .line("step 30"), .tab, .down),
      Place(quick: "own-notes", "example"),
      Place(quick: "own-notes", "asked", " ", .right),
      Place(quick: "own-notes", "learnt", .line("guess = 3"), .press(.end)),
      Place(quick: "own-notes", "replayed", .line("guess = 3"), "2", " ", "1", .press(.end)),
      Place(quick: "own-notes", "too fast", .line("rate = 1000"), .line("guess = 3"), .press(.end)),
      Place(quick: "fine-tuning", "example"),
      Place(quick: "fine-tuning", "asked", " ", .right),
      Place(quick: "fine-tuning", "lora", .line("guess = 30"), "3", .press(.end)),
      Place(quick: "pre-training", "example"),
      Place(quick: "pre-training", "asked", " "),
      Place(quick: "pre-training", "learnt", .line("guess = 60"), .press(.end)),
      Place(quick: "preferences", "example"),
      Place(quick: "preferences", "some chosen", .press(.left), .right, "s", .right),
      Place(quick: "preferences", "one who likes length", "3", .line("guess = 3")),
    ]
}
