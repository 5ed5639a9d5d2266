/// Tables in raw HTML as the tables that they are, with cells that span several.
enum HTMLTables {
  /// The blocks of HTML in which tables stand; nil for other HTML.
  static func blocks(_ html: String, line: Int) -> [Block]? {
    guard html.contains("<table") || html.contains("<TABLE") else { return nil }
    let bytes = Array(html.utf8)
    var result: [Block] = []
    var start = 0
    func add(_ end: Int) {
      let html = String(decoding: bytes[start..<end], as: UTF8.self)
      let lines = bytes[..<start].count { $0 == 0x0A }
      if !html.trimmed.isEmpty { result.append(Block(.html(html), line: line + lines)) }
    }
    for table in tables(in: bytes) {
      var reader = HTMLTableReader(bytes, in: table.inside)
      guard let made = reader.read() else { continue }
      add(table.whole.lowerBound)
      let lines = bytes[..<table.whole.lowerBound].count { $0 == 0x0A }
      result += made.map { Block($0, line: line + lines) }
      start = table.whole.upperBound
    }
    guard start > 0 else { return nil }
    add(bytes.count)
    return result
  }

  /// Where tables stand that hold no other, and what is in them.
  private static func tables(in bytes: [UInt8]) -> [(whole: Range<Int>, inside: Range<Int>)] {
    var found: [(whole: Range<Int>, inside: Range<Int>)] = []
    var open: [(start: Int, inside: Int, holdsOther: Bool)] = []
    for (place, tag) in HTMLTags(bytes, in: bytes.indices) where tag.name == "table" {
      if !tag.isClosing {
        open.append((place, tag.end, false))
      } else if let table = open.popLast() {
        if let outer = open.indices.last {
          open[outer].holdsOther = true
        } else if !table.holdsOther {
          found.append((table.start..<tag.end, table.inside..<place))
        }
      }
    }
    return found
  }
}

/// The tags of HTML with where they begin, without those in comments.
struct HTMLTags: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let end: Int
  private var at: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    (at, end) = (range.lowerBound, range.upperBound)
  }

  mutating func next() -> (place: Int, tag: HTMLTag)? {
    while at < end {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if bytes[at..<end].starts(with: "<!--".utf8) {
        at += 4
        while at < end, !bytes[at..<end].starts(with: "-->".utf8) { at += 1 }
      } else if let tag = HTMLTag(in: bytes, at: at), tag.end <= end {
        defer { at = tag.end }
        return (at, tag)
      } else {
        at += 1
      }
    }
    return nil
  }
}

/// Reads what stands in one table.
private struct HTMLTableReader {
  private struct Cell {
    var inlines: [Inline]
    let isHead: Bool
    let columns: Int
    let rows: Int
    let alignment: Block.Table.Alignment
  }

  /// More than anybody reads side by side.
  private static let most = 100

  private let bytes: [UInt8]
  private let inside: Range<Int>
  private var caption = ""
  private var rows: [[Cell]] = []
  /// How many rows stand in the table's head.
  private var heads = 0

  init(_ bytes: [UInt8], in inside: Range<Int>) {
    (self.bytes, self.inside) = (bytes, inside)
  }

  /// The table with what it is called above it; nil for what is no table but a way to set a page.
  mutating func read() -> [Block.Kind]? {
    findCells()
    rows.removeAll(where: \.isEmpty)
    let columns = rows.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 0
    guard columns > 0, columns <= Self.most, rows.count > 1 || rows[0].count > 1 else { return nil }
    if heads == 0, rows.count > 1, rows[0].allSatisfy(\.isHead) { heads = 1 }
    heads = min(heads, rows.count - 1)
    let grid = grid()
    let width = grid.map(\.count).max() ?? 0
    func filled(_ row: [[Inline]]) -> [[Inline]] {
      row + [[Inline]](repeating: [], count: width - row.count)
    }
    let table = Block.Table(
      alignments: alignments(width), head: head(grid.prefix(heads).map(filled), width),
      rows: grid.dropFirst(heads).map(filled))
    let words = HTMLText.lines(caption).flatMap(\.inlines)
    return (words.isEmpty ? [] : [.paragraph([.strong(words)])]) + [.table(table)]
  }

