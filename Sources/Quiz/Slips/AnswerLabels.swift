import Notes

/// What is called the answer in what is asked, with the answer right behind it or below: `**Answer**` and a text,
/// `Which? (Answer: softmax)`, a term `Answer` with its definition, and a comment in code.
enum AnswerLabels {
  /// What ends a question before the word, or stands around the answer.
  private static let before = Set(".?!:;([\u{2026}")
  private static let pairs: [Character: Character] = ["(": ")", "[": "]"]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let blocks = section.prompt
    return blocks.indices.flatMap { index -> [Diagnostic] in
      let block = blocks[index]
      let below = blocks.dropFirst(index + 1).first
      switch block.kind {
      case .paragraph(let inlines):
        if isLabel(inlines.plainText) {
          return label(block, isAbove: below, section, source)
        }
        return source.lines.paragraph(from: block.line).compactMap { line in
          above(line, source) ?? behind(line)
        }
      case .html(let html):
        // A summary outside of what it would fold.
        guard html.hasPrefix("<summary"), isLabel(text(of: html)) else { return [] }
        return label(block, isAbove: below, section, source)
      case .definitions(let all):
        return all.compactMap { pair in
          guard isLabel(pair.term.plainText),
            !pair.texts.contains(where: { $0.hasBlank(section.marks) })
          else { return nil }
          return told(
            block.line, 1,
            "write > [!NOTE] in place of \(pair.term.plainText), and > in place of the : "
              + "below it")
        }
      case .table(let table):
        return told(table, block.line) { ToldAnswers.tells($0, section, source) }
      case .code(_, let code):
        return comments(code, from: block.line) { rest in
          // Of options it may be a name for another value.
          section.ticked.isEmpty || ToldAnswers.tells(rest, section, source)
        }
      default: return []
      }
    }
  }

  private static func told(_ line: Int, _ column: Int, _ remedy: String) -> Diagnostic {
    Diagnostic(
      line: line, column: column, "this would be shown before the answer, as all that is asked is",
      remedy: remedy)
  }

  /// Whether a text says nothing but that the answer follows.
  private static func isLabel(_ text: String) -> Bool {
    // A note may be given with what is asked.
    text.utf8.count < 40 && PartingHeading.tellsAnswer(text) && !text.lowercased().contains("note")
  }

  /// What to say of a label by itself above a text; nothing above what is answered with.
  private static func label(
    _ block: Block, isAbove below: Block?, _ section: QuestionSection, _ source: QuestionSource
  ) -> [Diagnostic] {
    guard let below, below != section.answers, !below.hasBlank(section.marks),
      // Options stand below it, and are taken out of what is shown.
      section.answers.map({ $0.line < block.line || $0.line > below.line }) ?? true,
      let line = source[block.line]
    else { return [] }
    return [
      told(
        block.line, 1,
        "write > [!NOTE] in place of \(line.trimmed), and > before each line of the text "
          + "below it, the empty line between too")
    ]
  }

  /// What to say of a table with a column that is called the answer, and has it.
  private static func told(
    _ table: Block.Table, _ line: Int, where tells: (String) -> Bool
  ) -> [Diagnostic] {
    let columns = table.head.indices.filter { isLabel(table.head[$0].plainText.trimmed) }
    let isThere = columns.contains { column in
      table.rows.contains { $0.indices.contains(column) && tells($0[column].plainText.trimmed) }
    }
    return isThere
      ? [
        told(
          line, 1, "write the table below > [!NOTE] at the end of the question, > before each line")
      ]
      : []
  }

  /// What to say of a line that is nothing but a label, with more lines of its paragraph below it.
  private static func above(
    _ line: QuestionSource.Line, _ source: QuestionSource
  ) -> Diagnostic? {
    guard isLabel(line.trimmed),
      let next = source[line.number + 1], !next.trimmed.isEmpty, !next.contains("[[")
    else { return nil }
    return told(
      line.number, 1,
      "write an empty line and > [!NOTE] in place of \(line.trimmed), and > before each line below it"
    )
  }

  /// What to say of an answer at the end of what asks for it.
  private static func behind(_ line: QuestionSource.Line) -> Diagnostic? {
    guard line.text.utf8.count <= ForeignGaps.longest,
      line.signs.contains(":") || !line.signs.isASCII,
      // A gap of lines has its answer beside it.
      !line.text.contains("__")
    else { return nil }
    let text = line.text.withoutCode
    guard text.count == line.text.count else { return nil }
    /// Where the last sign stands that may end what is asked.
    var last: String.Index?
    for index in text.indices {
      let character = text[index]
      if AnswerWords.isColon(character), let sign = last,
        let found = told(text, line, from: sign, to: index)
      {
        return found
      }
      if before.contains(character) { last = index }
    }
    return nil
  }

  /// What to say of an answer whose name stands between a sign and a colon.
  private static func told(
    _ text: String, _ line: QuestionSource.Line, from sign: String.Index, to colon: String.Index
  ) -> Diagnostic? {
    let start = text.index(after: sign)
    guard text.utf8.distance(from: start, to: colon) <= AnswerWords.longest,
      case let name = text[start..<colon].split(whereSeparator: { " *_\u{A0}\u{202F}".contains($0) }
      ),
      AnswerWords.isName(name.joined(separator: " ")),
      case let rest = text[colon...].dropFirst(),
      rest.contains(where: { $0.isLetter || $0.isNumber }), !rest.contains("[["),
      !AnswerWords.isRequest(rest)
    else { return nil }
    let close = pairs[text[sign]]
    let offset = text.distance(from: text.startIndex, to: close == nil ? start : sign)
    let said = line.text.dropFirst(offset).trimmed
    let whole =
      close.flatMap { close in said.firstIndex(of: close).map { String(said[...$0]) } } ?? said
    return told(
      line.number, line.text.count - line.text.dropFirst(offset).drop { $0 == " " }.count + 1,
      "take \(whole) away; what tells the answer stands below > [!NOTE] at the end of the question"
    )
  }

  /// Comments in code that tell it: `# answer: 4`.
  private static func comments(
    _ code: String, from line: Int, where tells: (String) -> Bool
  ) -> [Diagnostic] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, text in
      guard text.utf8.count <= ForeignGaps.longest,
        let sign = ["#", "//", "--", "%"].lazy.compactMap({ text.firstRange(of: $0) }).first,
        case let comment = text[sign.upperBound...].drop(while: { "#/-% ".contains($0) }),
        let (word, rest) = ToldAnswers.label(comment), AnswerWords.isName(word), tells(rest)
      else { return nil }
      return told(
        line + index, text.distance(from: text.startIndex, to: sign.lowerBound) + 1,
        "take \(text[sign.lowerBound...].trimmed) away, or put the code into the note that is told after"
      )
    }
  }

  /// What stands between the tags of HTML.
  private static func text(of html: String) -> String {
    html.split(separator: "<").map { String($0.drop { $0 != ">" }.dropFirst()) }.joined().trimmed
  }
}
