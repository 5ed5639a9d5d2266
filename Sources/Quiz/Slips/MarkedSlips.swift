import Notes

/// Highlights in a sentence of a question that asks nothing itself: `==answer==`, as cards of other tools
/// have their gaps.
enum MarkedSlips {
  static func find(in section: QuestionSection) -> [Diagnostic] {
    section.prompt.compactMap { block in
      guard case .paragraph(let inlines) = block.kind, !inlines.plainText.contains("?"),
        let answer = inlines.firstMarked
      else { return nil }
      var found = Diagnostic(
        line: block.line, column: 1, "a highlight asks nothing under a quiz comment",
        remedy: "write [[\(answer)]] to ask for it")
      found.severity = .warning
      return found
    }
  }
}

extension [Inline] {
  /// The text of its first highlight.
  fileprivate var firstMarked: String? {
    for inline in self {
      switch inline {
      case .marked(let inner): return inner.plainText
      case .emphasis(let inner), .strong(let inner):
        if let found = inner.firstMarked { return found }
      default: break
      }
    }
    return nil
  }
}
