import Basics
import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// A query and a key turned by their positions, pair by pair, and what that makes of their score,
/// beside positions that are added.
package struct RoPEWidget: RowWidget {
  package struct Parameters: Equatable, Sendable {
    var q, k: Vector
    /// The positions of the query and of the key.
    var m = 3
    var n = 1
    var base = 10_000.0
    var layout = RotaryPositions.Layout.interleaved
  }
  package enum Area: CaseIterable, Sendable { case m, n, base, vectors, turned, scores }
  package enum Action: CaseIterable, Sendable { case onwards, backwards, layout }

  package static let name = "rope"
  package static let title = "Rotary positions"
  package static let topics = [
    "rope", "rotary positions", "rotary position embedding", "rotary position embeddings",
    "rotary positional embedding", "rotary embeddings", "rotary positional embeddings",
  ]
  package static let initial = Parameters(q: [1, 0, 1, 0], k: [1, 0, 1, 0])
  package static let fields: [Field] = [
    .table("q", \.q, most: most, in: .vectors), .table("k", \.k, most: most, in: .vectors),
    .whole("m", \.m, from: 0...last, in: .m, default: 3),
    .whole("n", \.n, from: 0...last, in: .n, default: 1),
    .number("base", \.base, from: 1...1e9, default: 10_000, in: .base),
    .choice("layout", \.layout, ["interleaved": .interleaved, "halves": .halves]),
  ]
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding([.character(">")], "onwards", "both positions one further on", footer: 1, .onwards),
    KeyBinding([.character("<")], "backwards", "both positions one back", footer: 2, .backwards),
    KeyBinding(
      [.character("m")], "layout",
      "which entries are a pair: neighbours, or one of each half", footer: 5, .layout),
  ]
  private static let most = 8
  private static let last = 100_000

  package let parameters: Parameters
  let positions: RotaryPositions
  /// Query and key as they are turned.
  let query, key: Rotation

  var q: Vector { parameters.q }
  var k: Vector { parameters.k }
  var m: Int { parameters.m }
  var n: Int { parameters.n }

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    try Self.check(parameters.q, parameters.k)
    positions = RotaryPositions(parameters.layout, base: parameters.base)
    do {
      query = try Rotation(.row(parameters.q), at: [parameters.m], by: positions)
      key = try Rotation(.row(parameters.k), at: [parameters.n], by: positions)
    } catch { throw InputProblem(error.advice, at: "q") }
  }

  /// Both in one round: as many numbers in each, and an even number of them.
  private static func check(_ q: Vector, _ k: Vector) throws(InputProblem) {
    let isEven = [q, k].map { $0.count.isMultiple(of: 2) }
    if isEven == [true, true], q.count == k.count { return }
    let key = isEven[0] ? "k" : "q"
    let fewest = min(q.count, k.count)
    let isOdd = isEven == [false, false] && q.count == k.count
    let count = max(2, isOdd ? fewest + 1 : fewest - fewest % 2)
    let sizes = "q has \(counted(q.count, "number")) and k has \(k.count)"
    let names = [("q", q), ("k", k)].filter { $0.1.count != count }
      .map { "\($0.0) = \(Plain.text($0.1.fitted(count)))" }
    throw InputProblem(
      "\(sizes), and pairs of them are turned",
      remedy: "write \(names.joined(separator: " and ")), or an "
        + "even number of them in both", at: key)
  }

  package static let hasFit = true
  package static func fitted(_ parameters: Parameters, to keys: [String]) -> Parameters {
    var fitted = parameters
    let count =
      Set(keys).isSuperset(of: ["q", "k"])
      ? max(fitted.q.count, fitted.k.count) : (keys.contains("k") ? fitted.k : fitted.q).count
    let even = count + count % 2
    // In halves a pair has an entry of each, and stays together.
    func withPairs(_ vector: Vector) -> Vector {
      guard fitted.layout == .halves, vector.count.isMultiple(of: 2) else {
        return vector.fitted(even)
      }
      let half = vector.count / 2
      return Vector(vector[..<half]).fitted(even / 2) + Vector(vector[half...]).fitted(even / 2)
    }
    (fitted.q, fitted.k) = (withPairs(fitted.q), withPairs(fitted.k))
    return fitted
  }

  package var firstCursor: Cursor { Cursor(.vectors) }
  package var resultsOfInputs: Area? { .turned }
  package var status: String { "positions \(m) and \(n), \(abs(m - n)) apart" }

  // MARK: Changes

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    let half = q.count / 2
    let isInside = cursor.area == .vectors || cursor.area == .turned
    let pair = isInside ? positions.pair(of: cursor.column, width: q.count) : half - 1
    try change.check(half, most: Self.most / 2, "pair")
    func pairs(_ vector: Vector) -> Vector {
      var pairs = (0..<half).map { index in
        let (a, b) = positions.pair(index, width: vector.count)
        return (vector[a], vector[b])
      }
      if change.adds { pairs.insert((0, 0), at: pair + 1) } else { pairs.remove(at: pair) }
      return positions.layout == .interleaved
        ? pairs.flatMap { [$0.0, $0.1] } : pairs.map(\.0) + pairs.map(\.1)
    }
    var changed = parameters
    (changed.q, changed.k) = (pairs(q), pairs(k))
    return changed
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.q = q.map { _ in Double(generator.int(in: -3...3)) }
    changed.k = k.map { _ in Double(generator.int(in: -3...3)) }
    return changed
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .onwards:
      guard max(m, n) < Self.last else { throw InputProblem("\(Self.last) is the last position") }
      (changed.m, changed.n) = (m + 1, n + 1)
    case .backwards:
      guard min(m, n) > 0 else { throw InputProblem("Position 0 is the first") }
      (changed.m, changed.n) = (m - 1, n - 1)
    case .layout:
      changed.layout = parameters.layout == .interleaved ? .halves : .interleaved
    }
    return changed
  }

  package func note(after old: Parameters) -> String? {
    guard parameters.layout != old.layout else { return nil }
    return parameters.layout == .halves
      ? "A pair is an entry of each half, as GPT-NeoX and Hugging Face's models have it"
      : "A pair is two neighbours, as in the paper and in Llama's own code"
  }
}
