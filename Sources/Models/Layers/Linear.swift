/// y = x · W + b
package struct Linear: Equatable, Sendable {
  package let weight: Slot  // (inputs, outputs)
  package private(set) var bias: Slot?  // (1, outputs)
  /// What LoRA adds to it.
  package var adapter: Adapter?

  package init(inputs: Int, outputs: Int, hasBias: Bool = false, in layout: inout Layout) {
    weight = layout.weight(inputs, outputs)
    bias = hasBias ? layout.slot(1, outputs) : nil
  }

  /// The same without what it adds to whatever comes.
  var unbiased: Linear {
    var linear = self
    linear.bias = nil
    return linear
  }

  /// A row of its weight with what an adapter adds: of W + s · A · B.
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package func row<T: Real>(_ row: Int, in parameters: [T]) -> [T] {
    var values = weight.part(rows: row..<row + 1).values(in: parameters)
    guard let adapter, adapter.isOn else { return values }
    let down = adapter.down.part(rows: row..<row + 1).values(in: parameters)
    for (inner, value) in down.enumerated() {
      let factor = T(adapter.scale) * value
      let start = adapter.up.offset + inner * adapter.up.step
      for column in values.indices { values[column] += factor * parameters[start + column] }
    }
    return values
  }

  func forward<T: Real>(_ x: Matrix<T>, _ weights: Weights<T>, into y: Matrix<T>) {
    forward(x, weights, into: y, part: 0..<weight.columns)
    adapter?.forward(x, weights, addingTo: y)
  }

  /// Some of the outputs, without what an adapter adds.
  func forward<T: Real>(
    _ x: Matrix<T>, _ weights: Weights<T>, into y: Matrix<T>, part outputs: Range<Int>
  ) {
    if let number = weight.stored {
      T.multiplyStored(x, weights.stored[number], outputs: outputs, into: y)
    } else {
      // (n, in) · (in, out) → (n, out)
      multiply(x, weights[weight].part(columns: outputs), into: y.part(columns: outputs))
    }
    guard let bias else { return }
    let own = weights[bias].part(columns: outputs)
    for row in 0..<y.rows { y.part(rows: row..<row + 1, columns: outputs).add(own) }
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
