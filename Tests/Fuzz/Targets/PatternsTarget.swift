import Patterns

/// A pattern as a reader types it → where it stands in a text.
enum PatternsTarget: FuzzTarget {
  static let name = "patterns"
  static let words = [
    "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?|", "(?R)", "(?1)", "(?i)", "(?x)",
    "[", "]",
    "[^", "[[:alpha:]]", "a-z", "*", "+", "?", "*?", "*+", "{2,}", "{0,99}", "|", "^", "$", ".",
    "\\b",
    "\\K", "\\1", "\\g{-1}", "\\p{Lu}", "\\X", "\\R", "\\Q", "\\E", "\\x{e9}", "(*SKIP)",
    "(*ACCEPT)",
    "(*COMMIT)", "(?C1)", "(*LIMIT_MATCH=1)", "(*CRLF)", "a", "\u{E9}", "\u{1F600}",
  ]
  private static let text =
    "The weights of a row sum to one.\ncaf\u{E9} CAF\u{C9} \u{1F600}\n"
    + String(repeating: "a", count: 300) + "\n\n  def dot(u, v): return 1.5\n"

  static func run(_ bytes: [UInt8]) throws(Broken) {
    let typed = String(decoding: bytes, as: UTF8.self)
    var last = 0
    do throws(PatternProblem) {
      let pattern = try Pattern(typed, isCaseless: SmartCase.isCaseless(typed))
      let all = text.utf8
      for match in try pattern.matches(in: text) {
        let isBehind = match.lowerBound >= last && match.upperBound <= all.count
        let start = all.index(all.startIndex, offsetBy: min(match.lowerBound, all.count))
        let end = all.index(all.startIndex, offsetBy: min(match.upperBound, all.count))
        let isWhole = [start, end].allSatisfy { $0.samePosition(in: text.unicodeScalars) != nil }
        guard isBehind, isWhole, !match.isEmpty else {
          last = -1
          break
        }
        last = match.upperBound
      }
    } catch {
      try Broken.unless(!error.note.isEmpty, "a problem without words")
    }
    try Broken.unless(last >= 0, "a match is empty, lies before the last or cuts a character")
  }
}
