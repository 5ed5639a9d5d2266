import Basics
import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// A text that grows word by word: the prompt is read, the likeliest word is read in its turn, and so on.
/// Each new word needs its own query, and the keys and values of all words before it, which a cache keeps.
package struct DecodeWidget: ChainFigure {
  package struct Parameters: ModelParameters {
    var model: BlockModel
    /// How many words are decoded.
    var count = 3
    /// How many words of the prompt are read at once; 0 for all.
    var chunk = 0
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
    "autoregressive decoding",
  ]
  /// Words that are decoded at most.
  static let longest = 64
  package static let initial = Parameters(model: .example)
  package static let fields: [Field] =
    Field.model(most: most) + [
      .whole("count", \.count, from: 1...longest, isSilent: true, default: 3),
      .whole("chunk", \.chunk, from: 0...most, isSilent: true, default: 0),
      .choice("cache", \.isCached, ["yes": true, "no": false]),
      .whole("bytes", \.bytes, from: 1...8, isSilent: true, default: 2),
      .whole("step", \.step, from: 1...10_000, isSilent: true, default: 1),
    ]
  package static let shapes = InputShape<Parameters>.model
  package static let named: [String: InputPath<Parameters, [String]>] = [
    "words": \.model.words, "vocabulary": \.model.vocabulary,
  ]
  package static let nextStep: Action? = .next
  package static let strides: [Action] = [.next, .on]
  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps(next: .next, previous: .previous) + [
      KeyBinding(
        [.character(">")], "word", "the next word: what was likeliest is read", footer: 2, .on),
      KeyBinding([.character("<")], "word-before", "the same step for the word before", .back),
      KeyBinding(
        [.character("m")], "cache", "with the cache, or everything computed anew", footer: 6, .cache
      ),
      KeyBinding(
        [.character("c")], "chunk", "read all of the prompt at once, or 1, 2 or 3 words at a time",
        footer: 7, .chunk),
    ]

  package var parameters: Parameters
  package let chain: Chain
  /// The turns: which words are new in each, and the steps that it takes.
  let turns: [DecodeTurn]
  /// How far the probabilities with and without the cache are from each other, at most; nil where that
  /// takes too long to find out.
  let difference: Double?

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    (chain, turns) = try parameters.decoded()
    difference = Self.difference(chain, parameters)
  }

  /// The turn that is shown.
  var turn: Int { turns.lastIndex { $0.steps.lowerBound < step } ?? 0 }

  /// Those of the turn.
  package var listed: Range<Int> { turns[turn].steps }

  package var status: String {
    let name = turns[turn].name
    let isOnly = turns.count { $0.name == name } == 1
    return (isOnly ? name : "\(name) (turn \(turn + 1))")
      + ", step \(step) of \(chain.tables.count)"
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next: return try stepped(1)
    case .previous: return try stepped(-1)
    case .on:
      guard turn == turns.count - 1 else {
        changed.step = stepOf(turns[turn + 1], in: chain)
        return changed
      }
      guard parameters.count < Self.longest else {
        throw InputProblem(
          "\(Self.longest) decoded words are the most",
          remedy: "type a longer prompt to go on behind it")
      }
      changed.count += 1
      let (longer, turns) = try changed.decoded()
      changed.step = stepOf(turns[turns.count - 1], in: longer)
    case .back:
      guard turn > 0 else { throw InputProblem("This is the first turn") }
      changed.step = stepOf(turns[turn - 1], in: chain)
    case .cache:
      changed.isCached.toggle()
      let (other, turns) = try changed.decoded()
      changed.step = stepOf(turns[turn], in: other)
    case .chunk:
      changed.chunk = parameters.portion > 3 || parameters.chunk == 0 ? 1 : parameters.chunk + 1
      if changed.chunk > min(3, parameters.model.x.rows) { changed.chunk = 0 }
      changed.step = 1
    }
    return changed
  }

  /// The step of another turn that does what is shown; else the one at the same place.
  private func stepOf(_ other: DecodeTurn, in chain: Chain) -> Int {
    func task(_ step: Int, of turn: DecodeTurn, in chain: Chain) -> Substring {
      chain.tables[step].name.dropFirst("\(turn.name): ".count)
    }
    let own = task(step - 1, of: turns[turn], in: self.chain)
    let same = other.steps.first { task($0, of: other, in: chain) == own }
    let place = step - 1 - turns[turn].steps.lowerBound
    return (same ?? other.steps.lowerBound + min(place, other.steps.count - 1)) + 1
  }

  package func note(after old: Parameters) -> String? {
    if parameters.isCached != old.isCached {
      return parameters.isCached
        ? "With the cache, new words alone go through the matrices"
        : "Without the cache, all words go through them again in each turn"
    }
    guard parameters.chunk != old.chunk else { return nil }
    return parameters.chunk == 0
      ? "The prompt is read at once"
      : "The prompt is read in portions of \(counted(parameters.chunk, "word"))"
  }

  package var preamble: String { parameters.model.preamble }

  /// The words that were decoded.
  package var ending: String {
    let words = parameters.model.nextNames.map { Script.string($0) }.joined(separator: ", ")
    let tables = turns.indices.filter { turns[$0].count >= parameters.model.x.rows }.map {
      "p_t\($0 + 1)"
    }.joined(separator: ", ")
    return """

      words = [\(words)]
      likeliest = [words[int(p.argmax())] for p in [\(tables)]]
      print("decoded", likeliest[:-1])
      print("then", likeliest[-1])

      """
  }
}
