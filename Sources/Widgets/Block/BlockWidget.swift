import Basics
import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// One whole block of a Transformer and what follows it, from the words' vectors to the next word: norm,
/// attention, addition, norm, MLP, addition, logits, probabilities.
package struct BlockWidget: ChainFigure {
  enum Place: String, CaseIterable, Sendable { case pre, post }
  enum Bend: String, CaseIterable, Sendable { case relu, gelu, swiglu }

  package struct Parameters: ChainParameters {
    var words: [String] = []
    /// The words that can come next.
    var vocabulary: [String] = []
    var x, wq, wk, wv, wo, up, gate, down, unembedding: Matrix
    var heads = 1
    var place = Place.pre
    var method = LayerNorm.Method.layer
    var bend = Bend.relu
    package var step = 1
  }
  package typealias Area = ChainArea
  package enum Action: CaseIterable, Sendable { case next, previous, place, method, bend, decode }

  package static let name = "block"
  package static let title = "A block, and the next word"
  package static let topics = [
    "transformer block", "a transformer block", "the transformer block", "decoder block",
    "residual stream", "feed-forward network",
  ]
  package static let initial = Parameters(
    words: ["the", "cat", "sat"], vocabulary: ["on", "cat", "the", "mat"],
    x: matrix([[2, 0, 0, 1], [0, 1, 2, 0], [2, 1, 0, 0]]),
    wq: matrix([[1, 0], [0, 1], [1, 0], [0, 1]]), wk: matrix([[0, 1], [1, 0], [0, 1], [1, 0]]),
    wv: matrix([[1, 0], [0, 1], [2, 0], [0, 1]]), wo: matrix([[0, 1, 0, 1], [1, 0, 1, 0]]),
    up: matrix([[1, 0, 1], [0, 1, -1], [-1, 1, 0], [0, -1, 1]]),
    gate: matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]]),
    down: matrix([[0, 2, 0, 0], [1, 0, 0, 1], [0, 0, 1, -1]]),
    unembedding: matrix([[1, 0, 0, 1], [0, 1, 0, 1], [0, 1, 0, -1], [0, 0, 1, 0]]))
  package static let fields: [Field] =
    [
      .words("words", \.words) { $0.x.rows },
      .words("vocabulary", \.vocabulary) { $0.unembedding.columns },
    ] + shapes.map { .table($0.key, $0.path, most: most, in: .input($0.key)) } + [
      .whole("heads", \.heads, from: 1...most, isSilent: true, default: 1),
      .choice("norm", \.method, ["layer": .layer, "rms": .rms]),
      .choice("place", \.place, ["pre": .pre, "post": .post]),
      .choice("activation", \.bend, ["relu": .relu, "gelu": .gelu, "swiglu": .swiglu]),
      .whole("step", \.step, from: 1...1000, isSilent: true, default: 1),
    ]
  package static let shapes: [InputShape<Parameters>] = [
    InputShape("X", \.x, "words", "width"), InputShape("W_Q", \.wq, "width", "keys"),
    InputShape("W_K", \.wk, "width", "keys"), InputShape("W_V", \.wv, "width", "values"),
    InputShape("W_O", \.wo, "values", "width"), InputShape("W_up", \.up, "width", "units"),
    InputShape("W_gate", \.gate, "width", "units"), InputShape("W_down", \.down, "units", "width"),
    InputShape("W_U", \.unembedding, "width", "vocabulary"),
  ]
  package static let named: [String: InputPath<Parameters, [String]>] = [
    "words": \.words, "vocabulary": \.vocabulary,
  ]
  package static let nextStep: Action? = .next
  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps(next: .next, previous: .previous) + [
      KeyBinding(
        [.character("m")], "place", "normalise before each part, or after each addition",
        footer: .at(6, "pre, post"), .place),
      KeyBinding(
        [.character("l")], "norm", "layer normalisation, or RMSNorm", footer: 7, .method),
      KeyBinding([.character("c")], "activation", "ReLU, GELU or SwiGLU", footer: 8, .bend),
      KeyBinding(
        [.character("o")], "decode",
        "the same words and matrices read one word at a time, with a cache",
        footer: 9, .decode),
    ]

  package let parameters: Parameters
  package let chain: Chain

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    try Self.shapes.checkSizes(parameters)
    chain = try BlockChain(parameters).chain
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next: return try stepped(1)
    case .previous: return try stepped(-1)
    case .place: changed.place = parameters.place == .pre ? .post : .pre
    case .method: changed.method = parameters.method == .layer ? .rms : .layer
    case .bend:
      let at = (Bend.allCases.firstIndex(of: parameters.bend) ?? 0) + 1
      changed.bend = Bend.allCases[at % Bend.allCases.count]
    case .decode: return parameters
    }
    // The step of the same name stays in view, where there is one.
    let other = try BlockChain(changed).chain
    changed.step =
      other.tables.firstIndex { $0.name == shown.name }.map { $0 + 1 }
      ?? min(step, other.tables.count)
    return changed
  }

  package func note(after old: Parameters) -> String? {
    if parameters.place != old.place {
      return parameters.place == .pre
        ? "Each part reads a normalised copy; the stream itself is only added to"
        : "The stream is normalised after each addition, as in the first Transformer"
    }
    guard parameters.bend != old.bend else { return nil }
    switch parameters.bend {
    case .relu: return "ReLU: what is below 0 becomes 0"
    case .gelu: return "GELU: a soft bend, x times a share that grows from 0 to 1"
    case .swiglu: return "SwiGLU: a second product, the gate, says how much of the first passes"
    }
  }

  package var preamble: String {
    let mean = parameters.method == .layer ? "x - x.mean(axis=1, keepdims=True)" : "x"
    return ChainPython.softmax + ChainPython.causal + """

      def norm(x):
          centred = \(mean)
          return centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + 1e-5)

      """
  }

  // MARK: The stream

  /// What each part added to the stream of the word under the cursor, and the neuron that is looked at.
  package func extras(_ view: View) -> [WidgetBlock] {
    guard !view.isGuessing else { return [] }
    return neuron(view) + next(view) + stream(view)
  }

  /// What has been added so far, from the word's own vector on.
  private func stream(_ view: View) -> [WidgetBlock] {
    let done = chain.tables[..<step].map(\.table)
    let parts = [
      ("attn", "+ attention"), ("X_1", "= stream"), ("mlp", "+ MLP"), ("X_2", "= stream"),
    ]
    let known = parts.compactMap { symbol, name in
      done.first { $0.symbol == symbol }.map { (name, $0.values) }
    }
    guard !known.isEmpty else { return [] }
    let isOfWords = view.cursor.area == .result && shown.table.values.rows == parameters.x.rows
    let word = isOfWords ? view.cursor.row : parameters.x.rows - 1
    let rows = [("the word", parameters.x)] + known
    var grid = Grid(
      "the residual stream of \"\(parameters.names[word])\"", rows.map { Array($0.1.row(word)) },
      rowNames: rows.map(\.0), columnNames: (0..<parameters.x.columns).map { "\($0 + 1)" },
      numbers: view.numbers)
    grid.isDim = true
    return [.grids(grid, rank: 4)]
  }

  /// What a unit of the MLP reads and writes.
  private func neuron(_ view: View) -> [WidgetBlock] {
    guard view.cursor.area == .result, ["U", "H"].contains(shown.table.symbol) else { return [] }
    let unit = view.cursor.column
    guard unit < parameters.up.columns else { return [] }
    let numbers = view.numbers
    return [
      .text(
        [
          "unit \(unit + 1) reads \(numbers.vector(parameters.up.column(unit))) "
            + "and adds \(numbers.vector(Array(parameters.down.row(unit)))) as often as it says"
        ], .muted, rank: 2)
    ]
  }

  /// The likeliest word after the last one.
  private func next(_ view: View) -> [WidgetBlock] {
    guard shown.table.symbol == "p", let table = chain.tables.last?.table else { return [] }
    let row = Array(table.values.row(table.values.rows - 1))
    guard let largest = row.largest, let at = row.firstIndex(of: largest) else { return [] }
    let name = parameters.names[parameters.x.rows - 1]
    let word = table.columnNames[at]
    return [
      .text(
        ["After \"\(name)\" the likeliest is \"\(word)\": \(view.numbers.text(largest))"],
        Style(.accent), rank: 1)
    ]
  }
}

extension BlockWidget.Parameters {
  /// The words, or their numbers.
  var names: [String] { words.filled(to: x.rows) }
  var nextNames: [String] { vocabulary.filled(to: unembedding.columns) }
}
