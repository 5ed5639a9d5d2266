/// A linear map from an interval of finite numbers, however wide or narrow, to 0…1.
struct PlotScale: Equatable {
  let lower: Double
  let upper: Double
  /// Brings the bounds near 1, so that no difference overflows or vanishes.
  private let unit: Double

  /// The interval between two numbers; an empty one is widened about its number.
  init(_ first: Double, _ second: Double) {
    var (lower, upper) = (Swift.min(first, second), Swift.max(first, second))
    if lower == upper {
      let margin = lower == 0 ? 1 : abs(lower) / 2
      lower = Swift.max(lower - margin, -.greatestFiniteMagnitude)
      upper = Swift.min(upper + margin, .greatestFiniteMagnitude)
    }
    self.lower = lower
    self.upper = upper
    unit = Self.unit(for: Swift.max(abs(lower), abs(upper)))
  }

  /// Where a finite number lies: 0 at the lower bound, 1 at the upper.
  func fraction(_ value: Double) -> Double {
    let length = upper * unit - lower * unit
    guard length > 0 else { return 0.5 }
    return (value * unit - lower * unit) / length
  }

  /// A power of two that brings a finite magnitude near 1; 1 for zero.
  static func unit(for magnitude: Double) -> Double {
    guard magnitude > 0, magnitude.isFinite else { return 1 }
    return Double(
      sign: .plus, exponent: Swift.min(-Int(magnitude.exponent), 1023), significand: 1)
  }
}
