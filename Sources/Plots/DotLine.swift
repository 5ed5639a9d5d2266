/// The part of a line that lies on a raster of dots, whose centres have integer coordinates.
struct DotLine: Equatable {
  var start: PlotPoint
  var end: PlotPoint

  /// Clips a line to the raster; nil where nothing is left, or a coordinate is not finite.
  init?(from a: PlotPoint, to b: PlotPoint, width: Int, height: Int) {
    guard a.isFinite, b.isFinite, width > 0, height > 0 else { return nil }
    guard let across = Self.clip(a, b, to: Double(width) - 0.5),
      let down = Self.clip(across.0.swapped, across.1.swapped, to: Double(height) - 0.5)
    else { return nil }
    start = down.0.swapped
    end = down.1.swapped
  }

  /// Moves the ends along the line until their x lie between -0.5 and `high`.
  private static func clip(
    _ a: PlotPoint, _ b: PlotPoint, to high: Double
  ) -> (PlotPoint, PlotPoint)? {
    let low = -0.5
    guard max(a.x, b.x) >= low, min(a.x, b.x) <= high else { return nil }
    func moved(_ point: PlotPoint) -> PlotPoint {
      let x = min(max(point.x, low), high)
      guard x != point.x else { return point }
      // Halved, so that the difference of two huge numbers stays finite.
      let share = (x / 2 - a.x / 2) / (b.x / 2 - a.x / 2)
      return PlotPoint(x: x, y: a.y * (1 - share) + b.y * share)
    }
    return (moved(a), moved(b))
  }

  /// The dots of the line by Bresenham's method, in order from start to end.
  func forEachDot(_ body: (_ x: Int, _ y: Int) -> Void) {
    var x = Int(start.x.rounded())
    var y = Int(start.y.rounded())
    let last = (x: Int(end.x.rounded()), y: Int(end.y.rounded()))
    let dx = abs(last.x - x)
    let dy = -abs(last.y - y)
    let step = (x: x < last.x ? 1 : -1, y: y < last.y ? 1 : -1)
    var error = dx + dy
    while true {
      body(x, y)
      if x == last.x && y == last.y { return }
      let twice = 2 * error
      if twice >= dy {
        error += dy
        x += step.x
      }
      if twice <= dx {
        error += dx
        y += step.y
      }
    }
  }

  /// The cells of the line with a character of ASCII for its course through each: one cell a
  /// column where the line is flat, one a row where it is steep, so that it is drawn thinly.
  func forEachCell(_ body: (_ column: Int, _ row: Int, _ glyph: Character) -> Void) {
    let a = PlotPoint(x: (start.x + 0.5) / 2, y: (start.y + 0.5) / 4)
    let b = PlotPoint(x: (end.x + 0.5) / 2, y: (end.y + 0.5) / 4)
    let run = abs(end.x - start.x)
    let rise = abs(end.y - start.y)
    let slanted: Character = (end.x - start.x) * (end.y - start.y) < 0 ? "/" : "\\"
    if rise <= 2 * run {
      let flat = rise < 0.05 * run || run == 0
      for column in Self.cells(a.x, b.x) {
        let y = Self.at(column, from: a.x, a.y, to: b.x, b.y)
        let height = y - y.rounded(.down)
        // Near a diagonal, two cells a row: `.'` reads better than three levels.
        let margin = rise > 0.7 * run ? 0.5 : 1.0 / 3
        let level: Character = height < margin ? "'" : height < 1 - margin ? "-" : "."
        body(column, Int(y.rounded(.down)), flat ? "-" : rise > 1.2 * run ? slanted : level)
      }
    } else {
      for row in Self.cells(a.y, b.y) {
        let x = Self.at(row, from: a.y, a.x, to: b.y, b.x)
        body(Int(x.rounded(.down)), row, rise > 4.5 * run ? "|" : slanted)
      }
    }
  }

  private static func cells(_ a: Double, _ b: Double) -> ClosedRange<Int> {
    Int(min(a, b).rounded(.down))...Int(max(a, b).rounded(.down))
  }

  /// The line's other coordinate at the middle of a cell, or at the end that lies in the cell.
  private static func at(
    _ cell: Int, from a: Double, _ fa: Double, to b: Double, _ fb: Double
  ) -> Double {
    guard a != b else { return fa }
    let middle = min(max(Double(cell) + 0.5, min(a, b)), max(a, b))
    return fa + (middle - a) / (b - a) * (fb - fa)
  }
}
