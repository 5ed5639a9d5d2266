/// How many digits the backward pass carries.
extension AttentionDigits {
  /// Takes digits off each gradient until its calculation holds, of shown numbers.
  mutating func carry(_ heads: [Attention], _ gradients: [AttentionGradients]) {
    let means = Self.means(heads, gradients)
    for (index, (head, back)) in zip(heads, gradients).enumerated() {
      let (n, m) = (head.query.rows, head.key.rows)
      let digits = self
      /// A column of a factor as it is shown, but for what the mask blocks.
      func column(
        _ matrix: Matrix, _ style: Style, _ column: Int, _ digits: AttentionDigits,
        seen: (Int) -> Bool
      ) -> Vector {
        (0..<matrix.rows).map { seen($0) ? digits.shown(style, matrix[$0, column]) : 0 }
      }
      /// Whether the product of two factors holds in each cell of a result.
      func holds(
        _ matrix: Matrix, _ result: CarriedResult,
        _ factors: (_ row: Int, _ column: Int) -> (Vector, Vector)
      ) -> Bool {
        (0..<matrix.rows).allSatisfy { row in
          (0..<matrix.columns).allSatisfy { at in
            let (left, right) = factors(row, at)
            return result.holds(matrix[row, at], from: left.dot(right))
          }
        }
      }
      carry(\.dV) { result in
        holds(back.dV, result) { j, c in
          let seen = { !head.masks(query: $0, key: j) }
          return (
            column(head.weights, \.weights, j, digits, seen: seen),
            column(back.dO, \.dO, c, digits, seen: seen)
          )
        }
      }
      carry(\.dA) { result in
        holds(back.dA, result) {
          (digits.shown(\.dO, back.dO.row($0)), digits.shown(\.value, head.value.row($1)))
        }
      }
      let weights = (0..<n).map { shown(\.weights, head.weights.row($0)) }
      let dA = (0..<n).map { shown(\.dA, back.dA.row($0)) }
      // The mean has its own digits: with as few as its terms carry dS would be of another number.
      let mean = shown(\.means, means[index][...])
      carry(\.dS) { result in
        (0..<n).allSatisfy { i in
          (0..<m).allSatisfy { j in
            head.masks(query: i, key: j)
              || result.holds(back.dS[i, j], from: weights[i][j] * (dA[i][j] - mean[i]))
          }
        }
      }
      let scores = self
      carry(\.dQ) { result in
        holds(back.dQ, result) { i, c in
          (
            scores.shown(\.dS, back.dS.row(i)).map { $0 * head.scale },
            column(head.key, \.key, c, scores) { !head.masks(query: i, key: $0) }
          )
        }
      }
      carry(\.dK) { result in
        holds(back.dK, result) { j, c in
          let seen = { !head.masks(query: $0, key: j) }
          return (
            column(back.dS, \.dS, j, scores, seen: seen).map { $0 * head.scale },
            column(head.query, \.query, c, scores, seen: seen)
          )
        }
      }
    }
  }
}
