import Basics

/// The 21 weights of FSRS-6, w0…w20: the published ones, or those that fit one's own answers.
package struct Weights: Hashable, Sendable {
  package let values: [Double]

  /// Those that the algorithm's authors published, fitted to the answers of many.
  package static let published = Weights(unchecked: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])

  /// The bounds that the algorithm's authors set for each.
  package static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2,
    0...2, 0...0.8, 0.1...0.8,
  ]

  private init(unchecked values: [Double]) { self.values = values }

  /// Nil unless these are 21 numbers within the bounds.
  package init?(_ values: [Double]) {
    guard values.count == Self.bounds.count,
      zip(values, Self.bounds).allSatisfy({ $1.contains($0) })
    else { return nil }
    self.values = values
  }

  /// The weights that `text` wrote; nil for anything else.
  package init?(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let values = words.compactMap { Double($0) }
    guard values.count == words.count else { return nil }
    self.init(values)
    if self.text != text { return nil }
  }

  /// Each weight in the shortest form that reads as the same number.
  package var text: String { values.map { "\($0)" }.joined(separator: " ") }

  /// What tells them apart in each row of the log.
  var fingerprint: String {
    let digits = String(StableHash(text.utf8).value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
