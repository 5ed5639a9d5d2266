import Notes

/// Steps and pairs in lines without any sign of a list, which are all that a question shows: a paragraph runs them
/// together, in their order.
enum BareLines {
  /// Longer lines may be those of a text that was wrapped.
  private static let longest = 48
  /// What is said of what is given, and no term.
  private static let labels: Set = [
    "given", "asked", "wanted", "hint", "hints", "clue", "answer", "context", "prompt", "input",
    "output", "question", "note", "example", "text", "figure", "task", "for example", "case", "a",
    "b",
  ]
  private static let signs = [": ", " = ", " -> ", " \u{2192} ", " - ", " \u{2013} ", " | "]

  /// The lines of a paragraph that may be steps or pairs: whoever ends them with a hard break means them as lines, as
  /// cards of other programs have them.
  static func lines(of block: Block, _ source: QuestionSource) -> [QuestionSource.Line] {
    let lines = source.lines.paragraph(from: block.line)
    guard lines.count > 1,
      lines.allSatisfy({ line in
        line.item == nil && !line.text.hasSuffix("  ") && !line.text.hasSuffix("\\")
          && !line.signs.contains("?")
      })
    else { return [] }
    return Array(lines)
  }

  /// Steps of a question that asks for an order.
  static func steps(in block: Block, _ source: QuestionSource) -> [Diagnostic] {
    // An arrow from each to the next stands on a line of its own.
    let lines = lines(of: block, source).filter {
      !["\u{2193}", "\u{2B07}", "|", "v"].contains($0.trimmed)
    }
    guard lines.count > 2,
      lines.allSatisfy({ line in
        line.trimmed.utf8.count <= longest && line.trimmed.first?.isLetter == true
          && line.trimmed.last.map { $0.isLetter || $0.isNumber || $0 == ")" } ?? false
      })
    else { return [] }
    return lines.enumerated().map { index, line in
      Diagnostic(
        line: line.number, column: 1, "this is nearly a step of a list, and none",
        remedy: "write \(index + 1). \(line.trimmed)")
    }
  }

  /// The terms and definitions of lines that all have the same sign; nothing where they may be what is given.
  static func pairs(
    in block: Block, _ source: QuestionSource,
    _ parts: (Substring, String) -> (term: String, definition: String)?
  ) -> [(line: QuestionSource.Line, term: String, definition: String)] {
    let lines = lines(of: block, source)
    for sign in signs where !lines.isEmpty {
      let pairs = lines.compactMap { line in
        // What counts is a step, or an option.
        LineMarker(line.trimmed) == nil
          ? parts(line.trimmed[...], sign).map { (line, $0.term, $0.definition) } : nil
      }
      guard pairs.count == lines.count,
        pairs.allSatisfy({ _, term, definition in
          !labels.contains(term.lowercased()) && !definition.contains(where: \.isNumber)
            && term.split(separator: " ").count < 4
        })
      else { continue }
      return pairs
    }
    return []
  }
}
