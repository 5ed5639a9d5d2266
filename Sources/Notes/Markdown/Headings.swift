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

extension [Inline] {
  /// What a heading with this text is called: pictures beside its words, as badges are, name nothing. One of pictures
  /// alone is called what they show.
  package var titleText: String {
    guard contains(where: \.isPicture) else { return plainText.trimmed }
    let words = filter { !$0.isPicture }.plainText.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? plainText.trimmed : words
  }
}

extension Inline {
  /// Whether it is a picture, or a link that is nothing else.
  fileprivate var isPicture: Bool {
    switch self {
    case .image: true
    case .link(_, let inner): !inner.isEmpty && inner.allSatisfy(\.isPicture)
    default: false
    }
  }
}
