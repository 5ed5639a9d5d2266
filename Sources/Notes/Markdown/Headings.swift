/// A heading of a text, wherever it stands in it.
package struct HeadingText: Equatable, Sendable {
  /// 1 to 6.
  package let level: Int
  package let title: [Inline]
  /// The raw HTML right under it; nil where something else stands there.
  package let htmlBelow: String?
}

extension [Block] {
  /// The headings, those in quotes, callouts and lists too, in the order in which they stand.
  package var headings: [HeadingText] {
    enumerated().flatMap { index, block -> [HeadingText] in
      switch block.kind {
      case .heading(let level, let title):
        var below: String?
        if index + 1 < count, case .html(let html) = self[index + 1].kind { below = html }
        return [HeadingText(level: level, title: title, htmlBelow: below)]
      case .quote(let blocks), .callout(_, let blocks): return blocks.headings
      case .list(let list): return list.items.flatMap(\.blocks.headings)
      case .html(let html) where html.holds("<h") || html.holds("<H"):
        return HTMLText.lines(html).filter { $0.level > 0 }.map {
          HeadingText(level: $0.level, title: $0.inlines, htmlBelow: nil)
        }
      default: return []
      }
    }
  }
}
