import Notes

/// Options, pairs and steps right below HTML, which goes on to the next empty line: they are no list here nor anywhere
/// else, and would be shown with their boxes.
enum SwallowedLines {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let hasAnswer = section.hasAnswers
    return section.prompt.compactMap { block in
      guard case .html(let html) = block.kind, !html.hasPrefix("<!--") else { return nil }
      let count = html.split(separator: "\n", omittingEmptySubsequences: false).count
      if let boxes = boxes(in: html, line: block.line) { return boxes }
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

  /// What to say of boxes that tags make a list of: `<li>[x] weights</li>`; nil where there are none.
  private static func boxes(in html: String, line: Int) -> Diagnostic? {
    guard html.contains("<li") || html.contains("<p") || html.contains("<td"), html.contains("[")
    else {
      return nil
    }
    // What the list itself puts before them is short.
    let options = HTMLText.lines(html).compactMap { line in
      line.text.firstRange(of: "[").flatMap { open in
        line.text.distance(from: line.text.startIndex, to: open.lowerBound) < 6
          ? ForeignTicks.box(line.text[open.lowerBound...]) : nil
      }
    }
    guard options.count > 1, options.contains(where: \.isTicked) else { return nil }
    let written = ForeignTicks.options(options.map { ($0.isTicked, $0.label) })
    return Diagnostic(
      line: line, column: 1, "boxes in HTML are no options, and would be shown",
      remedy: "write \(written.joined(separator: ", ")), each on a line of its own in place of it")
  }

  private static func isAnswer(_ line: QuestionSource.Line, hasAnswer: Bool) -> Bool {
    guard let item = line.item else { return false }
    return item.hasBox || !hasAnswer && (item.isNumbered || item.text.contains(" :: "))
  }
}
