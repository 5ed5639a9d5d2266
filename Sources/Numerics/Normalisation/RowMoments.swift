/// Mean, differences and mean square of a row, as far as doubles hold them.
package struct RowMoments: Equatable, Sendable {
  package let mean: Double
  /// The entries less the mean; the entries themselves where the mean is left alone.
  package let centred: Vector
  /// The mean of their squares.
  package let meanSquare: Double
  /// √(meanSquare + ε)
  package let divisor: Double

  init(_ x: Vector, epsilon: Double, takingOffTheMean: Bool) {
    let d = Double(x.count)
    // Counted from the first entry, so that a row of equal ones has no spread at all.
    let counted = x[0] + x.map { $0 - x[0] }.total / d
    // Of the smallest numbers only their sum is exact.
    let mean = counted.isSubnormal ? x.total / d : counted
    self.mean = mean
    centred = takingOffTheMean ? x.map { $0 - mean } : x
    meanSquare = centred.map { $0 * $0 }.total / d
    divisor = (meanSquare + epsilon).squareRoot()
  }

  /// Whether no difference or square left the range of doubles in a way that the divisor feels: what
  /// underflows is lost beside a divisor of this size.
  var isInRange: Bool {
    divisor.isFinite && (divisor > 1e-150 || centred.allSatisfy { $0 == 0 })
  }
}
