/// A model's parameters and their gradients, lent to its layers for one pass.
package struct Weights<T: Real> {
  let values: UnsafeMutablePointer<T>
  let gradients: UnsafeMutablePointer<T>
  /// Those that stay in a file.
  var stored: [StoredMatrix] = []

  @inline(__always) subscript(slot: Slot) -> Matrix<T> { slot.matrix(in: values) }
  @inline(__always) func gradient(_ slot: Slot) -> Matrix<T> { slot.matrix(in: gradients) }
}

extension Weights {
  /// For a forward pass, which reads only: there are no gradients.
  static func reading<R>(
    _ values: [T], stored: [StoredMatrix] = [], _ body: (Weights<T>) -> R
  ) -> R {
    values.withUnsafeBufferPointer { buffer in
      // An empty array has no memory, and no layer that would look for it.
      guard let start = buffer.baseAddress else { preconditionFailure("a model has parameters") }
      let values = UnsafeMutablePointer(mutating: start)
      return body(Weights(values: values, gradients: values, stored: stored))
    }
  }

  /// For a backward pass, which adds to the gradients.
  static func reading<R>(
    _ values: [T], adding gradients: inout [T], _ body: (Weights<T>) -> R
  ) -> R {
    precondition(gradients.count == values.count)
    return reading(values) { weights in
      gradients.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("a model has parameters") }
        return body(Weights(values: weights.values, gradients: start))
      }
    }
  }
}
