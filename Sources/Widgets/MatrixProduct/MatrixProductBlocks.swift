import Basics
import Numerics
import TextUI

extension MatrixProductWidget {
  package typealias Digits = ProductDigits

  package func blocks(_ view: View) -> [WidgetBlock] {
    let view = deciding(view)
    let explained = derivation(view) + marksTold(view)
    guard view.isWide else {
      return [.figure(crossing(view))] + explained + [.text(explanation, rank: 2)]
    }
    return [.figure(crossing(view))] + guide(view).pane(around: explained)
  }

  private func guide(_ view: View) -> Guide {
    let tries: [(Action, (key: String, text: String))] = [
      (.function, ("m", "the next function: what meets what?")),
      (.swap, ("s", "exchange a and b: is it the same?")),
      (.transpose, ("|", "turn both: rows become columns")),
    ]
    return Guide(
      heading: "The matrix product", why: explanation,
      tries: tries.filter { offers($0.0, at: view.cursor) }.map(\.1) + [
        Guide.guess(isOn: view.isGuessing)
      ])
  }

  /// What the marks in the product mean.
  private func marksTold(_ view: View) -> [WidgetBlock] {
    let text =
      view.before != nil
      ? CellMark.movesTold
      : view.cursor.area == .product ? nil : CellMark.told([.depends])
    return text.map { [.text([$0], rank: 2)] } ?? []
  }

  /// What the number under the cursor leads to, or where the last change moved each cell.
  private func marked(_ product: Grid, _ view: View) -> Grid {
    var product = product
    let before = view.before?.trace.cells
    product.mark = { [self] row, column in
      guard let before else { return depends(row, column, on: view.cursor) ? .depends : nil }
      guard before.contains(row: row, column: column) else { return nil }
      return CellMark(from: before[row, column], to: trace.cells[row, column])
    }
    if let frame = view.frame, let cell = product.selected, frame < frames(at: view.cursor) {
      product.cover = { $0 == cell.row && $1 == cell.column ? .later : nil }
    }
    return product
  }

  /// Whether a cell moves with the number of a factor under the cursor: not through a factor of 0.
  private func depends(_ row: Int, _ column: Int, on cursor: Cursor) -> Bool {
    switch cursor.area {
    case .product: return false
    case .a: return row == cursor.row && trace.right[cursor.column, column] != 0
    case .b:
      let (entry, own) = isTurned ? (cursor.column, cursor.row) : (cursor.row, cursor.column)
      return column == own && trace.left[row, entry] != 0
    }
  }

  /// A dot product, term by term.
  package func frames(at cursor: Cursor) -> Int {
    cursor.area == .product ? trace.left.columns : 0
  }

  /// a at the left, b above, the product where they cross; of the rows that np.inner multiplies those
  /// of b stand in columns, and a vector b is a column.
  private func crossing(_ view: View) -> ProductBlock {
    let (a, b) = factors(view)
    let left = a.looking(view.cursor, at: .a)
    var right = b.looking(view.cursor, at: .b)
    if isTurned {
      let title = right.title
      right = right.transposed
      if !takesRows { right.title = title }
    }
    let product = marked(product(view).looking(view.cursor, at: .product), view)
      .guessing(view, at: .product)
    return ProductBlock(left: left, right: right, product: product).lit(.query, .value)
  }

  /// The factors and what they come to.
  package func preview(_ view: View) -> [WidgetBlock] {
    let (a, b) = factors(view)
    return [.grids(a, b, product(view), rank: 0)]
  }

  private func factors(_ view: View) -> (a: Grid, b: Grid) {
    let digits = digits(view)
    return (
      grid("a ", trace.a.size, trace.a.matrix, digits.left),
      grid("b ", trace.b.size, trace.b.matrix, digits.right)
    )
  }

  private func product(_ view: View) -> Grid {
    var product = grid("\(call) ", size, trace.cells, digits(view).sums)
    product.vanishes = { row, column in vanishes(row, column) }
    return product
  }

