extension MathsDisplay {
  /// Cells drawn one by one cost rows times columns; larger grids are set on one line.
  private static let cellLimit = 2_500

  /// A grid with its columns aligned, between its delimiters.
  func grid(_ grid: MathsGrid) -> MathsLayout {
    let count = grid.rows.reduce(0) { max($0, $1.count) }
    guard count > 0, count <= Self.cellLimit / max(1, grid.rows.count) else {
      return MathsLayout(inline.grid(grid, tight: false))
    }
    let cells = grid.rows.map { row in
      row.enumerated().map { column, cell in
        let continues = grid.form == .aligned && !column.isMultiple(of: 2)
        return part(
          cell, isCompact: grid.form == .matrix || grid.form == .cases, continues: continues)
      }
    }
    var widths = [Int](repeating: 0, count: count)
    for row in cells {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.width) }
    }
    let columns = MathsColumns(grid, count: count)
    let lines = cells.map { columns.line($0, widths: widths, bar: ascii ? "|" : "│") }
    let content = Self.piled(lines, form: grid.form)
    let pad = MathsLayout(grid.left == .none ? "" : Self.inset(grid))
    return delimiters.enclosed(
      .beside([pad, content, MathsLayout(grid.right == .none ? "" : Self.inset(grid))]),
      grid.left, grid.right)
  }

  private static func inset(_ grid: MathsGrid) -> String {
    grid.form == .cases ? " " : ""
  }

  /// Lines one above the other; blank rows keep high ones apart and give two cases a middle.
  private static func piled(_ lines: [MathsLayout], form: MathsGrid.Form) -> MathsLayout {
    let isHigh = lines.contains { $0.height > 1 }
    let isUniform = form == .matrix || form == .cases
    let isPair = form == .cases && lines.count == 2
    var rows: [String] = []
    for (index, line) in lines.enumerated() {
      let touches = index > 0 && (line.height > 1 || lines[index - 1].height > 1)
      if isPair && index > 0 || touches || isUniform && isHigh && index > 0 {
        rows.append(MathsLayout.spaces(line.width))
      }
      rows += line.rows
    }
    let width = lines.first?.width ?? 0
    let baseline = lines.count == 1 ? lines[0].baseline : (rows.count - 1) / 2
    return MathsLayout(rows: rows, width: width, baseline: baseline, isTall: rows.count > 1)
  }
}

/// How the columns of a grid are aligned and parted.
struct MathsColumns {
  private var alignments: [MathsGrid.Column] = []
  /// Columns kept free before each column, and whether a rule runs through them.
  private var gaps: [(width: Int, rule: Bool)] = []

  init(_ grid: MathsGrid, count: Int) {
    var given: [MathsGrid.Column] = []
    var ruled: Set<Int> = []
    for column in grid.columns {
      if column == .rule { ruled.insert(given.count) } else { given.append(column) }
    }
    for index in 0..<count {
      let natural: MathsGrid.Column
      let gap: Int
      switch grid.form {
      case .matrix: (natural, gap) = (.centre, 2)
      case .cases: (natural, gap) = (.left, 3)
      case .aligned: (natural, gap) = index.isMultiple(of: 2) ? (.right, 4) : (.left, 0)
      case .gathered: (natural, gap) = (.centre, 2)
      }
      alignments.append(index < given.count ? given[index] : natural)
      gaps.append((index == 0 ? 0 : gap, index > 0 && ruled.contains(index)))
    }
  }

  /// The cells of a row in their columns.
  func line(_ cells: [MathsLayout], widths: [Int], bar: String) -> MathsLayout {
    let above = cells.reduce(0) { max($0, $1.baseline) }
    let below = cells.reduce(0) { max($0, $1.below) }
    var parts: [MathsLayout] = []
    for (index, width) in widths.enumerated() {
      let gap = gaps[index]
      if gap.rule {
        let rule = Array(repeating: " " + bar + " ", count: above + below + 1)
        parts.append(MathsLayout(rows: rule, width: 3, baseline: above, isTall: false))
      } else {
        parts.append(MathsLayout(repeating: " ", columns: gap.width))
      }
      let cell = index < cells.count ? cells[index] : MathsLayout("")
      parts.append(cell.padded(to: width, alignments[index], bias: 1))
    }
    return .beside(parts)
  }
}
