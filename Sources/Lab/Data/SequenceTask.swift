import Models
import Numerics

/// Where a training's rows come from.
package enum SequenceTask: Equatable, Sendable {
  /// A random row, and what an order makes of it.
  case order(Order, symbols: Int, length: Int)
  /// The same after a token that says which of these orders it is; the model knows `known` of them.
  case orders([Order], known: [Order], symbols: Int, length: Int)
  /// A run of distinct tokens, repeated: what comes next can be known once it comes again.
  case induction(symbols: Int, length: Int, periods: ClosedRange<Int>)

  package var vocabulary: Int {
    switch self {
    case .order(_, let symbols, _), .induction(let symbols, _, _): symbols
    case .orders(_, let known, let symbols, _): symbols + known.count
    }
  }

  /// Tokens of a row.
  package var length: Int {
    switch self {
    case .order(_, _, let length), .induction(_, let length, _): length
    case .orders(_, _, _, let length): length + 1
    }
  }

  package func row(_ draws: inout SeededGenerator) -> Row {
    switch self {
    case .order(let order, let symbols, let length):
      let tokens = Self.random(length, symbols, &draws)
      return Row(tokens: tokens, targets: order.answer(tokens))
    case .orders(let orders, _, let symbols, let length):
      let order = orders[draws.int(in: 0...max(orders.count - 1, 0))]
      return row(order, Self.random(length, symbols, &draws))
    case .induction(let symbols, let length, let periods):
      let period = draws.int(in: periods)
      let run = Array((0..<Int32(symbols)).shuffled(using: &draws).prefix(period))
      let all = (0...length).map { run[$0 % period] }
      return Row(
        tokens: Array(all.prefix(length)), targets: Array(all.dropFirst()), knowable: period)
    }
  }

  /// That row under that order, for a task that knows several.
  package func row(_ order: Order, _ tokens: [Int32]) -> Row {
    guard case .orders(_, let known, let symbols, _) = self,
      let index = known.firstIndex(of: order)
    else { return Row(tokens: tokens, targets: order.answer(tokens)) }
    return Row(
      tokens: [Int32(symbols + index)] + tokens,
      targets: [CrossEntropy.ignored] + order.answer(tokens))
  }

  /// Where, under an order, each place should look: the line that its map should become. Nil where
  /// nothing is asked or the row decides.
  package func sources(_ order: Order) -> [Int?] {
    switch self {
    case .order(_, _, let length):
      (0..<length).map { order.source(of: $0, length: length) }
    case .orders(_, _, _, let length):
      [nil] + (0..<length).map { order.source(of: $0, length: length).map { $0 + 1 } }
    case .induction(_, let length, _):
      (0..<length).map { _ in nil }
    }
  }

  /// For each place of a row, the places that its answer is taken from; none where nothing is asked,
  /// nobody can know, or what stands in the row decides.
  package func line(of row: Row) -> [[Int]] {
    func line(_ order: Order) -> [[Int]] { sources(order).map { $0.map { [$0] } ?? [] } }
    switch self {
    case .order(let order, _, _): return line(order)
    case .orders(_, let known, let symbols, _):
      let index = Int(row.tokens.first ?? 0) - symbols
      return known.indices.contains(index) ? line(known[index]) : row.tokens.map { _ in [] }
    case .induction:
      // After each time that the token stood before.
      return row.tokens.indices.map { place in
        (0..<place).filter { row.tokens[$0] == row.tokens[place] }.map { $0 + 1 }
      }
    }
  }

  private static func random(
    _ length: Int, _ symbols: Int, _ draws: inout SeededGenerator
  ) -> [Int32] {
    (0..<length).map { _ in Int32(draws.int(in: 0...symbols - 1)) }
  }
}
