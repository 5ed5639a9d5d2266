import Numerics

/// A number as arithmetic gives it: finite, infinite, undefined (NaN), or not 0 and yet nearer to it
/// than any double but 0.
package struct Quantity: Equatable, Sendable {
  /// The double that stands for it; a zero with its sign where it vanishes.
  package let value: Double
  /// Whether it is not 0 although its double is.
  package let vanishes: Bool

  package init(_ value: Double, vanishes: Bool = false) {
    self.value = value
    self.vanishes = vanishes && value == 0
  }

  /// What arithmetic has no number for.
  package static let undefined = Quantity(.nan)

  /// The same with the other sign.
  package static prefix func - (quantity: Quantity) -> Quantity {
    Quantity(-quantity.value, vanishes: quantity.vanishes)
  }

  /// As text, told from zero.
  package func text(_ numbers: NumberText) -> String {
    vanishes ? numbers.vanished(value) : numbers.text(value)
  }
}

extension Quantity: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(floatLiteral value: Double) { self.init(value) }
  package init(integerLiteral value: Int) { self.init(Double(value)) }
}
