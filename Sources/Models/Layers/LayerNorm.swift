/// y = g ⊙ (x − mean(x)) / √(var(x) + ε) + b, over each row (Ba, Kiros and Hinton 2016).
package struct LayerNorm: Equatable, Sendable {
  package let gain: Slot  // (1, width)
  package let bias: Slot  // (1, width)
  package let epsilon: Double

  package init(width: Int, epsilon: Double = 1e-5, in layout: inout Layout) {
    gain = layout.slot(1, width)
    bias = layout.slot(1, width)
    self.epsilon = epsilon
  }

  /// `spread` keeps the mean and 1 / √(var + ε) of each row for the backward pass.
  func forward<T: Real>(
    _ x: Matrix<T>, _ weights: Weights<T>, into y: Matrix<T>, spread: Matrix<T>
  ) {
    let g = weights[gain].start
    let b = weights[bias].start
    for row in 0..<x.rows {  // x, y (n, width) · spread (n, 2)
      let from = x.row(row)
      let to = y.row(row)
      var mean: T = 0
      for i in 0..<x.columns { mean += from[i] }
      mean /= T(x.columns)
      var variance: T = 0
      for i in 0..<x.columns { variance += (from[i] - mean) * (from[i] - mean) }
      variance /= T(x.columns)
      let inverse = 1 / (variance + T(epsilon)).squareRoot()
      for i in 0..<x.columns { to[i] = g[i] * ((from[i] - mean) * inverse) + b[i] }
      spread[row, 0] = mean
      spread[row, 1] = inverse
    }
  }

  /// With n the normal row and u = g ⊙ dy:
  /// dg += dy ⊙ n, db += dy, dx += (u − mean(u) − n · mean(u ⊙ n)) / √(var + ε)
  func backward<T: Real>(
    _ dy: Matrix<T>, x: Matrix<T>, spread: Matrix<T>, _ weights: Weights<T>,
    addingTo dx: Matrix<T>
  ) {
    let g = weights[gain].start
    let dg = weights.gradient(gain).start
    let db = weights.gradient(bias).start
    for row in 0..<x.rows {
      let from = x.row(row)
      let back = dy.row(row)
      let to = dx.row(row)
      let mean = spread[row, 0]
      let inverse = spread[row, 1]
      var level: T = 0
      var slope: T = 0
      for i in 0..<x.columns {
        let u = g[i] * back[i]
        level += u
        slope += u * ((from[i] - mean) * inverse)
      }
      level /= T(x.columns)
      slope /= T(x.columns)
      for i in 0..<x.columns {
        let normal = (from[i] - mean) * inverse
        dg[i] += back[i] * normal
        db[i] += back[i]
        to[i] += (g[i] * back[i] - level - normal * slope) * inverse
      }
    }
  }
}