  private mutating func findCells() {
    /// Where the text of the cell or caption begins that is open, and the tag that opened it.
    var open: (start: Int, tag: HTMLTag, written: String)?
    var rowStyle = ""
    var isInHead = false
    func close(_ end: Int) {
      guard let cell = open else { return }
      open = nil
      let html = String(decoding: bytes[cell.start..<end], as: UTF8.self)
      if cell.tag.name == "caption" {
        caption += html
      } else {
        if rows.isEmpty { rows.append([]) }
        rows[rows.count - 1].append(self.cell(cell.tag, cell.written, rowStyle, html))
      }
    }
    for (place, tag) in HTMLTags(bytes, in: inside) {
      let written = String(decoding: bytes[place..<tag.end], as: UTF8.self)
      switch tag.name {
      case "td", "th", "caption":
        close(place)
        if !tag.isClosing { open = (tag.end, tag, written) }
      case "tr":
        close(place)
        if !tag.isClosing {
          rows.append([])
          rowStyle = written
        }
      case "thead", "tbody", "tfoot":
        close(place)
        if tag.name == "thead" {
          if isInHead { heads = rows.count { !$0.isEmpty } }
          isInHead = !tag.isClosing
        }
      default: break
      }
    }
    close(inside.upperBound)
  }

  private func cell(_ tag: HTMLTag, _ written: String, _ row: String, _ html: String) -> Cell {
    func span(_ name: String) -> Int {
      min(Self.most, max(1, HTMLTag.value(of: name, in: written).flatMap { Int($0.trimmed) } ?? 1))
    }
    let lines = HTMLText.lines(html).map { line -> [Inline] in
      line.level > 0 ? [.strong(line.inlines)] : line.inlines
    }
    let bytes = Array(html.utf8)
    // What is not shown of it is still told.
    let lost = HTMLTags(bytes, in: bytes.indices).compactMap { place, tag -> Inline? in
      let written = String(decoding: bytes[place..<tag.end], as: UTF8.self)
      return !tag.isClosing && tag.name != "a" && Losses.isLost(tag, written) ? .html(written) : nil
    }
    return Cell(
      inlines: Array(lines.joined(separator: [.lineBreak])) + lost, isHead: tag.name == "th",
      columns: span("colspan"), rows: span("rowspan"),
      alignment: Self.alignment(written) ?? Self.alignment(row) ?? .standard)
  }

  private static func alignment(_ written: String) -> Block.Table.Alignment? {
    guard written.utf8.contains(UInt8(ascii: "=")) else { return nil }
    let style = (HTMLTag.value(of: "style", in: written) ?? "").filter { $0 != " " }
    let own =
      style.firstRange(of: "text-align:").map { style[$0.upperBound...].prefix { $0.isLetter } }
      ?? HTMLTag.value(of: "align", in: written)?[...]
    return switch own?.lowercased() {
    case "left": .left
    case "center": .center
    case "right": .right
    default: nil
    }
  }

  /// Each column stands as the first of its cells says.
  private func alignments(_ width: Int) -> [Block.Table.Alignment] {
    var result = [Block.Table.Alignment](repeating: .standard, count: width)
    var column = 0
    for cell in rows[0] {
      for index in column..<min(width, column + cell.columns) { result[index] = cell.alignment }
      column += cell.columns
    }
    return result
  }

  /// The cells by row and column: one that spans several stands in the first of them, and what stands above
  /// several columns of several rows of a head in each of those columns.
  private func grid() -> [[[Inline]]] {
    var grid = [[[Inline]]](repeating: [], count: rows.count)
    /// How many more rows each column is taken for.
    var taken: [Int] = []
    for (index, row) in rows.enumerated() {
      var cells: [[Inline]] = []
      func passTaken() {
        while cells.count < taken.count, taken[cells.count] > 0 {
          taken[cells.count] -= 1
          cells.append([])
        }
      }
      for cell in row {
        passTaken()
        let isRowHead = cell.isHead && index >= heads && !cell.inlines.isEmpty
        let inlines = isRowHead ? [.strong(cell.inlines)] : cell.inlines
        for part in 0..<cell.columns where cells.count < Self.most {
          while taken.count <= cells.count { taken.append(0) }
          taken[cells.count] = cell.rows - 1
          cells.append(part == 0 || index + 1 < heads ? inlines : [])
        }
      }
      passTaken()
      grid[index] = cells
    }
    return grid
  }

  /// Several rows of a head are one, in which each column has its words below each other.
  private func head(_ rows: [[[Inline]]], _ width: Int) -> [[Inline]] {
    (0..<width).map { column in
      Array(rows.map { $0[column] }.filter { !$0.isEmpty }.joined(separator: [.lineBreak]))
    }
  }
}
