import Numerics

/// The directions in which rows differ most: the plane that shows them best (principal components).
enum PrincipalAxes {
  /// At most so many orthogonal directions of length 1 from rows without their mean, the one along which
  /// the rows' squares add up to most first. The largest entry of each is positive.
  static func of(_ centred: Matrix, count: Int) -> Matrix {
    let (values, vectors) = eigen(of: (try? centred.transposed.times(centred)) ?? centred)
    let order = values.indices.sorted { values[$0] > values[$1] }.prefix(count)
    let rows = order.map { index -> Vector in
      let axis = vectors.column(index)
      let largest = axis.max { $0.magnitude < $1.magnitude } ?? 0
      return largest < 0 ? axis.map { -$0 } : axis
    }
    return Matrix(rows) ?? Matrix(rows: 0, columns: centred.columns)
  }

  /// Eigenvalues of a symmetric matrix, and its eigenvectors in columns: Jacobi's rotations, each of which
  /// brings one entry beside the diagonal to 0.
  private static func eigen(of matrix: Matrix) -> (values: Vector, vectors: Matrix) {
    let n = matrix.rows
    var a = matrix
    var v = Matrix(rows: n, columns: n) { $0 == $1 ? 1 : 0 }
    var isDone = false
    for _ in 0..<60 where !isDone {
      isDone = true
      for p in 0..<n {
        for q in p + 1..<max(n, p + 1) where a[p, q] != 0 {
          if a[p, q].magnitude > 1e-30 * (a[p, p].magnitude + a[q, q].magnitude) { isDone = false }
          let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
          let sign: Double = theta < 0 ? -1 : 1
          let t =
            theta.magnitude > 1e150
            ? 1 / (2 * theta) : sign / (theta.magnitude + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q])
          }
          for k in 0..<n {
            (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k])
            (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q])
          }
          (a[p, q], a[q, p]) = (0, 0)
        }
      }
    }
    return ((0..<n).map { a[$0, $0] }, v)
  }
}