  private func grid(
    _ name: String, _ size: String, _ matrix: Matrix, _ numbers: NumberText
  ) -> Grid {
    var grid = Grid(name + size, matrix.rowArrays, numbers: numbers)
    grid.style = { _, _ in numbers }
    return grid
  }

  /// The cell under the cursor; from a factor, the first one that its row or column leads to.
  private func derivation(_ view: View) -> [WidgetBlock] {
    let (row, column) = cell(view.cursor)
    guard let cell = trace.cell(row: row, column: column) else { return [] }
    let title =
      "\(name("a", trace.a, "row", row)) with "
      + name("b", trace.b, takesRows ? "row" : "column", column)
    if view.isHidden { return [.text([title], rank: 0)] }
    let (numbers, digits) = (view.numbers, digits(view))
    var lines: [Equation] = []
    // What underflows is told in words.
    let isWhole = cell.dot.isFinite && !cell.dotVanishes
    if !isWhole {
      lines.append(
        .sum(
          "dot product", of: Array(zip(cell.u, cell.v)), cell.dot, numbers: digits.sums,
          styles: (digits.left, digits.right)))
    }
    if view.frame == nil, cell.partialSums.count > 1 {
      let sums = cell.partialSums.indices.map {
        digits.sums.telling(cell.partialSums[$0], vanishes: cell.partialSumVanishes($0))
      }
      lines.append(
        Equation("running sum", sums.joined(separator: ", "), value: cell.dot))
    }
    var remarks: [String] = []
    if let lost = cell.cancellation { remarks.append(Remark.cancellation(lost, numbers: numbers)) }
    if let overflow = cell.overflow { remarks.append(Remark.overflow(overflow)) }
    if cell.underflows { remarks.append(Remark.underflow) }
    guard isWhole else {
      return [.derivation(title, lines, remarks: remarks, rank: 0, ascii: view.ascii)]
    }
    let rows = FactorRows(
      title + ":", ("a", cell.u, .query), ("b", cell.v, .value), cell.dot, numbers: digits.sums,
      styles: (digits.left, digits.right), shown: view.frame.map { $0 + 1 })
    let told = lines.map { [Cell]("  \($0.label)  ", .muted) + [Cell]($0.expression, .text) }
    return [.figure(rows)]
      + (told.isEmpty ? [] : [WidgetBlock(.lines(told), rank: 1, hasGap: false)])
      + (remarks.isEmpty ? [] : [.text(remarks, Style(.warning), rank: 1, hasGap: false)])
  }

  private func cell(_ cursor: Cursor) -> (row: Int, column: Int) {
    switch cursor.area {
    case .product: (cursor.row, cursor.column)
    case .a: (min(cursor.row, trace.cells.rows - 1), 0)
    case .b: (0, min(takesRows ? cursor.row : cursor.column, trace.cells.columns - 1))
    }
  }

  /// `row 2 of a`; a vector is all of it.
  private func name(_ key: String, _ array: NumberArray, _ line: String, _ at: Int) -> String {
    array.shape.count == 2 ? "\(line) \(at + 1) of \(key)" : key
  }

  private var explanation: [String] {
    let rows = "rows of a meet \(takesRows ? "rows" : "columns") of b"
    let meet =
      switch (trace.a.shape.count, trace.b.shape.count) {
      case (1, 1): "entry meets entry"
      case (1, _): "a meets each \(takesRows ? "row" : "column") of b"
      case (_, 1): "each row of a meets b"
      default: rows
      }
    let (cells, terms) = (trace.cells.elements.count, trace.left.columns)
    return [
      "\(call): \(meet)" + (takesRows ? ", as in a @ b.T" : ""),
      "\(counted(cells, "cell")), \(counted(terms, "multiplication")) each: "
        + "\(cells * terms) in all",
    ]
  }
}
