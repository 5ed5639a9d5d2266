import Numerics

/// The products of matrices that a piece of code takes.
extension CodeVectors {
  /// The first `A @ B` or `np.matmul(A, B)` of arrays that are written there, one of them a matrix;
  /// `.T` behind the second turns it.
  package var matrixProduct: (NumberArray, NumberArray)? {
    for (first, second) in products {
      guard let a = array(first), let b = array(second), a.shape.count + b.shape.count > 2
      else { continue }
      return (a, b)
    }
    return nil
  }

  private func array(_ text: String) -> NumberArray? {
    let isTurned = text.hasSuffix(".T")
    guard let array = try? NumberReader.array(literal(isTurned ? String(text.dropLast(2)) : text))
    else { return nil }
    return isTurned ? array.transposed : array
  }
}
