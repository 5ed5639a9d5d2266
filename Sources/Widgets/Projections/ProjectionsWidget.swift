import Formulas
import Notes
import Numerics
import TextUI

/// Attention from vectors to vectors: queries, keys and values are projections of the words' own vectors,
/// each head looks with its part of them, and what they come to is joined and projected back.
package struct ProjectionsWidget: ChainFigure {
  enum Positions: Equatable, Sendable { case none, sinusoidal }

  package struct Parameters: ChainParameters {
    var words: [String] = []
    var x, wq, wk, wv, wo: Matrix
    var heads = 2
    var isCausal = false
    var positions = Positions.none
    package var step = 1
  }
  package typealias Area = ChainArea
  package enum Action: CaseIterable, Sendable {
    case next, previous, mask, positions, heads, block, stepper
  }

  package static let synonyms = [
    "wq": "W_Q", "wk": "W_K", "wv": "W_V", "wo": "W_O", "x": "X", "w_query": "W_Q", "w_key": "W_K",
    "w_value": "W_V",
  ]
  package static let name = "projections"
  package static let title = "From vectors to attention and back"
  package static let topics = [
    "query, key and value projections", "projection matrices", "multi-head self-attention",
    "projections",
  ]
  package static let initial = Parameters(
    words: ["the", "cat", "sat"], x: matrix([[1, 0], [0, 1], [1, 1]]),
    wq: matrix([[1, 0, 0, 2], [0, 1, 1, 0]]), wk: matrix([[1, 0, 1, 0], [1, 1, 0, 1]]),
    wv: matrix([[2, 0, 1, 0], [0, 1, 0, 3]]), wo: matrix([[1, 0], [0, 1], [1, 0], [0, -1]]))
  package static let fields: [Field] = [
    .words("words", \.words) { $0.x.rows },
    .table("X", \.x, most: most, in: .input("X")),
    .table("W_Q", \.wq, most: most, in: .input("W_Q")),
    .table("W_K", \.wk, most: most, in: .input("W_K")),
    .table("W_V", \.wv, most: most, in: .input("W_V")),
    .table("W_O", \.wo, most: most, in: .input("W_O")),
    .whole("heads", \.heads, from: 1...most, default: 1),
    .choice("mask", \.isCausal, ["none": false, "causal": true]),
    .choice("positions", \.positions, ["none": .none, "sinusoidal": .sinusoidal]),
    .whole("step", \.step, from: 1...1000, isSilent: true, default: 1),
  ]
  package static let shapes: [InputShape<Parameters>] = [
    InputShape("X", \.x, "words", "width"), InputShape("W_Q", \.wq, "width", "queries"),
    InputShape("W_K", \.wk, "width", "queries"), InputShape("W_V", \.wv, "width", "values"),
    InputShape("W_O", \.wo, "values", "output"),
  ]
  package static let named: [String: InputPath<Parameters, [String]>] = ["words": \.words]
  package static let nextStep: Action? = .next
  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps(next: .next, previous: .previous) + [
      KeyBinding(
        [.character("O")], "block",
        "on: the same words and matrices in a block, up to the next word",
        footer: .at(3, "block"), .block),
      KeyBinding(
        [.character("i")], "stepper", "into attention: the stepper on the same Q, K and V",
        footer: .at(7, "attention"), .stepper),
      KeyBinding([.character("m")], "mask", "hide later words, or show them", footer: 8, .mask),
      KeyBinding(
        [.character("c")], "positions", "add sinusoidal positions to X, or not", footer: 9,
        .positions
      ),
      KeyBinding(
        [.character("h")], "heads", "more heads, as far as they divide the widths", .heads),
    ]

  package var parameters: Parameters
  package let chain: Chain

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    try Self.shapes.checkSizes(parameters)
    chain = try parameters.chain()
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next: return try stepped(1)
    case .previous: return try stepped(-1)
    case .mask: changed.isCausal.toggle()
    case .positions: changed.positions = parameters.positions == .none ? .sinusoidal : .none
    case .heads: changed.heads = parameters.nextHeads
    case .block, .stepper: return parameters
    }
    // Other steps come and go: the same one stays in view.
    changed.step = (try? changed.chain()).flatMap { place(in: $0) } ?? 1
    return changed
  }

  /// Where the step that is shown stands among those of another chain.
  private func place(in other: Chain) -> Int? {
    other.tables.firstIndex { $0.name == shown.name }.map { $0 + 1 }
  }

  package var preamble: String {
    ChainPython.softmax + (parameters.isCausal ? ChainPython.causal : "")
  }
}

extension ProjectionsWidget.Parameters {
  /// More heads, as far as they divide the widths.
  fileprivate var nextHeads: Int {
    let fits = (1...16).filter { wq.columns.isMultiple(of: $0) && wv.columns.isMultiple(of: $0) }
    return fits.first { $0 > heads } ?? 1
  }

  /// Every step from the words' vectors to the output.
  fileprivate func chain() throws(InputProblem) -> Chain {
    guard wq.columns.isMultiple(of: heads), wv.columns.isMultiple(of: heads) else {
      throw InputProblem(
        "heads",
        "\(heads) heads do not divide \(wq.columns) columns of W_Q and \(wv.columns) of W_V",
        remedy: HeadCounts.remedy(wq.columns, wv.columns))
    }
    var chain = Chain()
    let names = words.filled(to: x.rows)
    func numbers(_ count: Int) -> [String] { (0..<count).map { "\($0 + 1)" } }
    /// Each head's columns are named after it.
    func columns(_ width: Int) -> [String] {
      heads == 1
        ? numbers(width)
        : (0..<width).map { "H\($0 / (width / heads)) \($0 % (width / heads) + 1)" }
    }
    func input(_ key: String, _ matrix: Matrix, _ role: Role?) -> ChainRef {
      chain.add(
        key,
        NamedTable(
          symbol: key, values: matrix, rowNames: numbers(matrix.rows),
          columnNames: key == "W_O" ? numbers(matrix.columns) : columns(matrix.columns), role: role)
      )
    }
    var stream = chain.add(
      "X",
      NamedTable(symbol: "X", values: x, rowNames: names, columnNames: numbers(x.columns)))
    let (wq, wk) = (input("W_Q", wq, .query), input("W_K", wk, .key))
    let (wv, wo) = (input("W_V", wv, .value), input("W_O", wo, nil))
    if positions == .sinusoidal { stream = chain.positions(added: stream) }
    func projected(
      _ symbol: String, _ name: String, _ weights: ChainRef, _ role: Role
    ) throws(InputProblem) -> ChainRef {
      try chain.projected(symbol, name, ChainPart(stream), weights, role)
    }
    let q = try projected("Q", "queries", wq, .query)
    let k = try projected("K", "keys", wk, .key)
    let v = try projected("V", "values", wv, .value)
    let joined = try chain.attention(
      q, ChainPart(k), ChainPart(v), heads: heads, isCausal: isCausal)
    _ = try chain.product("attn", "output", ChainPart(joined), ChainPart(wo))
    chain.because("What the heads found, as wide as the words' vectors again.")
    return chain
  }
}
