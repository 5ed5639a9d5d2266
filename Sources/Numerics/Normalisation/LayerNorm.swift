import Glibc

/// One row normalised, as a Transformer does before or after each part of a block, with every
/// number on the way.
///
/// Layer normalisation (Ba, Kiros, Hinton 2016): y = γ ⊙ (x − μ) / √(σ² + ε) + β, with the mean and
/// the (biased) variance over the d entries of the row. RMSNorm (Zhang, Sennrich 2019) leaves the
/// mean and β out: y = γ ⊙ x / √(mean(x²) + ε).
package struct LayerNorm: Equatable, Sendable {
  /// Which of the two.
  package enum Method: String, CaseIterable, Sendable {
    case layer, rms
  }

  /// The row, of d entries.
  package let x: Vector
  /// The learnt scale of each entry.
  package let gamma: Vector
  /// The learnt shift of each entry; not used by RMSNorm.
  package let beta: Vector
  /// What keeps the divisor from 0.
  package let epsilon: Double
  package let method: Method

  /// The mean of the row; nil for RMSNorm, which does not look at it.
  package let mean: Double?
  /// The row less its mean; for RMSNorm the row itself.
  package let centred: Vector
  /// The squares of the centred entries.
  package let squares: Vector
  /// Their mean: the variance, or for RMSNorm the mean square.
  package let meanSquare: Double
  /// √(meanSquare + ε), what each centred entry is divided by.
  package let divisor: Double
  /// The centred entries divided by it: mean 0 (but for RMSNorm) and mean square near 1.
  package let normalised: Vector
  /// γ ⊙ normalised, plus β for layer normalisation.
  package let output: Vector

  /// Normalises a row; nil where γ or β is not as long as it, or the row is empty.
  package init?(
    _ x: Vector, gamma: Vector, beta: Vector, epsilon: Double = 1e-5, method: Method = .layer
  ) {
    guard !x.isEmpty, gamma.count == x.count, beta.count == x.count else { return nil }
    (self.x, self.gamma, self.beta) = (x, gamma, beta)
    (self.epsilon, self.method) = (epsilon, method)
    let d = Double(x.count)
    // Counted from the first entry, so that a row of equal ones has no spread at all.
    let mean = x[0] + x.map { $0 - x[0] }.total / d
    self.mean = method == .layer ? mean : nil
    centred = method == .layer ? x.map { $0 - mean } : x
    squares = centred.map { $0 * $0 }
    meanSquare = squares.total / d
    divisor = (meanSquare + epsilon).squareRoot()
    let divisor = divisor
    normalised = centred.map { $0 / divisor }
    output = x.indices.map { [normalised] i in
      gamma[i] * normalised[i] + (method == .layer ? beta[i] : 0)
    }
  }

  /// Whether all entries are the same, so that only ε stands between the divisor and 0.
  package var hasNoSpread: Bool { meanSquare == 0 }
}
