/// A vector: its entries in order.
package typealias Vector = [Double]

extension Collection where Element == Double {
  /// The sum of the products of two vectors' entries, from left to right, as far as both go.
  package func dot(_ other: some Collection<Double>) -> Double {
    var sum = 0.0
    for (x, y) in zip(self, other) { sum += x * y }
    return sum
  }

  /// The Euclidean length, safe from overflow and underflow on the way.
  package var norm: Double {
    let squares = dot(self)
    if squares.isFinite && squares > 1e-280 { return squares.squareRoot() }
    let largest = reduce(0.0) { Swift.max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite else { return squares.isNaN ? squares : largest }
    // Dividing by a power of two loses no digit.
    let unit = Double(sign: .plus, exponent: largest.exponent, significand: 1)
    var sum = 0.0
    for x in self { sum += (x / unit) * (x / unit) }
    return unit * sum.squareRoot()
  }

  /// The vector at length 1; nil for a zero vector, NaN throughout where an entry is not finite.
  package var direction: Vector? {
    let norm = norm
    if norm == 0 { return nil }
    if norm.isInfinite, isFinite { return map { $0 * 0x1p-64 }.direction }
    // The smallest numbers have few digits to divide by.
    if norm < 0x1p-960 { return map { $0 * 0x1p600 }.direction }
    let divisor = norm.isFinite ? norm : .nan
    return map { $0 / divisor }
  }

  /// The sum from left to right, as a running sum shows it.
  package var total: Double {
    reduce(0, +)
  }

  /// The largest entry; NaN where one is NaN, nil where there is none.
  package var largest: Double? {
    guard var largest = first else { return nil }
    for x in self where x > largest || x.isNaN { largest = x }
    return largest
  }

  /// Whether every entry is a finite number.
  package var isFinite: Bool {
    allSatisfy(\.isFinite)
  }
}
