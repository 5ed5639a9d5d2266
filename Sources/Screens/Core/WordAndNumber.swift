import Notes

/// A line of the plain mode that has something behind its word, which should be a number: `more 5`, `aim 92 %`.
struct WordAndNumber {
  /// Nobody means more; a number beyond counts as that.
  private static let most = 1_000_000.0

  let word: String
  /// The number; nil where what stands there is none.
  let number: Double?
  /// Whether it was given as a percentage.
  private let isPercentage: Bool

  /// Nil for a line of one word.
  init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    word = String(parts[0])
    var text = parts[1].trimmed
    isPercentage = text.hasSuffix("%")
    if isPercentage { text = text.dropLast().trimmed }
    // Swift would read "inf", "nan" and "0x10" as well.
    let isPlain = text.utf8.allSatisfy { "+-.0123456789".utf8.contains($0) }
    number = isPlain ? Double(text).map { min(max($0, -Self.most), Self.most) } : nil
  }

  /// The number where it counts something.
  var count: Int? { isPercentage ? nil : number.flatMap { Int(exactly: $0) } }

  /// What may stand behind a word that counts.
  static func takes(_ word: String, _ bounds: ClosedRange<Int>? = nil, example: Int) -> String {
    let range = bounds.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? ""
    return "\(word) takes a whole number\(range), such as \(word) \(example)"
  }
}
