extension MathsInline {
  /// A grid on one line: rows separated by semicolons, `[1 2; 3 4]`.
  func grid(_ grid: MathsGrid, tight: Bool) -> String {
    let cells = cells(grid, tight: tight)
    switch grid.form {
    case .matrix where grid.isBare: return "[" + cells + "]"
    case .matrix: return grid.left.text(ascii: ascii) + cells + grid.right.text(ascii: ascii)
    case .cases: return "{" + cells + "}"
    case .aligned, .gathered: return cells
    }
  }

  /// The cells of a grid without its delimiters.
  func cells(_ grid: MathsGrid, tight: Bool) -> String {
    switch grid.form {
    case .aligned:
      return grid.rows.map { cells in row(cells.flatMap(\.elements), tight: tight) }
        .joined(separator: "; ")
    case .gathered:
      return grid.rows.map { cells in row(cells, tight: tight) }.joined(separator: "; ")
    case .cases:
      return grid.rows.map { cells in alternative(cells) }.joined(separator: "; ")
    case .matrix:
      let texts = grid.rows.map { cells in cells.map { text($0) } }
      let isPlain = texts.allSatisfy { cells in cells.allSatisfy { !$0.contains(" ") } }
      return texts.map { $0.joined(separator: isPlain ? " " : ", ") }.joined(separator: "; ")
    }
  }

  /// A value and its condition: `x if x > 0`, or `x, x > 0` where no word joins them.
  private func alternative(_ cells: [MathsNode]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 {
        let isJoined = if case .word? = cell.elements.first { true } else { false }
        line += isJoined || line.hasSuffix(",") ? " " : ", "
      }
      line += text(cell)
    }
    return line
  }
}
