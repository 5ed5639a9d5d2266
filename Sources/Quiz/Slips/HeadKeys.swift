import Notes

/// The answer behind the question mark of a heading, which is seen before it is given: `### Which? (weights)`,
/// `### Which? weights`, `### Which? (Answer: weights)`.
enum HeadKeys {
  /// What a heading says behind its question mark.
  private struct Said {
    /// The heading as far as it asks, as it is written.
    let asked: String
    let column: Int
    let text: String
    let isBracket: Bool
  }

  /// Those that are an option that is right, or what a mark asks for, and those that say so.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let said = said(section, source) else { return [] }
    if let (word, _) = ToldAnswers.label(said.text), ToldAnswers.answers.contains(word) {
      return [told(said, section)]
    }
    let words = TypedWords(said.text).compact
    // A lone digit counts questions of one name.
    guard !words.isEmpty, words.count > 1 || !words.allSatisfy(\.isNumber),
      keys(of: section).contains(where: { TypedWords($0).compact == words })
    else { return [] }
    return [told(said, section)]
  }

  /// Those in brackets that the note tells again, of a question that has nothing else to compare with.
  static func ofNote(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let said = said(section, source), said.isBracket,
      said.text.contains(where: \.isLetter), !said.text.contains(where: \.isNumber),
      said.text.split(separator: " ").count < 5,
      RecallMarks.tells(section.explanation, said.text),
      // The long form of a name that the heading has.
      !section.heading.plainText.split(whereSeparator: { !$0.isLetter }).contains(where: {
        AnswerSigns.isShort(String($0), for: said.text)
      })
    else { return [] }
    var found = told(said, section)
    found.severity = .warning
    return [found]
  }

  private static func told(_ said: Said, _ section: QuestionSection) -> Diagnostic {
    Diagnostic(
      line: section.line, column: said.column,
      "what stands behind the question in its heading shows the answer before it is given",
      remedy: "write \(said.asked)")
  }

  private static func said(_ section: QuestionSection, _ source: QuestionSource) -> Said? {
    guard let line = source[section.line], line.utf8.count <= ForeignGaps.longest,
      let mark = line.lastIndex(of: "?"),
      case let end = line[mark...].dropFirst().drop(while: { "*_".contains($0) }),
      case let rest = end.drop(while: { " :-\u{2013}\u{2014}\u{2192}".contains($0) }),
      let first = rest.first
    else { return nil }
    var text = rest.trimmed
    let isBracket = first == "(" && text.last == ")" || first == "[" && text.last == "]"
    if isBracket { text = String(text.dropFirst().dropLast()).trimmed }
    guard !text.isEmpty else { return nil }
    return Said(
      asked: String(line[..<end.startIndex]),
      column: line.distance(from: line.startIndex, to: rest.startIndex) + 1, text: text,
      isBracket: isBracket)
  }

  /// The options that are right, and the words that marks ask for.
  static func keys(of section: QuestionSection) -> [String] {
    section.ticked.map { $0.blocks.filter { !$0.isQuote }.plainText }
      + section.blanks.flatMap { index -> [String] in
        guard case .blank(let text) = section.marks.all[index], !text.trimmed.hasPrefix("=") else {
          return []
        }
        return BlankSource.alternatives(text)
      }
  }
}
