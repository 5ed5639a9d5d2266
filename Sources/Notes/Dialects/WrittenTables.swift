/// Tables that MyST has as lists and as lines with commas between, and its glossaries: fences of code to
/// Markdown, which they are not to a reader.
enum WrittenTables {
  /// The blocks that a fence stands for; nil for other fences, and for one that is none after all.
  static func blocks(_ info: String, _ text: String, line: Int) -> [Block]? {
    let name = info.prefix { $0 != " " }
    switch name {
    case "list-table": return table(ofList: text, title(info), line)
    case "csv-table": return table(ofCSV: text, title(info), line)
    case "{glossary}", "glossary": return glossary(text, line)
    default: return nil
    }
  }

  private static func title(_ info: String) -> String {
    String(info.drop { $0 != " " }).trimmed
  }

  /// The options at the head of a text, and what stands below them.
  private static func options(_ text: String) -> (options: [String: String], rest: String) {
    var options: [String: String] = [:]
    var rest = text[...]
    while rest.hasPrefix(":") || rest.hasPrefix("\n") {
      let line = rest.prefix { $0 != "\n" }
      rest = rest[line.endIndex...].dropFirst()
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count > 1 { options[String(parts[0])] = parts[1].trimmed }
    }
    return (options, String(rest))
  }

  /// What a table is referred to by.
  private static func name(in options: [String: String]) -> String? {
    (options["name"] ?? options["label"]).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func inlines(_ text: String) -> [Inline] {
    guard case .paragraph(let inlines)? = MarkdownParser.parse(Array(text.utf8))?.first?.kind else {
      return text.isEmpty ? [] : [.text(text)]
    }
    return inlines
  }

  private static func blocks(
    _ rows: [[[Inline]]], head: [[Inline]]?, _ title: String, named name: String?, _ line: Int
  ) -> [Block]? {
    let columns = max(head?.count ?? 0, rows.map(\.count).max() ?? 0)
    guard columns > 0 else { return nil }
    func filled(_ row: [[Inline]]) -> [[Inline]] {
      row + [[Inline]](repeating: [], count: columns - row.count)
    }
    let table = Block.Table(
      alignments: [Block.Table.Alignment](repeating: .standard, count: columns),
      head: filled(head ?? []), rows: rows.map(filled))
    let number = name.map { NumberSign.written("Table", $0) + (title.isEmpty ? "" : ":") }
    let parts =
      [number.map { [.text($0)] }, title.isEmpty ? nil : inlines(title)].compactMap(\.self)
      .map { [Inline.strong($0)] }
    let above =
      parts.isEmpty
      ? [] : [Block(.paragraph(Array(parts.joined(separator: [.text(" ")]))), line: line)]
    return above + [Block(.table(table), line: line)]
  }

  // MARK: Lists of lists

  private static func table(ofList text: String, _ title: String, _ line: Int) -> [Block]? {
    let (options, rest) = options(text)
    guard case .list(let list)? = MarkdownParser.parse(Array(rest.utf8))?.first?.kind else {
      return nil
    }
    var rows = list.items.map { item -> [[Inline]] in
      guard case .list(let cells)? = item.blocks.first?.kind else { return [] }
      return cells.items.map { cell in
        let texts = cell.blocks.compactMap { block -> [Inline]? in
          switch block.kind {
          case .paragraph(let inlines): inlines
          case .code(_, let text): [.code(text.trimmed)]
          case .list(let list): inlines(of: list)
          default: nil
          }
        }
        return Array(texts.joined(separator: [.lineBreak]))
      }
    }
    guard rows.contains(where: { !$0.isEmpty }) else { return nil }
    let hasHead = (Int(options["header-rows"] ?? "") ?? 0) > 0
    let head = hasHead ? rows.removeFirst() : nil
    return blocks(rows, head: head, title, named: name(in: options), line)
  }

  /// A list in a cell: each of its items on a line.
  private static func inlines(of list: Block.List) -> [Inline] {
    let items = list.items.enumerated().map { index, item -> [Inline] in
      let sign = list.start.map { "\($0 + index). " } ?? "• "
      let texts = item.blocks.compactMap { block -> [Inline]? in
        switch block.kind {
        case .paragraph(let inlines): inlines
        case .list(let list): inlines(of: list)
        default: nil
        }
      }
      return [.text(sign)] + texts.joined(separator: [.lineBreak])
    }
    return Array(items.joined(separator: [.lineBreak]))
  }

  // MARK: Commas

  private static func table(ofCSV text: String, _ title: String, _ line: Int) -> [Block]? {
    let (options, rest) = options(text)
    var rows = rest.split(separator: "\n").map { cells(String($0)) }
    var head = options["header"].map(cells)
    if head == nil, (Int(options["header-rows"] ?? "") ?? 0) > 0, !rows.isEmpty {
      head = rows.removeFirst()
    }
    return blocks(
      rows.map { $0.map(inlines) }, head: head.map { $0.map(inlines) }, title,
      named: name(in: options), line)
  }

  /// `a, "b, c"`: between commas that stand in no quotes; two of those are one that is shown.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        cell.append("\"")
        rest = rest.dropFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell.trimmed)
        cell = ""
      default: cell.append(character)
      }
    }
    return cells + [cell.trimmed]
  }

  // MARK: Glossaries

  /// Terms at the margin, and below each what it means, indented.
  private static func glossary(_ text: String, _ line: Int) -> [Block]? {
    var found: [Block.Definition] = []
    var lines: [Substring] = []
    func close() {
      let text = lines.joined(separator: "\n")
      if !found.isEmpty, !text.trimmed.isEmpty {
        found[found.count - 1].texts.append(MarkdownParser.parse(Array(text.utf8)) ?? [])
      }
      lines = []
    }
    for line in options(text).rest.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(": ") {
        // As in a list of definitions.
        lines.append(line.dropFirst(2))
      } else if let first = line.first, !first.isWhitespace {
        close()
        found.append(Block.Definition(term: inlines(String(line).trimmed), texts: []))
      } else {
        let indent = min(2, line.prefix { $0 == " " }.count)
        lines.append(line.dropFirst(indent))
      }
    }
    close()
    return found.contains { !$0.texts.isEmpty } ? [Block(.definitions(found), line: line)] : nil
  }
}
