import Notes

/// Words that are set off in a sentence of a question that asks nothing itself: `==answer==`, as cards of
/// other tools have their gaps, `[answer]`, `<u>answer</u>` and `~~answer~~`, or `\[\[answer\]\]` as other programs save them.
enum MarkedSlips {
  private static let signs = [
    ("\\[\\[", "\\]\\]", "an answer mark with backslashes"),
    ("==", "==", "a highlight"), ("~~", "~~", "what is struck out"),
    ("<mark>", "</mark>", "a highlight"), ("<u>", "</u>", "an underline"),
    ("((", "))", "a pair of round brackets"),
    ("<<", ">>", "a pair of angle brackets"), ("||", "||", "a pair of bars"),
    (">!", "!<", "a spoiler"), ("[", "]", "a single bracket"), ("{", "}", "a single brace"),
  ]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let texts = source.linesWithoutCode { $0.text.utf8.count <= ForeignGaps.longest }
    return section.prompt.compactMap { block in
      guard case .paragraph(let inlines) = block.kind, !inlines.plainText.contains("?") else {
        return nil
      }
      let lines = texts.paragraph(from: block.line)
      for line in lines {
        if let found = code(in: source[line.number] ?? "", line.number, .warning) { return found }
        for (open, close, name) in signs {
          guard let (column, answer) = answer(in: line.text, open, close) else { continue }
          return Diagnostic(
            line: line.number, column: column, "\(name) asks nothing under a quiz comment",
            remedy: "write [[\(answer)]] to ask for it"
          ).warned
        }
      }
      return nil
    }
  }

  /// Alternatives in brackets of another kind, which show the answer: `(softmax|the softmax)`.
  static func barred(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard !section.hasAnswers,
      section.prompt.contains(where: \.isParagraph)
    else { return [] }
    let texts = source.linesWithoutCode { line in
      line.text.utf8.count <= ForeignGaps.longest && line.signs.contains("|")
    }
    return texts.compactMap { line in
      guard !line.trimmed.hasPrefix("|"), !line.trimmed.hasPrefix(">") else { return nil }
      for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("<", ">")] {
        guard let start = line.text.firstRange(of: open),
          let end = line.text[start.upperBound...].firstRange(of: close),
          case let inner = line.text[start.upperBound..<end.lowerBound], inner.contains("|"),
          line.text[..<start.lowerBound].last.map({ !$0.isLetter && $0 != "\\" }) ?? true
        else { continue }
        let words = BlankSource.alternatives(String(inner))
        guard words.count > 1, words.allSatisfy({ $0.count > 2 && $0.contains(where: \.isLetter) })
        else { continue }
        return Diagnostic(
          line: line.number,
          column: line.text.distance(from: line.text.startIndex, to: start.lowerBound) + 1,
          "these alternatives are shown, and none is asked for",
          remedy: "write [[\(inner.drop { "([{<".contains($0) })]]")
      }
      return nil
    }
  }

  /// Those of a question that has no answer at all: what is set off may be meant for it.
  static func all(in source: QuestionSource) -> [Diagnostic] {
    source.linesWithoutCode { $0.text.utf8.count <= ForeignGaps.longest }.compactMap { line in
      if let found = code(in: source[line.number] ?? "", line.number, .error) { return found }
      for (open, close, name) in signs where open != "[" && open != "{" {
        guard let (column, answer) = answer(in: line.text, open, close) else { continue }
        return Diagnostic(
          line: line.number, column: column, "\(name) asks nothing under a quiz comment",
          remedy: "write [[\(answer)]] to ask for it")
      }
      return nil
    }
  }

  /// An answer mark that stands in code, where nothing is asked.
  private static func code(
    in text: String, _ line: Int, _ severity: Diagnostic.Severity
  ) -> Diagnostic? {
    guard let start = text.firstRange(of: "`[["),
      let end = text[start.upperBound...].firstRange(of: "]]`")
    else { return nil }
    let answer = text[start.upperBound..<end.lowerBound]
    guard answer.contains(where: \.isLetter), !answer.contains("`") else { return nil }
    var found = Diagnostic(
      line: line, column: text.distance(from: text.startIndex, to: start.lowerBound) + 1,
      "an answer mark in code asks nothing", remedy: "write [[\(answer)]] to ask for it")
    found.severity = severity
    return found
  }

  /// A text without the signs that others put around it too: `[_answer_]`, `[...answer...]`.
  private static func bare(_ text: Substring) -> String {
    func isSign(_ character: Character) -> Bool { "_.()*\u{2026} ".contains(character) }
    var text = text.drop(while: isSign)
    while let last = text.last, isSign(last) { text.removeLast() }
    return String(text)
  }

  /// The first text between two signs, and the column of the first of them.
  private static func answer(
    in text: String, _ open: String, _ close: String
  ) -> (column: Int, String)? {
    var rest = text[...]
    while let start = rest.firstRange(of: open) {
      let before = text[..<start.lowerBound].last
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close) else { return nil }
      let inner = rest[..<end.lowerBound]
      let behind = text[end.upperBound...].first
      defer { rest = rest[end.upperBound...] }
      guard inner.contains(where: \.isLetter), inner.first != " " || open == "||", before != "\\"
      else { continue }
      // A norm.
      if open == "||", inner.count < 4 { continue }
      if ["((", "<<", "||", "{"].contains(open) {
        // Of a formula or a call.
        guard before.map({ !$0.isLetter && !$0.isNumber && !"{$".contains($0) }) ?? true,
          inner.allSatisfy({ $0.isLetter || $0.isNumber || " -".contains($0) })
        else { continue }
      }
      if open == "[" {
        // A link, a footnote, what is counted, a token of a model, a word that was left out, a list.
        guard behind.map({ !"([:]".contains($0) }) ?? true,
          before.map({ !$0.isLetter && !$0.isNumber && !"[!)]\\".contains($0) }) ?? true,
          inner.contains(where: \.isLowercase), !inner.contains(where: { "[,;:^@=/".contains($0) }),
          inner.lowercased() != "sic", inner.count > 1, text.trimmed.count > inner.count + 3
        else { continue }
      }
      return (text.distance(from: text.startIndex, to: start.lowerBound) + 1, bare(inner))
    }
    return nil
  }
}
