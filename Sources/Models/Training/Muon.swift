/// Muon (Jordan et al. 2024): a step along the momentum made orthogonal, so that every direction of
/// a matrix moves alike.
package struct Muon<T: Real>: Equatable, Sendable {
  package let momentum: Double
  private var means: [T]

  package init(count: Int, momentum: Double = 0.95) {
    self.momentum = momentum
    means = Array(repeating: 0, count: count)
  }

  /// m ← μm + g, W ← W(1 − rate·decay) − rate · √max(1, outputs / inputs) · orthogonal(g + μm)
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package mutating func update(
    _ parameters: inout [T], _ gradients: [T], _ slot: Slot, rate: Double, decay: Double = 0
  ) {
    let mu = T(momentum)
    var step = Array(repeating: T(0), count: slot.count)
    for (k, index) in slot.range.enumerated() {
      means[index] = mu * means[index] + gradients[index]
      step[k] = gradients[index] + mu * means[index]
    }
    orthogonalise(&step, rows: slot.rows, columns: slot.columns)
    let reach = T(rate * max(1, Double(slot.columns) / Double(slot.rows)).squareRoot())
    let kept = T(1 - rate * decay)
    for (k, index) in slot.range.enumerated() {
      parameters[index] = kept * parameters[index] - reach * step[k]
    }
  }
}

/// Brings all singular values near one by five Newton–Schulz steps:
/// X ← aX + (bA + cA²)X with A = X·Xᵀ, from X of Frobenius length one.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func orthogonalise<T: Real>(_ values: inout [T], rows: Int, columns: Int) {
  var squares: T = 0
  for value in values { squares += value * value }
  let length = squares.squareRoot() + 1e-7
  for index in values.indices { values[index] /= length }
  let (a, b, c) = (T(3.4445), T(-4.7750), T(2.0315))
  values.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return }
    let own = Matrix(start, rows: rows, columns: columns)
    // The short side first, so that A is the smaller square.
    let (n, m) = (min(rows, columns), max(rows, columns))
    withScratch(n, m) { (x: Matrix<T>) in
      withScratch(n, m) { (turned: Matrix<T>) in
        withScratch(n, n) { (square: Matrix<T>) in
          withScratch(n, n) { (power: Matrix<T>) in
            let seen = rows <= columns ? own : own.transposed
            for i in 0..<n { for j in 0..<m { x[i, j] = seen[i, j] } }
            for _ in 0..<5 {
              multiply(x, x.transposed, into: square)  // (n, m) · (m, n) → (n, n)
              multiply(square, square, into: power)
              power.scale(c)
              square.scale(b)
              power.add(square)
              multiply(power, x, into: turned)  // (n, n) · (n, m) → (n, m)
              x.scale(a)
              x.add(turned)
            }
            for i in 0..<n { for j in 0..<m { seen[i, j] = x[i, j] } }
          }
        }
      }
    }
  }
}
