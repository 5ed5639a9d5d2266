/// Where the points of the plane lie on a raster of dots, lengths across and down to one scale.
struct VectorFrame {
  let columns: Int
  let rows: Int
  /// The cell in whose middle the axes cross.
  let centre: (column: Int, row: Int)
  /// The crossing of the axes in dots.
  let origin: PlotPoint
  /// A power of two that brings the longest vector near 1.
  private let unit: Double
  /// Dots to a length of 1, once brought near by `unit`.
  private let scale: Double

  /// The largest frame that holds the origin, some finite points and a margin for names.
  init(around points: [PlotPoint], columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    let unit = PlotScale.unit(for: points.map(\.magnitude).max() ?? 0)
    var low = PlotPoint(x: 0, y: 0)
    var high = low
    for point in points {
      let near = point * unit
      low = PlotPoint(x: min(low.x, near.x), y: min(low.y, near.y))
      high = PlotPoint(x: max(high.x, near.x), y: max(high.y, near.y))
    }
    if low == high {
      low = PlotPoint(x: -1, y: -1)
      high = PlotPoint(x: 1, y: 1)
    }
    let margin = (x: columns >= 16 ? 6.0 : 0, y: rows >= 6 ? 4.0 : 0)
    let room = (
      x: max(Double(2 * columns - 1) - 2 * margin.x, 1),
      y: max(Double(4 * rows - 1) - 2 * margin.y, 1)
    )
    let size = high - low
    let scale = min(
      size.x > 0 ? room.x / size.x : .infinity, size.y > 0 ? room.y / size.y : .infinity)
    let left = margin.x + (room.x - size.x * scale) / 2
    let top = margin.y + (room.y - size.y * scale) / 2
    let column = Int(((left - low.x * scale) / 2).rounded(.down))
    let row = Int(((top + high.y * scale) / 4).rounded(.down))
    centre = (min(max(column, 0), max(columns - 1, 0)), min(max(row, 0), max(rows - 1, 0)))
    origin = PlotPoint(x: Double(2 * centre.column) + 0.5, y: Double(4 * centre.row) + 1.5)
    self.unit = unit
    self.scale = scale
  }

  /// The dot of a finite point.
  func dot(_ point: PlotPoint) -> PlotPoint {
    PlotPoint(
      x: origin.x + point.x * unit * scale, y: origin.y - point.y * unit * scale)
  }

  /// The cell of a dot.
  func cell(_ dot: PlotPoint) -> (column: Int, row: Int) {
    let x = min(max(dot.x, -4), Double(2 * columns + 4))
    let y = min(max(dot.y, -4), Double(4 * rows + 4))
    return (Int(((x + 0.5) / 2).rounded(.down)), Int(((y + 0.5) / 4).rounded(.down)))
  }

  /// The coordinate that lies `dots` from the origin, kept finite.
  func coordinate(dots: Double) -> Double {
    let value = dots / scale / unit
    return min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }
}
