extension Matrix {
  /// The sum of some rows, each times its factor, added up from the first to the last: with all rows
  /// and a row of factors, their product with the matrix. In a lower precision it is added up in
  /// float32 and rounded once.
  func combination(
    of rows: [Int], times factors: Vector, in precision: Precision = .double
  ) -> Vector {
    if precision == .double {
      var sum = Vector(repeating: 0, count: columns)
      add(rows, factors, to: &sum) { $0 += $1 * $2 }
      return sum
    }
    var sum = [Float](repeating: 0, count: columns)
    add(rows, factors, to: &sum) { $0 += Float($1) * Float($2) }
    return sum.map { precision.round(Double($0)) }
  }

  @inline(__always)
  private func add<Number>(
    _ rows: [Int], _ factors: Vector, to sum: inout [Number],
    _ add: (inout Number, _ factor: Double, _ entry: Double) -> Void
  ) {
    elements.withUnsafeBufferPointer { elements in
      sum.withUnsafeMutableBufferPointer { sum in
        for (row, factor) in zip(rows, factors) {
          let row = UnsafeBufferPointer(rebasing: elements[row * columns..<(row + 1) * columns])
          for column in sum.indices { add(&sum[column], factor, row[column]) }
        }
      }
    }
  }
}
