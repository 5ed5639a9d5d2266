import TextUI

/// Fits a displayed formula into a width.
struct MathsBreaking {
  let ascii: Bool
  let width: Int

  /// The formula in rows no wider than the width, where that can be done.
  func fitted(_ node: MathsNode) -> MathsLayout {
    let whole = MathsDisplay(ascii: ascii).part(node, isCompact: false)
    if whole.width <= width { return whole }
    return broken(node) ?? wrapped(MathsInline(ascii: ascii).text(node))
  }

  private func broken(_ node: MathsNode) -> MathsLayout? {
    if case .grid(let grid) = node.bare {
      guard grid.form == .aligned || grid.form == .gathered, grid.rows.count > 1 else { return nil }
      return Self.piled(grid.rows.map { cells in fitted(.row(cells.flatMap(\.elements))) })
    }
    let items = MathsSpacing.items(node.bare.elements, linear: false)
    let display = MathsDisplay(ascii: ascii).starting(node, isCompact: false)
    var lines: [MathsLayout] = []
    for statement in pieces(items, at: .statement) {
      let isHopeless = pieces(statement, at: .anywhere).contains { piece in
        display.line(piece).width - piece[0].gap > width
      }
      if isHopeless { return nil }
      let indents = [relationColumn(statement, display), 4, 2].filter { $0 <= width / 3 }
      let filled = indents.lazy.compactMap { self.lines(statement, display, indent: $0) }.first
      guard let filled else { return nil }
      lines += filled
    }
    return Self.piled(lines)
  }

  /// The column of the first relation, under which the others are set.
  private func relationColumn(_ items: [MathsItem], _ display: MathsDisplay) -> Int {
    guard let first = items.firstIndex(where: { $0.leading == .relation }), first > 0 else {
      return 2
    }
    return display.line(Array(items[..<first])).width + items[first].gap
  }

  private enum Cut { case statement, relation, sum, anywhere }

  /// Lines filled greedily; nil when a piece is too wide for any.
  private func lines(
    _ items: [MathsItem], _ display: MathsDisplay, indent: Int
  ) -> [MathsLayout]? {
    var lines: [MathsLayout] = []
    var line: [MathsItem] = []
    var margin = 0
    func layout(_ items: [MathsItem], _ margin: Int) -> MathsLayout {
      var items = items
      items[0].gap = margin
      return display.line(items)
    }
    func fits(_ items: [MathsItem], _ margin: Int) -> Bool { layout(items, margin).width <= width }
    func endLine(_ next: Int) {
      if !line.isEmpty { lines.append(layout(line, margin)) }
      (line, margin) = ([], lines.isEmpty ? 0 : next)
    }
    for clause in pieces(items, at: .relation) {
      if fits(line + clause, margin) {
        line += clause
        continue
      }
      if !line.isEmpty, fits(clause, indent) {
        endLine(indent)
        line = clause
        continue
      }
      for term in pieces(clause, at: .sum) {
        if !fits(line + term, margin) { endLine(indent + 2) }
        guard fits(line + term, margin) else { return nil }
        line += term
      }
    }
    endLine(0)
    return lines
  }

  /// The items cut before wide spaces, before relations, or before binary operators.
  private func pieces(_ items: [MathsItem], at cut: Cut) -> [[MathsItem]] {
    var pieces: [[MathsItem]] = []
    for (index, item) in items.enumerated() {
      let starts =
        switch cut {
        case .statement: item.gap > 1
        case .relation: item.leading == .relation
        case .sum: item.leading == .binary
        case .anywhere: item.leading == .relation || item.leading == .binary
        }
      if index == 0 || starts { pieces.append([]) }
      pieces[pieces.count - 1].append(item)
    }
    return pieces
  }

  private static func piled(_ lines: [MathsLayout]) -> MathsLayout {
    let width = lines.reduce(0) { max($0, $1.width) }
    let isHigh = lines.contains { $0.height > 1 }
    var rows: [String] = []
    for (index, line) in lines.enumerated() {
      if index > 0, isHigh { rows.append("") }
      rows += line.padded(to: width, .left).rows
    }
    return MathsLayout(
      rows: rows, width: width, baseline: lines.first?.baseline ?? 0, isTall: rows.count > 1)
  }

  /// Text filled into lines at its spaces, all but the first set in; words too long are cut.
  func wrapped(_ text: String) -> MathsLayout {
    let limit = max(1, width)
    let margin = limit > 20 ? 2 : 0
    var rows: [String] = []
    var row = ""
    var used = 0
    var start = 0
    func endRow() {
      rows.append(row)
      (row, used, start) = (MathsLayout.spaces(margin), margin, margin)
    }
    for word in text.split(separator: " ") {
      let length = word.displayWidth
      if used > start {
        if used + 1 + length <= limit {
          row += " "
          used += 1
        } else {
          endRow()
        }
      }
      if used + length <= limit {
        row += word
        used += length
        continue
      }
      for character in word {
        let columns = String(character).displayWidth
        if used > start, used + columns > limit { endRow() }
        row.append(character)
        used += columns
      }
    }
    if used > start || rows.isEmpty { rows.append(row) }
    return MathsLayout(rows: rows, width: limit, baseline: 0, isTall: rows.count > 1)
  }
}
