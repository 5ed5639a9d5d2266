import Notes

/// Signs of Markdown around an answer, and words and signs for a bar, which an answer mark asks for as they stand:
/// `**softmax**`, `$d$`, `softmax or the softmax`, `softmax; the softmax`.
enum AnswerSigns {
  private static let signs = ["**", "__", "~~", "==", "*", "$"]

  /// What is said of an answer mark that seems to be meant for something else; nil where it is not. In a table a bar
  /// has a backslash.
  static func meant(_ text: String, inTable: Bool) -> MeantNumbers? {
    MeantNumbers(text) ?? AnswerSpelling.find(in: text) ?? find(in: text)
      ?? (inTable ? nil : barred(text))
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
    for sign in signs where text.hasPrefix(sign) && text.hasSuffix(sign) && !isOfPython(text) {
      let inner = String(text.dropFirst(sign.count).dropLast(sign.count)).trimmed
      guard text.count > 2 * sign.count, let first = inner.first, let last = inner.last,
        first.isLetter || first.isNumber, last.isLetter || last.isNumber,
        inner.firstRange(of: sign) == nil
      else { continue }
      return MeantNumbers(
        "this asks for the signs around the answer too", "write [[\(inner)]]", isSure: false)
    }
    if let inner = ToldOptions.withoutFrame(text, ToldOptions.tagFrames) {
      return MeantNumbers(
        "this asks for the tags around the answer too", "write [[\(inner)]]", isSure: false)
    }
    if let place = text.firstRange(of: "::"), place.lowerBound > text.startIndex,
      case let hint = text[place.upperBound...].trimmed, !hint.isEmpty,
      case let answer = text[..<place.lowerBound].trimmed, answer.contains(where: \.isLetter)
    {
      return MeantNumbers(
        "this asks for the colons and what stands behind them too",
        "write [[\(answer)]], and > \(hint) above it for a hint", isSure: false)
    }
    if !text.contains(", not "), let parts = listed(text) { return told(parts) }
    if let found = bracketed(text) { return found }
    if let place = text.firstRange(of: ", not "), place.lowerBound > text.startIndex {
      return MeantNumbers(
        "this asks for what is said of the answer too", "write [[\(text[..<place.lowerBound])]]",
        isSure: false)
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
    if (3...5).contains(parts.count),
      parts.allSatisfy({ $0.count > 2 && $0.allSatisfy(\.isLetter) && $0 != $0.uppercased() })
    {
      return told(parts)
    }
    for sign in [" and/or ", ", or ", " or ", "; ", " / ", "/"] {
      guard let place = text.firstRange(of: sign), case let rest = text[place.upperBound...],
        rest.firstRange(of: sign) == nil
      else { continue }
      let (first, second) = (text[..<place.lowerBound].trimmed, rest.trimmed)
      guard !first.isEmpty, !second.isEmpty, first.count + second.count < 60 else { continue }
      // It stands in answers too: `input/output`, `m/s`.
      guard sign != "/" || shareAWord(first, second) || areAlternatives(first, second) else {
        continue
      }
      return told([first, second])
    }
    return nil
  }

  /// Whether a name is one that Python knows by its lines, and no text in bold letters.
  private static func isOfPython(_ text: String) -> Bool {
    text.hasPrefix("__")
      && [
        "__init__", "__call__", "__name__", "__main__", "__len__", "__getitem__", "__setitem__",
        "__iter__", "__next__", "__new__", "__repr__", "__str__", "__enter__", "__exit__",
        "__doc__", "__file__", "__all__", "__dict__", "__class__", "__add__", "__mul__",
        "__matmul__", "__eq__",
      ].contains(text)
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

  /// A word and in brackets its number, or its short form: `seven (7)`, `root mean square (RMS)`.
  private static func bracketed(_ text: String) -> MeantNumbers? {
    guard text.last == ")", text.count(where: { $0 == "(" }) == 1,
      let open = text.firstIndex(of: "("), text[..<open].last == " ",
      case let outer = text[..<open].trimmed,
      case let inner = text[open...].dropFirst().dropLast().trimmed,
      !outer.isEmpty, !inner.isEmpty
    else { return nil }
    let message = "this asks for the brackets and what stands in them too"
    if let number = MeantNumbers.written(outer), let same = MeantNumbers.written(inner),
      Double(number) == Double(same)
    {
      return MeantNumbers(message, "write [[\(number)]]", isSure: false)
    }
    // Of a number what is in words is said of it.
    if let number = MeantNumbers.written(outer), inner.contains(where: \.isLetter),
      MeantNumbers.written(inner) == nil
    {
      return MeantNumbers(
        message, "write [[\(number)]], and (\(inner)) outside of it", isSure: false)
    }
    // What is said of it, and no part of its name.
    if outer.contains(where: \.isLetter),
      remarks.contains(where: { "\(inner.lowercased()) ".hasPrefix($0) })
    {
      return MeantNumbers(message, "write [[\(outer)]]", isSure: false)
    }
    guard isShort(inner, for: outer) || isShort(outer, for: inner) else { return nil }
    return MeantNumbers(message, "write [[\(outer)|\(inner)]]", isSure: false)
  }

  /// What a remark on an answer begins with.
  private static let remarks = [
    "a ", "an ", "the ", "e.g. ", "i.e. ", "eg ", "ie ", "not ", "or ", "also ", "aka ", "see ",
    "for example ", "any ",
  ]

  /// Whether a text is made of the first letters of the words of another: `RMS`.
  static func isShort(_ text: String, for other: String) -> Bool {
    let words = other.split { " -".contains($0) }
    return words.count > 1 && words.count == text.count
      && zip(words, text).allSatisfy { $0.first?.lowercased() == $1.lowercased() }
  }

  /// What a bar parts in names and units, and no alternatives.
  private static let joined: Set = [
    "input/output", "and/or", "client/server", "read/write", "yes/no", "true/false", "on/off",
    "question/answer", "key/value", "start/stop", "either/or", "pass/fail", "encoder/decoder",
  ]
  private static let per: Set = [
    "s", "h", "sec", "second", "token", "tok", "step", "min", "hour", "day", "param", "parameter",
    "byte", "o", "a",
  ]

  /// Whether a bar parts two words of letters alone, which are no name and no unit together.
  private static func areAlternatives(_ first: String, _ second: String) -> Bool {
    func isWord(_ text: String) -> Bool { text.allSatisfy { $0.isLetter || "- ".contains($0) } }
    // Of short names in capitals a bar is a part: `TCP/IP`.
    if first == first.uppercased(), second == second.uppercased() { return false }
    return isWord(first) && isWord(second) && !joined.contains("\(first)/\(second)".lowercased())
      && !per.contains(second.lowercased())
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
