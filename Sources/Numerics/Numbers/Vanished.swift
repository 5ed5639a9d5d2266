extension NumberText {
  /// How a result of 0 is written that is not 0, only nearer to it than any double but 0.
  package func vanished(_ zero: Double) -> String {
    zero.sign == .minus ? ">\(minus)5e-324" : "<5e-324"
  }

  /// A result, told from zero where it vanished.
  package func telling(_ number: Double, vanishes: Bool) -> String {
    vanishes ? vanished(number) : telling(number)
  }

  /// A vector's entries likewise.
  package func vector(_ numbers: Vector, vanishes: (Int) -> Bool) -> String {
    "["
      + numbers.indices.map { telling(numbers[$0], vanishes: vanishes($0)) }.joined(separator: ", ")
      + "]"
  }

  /// A table in one format, in which numbers that vanished are told from zeros.
  package func aligned(
    _ matrix: Matrix, vanishes: (_ row: Int, _ column: Int) -> Bool
  ) -> [[String]] {
    var rows = aligned(matrix)
    for column in 0..<matrix.columns {
      let vanished = rows.indices.filter { matrix[$0, column] == 0 && vanishes($0, column) }
      for row in vanished { rows[row][column] = self.vanished(matrix[row, column]) }
      if vanished.isEmpty { continue }
      let width = rows.reduce(0) { max($0, $1[column].count) }
      for row in rows.indices {
        let text = rows[row][column]
        rows[row][column] = String(repeating: " ", count: width - text.count) + text
      }
    }
    return rows
  }
}
