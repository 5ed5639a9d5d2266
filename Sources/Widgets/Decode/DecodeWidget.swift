import Basics
import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Attention while a text grows: each new word needs its own query, and the keys and values of all words
/// before it, which a cache keeps.
package struct DecodeWidget: ChainFigure {
  package struct Parameters: ChainParameters {
    var words: [String] = []
    var x, wq, wk, wv: Matrix
    /// How many words are read at once.
    var chunk = 1
    var isCached = true
    /// How many bytes a number takes in the cache.
    var bytes = 2
    package var step = 1
  }
  package typealias Area = ChainArea
  package enum Action: CaseIterable, Sendable { case next, previous, cache, chunk, on, back }

  package static let name = "decode"
  package static let title = "Decoding with a cache"
  package static let topics = [
    "kv cache", "key-value cache", "kv caching", "decoding with a cache", "incremental decoding",
  ]
  package static let initial = Parameters(
    words: ["the", "cat", "sat"], x: matrix([[1, 0], [0, 1], [1, 1]]),
    wq: matrix([[1, 0], [1, 1]]), wk: matrix([[1, 1], [0, 1]]), wv: matrix([[2, 0], [0, 3]]))
  package static let fields: [Field] = [
    .words("words", \.words) { $0.x.rows },
    .table("X", \.x, most: most, in: .input("X")),
    .table("W_Q", \.wq, most: most, in: .input("W_Q")),
    .table("W_K", \.wk, most: most, in: .input("W_K")),
    .table("W_V", \.wv, most: most, in: .input("W_V")),
    .whole("chunk", \.chunk, from: 1...most, isSilent: true, default: 1),
    .choice("cache", \.isCached, ["yes": true, "no": false]),
    .whole("bytes", \.bytes, from: 1...8, isSilent: true, default: 2),
    .whole("step", \.step, from: 1...1000, isSilent: true, default: 1),
  ]
  package static let shapes: [InputShape<Parameters>] = [
    InputShape("X", \.x, "words", "width"), InputShape("W_Q", \.wq, "width", "keys"),
    InputShape("W_K", \.wk, "width", "keys"), InputShape("W_V", \.wv, "width", "values"),
  ]
  package static let named: [String: InputPath<Parameters, [String]>] = ["words": \.words]
  package static let nextStep: Action? = .next
  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps(next: .next, previous: .previous) + [
      KeyBinding([.character(">")], "word", "the same step for the next word", footer: 4, .on),
      KeyBinding([.character("<")], "word-before", "the same step for the word before", .back),
      KeyBinding(
        [.character("m")], "cache", "with the cache, or everything computed anew", footer: 6, .cache
      ),
      KeyBinding(
        [.character("c")], "chunk", "read one word at a time, or more of them at once", footer: 7,
        .chunk),
    ]

  package let parameters: Parameters
  package let chain: Chain
  /// The turns: which words are new in each, and the steps that it takes.
  let turns: [DecodeTurn]

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    try Self.shapes.checkSizes(parameters)
    (chain, turns) = try parameters.turns()
  }

  /// The turn that is shown.
  var turn: Int { turns.lastIndex { $0.steps.lowerBound < step } ?? 0 }

  package var status: String {
    "\(turns[turn].name(parameters)), step \(step) of \(chain.tables.count)"
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next: return try stepped(1)
    case .previous: return try stepped(-1)
    case .on: changed.step = try stepOf(turn: turn + 1)
    case .back: changed.step = try stepOf(turn: turn - 1)
    case .cache:
      changed.isCached.toggle()
      changed.step = try changed.turns().turns[turn].steps.lowerBound + 1
    case .chunk:
      changed.chunk = parameters.chunk < min(3, parameters.x.rows) ? parameters.chunk + 1 : 1
      changed.step = 1
    }
    return changed
  }

  /// The step of another turn that does the same.
  private func stepOf(turn other: Int) throws(InputProblem) -> Int {
    guard other >= 0 else { throw InputProblem("This is the first word") }
    guard other < turns.count else { throw InputProblem("This is the last word") }
    let (own, steps) = (turns[turn].steps, turns[other].steps)
    return steps.lowerBound + min(step - own.lowerBound, steps.count)
  }

  package var preamble: String { ChainPython.softmax + ChainPython.causal }
}
