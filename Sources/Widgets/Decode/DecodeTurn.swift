import Formulas
import Numerics
import TextUI

/// One turn of decoding: some new words, and what that costs.
struct DecodeTurn: Sendable {
  /// The words that are new.
  let new: Range<Int>
  /// Its tables in the chain.
  let steps: Range<Int>

  /// All words that there are after it.
  var count: Int { new.upperBound }

  func name(_ parameters: DecodeWidget.Parameters) -> String {
    parameters.names[new].joined(separator: " ")
  }
}

extension DecodeWidget.Parameters {
  /// The words, or their numbers.
  var names: [String] {
    words.filled(to: x.rows)
  }

  private static func numbers(_ count: Int) -> [String] { (0..<count).map { "\($0 + 1)" } }

  /// Every step of every turn.
  func turns() throws(InputProblem) -> (chain: Chain, turns: [DecodeTurn]) {
    var chain = Chain()
    func input(_ key: String, _ matrix: Matrix, _ role: Role?, _ rows: [String]) -> ChainRef {
      chain.add(
        key,
        NamedTable(
          symbol: key, values: matrix, rowNames: rows, columnNames: Self.numbers(matrix.columns),
          role: role))
    }
    let inner = Self.numbers(x.columns)
    let weights = Weights(
      x: input("X", x, nil, names), query: input("W_Q", wq, .query, inner),
      key: input("W_K", wk, .key, inner), value: input("W_V", wv, .value, inner))
    var turns: [DecodeTurn] = []
    var cache: (key: ChainRef, value: ChainRef)?
    for first in stride(from: 0, to: x.rows, by: chunk) {
      let new = first..<min(first + chunk, x.rows)
      let start = chain.tables.count
      let name = names[new].joined(separator: " ") + ": "
      let end = "_\(turns.count + 1)"
      if isCached {
        cache = try chain.cachedTurn(weights, new: new, cache: cache, end: end, prefix: name)
      } else {
        try chain.wholeTurn(weights, count: new.upperBound, end: end, prefix: name)
      }
      turns.append(DecodeTurn(new: new, steps: start..<chain.tables.count))
    }
    return (chain, turns)
  }

  /// Where the words' vectors and the matrices stand.
  struct Weights { let x, query, key, value: ChainRef }
}

extension Chain {
  fileprivate typealias Weights = DecodeWidget.Parameters.Weights
  fileprivate typealias Cache = (key: ChainRef, value: ChainRef)

  /// New words alone go through the matrices; keys and values of the others are in the cache.
  fileprivate mutating func cachedTurn(
    _ weights: Weights, new: Range<Int>, cache: Cache?, end: String, prefix: String
  ) throws(InputProblem) -> Cache {
    let x = ChainPart(weights.x, rows: new)
    let q = try product(
      "q" + end, prefix + "query", x, ChainPart(weights.query), role: .query,
      notes: ["The queries of earlier words are not needed again."])
    let k = try product("k" + end, prefix + "key", x, ChainPart(weights.key), role: .key)
    let v = try product("v" + end, prefix + "value", x, ChainPart(weights.value), role: .value)
    let reused = cache == nil ? ["The cache was empty."] : []
    let keys = stacked(
      "K" + end, prefix + "keys cached", (cache.map { [ChainPart($0.key)] } ?? []) + [ChainPart(k)],
      role: .key, notes: reused)
    let values = stacked(
      "V" + end, prefix + "values cached",
      (cache.map { [ChainPart($0.value)] } ?? []) + [ChainPart(v)], role: .value, notes: reused)
    _ = try attention(
      q, ChainPart(keys), ChainPart(values), heads: 1, isCausal: new.count > 1, end: end,
      prefix: prefix)
    return (keys, values)
  }

  /// Everything anew for all words so far, though only the last rows are wanted.
  fileprivate mutating func wholeTurn(
    _ weights: Weights, count: Int, end: String, prefix: String
  ) throws(InputProblem) {
    let x = ChainPart(weights.x, rows: 0..<count)
    let q = try product("Q" + end, prefix + "queries", x, ChainPart(weights.query), role: .query)
    let k = try product("K" + end, prefix + "keys", x, ChainPart(weights.key), role: .key)
    let v = try product("V" + end, prefix + "values", x, ChainPart(weights.value), role: .value)
    _ = try attention(
      q, ChainPart(k), ChainPart(v), heads: 1, isCausal: true, end: end, prefix: prefix)
  }
}
