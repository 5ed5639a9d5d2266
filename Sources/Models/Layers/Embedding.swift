/// One row of a table for each token.
package struct Embedding: Equatable, Sendable {
  package let table: Slot  // (vocabulary, width)
  /// What each row is multiplied by on its way in; a tied table is often smaller than the stream.
  package let scale: Double

  package init(vocabulary: Int, width: Int, scale: Double = 1, in layout: inout Layout) {
    table = layout.weight(vocabulary, width)
    self.scale = scale
  }

  func forward<T: Real>(_ tokens: [Int32], _ weights: Weights<T>, into y: Matrix<T>) {
    let scale = T(scale)
    if let number = table.stored {
      for (row, token) in tokens.enumerated() {
        let from = weights.stored[number].row(Int(token))
        for column in 0..<y.columns { y[row, column] = scale * T(from[column]) }
      }
      return
    }
    let table = weights[table]
    for (row, token) in tokens.enumerated() {
      let from = table.row(Int(token))
      let to = y.row(row)
      for column in 0..<y.columns { to[column] = scale * from[column] }  // (n, width)
    }
  }

  /// Each token's row gets what came back at each place where it stood.
  func backward<T: Real>(_ dy: Matrix<T>, _ tokens: [Int32], _ weights: Weights<T>) {
    let gradient = weights.gradient(table)
    let scale = T(scale)
    for (row, token) in tokens.enumerated() {
      let to = gradient.row(Int(token))
      let from = dy.row(row)
      for column in 0..<dy.columns { to[column] += scale * from[column] }
    }
  }
}
