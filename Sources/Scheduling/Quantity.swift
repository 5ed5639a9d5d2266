import Libc

/// A number that the formulas of FSRS work on: a plain one, or one that carries its derivatives.
protocol Quantity: Sendable {
  init(_ value: Double)
  /// The number itself, by which two of them are compared.
  var value: Double { get }
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static prefix func - (quantity: Self) -> Self
  /// e to this power.
  var exponential: Self { get }
  /// This number, which is positive, to a power.
  func power(_ exponent: Self) -> Self
}

extension Quantity {
  static func + (left: Self, right: Double) -> Self { left + Self(right) }
  static func - (left: Self, right: Double) -> Self { left - Self(right) }
  static func - (left: Double, right: Self) -> Self { Self(left) - right }

  /// The smaller of the two.
  func atMost(_ other: Self) -> Self { value <= other.value ? self : other }
  /// The greater of the two.
  func atLeast(_ other: Self) -> Self { value >= other.value ? self : other }
}

extension Double: Quantity {
  var value: Double { self }
  var exponential: Double { exp(self) }
  func power(_ exponent: Double) -> Double { pow(self, exponent) }
}
