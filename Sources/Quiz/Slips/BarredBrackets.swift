import Notes

/// Bars of an answer mark that part brackets or quotes, so that they part alternatives of which none is meant:
/// `[[P(A|B)]]`.
enum BarredBrackets {
  private static let openings = "([{\u{201C}\u{AB}"
  private static let closings = ")]}\u{201D}\u{BB}"

  /// The answer mark with a backslash before such bars; nil where no bar parts any, and where the brackets have no match.
  static func mended(_ text: String, inTable: Bool) -> String? {
    let parts = BlankSource.written(text)
    guard parts.count > 1, text.utf8.count <= ForeignGaps.longest, !text.trimmed.hasPrefix("="),
      parts.contains(where: { !isWhole($0) })
    else { return nil }
    var whole: [String] = []
    var open: String?
    for part in parts {
      let joined = open.map { "\($0)\\|\(part)" } ?? part
      if isWhole(joined) { whole.append(joined) }
      open = isWhole(joined) ? nil : joined
    }
    guard open == nil else { return nil }
    let answer = whole.joined(separator: "|")
    // In a table each bar has a backslash more.
    return "[[\(inTable ? answer.replacing("|", with: "\\|") : answer)]]"
  }

  /// Whether all brackets and quotes of a text have their match in it, of whatever kind: those of an interval differ.
  private static func isWhole(_ text: String) -> Bool {
    var depth = 0
    for character in text {
      if openings.contains(character) { depth += 1 }
      if closings.contains(character) { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0 && text.count(where: { $0 == "\"" }).isMultiple(of: 2)
  }
}
