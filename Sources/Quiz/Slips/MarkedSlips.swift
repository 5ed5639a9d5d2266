import Notes

/// Words that are set off in a sentence of a question that asks nothing itself: `==answer==`, as cards of
/// other tools have their gaps, `[answer]`, `<u>answer</u>` and `~~answer~~`.
enum MarkedSlips {
  private static let signs = [
    ("==", "==", "a highlight"), ("~~", "~~", "what is struck out"),
    ("<u>", "</u>", "an underline"), ("[", "]", "a single bracket"),
  ]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let texts = source.linesWithoutCode { $0.text.utf8.count <= ForeignGaps.longest }
    return section.prompt.compactMap { block in
      guard case .paragraph(let inlines) = block.kind, !inlines.plainText.contains("?") else {
        return nil
      }
      let lines = texts.from(block.line).prefix(60).prefix { !$0.trimmed.isEmpty }
      for line in lines {
        for (open, close, name) in signs {
          guard let (column, answer) = answer(in: line.text, open, close) else { continue }
          var found = Diagnostic(
            line: line.number, column: column, "\(name) asks nothing under a quiz comment",
            remedy: "write [[\(answer)]] to ask for it")
          found.severity = .warning
          return found
        }
      }
      return nil
    }
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
      guard inner.contains(where: \.isLetter), inner.first != " ", before != "\\" else { continue }
      if open == "[" {
        // A link, a footnote, what is counted, a token of a model, a word that was left out, a list.
        guard behind.map({ !"([:]".contains($0) }) ?? true,
          before.map({ !$0.isLetter && !$0.isNumber && !"[!)]\\".contains($0) }) ?? true,
          inner.contains(where: \.isLowercase), !inner.contains(where: { "[,;:^@=/".contains($0) }),
          inner.lowercased() != "sic", inner.count > 1, text.trimmed.count > inner.count + 3
        else { continue }
      }
      return (text.distance(from: text.startIndex, to: start.lowerBound) + 1, String(inner))
    }
    return nil
  }
}
