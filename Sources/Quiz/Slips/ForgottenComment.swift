import Notes

/// Lists with boxes below words that ask, and no quiz comment: their ticks are shown, as those of a list of
/// what is to be done. That needs no more than a heading that asks nothing.
package enum ForgottenComment {
  /// So many blocks may stand between a heading and the list that answers it.
  private static let furthest = 3
  /// What headings of lists of what is to be done ask.
  private static let plans = [
    "to do", "todo", "to-do", "next", "left", "done", "remain", "missing", "plan", "status",
  ]

  /// Those of a lesson, by line of the file.
  ///
  /// - Parameters:
  ///   - hasQuestions: whether the file holds questions, so that what looks like one is meant for it.
  ///   - taken: the lines of the file that are a question's.
  package static func find(
    in blocks: [Block], firstLine: Int, hasQuestions: Bool, outside taken: Set<Int>
  ) -> [Diagnostic] {
    var heading: Int?
    var found: [Diagnostic] = []
    for (index, block) in blocks.enumerated() {
      if block.isHeading { heading = index }
      let line = firstLine + block.line - 1
      guard let list = block.list, list.isPartlyTicked,
        !taken.contains(line)
      else { continue }
      let place = heading.flatMap { index - $0 <= furthest ? $0 : nil }
      var told: Diagnostic?
      if let place, asks(blocks[place].plainText, list, hasQuestions) {
        told = Diagnostic(
          line: firstLine + blocks[place].line - 1, column: 1,
          "this looks like a question, and its comment is missing",
          remedy: blocks[place].plainText.trimmed.lowercased() == "quiz"
            ? "write <!-- quiz --> in place of it where the heading above asks; else ### and what is "
              + "asked below it, and <!-- quiz --> below that"
            : "write <!-- quiz --> on the line below this heading")
      } else if index > 0, case .paragraph(let inlines) = blocks[index - 1].kind,
        case let words = inlines.plainText.trimmed, asks(words, list, hasQuestions),
        !words.contains("\n")
      {
        told = Diagnostic(
          line: firstLine + blocks[index - 1].line - 1, column: 1,
          "this looks like a question, and its heading and comment are missing",
          remedy: "write ### \(words), and <!-- quiz --> on the line below it")
      }
      told?.severity = .warning
      found += [told].compactMap(\.self)
    }
    return found
  }

  private static func asks(_ words: String, _ list: Block.List, _ hasQuestions: Bool) -> Bool {
    let lower = words.trimmed.lowercased()
    let isOne = list.start != nil && list.items.count { $0.task == true } == 1
    if isOne, hasQuestions || lower == "quiz" { return true }
    let end = lower.last { !"*_\"')\u{201D}\u{2019} ".contains($0) }
    guard end == "?" || end == "\u{FF1F}" else { return false }
    return isOne || !plans.contains { lower.contains($0) }
  }
}

extension Block.List {
  /// Whether all items have boxes, and some of them are ticked.
  fileprivate var isPartlyTicked: Bool {
    guard items.count > 1, items.allSatisfy({ $0.task != nil }) else { return false }
    return Set(items.map(\.task)).count == 2
  }
}
