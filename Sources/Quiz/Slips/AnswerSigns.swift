import Notes

/// Signs of Markdown around an answer, and words and signs for a bar, which an answer mark asks for as they stand:
/// `**softmax**`, `$d$`, `softmax or the softmax`, `softmax; the softmax`.
enum AnswerSigns {
  private static let signs = ["**", "__", "~~", "==", "*", "$"]

  /// What is said of an answer mark that seems to be meant for something else; nil where it is not. In a table a bar
  /// has a backslash.
  static func meant(_ text: String, inTable: Bool) -> MeantNumbers? {
    MeantNumbers(text) ?? find(in: text) ?? (inTable ? nil : barred(text))
  }

  /// What is said of an answer mark; nil where it has none of them, or several alternatives.
  private static func find(in text: String) -> MeantNumbers? {
    let text = text.trimmed
    if text.count > 1 || text == "?" || text == "\u{2026}",
      text.allSatisfy({ ".?_\u{2026}".contains($0) })
    {
      return MeantNumbers(
        "this asks for these very signs, and its answer stands nowhere", "write [[the answer]]",
        isSure: false)
    }
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
    if let place = text.firstRange(of: "::"), place.lowerBound > text.startIndex,
      case let hint = text[place.upperBound...].trimmed, !hint.isEmpty,
      case let answer = text[..<place.lowerBound].trimmed, answer.contains(where: \.isLetter)
    {
      return MeantNumbers(
        "this asks for the colons and what stands behind them too",
        "write [[\(answer)]], and > \(hint) above it for a hint", isSure: false)
    }
    if let parts = listed(text) { return told(parts) }
    for sign in [" or ", "; ", " / ", "/"] {
      guard let place = text.firstRange(of: sign), case let rest = text[place.upperBound...],
        rest.firstRange(of: sign) == nil
      else { continue }
      let (first, second) = (text[..<place.lowerBound].trimmed, rest.trimmed)
      guard !first.isEmpty, !second.isEmpty, first.count + second.count < 60 else { continue }
      // It stands in answers too: `input/output`.
      guard sign != "/" || shareAWord(first, second) else { continue }
      return told([first, second])
    }
    return nil
  }

  /// What is said of words that a bar with a backslash parts, as in a table: elsewhere it is a sign of the answer.
  private static func barred(_ text: String) -> MeantNumbers? {
    let parts = text.replacing("\\|", with: "\n").split(separator: "\n").map { $0.trimmed }
    guard parts.count > 1, !text.replacing("\\|", with: "").contains("|"), text.utf8.count < 80,
      parts.allSatisfy({ part in
        part.count > 2 && part.allSatisfy { $0.isLetter || " -".contains($0) }
      })
    else { return nil }
    return MeantNumbers(
      "this asks for the bar too, as its backslash makes it a sign of the answer",
      "write [[\(parts.joined(separator: "|"))]]", isSure: false)
  }

  private static func shareAWord(_ first: String, _ second: String) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split(separator: " ").filter { $0.count > 3 }.map(String.init))
    }
    return !words(first).isDisjoint(with: words(second))
  }

  /// Words that commas part, none of them a sentence's: `softmax, exp`.
  private static func listed(_ text: String) -> [String]? {
    guard text.contains(", "), text.utf8.count < 80, !text.contains(where: { "([{=".contains($0) })
    else { return nil }
    let parts = text.split(separator: ",").map { String($0).trimmed }
    guard (2...5).contains(parts.count),
      parts.allSatisfy({ $0.first?.isLetter == true && $0.count(where: { $0 == " " }) < 3 }),
      !["and ", "or "].contains(where: { parts.last?.hasPrefix($0) == true })
    else { return nil }
    return parts
  }

  private static func told(_ answers: [String]) -> MeantNumbers {
    MeantNumbers(
      "this asks for all of these answers and what stands between them",
      "write [[\(answers.joined(separator: "|"))]]", isSure: false)
  }
}
