import Notes

/// Signs of Markdown around an answer, and words for a bar, which an answer mark asks for as they stand:
/// `**softmax**`, `$d$`, `softmax or the softmax`.
enum AnswerSigns {
  private static let signs = ["**", "__", "~~", "==", "*", "$"]

  /// What is said of an answer mark; nil where it has none of them, or several alternatives.
  static func find(in text: String) -> MeantNumbers? {
    let text = text.trimmed
    guard text.utf8.count <= ForeignGaps.longest, !text.contains("|"),
      !text.hasPrefix("=") || text.hasPrefix("==")
    else { return nil }
    for sign in signs where text.hasPrefix(sign) && text.hasSuffix(sign) {
      let inner = String(text.dropFirst(sign.count).dropLast(sign.count)).trimmed
      guard text.count > 2 * sign.count, let first = inner.first, let last = inner.last,
        first.isLetter || first.isNumber, last.isLetter || last.isNumber,
        inner.firstRange(of: sign) == nil
      else { continue }
      return MeantNumbers(
        "this asks for the signs around the answer too", "write [[\(inner)]]", isSure: false)
    }
    guard let or = text.firstRange(of: " or "),
      case let rest = text[or.upperBound...], rest.firstRange(of: " or ") == nil
    else { return nil }
    let (first, second) = (text[..<or.lowerBound].trimmed, rest.trimmed)
    guard !first.isEmpty, !second.isEmpty, first.count + second.count < 60 else { return nil }
    return MeantNumbers(
      "this asks for both answers and the word between them", "write [[\(first)|\(second)]]",
      isSure: false)
  }
}
