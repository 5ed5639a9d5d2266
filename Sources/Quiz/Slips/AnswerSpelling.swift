import Basics
import Notes

/// Answers as they would be written in a text, or in another program, and which an answer mark takes as they stand, so that
/// nobody would type them: `snake\\_case`, `A&amp;B`, `____softmax____`, `c1::softmax`, `/softmax/`, `key(s)`.
enum AnswerSpelling {
  /// What is said of an answer mark; nil where it has none of them, or asks for one twice to have these very signs.
  static func find(in text: String) -> MeantNumbers? {
    let all = BlankSource.alternatives(text)
    guard text.utf8.count <= ForeignGaps.longest, !text.hasPrefix("="),
      all.count == 1 || Set(all).count > 1
    else { return nil }
    for (message, mend) in kinds {
      let mended = all.map { mend($0) ?? $0 }
      guard mended != all, mended.allSatisfy({ !$0.isEmpty }) else { continue }
      return MeantNumbers(
        message, "write [[\(mended.joined(separator: "|"))]]", isSure: false)
    }
    return nil
  }

  private static let kinds: [(String, @Sendable (String) -> String?)] = [
    ("this asks for what stands before a gap in another program too", BraceWords.numbered),
    ("this asks for the letters of an entity, and not for its sign", entity),
    ("this asks for the backslash too: in an answer mark signs stand as they are", escaped),
    ("this asks for the lines to write on too", lined),
    ("this asks for the signs of a pattern too, and none is read", pattern),
    ("this asks for the number before the answer too", counted),
    ("this asks for the brackets and what stands in them too", plural),
    ("this asks for the sign before the answer too", near),
    ("this asks for the letters of a new line too", parted),
    ("this asks for all of these answers and for the stars around one of them", starred),
  ]

  private static func entity(_ text: String) -> String? {
    text.contains("&") && text.contains(";") ? Entities.decodingAll(text) : nil
  }

  /// A backslash before a sign of Markdown, beside words; that of a formula stands before letters.
  private static func escaped(_ text: String) -> String? {
    guard text.contains("\\"), text.contains(where: \.isLetter), !text.contains("$") else {
      return nil
    }
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped, !"_*#`~-.!+".contains(character) { return nil }
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { result.append(character) }
    }
    return isEscaped ? nil : result
  }

  private static func lined(_ text: String) -> String? {
    guard text.hasPrefix("__") || text.hasSuffix("__"), text.contains(where: \.isLetter) else {
      return nil
    }
    var inner = text.drop { $0 == "_" || $0 == " " }
    while let last = inner.last, "_ ".contains(last) { inner.removeLast() }
    // A name of Python's.
    return text.hasPrefix("__") && text.hasSuffix("__") && !text.hasPrefix("___")
      && inner.allSatisfy({ $0.isLetter || $0 == "_" }) && inner == inner.lowercased()
      ? nil : String(inner)
  }

  private static func pattern(_ text: String) -> String? {
    guard text.first == "/", let end = text.lastIndex(of: "/"), end > text.startIndex,
      ["", "i", "g", "gi"].contains(text[end...].dropFirst()),
      case let inner = text[..<end].dropFirst(), !inner.contains("/"),
      inner.count > 1, inner.allSatisfy({ $0.isLetter || " ^$".contains($0) })
    else { return nil }
    return inner.filter { !"^$".contains($0) }.trimmed
  }

  private static func counted(_ text: String) -> String? {
    let digits = text.prefix(while: \.isNumber)
    let rest = text[digits.endIndex...]
    guard (1...2).contains(digits.count), let sign = rest.first, ":.)".contains(sign),
      rest.dropFirst().first == " ", case let answer = rest.dropFirst().trimmed,
      answer.first?.isLetter == true, answer.count(where: \.isLetter) > 2
    else { return nil }
    return answer
  }

  /// A word with the ending of several in brackets: both are right.
  private static func plural(_ text: String) -> String? {
    for ending in ["(s)", "(es)", "(n)", "(en)"] where text.hasSuffix(ending) {
      let word = text.dropLast(ending.count)
      guard word.count > 2, word.last?.isLetter == true,
        word.allSatisfy({ $0.isLetter || " -".contains($0) })
      else { continue }
      return "\(word)|\(word)\(ending.dropFirst().dropLast())"
    }
    return nil
  }

  /// A wave, by which others take what is nearly right: letters are forgiven here too.
  private static func near(_ text: String) -> String? {
    guard text.first == "~", case let word = text.dropFirst(), word.count > 2,
      word.allSatisfy({ $0.isLetter || " -".contains($0) })
    else { return nil }
    return word.trimmed
  }

  private static func parted(_ text: String) -> String? {
    let words = text.replacing("\\n", with: "\n").split(separator: "\n").map { $0.trimmed }
    guard words.count > 1,
      words.allSatisfy({ $0.count > 2 && $0.allSatisfy { $0.isLetter || " -".contains($0) } }),
      // `\\nabla` is a sign of a formula.
      text.allRanges(of: "\\n").allSatisfy({ text[$0.upperBound...].first?.isUppercase == true })
    else { return nil }
    return words.joined(separator: "|")
  }

  /// The one of several that stars mark as right: `sand, *nectar*, salt`.
  private static func starred(_ text: String) -> String? {
    let parts = text.split(separator: ",").map { String($0).trimmed }
    let marked = parts.compactMap { ToldOptions.withoutFrame($0, [("**", "**"), ("*", "*")]) }
    guard parts.count > 1, marked.count == 1, let right = marked.first,
      right.allSatisfy({ $0.isLetter || " -".contains($0) })
    else { return nil }
    return right
  }
}
