import Notes

/// Options, pairs and steps right below HTML, which goes on to the next empty line: they are no list here nor anywhere
/// else, and would be shown with their boxes.
enum SwallowedLines {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let hasAnswer = section.answers != nil || !section.blanks.isEmpty
    return section.prompt.compactMap { block in
      guard case .html(let html) = block.kind, !html.hasPrefix("<!--") else { return nil }
      let count = html.split(separator: "\n", omittingEmptySubsequences: false).count
      guard count > 1 else { return nil }
      let lines = source.lines.from(block.line + 1).prefix { $0.number < block.line + count }
      guard let first = lines.first(where: { isAnswer($0, hasAnswer: hasAnswer) }) else {
        return nil
      }
      return Diagnostic(
        line: first.number, column: 1,
        "HTML goes on to the next empty line, and this belongs to it",
        remedy: "write an empty line above \(first.trimmed)")
    }
  }

  private static func isAnswer(_ line: QuestionSource.Line, hasAnswer: Bool) -> Bool {
    guard let item = line.item else { return false }
    return item.hasBox || !hasAnswer && (item.isNumbered || item.text.contains(" :: "))
  }
}
