import Formulas
import Notes
import Numerics
import Plots
import TextUI

extension DotProductWidget {
  package typealias Digits = ProductDigits

  package func blocks(_ view: View) -> [WidgetBlock] {
    let view = deciding(view)
    let (crossing, table) = (crossing(view), table(view))
    var below = WidgetBlock.figure(crossing, rank: 3)
    // The table has the same numbers.
    below.isOnlySeen = true
    let apart = [WidgetBlock.grids(table, rank: 0), below]
    // The marks stand below the vectors.
    let marks =
      view.isGuessing
      ? []
      : CellMark.legend(rows: 2..<4, columns: trace.u.indices, table.mark)
    let said = [derivation(view)] + marks + [facts(view)]
    guard view.isWide else { return apart + said + picture(view) }
    // Of few entries the crossing stands beside the table.
    let tables =
      trace.u.count <= Self.few
      ? [.figure(Abreast(left: TableRow(grids: [table]), right: crossing))] : apart
    let plot = picture(view).map { block in
      var block = block
      block.isBeside = false
      return block
    }
    return tables + plot + guide(view).pane(around: said)
  }

  /// Entries up to which the crossing is hardly higher than the table.
  private static let few = 4

  private func guide(_ view: View) -> Guide {
    Guide(
      heading: Self.title,
      why: [
        "Entry by entry the two are multiplied, and the products added up: the more alike two vectors "
          + "point, the larger it is."
      ],
      tries: [("x", "stretch one: what stays as it is?")]
        + (trace.u.count == 2 ? [(")", "turn one: when is it zero?")] : [])
        + [("s", "swap the two: what changes?"), Guide.guess(isOn: view.isGuessing)])
  }

  /// The entries with their products and running sums below them, a column each.
  private func table(_ view: View) -> Grid {
    var grid = Grid(
      "", [trace.u, trace.v, trace.products, trace.partialSums],
      rowNames: ["u", "v", "u·v", "running sum"],
      columnNames: (1...trace.u.count).map(String.init), numbers: view.numbers, sharing: .rows)
    grid.strongRow = 2
    let digits = digits(view)
    grid.style = { row, _ in [digits.left, digits.right, digits.products, digits.sums][row] }
    if let row = view.cursor.row(in: .sums) { grid.lit = sources(row, view.cursor.column) }
    if let frame = view.frame { grid.cover = { $0 > 1 && $1 > frame ? .later : nil } }
    let before = view.before?.trace
    grid.mark = { [trace] row, column in
      guard row > 1 else { return nil }
      if let before, before.u.count == trace.u.count {
        return row == 2
          ? CellMark(from: before.products[column], to: trace.products[column])
          : CellMark(from: before.partialSums[column], to: trace.partialSums[column])
      }
      guard view.cursor.area == .vectors else { return nil }
      let isReached = row == 2 ? column == view.cursor.column : column >= view.cursor.column
      return isReached ? .depends : nil
    }
    return grid.looking(view.cursor, at: .vectors).looking(view.cursor, at: .sums, row: 2)
      .guessing(view, at: .sums, row: 2)
  }

  /// The numbers that made a product, or a running sum.
  private func sources(_ row: Int, _ column: Int) -> [LitCells] {
    guard row == 0 else { return [LitCells(place: .part(row: 2, 0...column), role: .strong)] }
    return [
      LitCells(place: .cell(Point(column: column, row: 0)), role: .query),
      LitCells(place: .cell(Point(column: column, row: 1)), role: .key),
    ]
  }

  package func frames(at cursor: Cursor) -> Int { cursor.area == .sums ? trace.u.count : 0 }

  /// u as a row, v as a column, and their dot product where they cross.
  private func crossing(_ view: View) -> ProductBlock {
    let digits = digits(view)
    var product = Grid("u·v", [[trace.dot]], numbers: digits.sums)
    product.style = { _, _ in digits.sums }
    product.vanishes = { [trace] _, _ in trace.dotVanishes }
    if hidesDot(view) { product.cover = { _, _ in .guess } }
    if view.frame != nil { product.cover = { _, _ in .later } }
    var block = ProductBlock(
      left: Grid("u", [trace.u], numbers: view.numbers),
      right: Grid("v", trace.v.map { [$0] }, numbers: view.numbers), product: product)
    block.left.style = { _, _ in digits.left }
    block.right.style = { _, _ in digits.right }
    block.left.role = .query
    block.right.role = .key
    block.left.lit = [LitCells(place: .row(0), role: .query)]
    block.right.lit = [LitCells(place: .column(0), role: .key)]
    block.small = .nothing
    return block
  }

