import Notes

/// The answer behind what the heading of a question asks, which is seen before it is given: `### Which? (weights)`,
/// `### Which? weights`, `### Which? (Answer: weights)`, `### Which: weights`.
enum HeadKeys {
  /// What a heading says behind what it asks.
  private struct Said {
    /// The heading as far as it asks, as it is written.
    let asked: String
    let column: Int
    let text: String
    let isBracket: Bool
    /// Whether it stands before the question mark: `Which (weights)?`.
    var isInside = false
  }

  /// No heading says more behind its question than an answer of so many words.
  private static let mostWords = 8

  /// Those that are an option that is right, or what a mark asks for, and those that say so.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let line = line(of: section, source) else { return [] }
    guard let said = behindQuestion(line) else {
      return behindSign(line).flatMap { isKey($0.text, section) ? [told($0, section)] : nil } ?? []
    }
    if let (word, rest) = ToldAnswers.label(said.text), AnswerWords.isLabel(word) {
      return AnswerWords.isRequest(rest) ? [] : [told(said, section)]
    }
    let isShort = said.text.split(separator: " ").count <= mostWords
    return isKey(said.text, section)
      || isShort && section.hasAnswers && KeyWords(section).isTold(by: said.text)
      ? [told(said, section)] : []
  }

  /// Those that may be meant so: what the note tells again of a question that has nothing else to compare with, a word
  /// behind its question, and an option at the end of its words.
  static func unsure(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let line = line(of: section, source) else { return [] }
    let said: Said?
    if section.hasAnswers {
      said = behindQuestion(line) == nil ? last(in: line, section) : nil
    } else if let behind = behindQuestion(line) {
      said =
        (behind.isInside ? beginsNote(behind, section) : isOfNote(behind, section)) ? behind : nil
    } else {
      said = behindSign(line).flatMap { behind in
        let note = KeyWords.ofNote(section).first
        let isNote = note == KeyWords.words(of: behind.text).joined(separator: " ")
        return isNote || isAsked(behind, section) || beginsNote(behind, section) ? behind : nil
      }
    }
    guard let said else { return [] }
    return [told(said, section).warned]
  }

  /// The words of a heading as far as it asks: what stands behind may be the answer, whatever else is wrong with the
  /// question, and is not shown where it cannot be asked.
  static func asked(in title: String) -> String {
    guard title.utf8.count <= ForeignGaps.longest else { return title }
    return (behindQuestion(title) ?? behindSign(title))?.asked ?? title
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

  private static func told(_ said: Said, _ section: QuestionSection) -> Diagnostic {
    Diagnostic(
      line: section.line, column: said.column,
      "what stands behind the question in its heading shows the answer before it is given",
      remedy: "write \(said.asked)")
  }

  private static func isKey(_ text: String, _ section: QuestionSection) -> Bool {
    let words = TypedWords(text).compact
    // A lone digit counts questions of one name.
    guard !words.isEmpty, words.count > 1 || !words.allSatisfy(\.isNumber) else { return false }
    return keys(of: section).contains { TypedWords($0).compact == words }
  }

  // MARK: Questions that their note answers

  /// What stands behind a question and says more of it: `What is it? Again`, `What is it? Explain`.
  private static let asides: Set = [
    "again", "recap", "revisited", "continued", "part", "motivation", "intuition", "yes", "no",
    "why", "both", "example", "examples", "optional", "hard", "easy", "bonus", "please", "hint",
  ]

  /// Whether what is said is told by the note again, or is no more than a word that begins like an answer.
  private static func isOfNote(_ said: Said, _ section: QuestionSection) -> Bool {
    let words = said.text.split(separator: " ")
    guard said.text.contains(where: \.isLetter), !said.text.contains(where: \.isNumber),
      words.count < (said.isBracket ? 5 : 4), let first = words.first,
      !asides.contains(first.lowercased()), !RecallMarks.isRequest(first),
      // The long form of a name that the heading has.
      !section.heading.plainText.split(whereSeparator: { !$0.isLetter }).contains(where: {
        AnswerSigns.isShort(String($0), for: said.text)
      })
    else { return false }
    return RecallMarks.tells(section.explanation, said.text)
      || sentence(said.text).map { RecallMarks.tells(section.explanation, $0) } ?? false
      || !said.isBracket && words.count < 3 && first.first?.isUppercase == true
        && said.text.allSatisfy { $0.isLetter || " -".contains($0) }
  }

  /// Whether the note of a question begins with what is said, and tells more of it behind a sign at most.
  private static func beginsNote(_ said: Said, _ section: QuestionSection) -> Bool {
    let note = section.explanation.plainText.trimmed
    guard !note.isEmpty, said.text.count(where: \.isLetter) > 2,
      // The short form of a name, or its long one.
      !AnswerSigns.isShort(said.text, for: note), !isShortForm(said, section)
    else { return false }
    let text = KeyWords.words(of: said.text).joined(separator: " ")
    return [note, sentence(note) ?? ""].contains { note in
      let first = note.prefix { !".,;!\u{2013}\u{2014}(\n".contains($0) }
      return !text.isEmpty && KeyWords.words(of: String(first)).joined(separator: " ") == text
    }
  }

  /// Whether what is said is the short form of words that the heading has before it, or the long form of one.
  private static func isShortForm(_ said: Said, _ section: QuestionSection) -> Bool {
    let words = said.asked.split { !$0.isLetter }.map(String.init)
    return words.contains { AnswerSigns.isShort($0, for: said.text) }
      || words.indices.contains { index in
        AnswerSigns.isShort(
          said.text, for: words[index...].prefix(said.text.count).joined(separator: " "))
      }
  }

  /// What a sentence says that something is: `nectar` of `It is nectar.`
  private static func sentence(_ text: String) -> String? {
    for head in [
      "it is ", "it's ", "that is ", "this is ", "they are ", "es ist ", "das ist ", "sie sind ",
      "c'est ",
      "ce sont ", "es ", "son ", "\u{E8} ", "\u{E9} ",
    ]
    where text.lowercased().hasPrefix(head) {
      return text.dropFirst(head.count).trimmed
    }
    return nil
  }

  /// What questions begin with, in small letters.
  private static let asking: Set = [
    "what", "which", "who", "whom", "where", "when", "how", "name", "welche", "welcher", "welches",
    "was", "wer", "wo", "wann", "wie", "quel", "quelle", "quels", "qui", "o\u{F9}", "comment",
    "cu\u{E1}l", "qu\u{E9}", "qui\u{E9}n", "quale", "chi", "qual", "quem",
  ]

  /// Whether a heading that asks without its sign has a short answer behind another one, which the note tells too.
  private static func isAsked(_ said: Said, _ section: QuestionSection) -> Bool {
    let first = said.asked.drop { "#*_ ".contains($0) }.prefix(while: \.isLetter)
    return asking.contains(first.lowercased()) && said.text.split(separator: " ").count < 4
      && said.text.contains(where: \.isLetter) && RecallMarks.tells(section.explanation, said.text)
  }

  // MARK: The parts of a heading

  private static func line(of section: QuestionSection, _ source: QuestionSource) -> String? {
    source[section.line].flatMap { $0.utf8.count <= ForeignGaps.longest ? $0 : nil }
  }

  /// What stands behind the last question mark.
  private static func behindQuestion(_ line: String) -> Said? {
    guard let mark = line.lastIndex(where: { $0 == "?" || $0 == "\u{FF1F}" }),
      case let end = line[mark...].dropFirst().drop(while: { "*_".contains($0) })
    else { return nil }
    return said(line, from: end.startIndex) ?? inside(line, mark)
  }

  private static let brackets: [Character: Character] = [
    ")": "(", "]": "[", "\u{FF09}": "\u{FF08}",
  ]

  /// What stands in brackets right before the question mark that ends a heading.
  private static func inside(_ line: String, _ mark: String.Index) -> Said? {
    let before = String(line[..<mark]).trimmed
    guard line[mark...].dropFirst().allSatisfy({ "*_ ".contains($0) }), let last = before.last,
      let open = brackets[last], let start = before.lastIndex(of: open),
      before[..<start].last == " ", let found = said(before, from: start)
    else { return nil }
    return Said(
      asked: found.asked + String(line[mark]), column: found.column, text: found.text,
      isBracket: true, isInside: true)
  }

  private static let signs = [
    ": ", "\u{FF1A}", " = ", " - ", " \u{2013} ", " \u{2014} ", " -> ", " \u{2192} ", " => ",
  ]

  /// What stands behind the last sign that parts a heading which has no question mark, or in brackets at its end.
  private static func behindSign(_ line: String) -> Said? {
    let text = line.trimmed
    if let last = text.last, let open = ([")": "(", "]": "["] as [Character: Character])[last],
      let start = line.lastIndex(of: open), line[..<start].last == " "
    {
      return said(line, from: start)
    }
    let start = signs.lazy.compactMap { line.allRanges(of: $0).last?.lowerBound }.max()
    return start.flatMap { said(line, from: $0) }
  }

  /// The option that is right where a heading ends with it.
  private static func last(in line: String, _ section: QuestionSection) -> Said? {
    guard !section.ticked.isEmpty, KeyWords(section).isTold(atEndOf: line) else { return nil }
    let words = line.split(separator: " ")
    for count in 1..<max(1, min(mostWords, words.count)) {
      let start = words[words.count - count].startIndex
      if isKey(String(line[start...]), section) { return said(line, from: start) }
    }
    return nil
  }

  /// What a heading says from a place on, behind the signs that part it; nil where that is nothing.
  private static func said(_ line: String, from start: String.Index) -> Said? {
    let rest = line[start...].drop { " :=>-\u{2013}\u{2014}\u{2192}\u{FF1A}".contains($0) }
    guard let first = rest.first else { return nil }
    var text = rest.trimmed
    let isBracket = first == "(" && text.last == ")" || first == "[" && text.last == "]"
    if isBracket { text = String(text.dropFirst().dropLast()).trimmed }
    text = ToldOptions.withoutFrame(text, ToldOptions.signFrames + [("`", "`")]) ?? text
    let asked = String(line[..<start]).trimmed
    // The signs of the heading alone ask nothing.
    guard !text.isEmpty, asked.contains(where: \.isLetter) else { return nil }
    return Said(
      asked: asked, column: line.distance(from: line.startIndex, to: rest.startIndex) + 1,
      text: text, isBracket: isBracket)
  }
}
