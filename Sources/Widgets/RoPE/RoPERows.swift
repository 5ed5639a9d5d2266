import Formulas
import Libc
import Numerics

extension RoPEWidget {
  package func rows(in area: Area) -> [ResultRow] {
    switch area {
    case .turned:
      [
        angle("angle of q", query, m), turned("q turned", query), angle("angle of k", key, n),
        turned("k turned", key), product,
      ]
    case .scores: PositionScores.Kind.allCases.map(score)
    case .vectors, .m, .n, .base: []
    }
  }

  package func sources(of result: Cursor) -> [Cursor] {
    let all = 0..<q.count
    let own = result.column..<result.column + 1
    let (rows, columns): ([Int], Range<Int>)
    switch (result.area, result.row) {
    case (.turned, 1), (.turned, 3): (rows, columns) = ([result.row - 1], own)
    case (.turned, 4): (rows, columns) = ([1, 3], own)
    case (.scores, 0): (rows, columns) = ([1, 3], all)
    default: return []
    }
    return rows.flatMap { cells(.turned, row: $0, columns: columns) }
  }

  private func pair(_ column: Int) -> Int { positions.pair(of: column, width: q.count) }

  private func angle(_ name: String, _ rotation: Rotation, _ place: Int) -> ResultRow {
    ResultRow(name, q.indices.map { rotation.angles[0, pair($0)] }) { column, numbers in
      let pair = pair(column)
      let value = rotation.angles[0, pair]
      return Equation(name, [], value, numbers: numbers) { _ in
        "\(place)\(numbers.times)\(Plain.text(positions.base))"
          + "^(\(numbers.minus)\(2 * pair)/\(q.count))"
      } compute: { _ in
        value
      }
    }
  }

  private func turned(_ name: String, _ rotation: Rotation) -> ResultRow {
    ResultRow(name, rotation.rotated.elements) { column in
      let terms = rotation.terms(row: 0, column: column).map { $0 * $1 }
      return [
        (.turnedBack, pairs(rotation, column).isFirst ? terms[0] - terms[1] : terms[1] - terms[0]),
        (.positionForgotten, rotation.matrix[0, column]),
      ]
    } equation: { column, numbers in
      let (x, y, isFirst) = pairs(rotation, column)
      let angle = rotation.angles[0, pair(column)]
      return Equation(
        name, [x, y, angle], rotation.rotated[0, column], numbers: numbers
      ) { texts in
        let (first, second) = isFirst ? ("cos", "sin") : ("sin", "cos")
        return "\(texts[0])\(numbers.times)\(first)(\(texts[2])) "
          + (isFirst ? numbers.minus : "+")
          + " \(numbers.factor(texts[1]))\(numbers.times)\(second)(\(texts[2]))"
      } compute: {
        isFirst ? $0[0] * cos($0[2]) - $0[1] * sin($0[2]) : $0[0] * sin($0[2]) + $0[1] * cos($0[2])
      }
    }
  }

  /// The two entries of a column's pair, and whether it is the first of them.
  private func pairs(
    _ rotation: Rotation, _ column: Int
  ) -> (x: Double, y: Double, isFirst: Bool) {
    let (a, b) = positions.pair(pair(column), width: q.count)
    return (rotation.matrix[0, a], rotation.matrix[0, b], column == a)
  }

  private var product: ResultRow {
    let (left, right) = (query.rotated, key.rotated)
    return ResultRow(
      "product", q.indices.map { left[0, $0] * right[0, $0] }
    ) { column in
      [(.positionForgotten, q[column] * k[column])]
    } equation: { column, numbers in
      .sum(
        "product", of: [(left[0, column], right[0, column])],
        left[0, column] * right[0, column], numbers: numbers)
    }
  }

  private func score(_ kind: PositionScores.Kind) -> ResultRow {
    let scores = PositionScores(kind: kind, positions: positions)
    let pairs = PositionScores.moves.map { scores.pairs(q, at: m + $0.0, k, at: n + $0.1) }
    let values = pairs.map { $0.map(\.0).dot($0.map(\.1)) }
    return ResultRow(kind.rawValue, values) { _ in
      kind == .none ? [] : [(.positionForgotten, q.dot(k))]
    } equation: { column, numbers in
      .sum(kind.rawValue, of: pairs[column], values[column], numbers: numbers)
    }
  }
}
