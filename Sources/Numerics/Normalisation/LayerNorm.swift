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

  /// What the row is counted in on the way to the divisor: 1, or a power of ten near its largest entry
  /// where differences or squares would leave the range of doubles.
  package let unit: Double
  /// Mean, differences and mean square of the row in these units.
  package let counted: RowMoments

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
    let plain = RowMoments(x, epsilon: epsilon, takingOffTheMean: method == .layer)
    let unit = plain.isInRange || !x.isFinite ? 1 : Self.unit(of: x, epsilon)
    let counted =
      unit == 1
      ? plain
      : RowMoments(
        x.map { $0 / unit }, epsilon: epsilon / unit / unit, takingOffTheMean: method == .layer)
    (self.unit, self.counted) = (unit, counted)
    let scaled = counted.mean * unit
    let mean = scaled.isSubnormal ? x.total / Double(x.count) : scaled
    self.mean = method == .layer ? mean : nil
    centred =
      method == .rms
      ? x
      : zip(x, counted.centred).map { entry, counted in
        entry == mean ? Double(signOf: counted, magnitudeOf: 0) : entry - mean
      }
    squares = centred.map { $0 * $0 }
    meanSquare = counted.meanSquare * unit * unit
    divisor = counted.divisor * unit
    normalised = counted.centred.map { $0 / counted.divisor }
    output = x.indices.map { [normalised] i in
      gamma[i] * normalised[i] + (method == .layer ? beta[i] : 0)
    }
  }

  /// The power of ten at or below the largest entry, or the root of ε where that is larger.
  private static func unit(of x: Vector, _ epsilon: Double) -> Double {
    let largest = max(x.map(\.magnitude).largest ?? 0, epsilon.squareRoot())
    let exponent = max(DecimalDigits(largest).exponent - 1, -323)
    return Double("1e\(exponent)") ?? 1
  }

  /// Whether all entries are the same, so that only ε stands between the divisor and 0.
  package var hasNoSpread: Bool { counted.centred.allSatisfy { $0 == 0 } }
}
