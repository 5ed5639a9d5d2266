import Libc

/// A number with its derivatives by the 21 weights: what is computed with it brings those of the result
/// along (forward-mode differentiation).
struct Dual: Quantity {
  let value: Double
  let slopes: Slopes

  init(_ value: Double) { self.init(value, Slopes()) }

  init(_ value: Double, _ slopes: Slopes) {
    self.value = value
    self.slopes = slopes
  }

  /// The weights, each with a slope of 1 by itself.
  static func weights(_ values: [Double]) -> [Dual] {
    values.enumerated().map { Dual($1, Slopes(unit: $0)) }
  }

  static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, left.slopes + right.slopes)
  }
  static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, left.slopes + right.slopes * -1)
  }
  static func * (left: Dual, right: Dual) -> Dual {
    Dual(left.value * right.value, left.slopes * right.value + right.slopes * left.value)
  }
  static func / (left: Dual, right: Dual) -> Dual {
    let quotient = left.value / right.value
    return Dual(quotient, (left.slopes + right.slopes * -quotient) * (1 / right.value))
  }
  static prefix func - (dual: Dual) -> Dual { Dual(-dual.value, dual.slopes * -1) }

  var exponential: Dual {
    let power = exp(value)
    return Dual(power, slopes * power)
  }

  func power(_ exponent: Dual) -> Dual {
    let result = pow(value, exponent.value)
    return Dual(
      result,
      slopes * (result * exponent.value / value) + exponent.slopes * (result * log(value)))
  }
}

/// The derivatives of a number by each of the weights.
struct Slopes: Sendable {
  private var first = SIMD16<Double>()
  private var rest = SIMD8<Double>()

  init() {}

  /// 1 by one of the weights, 0 by all others.
  init(unit index: Int) {
    if index < 16 { first[index] = 1 } else { rest[index - 16] = 1 }
  }

  subscript(index: Int) -> Double { index < 16 ? first[index] : rest[index - 16] }

  static func + (left: Slopes, right: Slopes) -> Slopes {
    var sum = left
    sum += right
    return sum
  }
  static func += (left: inout Slopes, right: Slopes) {
    left.first += right.first
    left.rest += right.rest
  }
  static func * (left: Slopes, right: Double) -> Slopes {
    var product = left
    product.first *= right
    product.rest *= right
    return product
  }
}
