import Libc
import Numerics

/// Rows whose hidden topic decides how they go on: every token has, under every topic, a few usual
/// successors.
package struct Topics: Equatable, Sendable {
  package let symbols: Int
  package let length: Int
  /// How likely one token follows another under a topic.
  package let transitions: [[[Double]]]  // (topics, symbols, symbols)

  package struct Row: Equatable, Sendable {
    package let tokens: [Int32]
    package let topic: Int
  }

  /// That many topics, each with `ways` successors of every token, from which a row strays with that
  /// probability.
  package init(
    count: Int = 3, symbols: Int, length: Int, ways: Int = 3, stray: Double = 0.25,
    seed: UInt64
  ) {
    var draws = SeededGenerator(seed: seed)
    self.symbols = symbols
    self.length = length
    transitions = (0..<count).map { _ in
      var table = Array(
        repeating: Array(repeating: stray / Double(symbols), count: symbols), count: symbols)
      for _ in 0..<ways {
        for from in 0..<symbols {
          table[from][draws.int(in: 0...symbols - 1)] += (1 - stray) / Double(ways)
        }
      }
      return table
    }
  }

  package func row(_ draws: inout SeededGenerator) -> Row {
    let topic = draws.int(in: 0...transitions.count - 1)
    var tokens = [Int32(draws.int(in: 0...symbols - 1))]
    while tokens.count < length {
      tokens.append(next(after: Int(tokens[tokens.count - 1]), topic, draws.unit()))
    }
    return Row(tokens: tokens, topic: topic)
  }

  /// One row of them.
  package func sample(seed: UInt64) -> [Int32] {
    var draws = SeededGenerator(seed: seed)
    return row(&draws).tokens
  }

  private func next(after token: Int, _ topic: Int, _ draw: Double) -> Int32 {
    var left = draw
    for (next, share) in transitions[topic][token].enumerated() {
      left -= share
      if left < 0 { return Int32(next) }
    }
    return Int32(symbols - 1)
  }

  /// The topic under which a row is the most likely: no reader can do better.
  package func bayes(_ tokens: [Int32]) -> Int {
    let logs = transitions.map { table in
      zip(tokens, tokens.dropFirst()).reduce(0) { $0 + log(table[Int($1.0)][Int($1.1)]) }
    }
    return logs.indices.max { logs[$0] < logs[$1] } ?? 0
  }
}
