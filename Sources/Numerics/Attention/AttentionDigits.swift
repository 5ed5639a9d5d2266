import Glibc

/// How the numbers of attention are written: those of a matrix with as many decimals at every step, in
/// tables and in calculations, so that a number has one text.
///
/// Numbers that are rounded have no fewer decimals than what is computed from them, and results no more
/// than the digits that they are computed from carry.
package struct AttentionDigits: Sendable {
  package internal(set) var query, key, value, scores, scaled, exponentials, sums, weights,
    output: NumberText
  /// Those of the backward pass.
  package internal(set) var dO, dV, dA, dS, dQ, dK: NumberText

  /// Each number with as many digits as it takes.
  package init(_ numbers: NumberText) {
    (query, key, value) = (numbers, numbers, numbers)
    (scores, scaled, exponentials, sums) = (numbers, numbers, numbers, numbers)
    (weights, output) = (numbers, numbers)
    (dO, dV, dA, dS, dQ, dK) = (numbers, numbers, numbers, numbers, numbers, numbers)
  }

  /// Tables with so many decimals at most, of all heads alike.
  package init(
    of heads: [Attention], back gradients: [AttentionGradients] = [], most: Int,
    _ numbers: NumberText
  ) {
    self.init(numbers)
    func all(_ matrix: (Attention) -> Matrix) -> Vector { heads.flatMap { matrix($0).elements } }
    func needed(_ numbers: Vector) -> Int { Decimals.needed(numbers, most: most) }
    /// As many as another, where they do not tell all of their numbers.
    func raised(_ numbers: Vector, to other: Int) -> Int {
      let own = needed(numbers)
      return Decimals.areTold(numbers, by: own) ? own : max(own, other)
    }
    let weights = needed(all(\.weights))
    let powers = raised(all(\.exponentials) + heads.flatMap(\.rowSums), to: weights)
    let scaled = raised(
      all(\.scaled) + all(\.capped) + all(\.masked) + all(\.shifted), to: powers)
    let scores = raised(all(\.scores), to: scaled)
    let output = needed(all(\.output))
    func set(_ matrix: WritableKeyPath<AttentionDigits, NumberText>, _ decimals: Int) {
      self[keyPath: matrix] = numbers.with(decimals: decimals)
    }
    set(\.query, raised(all(\.query) + all(\.scoredQuery), to: scores))
    set(\.key, raised(all(\.key) + all(\.scoredKey), to: scores))
    set(\.value, raised(all(\.value), to: output))
    set(\.scores, scores)
    set(\.scaled, scaled)
    set(\.exponentials, powers)
    set(\.sums, powers)
    set(\.weights, weights)
    set(\.output, output)
    let size = heads.map { $0.weights.elements.count * ($0.query.columns + $0.value.columns) }
    // Of large tables each calculation sees to itself.
    let isSmall = size.reduce(0, +) <= 20_000
    if isSmall { carry(heads) }
    guard !gradients.isEmpty else { return }
    let scoreGradient = gradients.flatMap(\.dS.elements)
    let ends = (gradients.flatMap(\.dQ.elements), gradients.flatMap(\.dK.elements))
    set(\.dO, needed(gradients.flatMap(\.dO.elements)))
    set(\.dV, needed(gradients.flatMap(\.dV.elements)))
    set(\.dQ, needed(ends.0))
    set(\.dK, needed(ends.1))
    set(\.dS, raised(scoreGradient, to: needed(ends.0 + ends.1)))
    set(\.dA, raised(gradients.flatMap(\.dA.elements), to: needed(scoreGradient)))
    if isSmall { carry(heads, gradients) }
  }

  // MARK: What the digits carry

  typealias Style = WritableKeyPath<AttentionDigits, NumberText>

  /// Takes decimals off a result until all calculations of it hold.
  mutating func carry(_ style: Style, where holds: (_ decimals: Int) -> Bool) {
    guard let decimals = self[keyPath: style].decimals else { return }
    self[keyPath: style] = self[keyPath: style].with(
      decimals: Decimals.most(decimals, where: holds))
  }

  /// A number as it is shown.
  func shown(_ style: Style, _ number: Double) -> Double {
    self[keyPath: style].decimals.map { Decimals.shown(number, $0) } ?? number
  }

  /// Numbers as they are shown.
  func shown(_ style: Style, _ numbers: ArraySlice<Double>) -> Vector {
    numbers.map { shown(style, $0) }
  }

  private mutating func carry(_ heads: [Attention]) {
    for head in heads {
      let (n, m) = (head.query.rows, head.key.rows)
      /// Whether something holds of every query with every key that it sees.
      func everywhere(_ holds: (_ query: Int, _ key: Int) -> Bool) -> Bool {
        (0..<n).allSatisfy { i in
          (0..<m).allSatisfy { head.masks(query: i, key: $0) || holds(i, $0) }
        }
      }
      let queries = (0..<n).map { shown(\.query, head.scoredQuery.row($0)) }
      let keys = (0..<m).map { shown(\.key, head.scoredKey.row($0)) }
      carry(\.scores) { decimals in
        everywhere { Decimals.reach(queries[$0].dot(keys[$1]), head.scores[$0, $1], decimals) }
      }
      let scores = self
      carry(\.scaled) { decimals in
        everywhere { i, j in
          let scaled = scores.shown(\.scores, head.scores[i, j]) * head.scale
          let capped = head.options.softcap.map { softcap in
            softcap * tanh(Decimals.shown(head.scaled[i, j], decimals) / softcap)
          }
          return Decimals.reach(scaled, head.scaled[i, j], decimals)
            && capped.map { Decimals.reach($0, head.capped[i, j], decimals) } ?? true
        }
      }
      let scaled = self
      carry(\.exponentials) { decimals in
        everywhere {
          Decimals.reach(
            exp(scaled.shown(\.scaled, head.shifted[$0, $1])), head.exponentials[$0, $1], decimals)
        }
      }
      let powers = (0..<n).map { shown(\.exponentials, head.exponentials.row($0)) }
      carry(\.sums) { decimals in
        (0..<n).allSatisfy { Decimals.reach(powers[$0].total, head.rowSums[$0], decimals) }
      }
      let sums = head.rowSums.map { shown(\.sums, $0) }
      carry(\.weights) { decimals in
        everywhere { Decimals.reach(powers[$0][$1] / sums[$0], head.weights[$0, $1], decimals) }
      }
      carryOutput(head)
    }
  }

  /// The terms of an output, and what they come to, have its decimals.
  private mutating func carryOutput(_ head: Attention) {
    let (n, m, columns) = (head.query.rows, head.key.rows, head.value.columns)
    let weights = (0..<n).map { shown(\.weights, head.weights.row($0)) }
    let values = (0..<m).map { shown(\.value, head.value.row($0)) }
    carry(\.output) { decimals in
      (0..<n).allSatisfy { i in
        (0..<columns).allSatisfy { c in
          var (sum, terms) = (0.0, 0.0)
          for j in 0..<m where !head.masks(query: i, key: j) {
            let (product, term) = (
              weights[i][j] * values[j][c], head.term(query: i, key: j, column: c)
            )
            guard Decimals.reach(product, term, decimals) else { return false }
            sum += product
            terms += Decimals.shown(term, decimals)
          }
          let output = head.output[i, c]
          return Decimals.reach(sum, output, decimals) && Decimals.reach(terms, output, decimals)
        }
      }
    }
  }
}
