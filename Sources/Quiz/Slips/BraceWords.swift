import Formulas
import Notes

/// Words between double braces, by which other programs ask for them, and which here show a value: `{{c1::nectar}}`,
/// `{{cloze nectar}}`, `{{sweet juice}}`, `{{1:SHORTANSWER:=nectar}}`, and numbers, which would be shown.
enum BraceWords {
  /// No longer text is looked at.
  private static let longest = 200

  static func find(in section: QuestionSection) -> [Diagnostic] {
    let isThere = section.marks.all.contains { if case .value = $0 { true } else { false } }
    guard isThere else { return [] }
    let names = Set(section.directive.parameters.map(\.name))
    let asking = Set(section.marks.indexes(in: section.prompt.plainText))
    return section.indexesOfMarks.compactMap { index in
      guard case .value(let written) = section.marks.all[index],
        let place = section.marks.place(of: index), written.utf8.count <= longest,
        case let text = written.trimmed,
        let (answer, isCloze) = answer(text, names)
      else { return nil }
      // Elsewhere nothing is asked, and a number is as it stands.
      let isAsked = asking.contains(index)
      guard isAsked || Double(text) == nil else { return nil }
      let mark =
        !isAsked
        ? answer.replacing("|", with: ", ")
        : answer.contains("|")
          ? "[[\(place.isInTable ? answer.replacing("|", with: "\\|") : answer)]]"
          : BlankSource.mark(for: answer, inTable: place.isInTable)
      return Diagnostic(
        line: place.line, column: place.column,
        isCloze
          ? "this is a gap of another program's, and asks nothing here"
          : "braces show the value of a formula, and ask for no words",
        remedy: isCloze
          ? "write \(mark)\(hint(text).map { ", and above it in a paragraph of its own > \($0)" } ?? "")"
          : "write \(mark)\(isAsked ? " to ask for it" : ""); for braces as they are, \\{{ or code")
    }
  }

  private static func answer(
    _ text: String, _ names: Set<String>
  ) -> (answer: String, isCloze: Bool)? {
    if text.isEmpty { return ("the answer", false) }
    // A number alone needs no braces to be shown.
    if Double(text) != nil { return (text, false) }
    if let inner = GiftSlips.right(inCloze: text) ?? cloze(text) {
      let bare = frames.lazy.compactMap { ToldOptions.withoutFrame(inner, [$0]) }.first ?? inner
      return bare.contains(where: { $0.isLetter || $0.isNumber }) ? (bare, true) : nil
    }
    return words(text, names).map { ($0, false) }
  }

  // MARK: Gaps of other programs

  private static let frames =
    ToldOptions.signFrames + [("`", "`"), ("\"", "\""), ("\u{201C}", "\u{201D}")]
  /// What stands before the answer, a sign between both.
  private static let heads: Set = [
    "c", "cloze", "gap", "blank", "type", "fill", "answer", "ans", "input", "key", "hide", "q",
    "fitb", "text",
  ]

  /// The answer of `c1::nectar` between the brackets of an answer mark, where most other heads are words.
  static func numbered(_ text: String) -> String? {
    let head = text.prefix { $0.isLetter || $0.isNumber }.lowercased()
    guard text.contains(":"), head.hasPrefix("c"), head == "cloze" || Int(head.dropFirst()) != nil
    else { return nil }
    return cloze(text)
  }

  /// The answer of `c1::nectar::hint`, `cloze: nectar`, `gap|nectar`, `c1 nectar`.
  private static func cloze(_ text: String) -> String? {
    let head = text.prefix { $0.isLetter || $0.isNumber }
    let letters = head.prefix(while: \.isLetter).lowercased()
    let digits = head.dropFirst(letters.count)
    guard digits.allSatisfy(\.isNumber), letters.isEmpty ? !digits.isEmpty : heads.contains(letters)
    else { return nil }
    let isNumbered = !letters.isEmpty && !digits.isEmpty
    // A time, a score.
    if letters.isEmpty, !text[head.endIndex...].hasPrefix("::") { return nil }
    for sign in ["::", ":", "|", ",", " ", "-"] {
      guard text[head.endIndex...].hasPrefix(sign) else { continue }
      // A number and a word are alternatives, and `key matrix` is a name.
      if ["|", ","].contains(sign), !isNumbered, letters != "cloze" { return nil }
      if sign == " ", !isNumbered, letters != "cloze" { continue }
      if sign == "-", !isNumbered { continue }
      let rest = text[head.endIndex...].dropFirst(sign.count)
      let answer = rest.firstRange(of: "::").map { rest[..<$0.lowerBound] } ?? rest
      return answer.contains(where: { $0.isLetter || $0.isNumber }) ? answer.trimmed : nil
    }
    return nil
  }

  /// The hint of `c1::nectar::hint`; nil for none.
  private static func hint(_ text: String) -> String? {
    guard let first = text.firstRange(of: "::"),
      let second = text[first.upperBound...].firstRange(of: "::")
    else { return nil }
    let hint = text[second.upperBound...].trimmed
    return hint.isEmpty ? nil : hint
  }

  // MARK: Words

  /// Words that no formula is made of: several beside each other, with quotes around them, or joined in a question that
  /// draws nothing. Commas and bars part alternatives.
  private static func words(_ text: String, _ names: Set<String>) -> String? {
    guard !text.hasPrefix("=") else { return nil }
    // `nectar::hint`, as Anki's gaps end.
    if names.isEmpty, let sign = text.firstRange(of: "::"),
      case let answer = text[..<sign.lowerBound].trimmed, answer.count(where: \.isLetter) > 2,
      answer.allSatisfy({ $0.isLetter || " -'".contains($0) })
    {
      return answer
    }
    // `hint: nectar`, whatever the head says.
    if names.isEmpty, let colon = text.firstIndex(of: ":"),
      text[..<colon].allSatisfy(\.isLetter), text[..<colon].count > 2,
      case let rest = text[colon...].drop(while: { ": ".contains($0) }).trimmed,
      rest.count(where: \.isLetter) > 2,
      rest.allSatisfy({ $0.isLetter || " -'".contains($0) })
    {
      return rest
    }
    let bare = ToldOptions.withoutFrame(text, frames) ?? text
    let isQuoted = bare != text
    guard bare.allSatisfy({ $0.isLetter || $0.isNumber || " -/,|'\u{2019}".contains($0) }),
      case let pieces = bare.split(whereSeparator: { !$0.isLetter && !$0.isNumber }),
      pieces.contains(where: { $0.count(where: \.isLetter) > 2 }),
      pieces.allSatisfy({ piece in
        piece.count > 1 && piece.first?.isLetter == true && !names.contains(String(piece))
      }),
      isQuoted || pieces.count > 1
    else { return nil }
    // Beside parameters a misspelt one may be computed with.
    guard names.isEmpty || isQuoted || (try? Expression(bare)) == nil else { return nil }
    let several = bare.split { ",|/".contains($0) }.map { String($0).trimmed }
    return several.count > 1 ? several.joined(separator: "|") : bare
  }
}
