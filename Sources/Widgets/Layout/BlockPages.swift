import TextUI

/// All that a widget shows, page by page, where not all of it has room at once.
extension BlockLayout {
  /// Rows of a table that is worth beginning at a page's end: its title, its names, and two of numbers.
  private static let fewest = 4
  /// Of so few rows none is only for how far a page goes.
  private static let fewRows = 3

  /// One of the pages, counted from 1: the last line tells how far it goes, beside what else stands there
  /// where rows are few.
  static func page(
    _ number: Int, of pages: [[[Cell]]], in room: Size, margin: Int
  ) -> [[Cell]] {
    guard pages.indices.contains(number - 1) else { return [] }
    var page = pages[number - 1]
    if room.rows <= fewRows {
      let label = [Cell]("\(number)/\(pages.count)", .muted)
      let at = margin + room.columns - label.count
      guard let last = page.indices.last, page[last].count < at else { return page }
      page[last] = page[last].padded(to: at) + label
      return page
    }
    while page.count < room.rows - 1 { page.append([]) }
    return page + [
      [Cell](repeating: .blank, count: margin)
        + [Cell]("  … page \(number) of \(pages.count)", .muted)
    ]
  }

  /// All pages. What is said before a figure that has no room below it would stand on a page of its own, nearly
  /// empty: there it comes last, with all else that is said.
  static func pages(
    of blocks: [WidgetBlock], in room: Size, ascii: Bool, margin: Int
  ) -> [[[Cell]]] {
    let pages = cut(blocks, in: room, ascii: ascii, margin)
    guard pages.count > 1, let first = pages.first, first.count < (room.rows - 1) * 3 / 4 else {
      return pages
    }
    return cut(
      blocks.filter { !$0.isSaid } + blocks.filter(\.isSaid), in: room, ascii: ascii, margin)
  }

  private static func cut(
    _ blocks: [WidgetBlock], in room: Size, ascii: Bool, _ margin: Int
  ) -> [[[Cell]]] {
    let step = room.rows > fewRows ? room.rows - 1 : max(1, room.rows)
    let blocks = blocks.map { $0.noPicture(higherThan: step) }
    var parts = parts(of: all(blocks, width: room.columns, ascii: ascii, margin), margin)[...]
    var pages: [[[Cell]]] = []
    while !parts.isEmpty {
      var page: [ArraySlice<[Cell]>] = []
      var left = step
      while let part = parts.first, left > 0 {
        // A page ends between two parts, if that leaves enough on it; a part that no page holds begins
        // where it can.
        let isWhole = part.count <= left
        let canBegin = part.count > step && left >= Self.fewest
        guard isWhole || canBegin || step - left <= step / 3 else { break }
        page.append(part.prefix(fitting(part, left)))
        left -= min(left, part.count)
        parts.removeFirst()
        if !isWhole {
          parts = [rest(of: part, behind: page[page.count - 1].count, step, margin)] + parts
        }
      }
      // Blank lines between parts are the first to give way.
      pages.append(
        page.enumerated().flatMap { at, part in
          Array(part) + (at + 1 < page.count && at < left ? [[]] : [])
        })
    }
    return pages
  }

  /// What stands between blank lines, or from one heading to the next.
  private static func parts(of lines: [[Cell]], _ margin: Int) -> [ArraySlice<[Cell]>] {
    lines.split(whereSeparator: \.isEmpty).flatMap { part in
      // A heading may take two lines.
      let headings = part.indices.filter { part[$0].isHeading(behind: margin) }
      let starts = part.indices.filter {
        $0 == part.startIndex || headings.contains($0) && !headings.contains($0 - 1)
      }
      return zip(starts, starts.dropFirst() + [part.endIndex]).map { part[$0..<$1] }
    }
  }

  /// How many rows of a part go on a page with so much room: bands of rows that begin alike, as those of
  /// a long sum of products do, stay whole.
  private static func fitting(_ part: ArraySlice<[Cell]>, _ room: Int) -> Int {
    let rows = Array(part)
    guard room < rows.count, rows.count > 1 else { return room }
    let label = rows[1].label
    return rows.indices.last { $0 > 3 && $0 <= room && rows[$0].label == label } ?? room
  }

  /// What of a part goes on to the next page, below its heading again.
  private static func rest(
    of part: ArraySlice<[Cell]>, behind count: Int, _ step: Int, _ margin: Int
  ) -> ArraySlice<[Cell]> {
    let isHeaded = part.first?.isHeading(behind: margin) ?? false
    let head = isHeaded ? 1 + part.dropFirst().prefix(1).count(where: \.isMuted) : 0
    // A page that is hardly more than that goes without.
    return head < count && head * 3 <= step
      ? (part.prefix(head) + part.dropFirst(count))[...] : part.dropFirst(count)
  }

  /// Everything, whatever rows it takes.
  private static func all(
    _ blocks: [WidgetBlock], width: Int, ascii: Bool, _ margin: Int
  ) -> [[Cell]] {
    var lines = picture(blocks, width: width, height: endless, ascii: ascii, margin: margin).lines
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}

extension [Cell] {
  /// Whether it begins with a name in bold, as tables and calculations do: `A`, `5 exp`. What was right or
  /// wrong of a guess is no name, however bold.
  fileprivate func isHeading(behind margin: Int) -> Bool {
    let name = dropFirst(margin).prefix {
      $0.style.attributes.contains(.bold) && $0.style.role != .good && $0.style.role != .bad
    }
    return name.first.map { $0.glyph.isLetter || $0.glyph.isDigit } ?? false
      && name.contains(where: \.glyph.isLetter)
  }
  /// What stands before the first gap.
  fileprivate var label: String {
    let own = drop { $0.glyph.isSpace }
    return Array(own.prefix { !$0.glyph.isSpace }).text
  }
  /// Whether it is names of columns alone.
  fileprivate var isMuted: Bool { allSatisfy { $0.glyph.isSpace || $0.style.role == .muted } }
}

extension WidgetBlock {
  /// The same with its picture no higher than a page: in parts it would tell nothing.
  fileprivate func noPicture(higherThan rows: Int) -> WidgetBlock {
    guard case .picture(let own, let draw) = content, own.upperBound > rows else { return self }
    var block = self
    block.content = .picture(rows: min(own.lowerBound, rows)...rows, draw: draw)
    return block
  }

  /// Whether it is words around a figure: the names of the steps, why, how, and the settings.
  fileprivate var isSaid: Bool {
    switch content {
    case .strip: true
    case .lines: rank > 1 && !isLegend
    case .figure(let figure): rank > 1 && (figure is SidesLine || figure is PartsLine)
    case .grids, .picture: false
    }
  }
}
