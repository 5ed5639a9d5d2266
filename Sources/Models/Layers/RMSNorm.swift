/// y = g ⊙ x / rms(x), rms(x) = √(mean(x²) + ε), over each row (Zhang and Sennrich 2019).
package struct RMSNorm: Equatable, Sendable {
  package let gain: Slot  // (1, width)
  package let epsilon: Double

  package init(width: Int, epsilon: Double = 1e-5, in layout: inout Layout) {
    gain = layout.slot(1, width)
    self.epsilon = epsilon
  }

  /// `spread` keeps 1 / rms(x) of each row for the backward pass.
  func forward<T: Real>(
    _ x: Matrix<T>, _ weights: Weights<T>, into y: Matrix<T>, spread: Matrix<T>
  ) {
    let g = weights[gain].start
    for row in 0..<x.rows {  // x, y (n, width) · spread (n, 1)
      let from = x.row(row)
      let to = y.row(row)
      var squares: T = 0
      for i in 0..<x.columns { squares += from[i] * from[i] }
      let inverse = 1 / (squares / T(x.columns) + T(epsilon)).squareRoot()
      for i in 0..<x.columns { to[i] = g[i] * (from[i] * inverse) }
      spread[row, 0] = inverse
    }
  }

  /// With n = x / rms(x) and u = g ⊙ dy: dg += dy ⊙ n, dx += (u − n · mean(u ⊙ n)) / rms(x)
  func backward<T: Real>(
    _ dy: Matrix<T>, x: Matrix<T>, spread: Matrix<T>, _ weights: Weights<T>,
    addingTo dx: Matrix<T>
  ) {
    let g = weights[gain].start
    let dg = weights.gradient(gain).start
    for row in 0..<x.rows {
      let from = x.row(row)
      let back = dy.row(row)
      let to = dx.row(row)
      let inverse = spread[row, 0]
      var mean: T = 0
      for i in 0..<x.columns { mean += g[i] * back[i] * (from[i] * inverse) }
      mean /= T(x.columns)
      for i in 0..<x.columns {
        let normal = from[i] * inverse
        dg[i] += back[i] * normal
        to[i] += (g[i] * back[i] - normal * mean) * inverse
      }
    }
  }
}
