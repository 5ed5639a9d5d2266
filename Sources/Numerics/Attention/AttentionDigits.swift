import Libc

/// How the numbers of attention are written: those of a matrix with as many decimals at every step, in
/// tables and in calculations, so that a number has one text.
///
/// Numbers that are rounded have no fewer decimals than what is computed from them, and results no more
/// than the digits that they are computed from carry.
package struct AttentionDigits: Sendable {
  package internal(set) var query, key, value, scores, scaled, exponentials, sums, weights,
    terms, output: NumberText
  /// Those of the backward pass; the means are those of each row of dA, by its weights.
  package internal(set) var dO, dV, dA, means, dS, dQ, dK: NumberText
  /// Whether all calculations hold with these digits, give or take one in the last of a result.
  package private(set) var suffice = true

  /// Whether each query gives weight to several keys: none of these has all, however near rounding brings it.
  private var areSeveral = false
  /// Weights as results: what is less than all does not read as all of it. In calculations with them they are
  /// numbers, rounded like any.
  package var shares: NumberText { weights.ofShares.belowOne(areSeveral) }

  /// Each number with as many digits as it takes.
  package init(_ numbers: NumberText) {
    (query, key, value) = (numbers, numbers, numbers)
    (scores, scaled, exponentials, sums) = (numbers, numbers, numbers, numbers)
    (weights, terms, output) = (numbers, numbers, numbers)
    (dO, dV, dA, means) = (numbers, numbers, numbers, numbers)
    (dS, dQ, dK) = (numbers, numbers, numbers)
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
    areSeveral = heads.allSatisfy { head in
      (0..<head.query.rows).allSatisfy { head.weights.row($0).count { $0 > 0 } > 1 }
    }
    set(\.terms, output)
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
    set(
      \.means, raised(Self.means(heads, gradients).joined().map(\.self), to: needed(scoreGradient)))
    set(\.dA, raised(gradients.flatMap(\.dA.elements), to: needed(scoreGradient)))
    if isSmall { carry(heads, gradients) }
  }

  /// The mean of each row of dA, by its weights.
  static func means(_ heads: [Attention], _ gradients: [AttentionGradients]) -> [Vector] {
    zip(heads, gradients).map { head, back in
      (0..<head.query.rows).map { i in
        zip(head.weights.row(i), back.dA.row(i)).map { $0 * $1 }.total
      }
    }
  }

  // MARK: What the digits carry

  typealias Style = WritableKeyPath<AttentionDigits, NumberText>

  /// Takes digits off a result until all calculations of it hold.
  mutating func carry(_ style: Style, where holds: (CarriedResult) -> Bool) {
    if let carried = self[keyPath: style].carried(where: holds) {
      self[keyPath: style] = carried
    } else {
      suffice = false
    }
  }

  /// A number as it is shown.
  func shown(_ style: Style, _ number: Double) -> Double { self[keyPath: style].seen(number) }

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
      carry(\.scores) { result in
        everywhere { result.holds(head.scores[$0, $1], from: queries[$0].dot(keys[$1])) }
      }
      let scores = self
      carry(\.scaled) { result in
        everywhere { i, j in
          let scaled = scores.shown(\.scores, head.scores[i, j]) * head.scale
          let capped = head.options.softcap.map { softcap in
            softcap * tanh(result.style.seen(head.scaled[i, j]) / softcap)
          }
          return result.holds(head.scaled[i, j], from: scaled)
            && capped.map { result.holds(head.capped[i, j], from: $0) } ?? true
        }
      }
      let scaled = self
      carry(\.exponentials) { result in
        everywhere {
          result.holds(
            head.exponentials[$0, $1], from: exp(scaled.shown(\.scaled, head.shifted[$0, $1])))
        }
      }
      let powers = (0..<n).map { shown(\.exponentials, head.exponentials.row($0)) }
      carry(\.sums) { result in
        (0..<n).allSatisfy { result.holds(head.rowSums[$0], from: powers[$0].total) }
      }
      let sums = head.rowSums.map { shown(\.sums, $0) }
      carry(\.weights) { result in
        everywhere { result.holds(head.weights[$0, $1], from: powers[$0][$1] / sums[$0]) }
      }
      carryOutput(head)
    }
  }

  /// An output may have fewer digits than its terms, whose rounding adds up in it.
  private mutating func carryOutput(_ head: Attention) {
    let (n, m, columns) = (head.query.rows, head.key.rows, head.value.columns)
    let weights = (0..<n).map { shown(\.weights, head.weights.row($0)) }
    let values = (0..<m).map { shown(\.value, head.value.row($0)) }
    carry(\.terms) { result in
      (0..<n).allSatisfy { i in
        (0..<columns).allSatisfy { c in
          (0..<m).allSatisfy { j in
            head.masks(query: i, key: j)
              || result.holds(
                head.term(query: i, key: j, column: c), from: weights[i][j] * values[j][c])
          }
        }
      }
    }
    let style = terms
    carry(\.output) { result in
      (0..<n).allSatisfy { i in
        (0..<columns).allSatisfy { c in
          var (sum, terms) = (0.0, 0.0)
          for j in 0..<m where !head.masks(query: i, key: j) {
            sum += weights[i][j] * values[j][c]
            terms += style.seen(head.term(query: i, key: j, column: c))
          }
          let output = head.output[i, c]
          return result.holds(output, from: sum) && result.holds(output, from: terms)
        }
      }
    }
  }
}
