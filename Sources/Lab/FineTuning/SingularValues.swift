/// The singular values of a matrix, from the largest: its columns are turned in pairs until all are
/// at right angles, and then their lengths are read off (one-sided Jacobi, Hestenes 1958).
package func singularValues(_ values: [Double], rows: Int, columns: Int) -> [Double] {
  var a = (0..<columns).map { column in (0..<rows).map { values[$0 * columns + column] } }
  func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
  for _ in 0..<30 {
    var worst = 0.0
    for i in 0..<columns {
      for j in i + 1..<max(columns, i + 1) {
        let (ii, jj, ij) = (dot(a[i], a[i]), dot(a[j], a[j]), dot(a[i], a[j]))
        let scale = (ii * jj).squareRoot()
        guard scale > 0, abs(ij) > 1e-15 * scale else { continue }
        worst = max(worst, abs(ij) / scale)
        let zeta = (jj - ii) / (2 * ij)
        let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
        let cosine = 1 / (1 + t * t).squareRoot()
        let sine = cosine * t
        for row in 0..<rows {
          let (x, y) = (a[i][row], a[j][row])
          a[i][row] = cosine * x - sine * y
          a[j][row] = sine * x + cosine * y
        }
      }
    }
    if worst < 1e-12 { break }
  }
  return a.map { dot($0, $0).squareRoot() }.sorted(by: >).prefix(min(rows, columns)).map { $0 }
}
