/// LoRA (Hu et al. 2021): y += s · (x · A) · B, with few columns in A and few rows in B, and the
/// layer's own weight left as it is. B begins at zero, so that at first nothing changes.
package struct Adapter: Equatable, Sendable {
  package let down: Slot  // A: (inputs, rank)
  package let up: Slot  // B: (rank, outputs)
  package let scale: Double
  package var isOn = true

  /// One for a layer; its scale is alpha over the rank.
  package init(to weight: Slot, rank: Int, alpha: Double, in layout: inout Layout) {
    down = layout.slot(weight.rows, rank)
    up = layout.slot(rank, weight.columns)
    scale = alpha / Double(rank)
  }

  func forward<T: Real>(_ x: Matrix<T>, _ weights: Weights<T>, addingTo y: Matrix<T>) {
    guard isOn else { return }
    withScratch(x.rows, down.columns) { (h: Matrix<T>) in
      multiply(x, weights[down], into: h)  // (n, in) · (in, rank) → (n, rank)
      h.scale(T(scale))
      multiply(h, weights[up], into: y, adding: true)  // (n, rank) · (rank, out) → (n, out)
    }
  }

  /// dA += s · xᵀ · (dy · Bᵀ), dB += s · (x · A)ᵀ · dy, dx += s · (dy · Bᵀ) · Aᵀ
  func backward<T: Real>(
    _ dy: Matrix<T>, x: Matrix<T>, _ weights: Weights<T>, addingTo dx: Matrix<T>
  ) {
    guard isOn else { return }
    withScratch(x.rows, down.columns) { (h: Matrix<T>) in
      multiply(x, weights[down], into: h)
      h.scale(T(scale))
      multiply(h.transposed, dy, into: weights.gradient(up), adding: true)
      multiply(dy, weights[up].transposed, into: h)
      h.scale(T(scale))
      multiply(x.transposed, h, into: weights.gradient(down), adding: true)
      multiply(h, weights[down].transposed, into: dx, adding: true)
    }
  }
}

/// A matrix for the time of the call; what is in it first is undefined.
func withScratch<T: Real, R>(_ rows: Int, _ columns: Int, _ body: (Matrix<T>) -> R) -> R {
  withUnsafeTemporaryAllocation(of: T.self, capacity: max(rows * columns, 1)) { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("no memory was lent") }
    return body(Matrix(start, rows: rows, columns: columns))
  }
}
