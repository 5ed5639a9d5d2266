import Libc
import TextUI

/// The axes of curves and the area they leave to them.
struct CurveAxes {
  /// The cells for the curves.
  let area: (column: Int, row: Int, columns: Int, rows: Int)
  /// A row above the area, for what y is and the legend.
  let hasHeader: Bool
  private let logX: Bool
  private let xName: String
  private let x: PlotScale
  private let y: PlotScale
  private let yTicks: [Tick]
  /// Neither axes nor their labels where they would take the room of the curves.
  private let isBare: Bool

  init(_ plot: CurvePlot, columns: Int, rows: Int) {
    logX = plot.logX
    let (x, data) = Self.ranges(plot)
    self.x = x
    isBare = columns < 12 || rows < 5
    let isNamed = !plot.yName.isEmpty || plot.series.contains { !$0.name.isEmpty }
    hasHeader = isNamed && !isBare
    xName = rows >= 8 ? plot.xName : ""
    guard !isBare else {
      y = data
      yTicks = []
      area = (0, 0, columns, rows)
      return
    }
    let header = hasHeader ? 1 : 0
    let height = rows - header - (xName.isEmpty ? 2 : 3)
    let count = max((height + 3) / 2, 4)
    let ticks = niceTicks(min: data.lower, max: data.upper, count: count, enclosing: true)
    if let first = ticks.first, let last = ticks.last, ticks.count > 1 {
      y = PlotScale(first.value, last.value)
      yTicks = ticks.count > height ? [first, last] : ticks
    } else {
      y = data
      yTicks = niceTicks(min: data.lower, max: data.upper, count: count)
    }
    let widest = yTicks.map(\.label.count).max() ?? 0
    let gutter = min(widest, columns / 3) + 2
    area = (gutter, header, columns - gutter, height)
  }

  /// The dot of the area that shows a point, not finite where there is none.
  func dot(_ point: PlotPoint) -> PlotPoint {
    let across = logX ? (point.x > 0 ? log10(point.x) : .nan) : point.x
    guard across.isFinite, point.y.isFinite else { return PlotPoint(x: .nan, y: .nan) }
    return PlotPoint(
      x: x.fraction(across) * Double(2 * area.columns - 1),
      y: (1 - y.fraction(point.y)) * Double(4 * area.rows - 1))
  }

  func draw(on picture: inout PlotPicture, ascii: Bool) {
    guard !isBare else { return }
    let axis = area.column - 1
    let bottom = area.row + area.rows
    for row in area.row..<bottom { picture.put(ascii ? "|" : "│", column: axis, row: row) }
    for column in area.column..<picture.columns {
      picture.put(ascii ? "-" : "─", column: column, row: bottom)
    }
    picture.put(ascii ? "+" : "└", column: axis, row: bottom)
    for tick in yTicks {
      let dot = (1 - y.fraction(tick.value)) * Double(4 * area.rows - 1)
      let row = area.row + min(max(Int(dot.rounded()) / 4, 0), area.rows - 1)
      picture.put(ascii ? "+" : "┤", column: axis, row: row)
      // Part of a number would be another number.
      let column = axis - 1 - tick.label.count
      if column >= 0 { picture.write(tick.label, column: column, row: row) }
    }
    drawXTicks(on: &picture, row: bottom, ascii: ascii)
    let middle = area.column + (area.columns - xName.displayWidth) / 2
    picture.write(xName, column: max(middle, 0), row: bottom + 2)
  }

  private func drawXTicks(on picture: inout PlotPicture, row: Int, ascii: Bool) {
    let count = max(area.columns / 7, 2)
    let ticks =
      logX
      ? logTicks(min: pow(10, x.lower), max: pow(10, x.upper), count: count)
      : niceTicks(min: x.lower, max: x.upper, count: count)
    var free = 0
    for tick in ticks {
      let fraction = x.fraction(logX ? log10(tick.value) : tick.value)
      let dot = Int((fraction * Double(2 * area.columns - 1)).rounded())
      let column = area.column + min(max(dot / 2, 0), area.columns - 1)
      let start = min(column - tick.label.count / 2, picture.columns - tick.label.count)
      guard start >= free else { continue }
      picture.put(ascii ? "+" : "┬", column: column, row: row)
      picture.write(tick.label, column: start, row: row + 1)
      free = start + tick.label.count + 1
    }
  }

  /// The intervals that hold all finite points, x as its logarithm where the axis is logarithmic.
  private static func ranges(_ plot: CurvePlot) -> (x: PlotScale, y: PlotScale) {
    var low = PlotPoint(x: .infinity, y: .infinity)
    var high = PlotPoint(x: -.infinity, y: -.infinity)
    for curve in plot.series {
      for point in curve.points where point.isFinite && (point.x > 0 || !plot.logX) {
        low = PlotPoint(x: min(low.x, point.x), y: min(low.y, point.y))
        high = PlotPoint(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }
    for value in plot.yIncludes where value.isFinite {
      low.y = min(low.y, value)
      high.y = max(high.y, value)
    }
    let y = low.y <= high.y ? PlotScale(low.y, high.y) : PlotScale(0, 1)
    guard low.x <= high.x else { return (PlotScale(0, 1), y) }
    let x = plot.logX ? PlotScale(log10(low.x), log10(high.x)) : PlotScale(low.x, high.x)
    return (x, y)
  }
}
