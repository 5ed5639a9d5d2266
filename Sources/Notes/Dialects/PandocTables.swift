/// Pandoc's tables that are drawn with signs, `+---+` around cells or `---- ----` under their heads, as the
/// tables that Markdown has. A table takes no more lines then, so that line numbers hold.
struct PandocTables {
  /// A table with the lines that it is written on.
  private struct Table {
    var lines: Range<Int>
    var head: [String]
    var rows: [[String]]
    var alignments: [String]
  }

  /// More lines than any table has are not looked through for its end.
  private static let mostLines = 1_000
  private static let mostColumns = 100

  static func rewrite(_ bytes: inout [UInt8]) {
    mendCrossings(&bytes)
    guard mayStand(in: bytes) else { return }
    let reader = PandocTables(bytes)
    let tables = reader.all()
    guard !tables.isEmpty else { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var next = tables[...]
    var line = 0
    func add(_ text: some Sequence<UInt8>) {
      if line > 0 { result.append(0x0A) }
      result += text
      line += 1
    }
    while line < reader.lines.count {
      guard let table = next.first, table.lines.lowerBound == line else {
        add(reader.lines[line])
        continue
      }
      next = next.dropFirst()
      let rules = table.alignments.map { $0 }
      for cells in [table.head, rules] + table.rows {
        add("| \(cells.joined(separator: " | ")) |".utf8)
      }
      while line < table.lines.upperBound { add([]) }
    }
    bytes = result
  }

  private static let crossing = ByteSearch("-+")

  /// The line under a table's heads with bars where its columns meet: Pandoc and kramdown also read `|---+---|`.
  private static func mendCrossings(_ bytes: inout [UInt8]) {
    var start = 0
    while let at = crossing?.first(in: bytes, from: start, to: bytes.count) {
      let line = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      start = end
      guard line > 1, bytes[line] == UInt8(ascii: "|"),
        bytes[line..<end].allSatisfy({ "|-+: \r".utf8.contains($0) })
      else { continue }
      let above = bytes[..<(line - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      guard bytes[above] == UInt8(ascii: "|") else { continue }
      for sign in line..<end where bytes[sign] == UInt8(ascii: "+") {
        bytes[sign] = UInt8(ascii: "|")
      }
    }
  }

  /// A text of which no line of dashes that belongs to a table looks like that of a heading: its bytes keep
  /// their places.
  static func masked(_ bytes: [UInt8]) -> [UInt8] {
    guard mayStand(in: bytes) else { return bytes }
    let reader = PandocTables(bytes)
    var masked = bytes
    for table in reader.all() {
      for line in table.lines where isRule(reader.lines[line]) {
        for at in reader.lines[line].indices { masked[at] = UInt8(ascii: "|") }
      }
    }
    return masked
  }

  /// Whether a line that rules one of them stands in a text.
  private static func mayStand(in bytes: [UInt8]) -> Bool {
    signs.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
  }

  private static let signs = ["+--", "+==", "-- "].compactMap { ByteSearch($0) }

  private let lines: [ArraySlice<UInt8>]

  private init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private func all() -> [Table] {
    var found: [Table] = []
    var fence = FenceState()
    var isAfterBlank = true
    var at = 0
    while at < lines.count {
      let isCode = fence.isCode(lines[at])
      if !isCode, isAfterBlank, let table = grid(at) ?? multiline(at) ?? simple(at) {
        found.append(table)
        at = table.lines.upperBound
        continue
      }
      // A division needs no blank line below its head.
      isAfterBlank = isBlank(at) || !isCode && lines[at].starts(with: ":::".utf8)
      at += 1
    }
    return found
  }

  private func isBlank(_ at: Int) -> Bool { at >= lines.count || lines[at].trimmedBytes.isEmpty }

  private func text(_ at: Int) -> [Character] {
    Array(
      String(decoding: lines[at].last == 0x0D ? lines[at].dropLast() : lines[at], as: UTF8.self))
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.trimmedBytes
    return text.count > 1 && text.allSatisfy { $0 == UInt8(ascii: "-") || $0 == 0x20 }
  }

  /// A cell as it stands in a table of Markdown.
  private static func cell(_ parts: [String]) -> String {
    var text = ""
    for part in parts where !part.isEmpty {
      let isItem = part.hasPrefix("- ") || part.hasPrefix("* ")
      text += text.isEmpty ? "" : isItem ? "<br>" : " "
      text += isItem ? "• " + part.dropFirst(2).trimmed : part
    }
    return text.replacing("\\|", with: "|").replacing("|", with: "\\|")
  }

  // MARK: Grids

  /// The places of the signs that part the columns of `+---+===+`; nil for another line.
  private static func corners(_ line: ArraySlice<UInt8>) -> (
    places: [Int], isHead: Bool, rules: [String]
  )? {
    let text = line.trimmedBytes
    let indent = text.startIndex - line.startIndex
    guard indent < 4, text.count > 3, text.first == UInt8(ascii: "+"),
      text.last == UInt8(ascii: "+"),
      text.allSatisfy({ "+-=:".utf8.contains($0) })
    else { return nil }
    let places = text.indices.filter { text[$0] == UInt8(ascii: "+") }.map { $0 - line.startIndex }
    guard places.count > 1, places.count <= mostColumns else { return nil }
    let rules = zip(places, places.dropFirst()).map { from, to -> String in
      let first = line[line.startIndex + from + 1] == UInt8(ascii: ":")
      let last = line[line.startIndex + to - 1] == UInt8(ascii: ":")
      return (first ? ":" : "") + "---" + (last ? ":" : "")
    }
    return (places, text.contains(UInt8(ascii: "=")), rules)
  }

  private func grid(_ start: Int) -> Table? {
    guard let (places, _, first) = Self.corners(lines[start]) else { return nil }
    let count = places.count - 1
    var rows: [[String]] = []
    var parts = [[String]](repeating: [], count: count)
    var head: [String]?
    var rules = first
    var isOpen = false
    var at = start + 1
    while at < min(lines.count, start + Self.mostLines) {
      if let (_, isHead, own) = Self.corners(lines[at]) {
        if isOpen {
          rows.append(parts.map { Self.cell($0) })
          parts = [[String]](repeating: [], count: count)
          isOpen = false
        }
        if isHead, head == nil, rows.count == 1 {
          head = rows.removeFirst()
          if own.count == count { rules = own }
        }
      } else {
        let line = text(at)
        guard line.first(where: { $0 != " " }).map({ "|+".contains($0) }) == true else { break }
        isOpen = true
        for (column, part) in Self.cells(line, places).enumerated() { parts[column].append(part) }
      }
      at += 1
    }
    guard !isOpen, !rows.isEmpty || head != nil else { return nil }
    return Table(
      lines: start..<at, head: head ?? [String](repeating: "", count: count), rows: rows,
      alignments: rules)
  }

  /// The texts between the bars of a line, by where the columns stand; of a cell over several of them in the
  /// first.
  private static func cells(_ line: [Character], _ places: [Int]) -> [String] {
    let isParted = places.allSatisfy { line.indices.contains($0) && "|+".contains(line[$0]) }
    if !isParted {
      let parts = String(line).trimmed.split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map { String($0).trimmed }
      if parts.count == places.count - 1 { return parts }
    }
    var cells = [String](repeating: "", count: places.count - 1)
    var column = 0
    for index in 0..<(places.count - 1) {
      let from = min(line.count, places[index] + 1)
      let to = min(line.count, places[index + 1])
      let isNew = line.indices.contains(places[index]) && "|+".contains(line[places[index]])
      if isNew || index == 0 { column = index }
      let text = from < to ? String(line[from..<to]) : ""
      cells[column] += isNew || index == 0 ? text : " " + text
    }
    return cells.map { $0.filter { $0 != "|" }.trimmed }
  }

  // MARK: Columns under dashes

  /// Where the columns of `---- ----` stand; nil for another line.
  private func columns(_ at: Int) -> [Range<Int>]? {
    guard at < lines.count, Self.isRule(lines[at]) else { return nil }
    let line = lines[at]
    var found: [Range<Int>] = []
    for index in line.indices where line[index] == UInt8(ascii: "-") {
      let place = index - line.startIndex
      if let last = found.last, last.upperBound == place {
        found[found.count - 1] = last.lowerBound..<(place + 1)
      } else {
        found.append(place..<(place + 1))
      }
    }
    guard found.count > 1, found.count <= Self.mostColumns, found.allSatisfy({ $0.count > 1 })
    else {
      return nil
    }
    return found
  }

  /// Whether a line is dashes alone, without a gap.
  private func isWhole(_ at: Int) -> Bool {
    guard at < lines.count else { return false }
    let text = lines[at].trimmedBytes
    return text.count > 9 && text.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// The texts of a line under those dashes.
  private func cells(_ at: Int, _ columns: [Range<Int>]) -> [String] {
    let line = text(at)
    return columns.indices.map { index in
      let from = index == 0 ? 0 : min(line.count, columns[index].lowerBound)
      let to =
        index + 1 < columns.count ? min(line.count, columns[index + 1].lowerBound) : line.count
      return from < to ? String(line[from..<to]).trimmed : ""
    }
  }

  /// How the columns are set, as the heads stand over the dashes.
  private func alignments(_ head: Int?, _ columns: [Range<Int>]) -> [String] {
    guard let head else { return columns.map { _ in "---" } }
    let line = text(head)
    return columns.map { column in
      func isText(_ place: Int) -> Bool { line.indices.contains(place) && line[place] != " " }
      let (left, right) = (isText(column.lowerBound), isText(column.upperBound - 1))
      return left == right ? (left ? "---" : ":---:") : left ? ":---" : "---:"
    }
  }

  private func simple(_ start: Int) -> Table? {
    if let columns = columns(start) {
      // Without heads it ends in dashes too.
      var rows: [[String]] = []
      var at = start + 1
      while at < min(lines.count, start + Self.mostLines), !isBlank(at) {
        if Self.isRule(lines[at]) {
          guard !rows.isEmpty, self.columns(at) != nil || isWhole(at), isBlank(at + 1) else {
            return nil
          }
          let head = [String](repeating: "", count: columns.count)
          // The line of dashes below them makes room for that of the heads.
          return Table(
            lines: start..<(at + 1), head: head, rows: rows.map { $0.map { Self.cell([$0]) } },
            alignments: alignments(start + 1, columns))
        }
        rows.append(cells(at, columns))
        at += 1
      }
      return nil
    }
    guard !isBlank(start), let columns = columns(start + 1), !isBlank(start + 2),
      lines[start].first != UInt8(ascii: "|")
    else { return nil }
    let head = cells(start, columns)
    var rows: [[String]] = []
    var at = start + 2
    while at < min(lines.count, start + Self.mostLines), !isBlank(at) {
      let isEnd = Self.isRule(lines[at])
      if !isEnd { rows.append(cells(at, columns)) }
      at += 1
      if isEnd { break }
    }
    return Table(
      lines: start..<at, head: head.map { Self.cell([$0]) },
      rows: rows.map { $0.map { Self.cell([$0]) } },
      alignments: alignments(start, columns))
  }

  /// More lines are no head.
  private static let tallestHead = 10

  private func multiline(_ start: Int) -> Table? {
    guard isWhole(start) else { return nil }
    var at = start + 1
    while at < start + Self.tallestHead, !isBlank(at), columns(at) == nil { at += 1 }
    guard at > start + 1, let columns = columns(at) else { return nil }
    let heads = ((start + 1)..<at).map { cells($0, columns) }
    let aligned = at - 1
    var rows: [[[String]]] = []
    var isBegun = false
    var hasBlank = false
    at += 1
    while at < min(lines.count, start + Self.mostLines), !isWhole(at) {
      if isBlank(at) {
        isBegun = false
        hasBlank = true
      } else {
        if !isBegun { rows.append(columns.map { _ in [] }) }
        isBegun = true
        for (column, cell) in cells(at, columns).enumerated() {
          rows[rows.count - 1][column].append(cell)
        }
      }
      at += 1
    }
    guard at < lines.count, isWhole(at), !rows.isEmpty else { return nil }
    // Without a blank line each line is a row.
    if !hasBlank, let only = rows.first {
      rows = (only.first ?? []).indices.map { line in only.map { [$0[line]] } }
    }
    let head = columns.indices.map { column in Self.cell(heads.map { $0[column] }) }
    return Table(
      lines: start..<(at + 1), head: head, rows: rows.map { $0.map { Self.cell($0) } },
      alignments: alignments(aligned, columns))
  }
}
