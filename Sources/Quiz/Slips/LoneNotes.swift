import Notes

/// A footnote or a link in the right options alone, which marks them: `1. [x] weights[^1]`. Where a wrong one has
/// such a thing too it tells nothing.
enum LoneNotes {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.isTasks,
      case let right = list.items.filter({ $0.task == true }), !right.isEmpty,
      right.count < list.items.count
    else { return [] }
    if isAlone({ !$0.footnotesUsed.isEmpty }, in: list) {
      return told(right, "footnote", "sign of the footnote", source)
    }
    if isAlone({ $0.contains(where: \.isLinked) }, in: list) {
      return told(right, "link", "link", source)
    }
    return []
  }

  /// Whether all that is right and nothing that is wrong has something in what it shows.
  private static func isAlone(_ has: ([Block]) -> Bool, in list: Block.List) -> Bool {
    list.items.allSatisfy { item in has(item.blocks.filter { !$0.isQuote }) == (item.task == true) }
  }

  private static func told(
    _ right: [Block.List.Item], _ name: String, _ sign: String, _ source: QuestionSource
  ) -> [Diagnostic] {
    right.compactMap { item in
      source.line(of: item).map { line in
        Diagnostic(
          line: line.number, column: line.item.column,
          "this \(name) is shown with the option, and marks it as the right one",
          remedy: "write the \(sign) into the note that is told after the answer, below > [!NOTE]"
        ).warned
      }
    }
  }
}

extension Block {
  /// Whether a link stands in its own text.
  fileprivate var isLinked: Bool {
    if case .paragraph(let inlines) = kind { inlines.contains(where: \.isLinked) } else { false }
  }
}

extension Inline {
  fileprivate var isLinked: Bool {
    switch self {
    // An address is a text that can be opened besides.
    case .link(let destination, let inner):
      !["", "http://", "https://", "mailto:"].contains { destination == $0 + inner.plainText }
    case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner):
      inner.contains(where: \.isLinked)
    default: false
    }
  }
}
