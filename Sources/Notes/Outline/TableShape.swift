/// A table whose lines do not fit together, or that stands right under text: GitHub shows it, md4c
/// loses cells of the first kind and all of the second.
struct TableShape: Equatable {
  /// Where the head begins, and its line.
  var head: Int
  /// Whether something has to part the head from the text above it.
  var needsBreak: Bool
  /// The rule under the head, trimmed.
  var rule: Range<Int>
  /// The cells of the rule: dashes, a colon at either end.
  var columns: [Column]
  /// How many cells the widest row has.
  var widest: Int
  /// Where the first row stands that has more cells than the rule has columns.
  var wideRow: Int?
  /// Where a block begins right below its last row that md4c takes for one more.
  var end: Int?

  /// A cell of the rule.
  struct Column: Equatable {
    var hasLeft = false
    var hasRight = false
    /// Its length as written; md4c wants three.
    var length = 0
  }

  /// The cells of a rule; nil for another line.
  static func columns(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: Range<Int>
  ) -> [Column]? {
    var columns: [Column] = []
    var parts = bytes[rule].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    func isBlank(_ part: some Sequence<UInt8>) -> Bool { part.allSatisfy { $0 <= 0x20 } }
    if let first = parts.first, isBlank(first) { parts.removeFirst() }
    if let last = parts.last, isBlank(last) { parts.removeLast() }
    for part in parts {
      var cell = part.drop { $0 <= 0x20 }
      while let last = cell.last, last <= 0x20 { cell.removeLast() }
      var column = Column(length: cell.count)
      column.hasLeft = cell.first == UInt8(ascii: ":")
      if column.hasLeft { cell.removeFirst() }
      column.hasRight = cell.last == UInt8(ascii: ":")
      if column.hasRight { cell.removeLast() }
      guard !cell.isEmpty, cell.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      columns.append(column)
    }
    return columns.isEmpty ? nil : columns
  }

  /// The rule as md4c has to read it; nil where it may stay as it is.
  var mendedRule: [UInt8]? {
    guard widest > columns.count || columns.contains(where: { $0.length < 3 }) else { return nil }
    var rule: [UInt8] = []
    for index in 0..<max(widest, columns.count) {
      let column = index < columns.count ? columns[index] : Column()
      rule += "|\(column.hasLeft ? ":" : "")---\(column.hasRight ? ":" : "")".utf8
    }
    return rule + [UInt8(ascii: "|")]
  }

  /// How many cells a row has: bars part them that stand neither in code nor behind a backslash.
  static func cells(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>) -> Int {
    var row = row
    while let first = row.first, bytes[first] <= 0x20 { row.removeFirst() }
    while let last = row.last, bytes[last] <= 0x20 { row.removeLast() }
    if let first = row.first, bytes[first] == UInt8(ascii: "|") { row.removeFirst() }
    if row.count > 1, let last = row.last, bytes[last] == UInt8(ascii: "|"),
      bytes[last - 1] != UInt8(ascii: "\\")
    {
      row.removeLast()
    }
    var cells = 1
    var at = row.lowerBound
    var closerless: Set<Int> = []
    while at < row.upperBound {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "|"):
        cells += 1
        at += 1
      case UInt8(ascii: "`"):
        let open = at
        while at < row.upperBound, bytes[at] == UInt8(ascii: "`") { at += 1 }
        let length = at - open
        guard !closerless.contains(length) else { continue }
        if let end = closing(length, bytes, at..<row.upperBound) {
          at = end
        } else {
          closerless.insert(length)
        }
      default: at += 1
      }
    }
    return cells
  }

  private static func closing(
    _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      let run = at
      while at < range.upperBound, bytes[at] == UInt8(ascii: "`") { at += 1 }
      if at - run == length { return at }
      if at == run { at += 1 }
    }
    return nil
  }
}

extension OutlineScanner {
  /// Whether the paragraph's last line and the rule under it begin a table: alone always, under
  /// other text where they have as many cells.
  mutating func beginTable(under rule: Range<Int>) -> Bool {
    var headEnd = rule.lowerBound
    while headEnd > paragraph.last.start, bytes[headEnd - 1] != 0x0A { headEnd -= 1 }
    let head = paragraph.last.start..<max(paragraph.last.start, headEnd - 1)
    let needsBreak = !paragraph.isSingle || paragraph.followsDefinition
    var rule = rule
    while let last = rule.last, bytes[last] <= 0x20 { rule.removeLast() }
    guard let columns = TableShape.columns(bytes, rule) else { return false }
    let cells = TableShape.cells(bytes, head)
    if columns.contains(where: { $0.length < 3 }), cells != columns.count { return false }
    if needsBreak {
      guard cells == columns.count, paragraph.last.depth == containers.count,
        paragraph.last.indent < 4,
        let first = head.first, !"-+*#>=_0123456789`~<".utf8.contains(bytes[first])
      else { return false }
    }
    if isParsing {
      tables.append(
        TableShape(
          head: head.lowerBound, needsBreak: needsBreak, rule: rule, columns: columns,
          widest: columns.count))
      noteCells(cells, at: head.lowerBound)
    }
    return true
  }

  mutating func addRow(_ start: Int, _ end: Int) {
    guard isParsing else { return }
    noteCells(TableShape.cells(bytes, start..<end), at: start)
    scanLine(start..<end, isRow: true)
  }

  /// Notes that a block begins right below a row.
  mutating func endTable(before start: Int) {
    leaf = .none
    if isParsing, !tables.isEmpty { tables[tables.count - 1].end = start }
  }

  private mutating func noteCells(_ cells: Int, at start: Int) {
    guard let table = tables.last, cells > table.columns.count else { return }
    tables[tables.count - 1].widest = max(cells, table.widest)
    tables[tables.count - 1].wideRow = table.wideRow ?? start
  }
}
