/// y = x · W + b
package struct Linear: Equatable, Sendable {
  package let weight: Slot  // (inputs, outputs)
  package let bias: Slot?  // (1, outputs)
  /// What LoRA adds to it.
  package var adapter: Adapter?

  package init(inputs: Int, outputs: Int, hasBias: Bool = false, in layout: inout Layout) {
    weight = layout.slot(inputs, outputs)
    bias = hasBias ? layout.slot(1, outputs) : nil
  }

  func forward<T: Real>(_ x: Matrix<T>, _ weights: Weights<T>, into y: Matrix<T>) {
    multiply(x, weights[weight], into: y)  // (n, in) · (in, out) → (n, out)
    if let bias {
      let bias = weights[bias]
      for row in 0..<y.rows { y.part(rows: row..<row + 1).add(bias) }
    }
    adapter?.forward(x, weights, addingTo: y)
  }

  /// dW += xᵀ · dy, db += the sum of dy's rows, dx = dy · Wᵀ
  func backward<T: Real>(
    _ dy: Matrix<T>, x: Matrix<T>, _ weights: Weights<T>, into dx: Matrix<T>, adding: Bool = false
  ) {
    multiply(x.transposed, dy, into: weights.gradient(weight), adding: true)
    if let bias {
      let gradient = weights.gradient(bias)
      for row in 0..<dy.rows { gradient.add(dy.part(rows: row..<row + 1)) }
    }
    multiply(dy, weights[weight].transposed, into: dx, adding: adding)
    adapter?.backward(dy, x: x, weights, addingTo: dx)
  }
}
