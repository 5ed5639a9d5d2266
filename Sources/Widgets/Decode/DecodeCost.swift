import Basics
import Formulas
import Numerics
import TextUI

/// Multiplications with an addition each, and numbers kept, of a turn.
struct DecodeCost: Equatable {
  let projections, attention, mlp, logits: Int
  /// Numbers that are kept after it: a key and a value for each word.
  let kept: Int

  var total: Int { projections + attention + mlp + logits }

  /// With the cache the new words alone go through the matrices and look; without it, all words so far.
  init(_ turn: DecodeTurn, _ model: BlockModel, isCached: Bool) {
    self.init(turn.new.count, of: turn.count, model, isCached: isCached)
  }

  init(_ new: Int, of count: Int, _ model: BlockModel, isCached: Bool) {
    let (width, keys, values) = (model.x.columns, model.wk.columns, model.wv.columns)
    let rows = isCached ? new : count
    let matrices = model.activation == .swiglu ? 3 : 2
    projections = rows * width * (2 * keys + 2 * values)
    attention = rows * count * (keys + values)
    mlp = rows * width * model.up.columns * matrices
    logits = width * model.unembedding.columns
    kept = isCached ? count * (keys + values) : 0
  }
}

extension DecodeWidget.Parameters {
  /// Multiply-adds that are computed and shown in so many tables at most.
  static let mostWork = 200_000_000

  /// How many words there are after each turn.
  var ends: [Int] {
    let read = model.x.rows
    return stride(from: 0, to: read, by: portion).map { min($0 + portion, read) }
      + (1..<max(1, count)).map { read + $0 }
  }

  /// The multiply-adds of all turns.
  func work(isCached: Bool) -> Int {
    let ends = ends
    return zip([0] + ends, ends).reduce(0) {
      $0 + DecodeCost($1.1 - $1.0, of: $1.1, model, isCached: isCached).total
    }
  }

  /// Throws where all tables of all turns would be too many.
  func checkWork() throws(InputProblem) {
    let work = work(isCached: isCached)
    guard work <= Self.mostWork else {
      throw InputProblem(
        "cache",
        "\(work) multiply-adds are more than can be shown",
        remedy: "use the cache, a shorter text, or a larger chunk"
      )
    }
  }
}

extension DecodeWidget {
  package func extras(_ view: View) -> [WidgetBlock] {
    (view.isGuessing ? [] : [text(view)]) + [costs] + (view.isGuessing ? [] : [memory])
  }

  /// The text so far, and the word that comes next once its probabilities are there.
  private func text(_ view: View) -> WidgetBlock {
    let (turn, names) = (turns[turn], parameters.model.names)
    let read = parameters.model.x.rows
    let decoded = turns[..<self.turn].filter { $0.count >= read }.map {
      parameters.model.nextNames[$0.next]
    }
    let prompt = names.prefix(turn.count)
    let isKnown = step == turn.steps.upperBound
    var line =
      (prompt.count > 12 ? ["…"] + prompt.suffix(12) : Array(prompt)).joined(separator: " ")
    for word in decoded { line += " → \(word)" }
    let next = parameters.model.nextNames[turn.next]
    line +=
      isKnown
      ? turn.count < read
        ? "   (\(next) would be likeliest, but the prompt goes on)"
        : " → \(next)   (\(view.numbers.ofShares.text(turn.probability)); > reads it)"
      : turn.count < read ? "" : " → ?"
    return .text([line], Style(.accent), rank: 1)
  }

  private var costs: WidgetBlock {
    let rows = [true, false].map { isCached -> [String] in
      let costs = turns[...turn].map { DecodeCost($0, parameters.model, isCached: isCached) }
      guard let last = costs.last else { return [] }
      return [
        last.projections, last.attention, last.mlp, last.logits, last.total,
        costs.reduce(0) { $0 + $1.total },
      ].map { "\($0)" }
    }
    var grid = Grid(
      "multiply-adds", texts: rows, rowNames: ["with the cache", "without"],
      columnNames: ["Q K V O", "attention", "MLP", "logits", "this turn", "all so far"])
    grid.isDim = true
    return .grids(grid, rank: 2)
  }

  /// What the cache takes, and that it changes nothing.
  private var memory: WidgetBlock {
    let (words, bytes) = (turns[turn].count, parameters.bytes)
    let (keys, values) = (parameters.model.wk.columns, parameters.model.wv.columns)
    let kept = words * (keys + values)
    return .text(
      [
        "The cache: \(counted(words, "word")) · (\(keys) + \(values)) numbers · "
          + "\(counted(bytes, "byte")) = \(counted(kept * bytes, "byte")). "
          + (difference.map {
            "With and without it the probabilities differ by \(NumberText().text($0)) at most."
          } ?? "")
      ], rank: 3)
  }

  /// How far the probabilities are off those of the other way, over all turns; nil where that way is too
  /// long.
  static func difference(_ chain: Chain, _ parameters: Parameters) -> Double? {
    var other = parameters
    other.isCached.toggle()
    guard parameters.work(isCached: false) <= Parameters.mostWork / 10 else { return nil }
    guard let (counterpart, _) = try? other.decoded() else { return .nan }
    return zip(probabilities(chain), probabilities(counterpart)).flatMap { one, two in
      zip(one, two).map { ($0 - $1).magnitude }
    }.largest ?? 0
  }

  private static func probabilities(_ chain: Chain) -> [Vector] {
    chain.tables.filter { $0.table.symbol.hasPrefix("p_t") }.map { Array($0.table.values.row(0)) }
  }
}
