import Formulas
import Numerics
import Plots
import TextUI

extension DotProductWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    var grid = Grid(
      "", [trace.u, trace.v, trace.products, trace.partialSums],
      rowNames: ["u", "v", "u·v", "running sum"],
      columnNames: (1...trace.u.count).map(String.init), numbers: view.numbers, sharing: .rows)
    grid.strongRow = 2
    if view.isHidden { grid.hiddenRows = 2..<4 }
    return [
      .grids(
        grid.looking(view.cursor, at: .vectors).looking(view.cursor, at: .sums, row: 2), rank: 0),
      derivation(view),
      facts(view),
    ] + picture(view)
  }

  private func derivation(_ view: View) -> WidgetBlock {
    let numbers = view.numbers
    let column = view.cursor.column
    var rows: [Equation] = []
    if let row = view.cursor.row(in: .sums), !view.isHidden {
      rows.append(
        row == 0
          ? .sum(
            "product \(column + 1)", of: [(trace.u[column], trace.v[column])],
            trace.products[column], numbers: numbers)
          : .sum(
            "sum to \(column + 1)", of: Array(trace.products[...column]),
            trace.partialSums[column], numbers: numbers, vanished: trace.productVanishes))
    }
    let label = view.ascii ? "u*v" : "u · v"
    let dot = Equation.sum(label, of: Array(zip(trace.u, trace.v)), trace.dot, numbers: numbers)
    rows.append(
      view.isHidden ? Equation(label, dot.expression + " = ?", value: trace.dot) : dot)
    var remarks: [String] = []
    if let lost = trace.cancellation { remarks.append(Remark.cancellation(lost, numbers: numbers)) }
    if let overflow = trace.overflow { remarks.append(Remark.overflow(overflow)) }
    if trace.underflows { remarks.append(Remark.underflow) }
    if trace.lengthOverflows { remarks.append(Remark.lengthOverflow) }
    return .derivation("The dot product", rows, remarks: remarks, rank: 0, ascii: view.ascii)
  }

  private func facts(_ view: View) -> WidgetBlock {
    let numbers = view.numbers
    var lines = [
      "length of u  ‖u‖ = \(numbers.text(trace.uNorm))",
      "length of v  ‖v‖ = \(numbers.text(trace.vNorm))",
    ]
    if !view.isHidden {
      func kind(_ angle: Double) -> String {
        angle.isNaN
          ? "" : angle == 90 ? ", a right angle" : ", \(angle < 90 ? "under" : "over") 90°"
      }
      let angle = trace.angleDegrees.map { "\(numbers.text($0))°" + kind($0) }
      let projection = trace.projection.map {
        "of u onto v = \(numbers.vector($0, vanishes: trace.projectionVanishes))"
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
      let plot = VectorPlot(
        u: PlotPoint(x: trace.u[0], y: trace.u[1]), v: PlotPoint(x: trace.v[0], y: trace.v[1]))
      return [
        WidgetBlock(
          .picture(rows: 6...40) { [ascii = view.ascii] columns, rows in
            plot.picture(columns: min(columns, rows * 3), rows: rows, ascii: ascii)
          }, rank: 3, isBeside: true)
      ]
    }
    guard !view.isHidden else { return [] }
    let sum = BarPlot.Bar(
      label: "sum", value: trace.dot,
      number: view.numbers.telling(trace.dot, vanishes: trace.dotVanishes), series: 1)
    return [
      .bars(
        trace.products, names: trace.products.indices.map { "product \($0 + 1)" },
        vanishes: trace.productVanishes, then: [sum],
        view.numbers)
    ]
  }
}