  /// The last of the running sums is the dot product.
  private func hidesDot(_ view: View) -> Bool {
    view.hides(Cursor(.sums, row: 1, column: trace.u.count - 1))
  }

  private func derivation(_ view: View) -> WidgetBlock {
    let (numbers, digits) = (view.numbers, digits(view))
    let styles = (digits.left, digits.right)
    let column = view.cursor.column
    var rows: [Equation] = []
    if let row = view.cursor.row(in: .sums), !view.isHidden {
      let isProduct = row == 0
      // A sum of products that are still hidden is told by their factors.
      let areHidden = (0...column).contains { view.hides(Cursor(.sums, column: $0)) }
      let label = isProduct ? "product \(column + 1)" : "sum to \(column + 1)"
      let value = isProduct ? trace.products[column] : trace.partialSums[column]
      let factors = Array(zip(trace.u, trace.v))[(isProduct ? column : 0)...column]
      rows.append(
        isProduct || areHidden
          ? .sum(
            label, of: Array(factors), value, numbers: isProduct ? digits.products : digits.sums,
            styles: styles)
          : .sum(
            label, of: Array(trace.products[...column]), value, numbers: digits.sums,
            styles: trace.products[...column].map { _ in digits.products },
            vanished: trace.productVanishes))
    }
    let label = view.ascii ? "u*v" : "u · v"
    let title = view.isWide ? "Step by step" : Self.title
    let dot = Equation.sum(
      label, of: Array(zip(trace.u, trace.v)), trace.dot, numbers: digits.sums, styles: styles)
    rows.append(
      hidesDot(view) ? Equation(label, dot.expression + " = ?", value: trace.dot) : dot)
    guard !view.isGuessing else {
      return .derivation(title, rows, rank: 0, ascii: view.ascii)
    }
    var remarks: [String] = []
    if let lost = trace.cancellation { remarks.append(Remark.cancellation(lost, numbers: numbers)) }
    if let overflow = trace.overflow { remarks.append(Remark.overflow(overflow)) }
    if trace.underflows { remarks.append(Remark.underflow) }
    if trace.lengthOverflows { remarks.append(Remark.lengthOverflow) }
    return .derivation(title, rows, remarks: remarks, rank: 0, ascii: view.ascii)
  }

  private func facts(_ view: View) -> WidgetBlock {
    let numbers = view.numbers
    var lines = [
      "length of u  ‖u‖ = \(numbers.text(trace.uNorm))",
      "length of v  ‖v‖ = \(numbers.text(trace.vNorm))",
    ]
    if !view.isGuessing {
      func kind(_ angle: Double) -> String {
        angle.isNaN
          ? "" : angle == 90 ? ", a right angle" : ", \(angle < 90 ? "under" : "over") 90°"
      }
      let angle = trace.angleDegrees.map { "\(numbers.text($0))°" + kind($0) }
      let projection = trace.projection.map { vector in
        let texts = numbers.aligned(vector).enumerated().map {
          trace.projectionVanishes($0) ? numbers.vanished(vector[$0]) : $1.trimmed
        }
        return "of u onto v = [\(texts.joined(separator: ", "))]"
      }
      lines += [
        "cosine       u·v ÷ (‖u‖·‖v‖) = "
          + (trace.cosine.map { numbers.telling($0, vanishes: trace.cosineVanishes) }
            ?? Remark.undefined),
        "angle        " + (angle ?? Remark.undefined),
        "projection   " + (projection ?? Remark.undefined),
      ]
      if angle == nil || projection == nil { lines.append(Remark.zeroVector) }
    }
    return .text(lines, rank: 2)
  }

  private func picture(_ view: View) -> [WidgetBlock] {
    if trace.u.count == 2 {
      var plot = VectorPlot(
        u: PlotPoint(x: trace.u[0], y: trace.u[1]), v: PlotPoint(x: trace.v[0], y: trace.v[1]))
      plot.projects = !view.isGuessing
      var block = WidgetBlock(
        .picture(rows: 6...40) { [plot, ascii = view.ascii] columns, rows in
          plot.picture(columns: min(columns, rows * 3), rows: rows, ascii: ascii)
        }, rank: 3, isBeside: true)
      block.isOfInputs = true
      return [block]
    }
    let sum = BarPlot.Bar(
      label: "sum", value: trace.dot,
      number: digits(view).sums.telling(trace.dot, vanishes: trace.dotVanishes), series: 1)
    return [
      .bars(
        trace.products, names: trace.products.indices.map { "product \($0 + 1)" },
        vanishes: trace.productVanishes, then: [sum],
        digits(view).sums)
    ]
  }
}
