import Notes

/// Calculations with very many parts, as a screen shows them: the first and the last.
enum LongSum {
  /// Up to so many parts all are shown.
  private static let whole = 16
  private static let (first, last) = (4, 2)

  /// The calculation without what stands in its middle, where it is very long.
  static func shortened(_ expression: String, ascii: Bool) -> String {
    let gap = ascii ? "..." : "…"
    for sign in [" + ", ", "] {
      let parts = parts(of: expression, at: sign)
      guard parts.count > whole else { continue }
      return (parts.prefix(first) + [gap[...]] + parts.suffix(last)).joined(separator: sign)
    }
    return expression
  }

  private static func parts(of text: String, at sign: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let found = rest.firstRange(of: sign) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
