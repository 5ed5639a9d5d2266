extension MathsParser {
  /// Cells up to what closes them: columns separated by `&`, rows by `\\`.
  mutating func cells() -> [[MathsNode]] {
    var rows: [[MathsNode]] = []
    var cells: [MathsNode] = []
    while true {
      cells.append(.row(row(until: .cell)))
      if scanner.take("&") { continue }
      guard take(command: "\\") || take(command: "cr") else { break }
      _ = scanner.take("*")
      scanner.skipBrackets()
      rows.append(cells)
      cells = []
    }
    if rows.isEmpty || cells != [.empty] { rows.append(cells) }
    return rows
  }

  /// What stands between `\begin{…}` and `\end{…}`; an unknown name is shown as it was written.
  mutating func environment() -> MathsNode {
    scanner.skipSpaces()
    guard let name = scanner.bracedText() else { return .word("\\begin") }
    guard var grid = Self.grid(named: name.hasSuffix("*") ? String(name.dropLast()) : name) else {
      return .word("\\begin{\(name)}")
    }
    switch name {
    case "array", "darray", "subarray", "tabular":
      scanner.skipBrackets()
      grid.columns = Self.columns(scanner.bracedText() ?? "")
    case "alignat", "alignat*", "alignedat":
      _ = scanner.bracedText()
    case "aligned", "gathered", "matrix*", "pmatrix*", "bmatrix*", "vmatrix*", "Vmatrix*":
      scanner.skipBrackets()
    default: break
    }
    return nested { parser in
      parser.openEnvironments += 1
      grid.rows = parser.cells()
      parser.openEnvironments -= 1
      if parser.take(command: "end") {
        parser.scanner.skipSpaces()
        _ = parser.scanner.bracedText()
      }
      if grid.form == .gathered, grid.rows.count == 1, grid.rows[0].count == 1 {
        return grid.rows[0][0]
      }
      return .grid(grid)
    }
  }

  /// Lines one above the other, under a sum or a product.
  mutating func substack() -> MathsNode {
    scanner.skipSpaces()
    guard scanner.next == "{" else { return argument() }
    return nested { parser in
      parser.scanner.skip()
      parser.openBraces += 1
      let rows = parser.cells()
      parser.openBraces -= 1
      _ = parser.scanner.take("}")
      return .grid(MathsGrid(form: .gathered, rows: rows))
    }
  }

  private static func grid(named name: String) -> MathsGrid? {
    func fenced(_ left: String, _ right: String) -> MathsGrid {
      let symbols = (MathsSymbols.named(left) ?? .none, MathsSymbols.named(right) ?? .none)
      return MathsGrid(form: .matrix, rows: [], left: symbols.0, right: symbols.1)
    }
    switch name {
    case "matrix", "smallmatrix", "array", "darray", "tabular":
      return MathsGrid(form: .matrix, rows: [])
    case "pmatrix": return fenced("lparen", "rparen")
    case "bmatrix": return fenced("lbrack", "rbrack")
    case "Bmatrix": return fenced("lbrace", "rbrace")
    case "vmatrix": return fenced("lvert", "rvert")
    case "Vmatrix": return fenced("lVert", "rVert")
    case "cases", "dcases":
      return MathsGrid(form: .cases, rows: [], left: MathsSymbols.named("lbrace") ?? .none)
    case "rcases", "drcases":
      return MathsGrid(form: .cases, rows: [], right: MathsSymbols.named("rbrace") ?? .none)
    case "aligned", "align", "alignedat", "alignat", "split", "eqnarray", "flalign":
      return MathsGrid(form: .aligned, rows: [])
    case "gathered", "gather", "multline", "equation", "displaymath", "math", "subarray":
      return MathsGrid(form: .gathered, rows: [])
    default: return nil
    }
  }

  /// The alignments in an array's argument, such as `cc|c`.
  private static func columns(_ specification: String) -> [MathsGrid.Column] {
    specification.unicodeScalars.compactMap { scalar in
      switch scalar {
      case "l": .left
      case "c": .centre
      case "r": .right
      case "|": .rule
      default: nil
      }
    }
  }
}
