import TextUI

/// All that a widget shows, page by page, where not all of it has room at once.
extension BlockLayout {
  /// How many pages it takes.
  static func pages(of blocks: [WidgetBlock], in room: Size, ascii: Bool) -> Int {
    split(blocks, in: room, ascii: ascii).count
  }

  /// One of them, counted from 1: the last line tells how far it goes.
  static func page(
    _ number: Int, of blocks: [WidgetBlock], in room: Size, ascii: Bool
  ) -> [[Cell]] {
    let pages = split(blocks, in: room, ascii: ascii)
    guard pages.indices.contains(number - 1) else { return [] }
    var page = pages[number - 1]
    while page.count < room.rows - 1 { page.append([]) }
    return page + [[Cell]("  … page \(number) of \(pages.count)", .muted)]
  }

  private static func split(
    _ blocks: [WidgetBlock], in room: Size, ascii: Bool
  ) -> [[[Cell]]] {
    var rest = all(blocks, width: room.columns, ascii: ascii)[...]
    let step = max(1, room.rows - 1)
    var pages: [[[Cell]]] = []
    while !rest.isEmpty {
      var page = rest.prefix(step)
      // A page ends between two parts, if that leaves enough on it.
      if page.count < rest.count, !rest[page.endIndex].isEmpty,
        let gap = page.lastIndex(where: \.isEmpty), gap - page.startIndex > step / 3
      {
        page = page[..<gap]
      }
      pages.append(Array(page))
      rest = rest[page.endIndex...].drop { $0.isEmpty }
    }
    return pages
  }

  /// Everything, whatever rows it takes.
  private static func all(_ blocks: [WidgetBlock], width: Int, ascii: Bool) -> [[Cell]] {
    var lines = lines(blocks, width: width, height: endless, ascii: ascii)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}
