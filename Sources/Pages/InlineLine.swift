import Notes
import Typesetting

extension [Inline] {
  /// The text on one line, with its formulas as they are drawn within a line rather than as their commands.
  package func line(ascii: Bool) -> String { withDrawnMaths(ascii).plainText }

  private func withDrawnMaths(_ ascii: Bool) -> [Inline] { map { $0.withDrawnMaths(ascii) } }
}

extension Inline {
  fileprivate func withDrawnMaths(_ ascii: Bool) -> Inline {
    func drawn(_ inner: [Inline]) -> [Inline] { inner.map { $0.withDrawnMaths(ascii) } }
    return switch self {
    case .maths(let tex), .displayMaths(let tex): .text(Maths.inline(tex, ascii: ascii))
    case .emphasis(let inner): .emphasis(drawn(inner))
    case .strong(let inner): .strong(drawn(inner))
    case .struck(let inner): .struck(drawn(inner))
    case .marked(let inner): .marked(drawn(inner))
    case .link(let target, let inner): .link(destination: target, drawn(inner))
    default: self
    }
  }
}

extension Library {
  /// A lesson's title as it is listed: with its formulas drawn. What lessons are known by is the plain title.
  package func shownTitle(of id: LessonID, ascii: Bool) -> String {
    guard let title = self[id]?.shownTitle else { return "" }
    guard title.contains(where: { "\\^_{".contains($0) }) else { return title }
    return written(title, of: id).line(ascii: ascii).trimmed
  }

  /// A title of a lesson, or of the chapter that it begins, as it is written: with its formulas as such.
  package func written(_ title: String, of id: LessonID) -> [Inline] {
    guard let lesson = self[id] else { return [.text(title)] }
    // It stands at the beginning, below the chapter's at most.
    let bytes = documents[id.document].bytes[lesson.range].prefix(4_096)
    for block in Markdown.parse(Array(bytes)).blocks {
      guard case .heading(_, let inlines) = block.kind, inlines.plainText.trimmed == title
      else { continue }
      return inlines
    }
    return [.text(title)]
  }
}
