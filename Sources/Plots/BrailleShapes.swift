import Libc

extension BraillePlot {
  /// Draws part of a circle; angles in radians, anticlockwise from the direction of x.
  package mutating func arc(
    centre: PlotPoint, radius: Double, from start: Double, to end: Double, series: Int,
    mark: Character = "."
  ) {
    guard centre.isFinite, radius.isFinite, start.isFinite, end.isFinite, radius >= 0 else {
      return
    }
    let turn = min(max(end - start, -2 * .pi), 2 * .pi)
    // A step of two dots, where chord and circle are still the same dots.
    let steps = Int(min(max(abs(turn) * radius / 2, 8), 4096))
    let points = (0...steps).lazy.map { step in
      let angle = start + turn * Double(step) / Double(steps)
      return PlotPoint(x: centre.x + radius * cos(angle), y: centre.y - radius * sin(angle))
    }
    polyline(points, series: series, mark: mark)
  }

  /// Draws a line with a head at its end; in ASCII the head is one of `<`, `>`, `^` and `V`.
  package mutating func arrow(from start: PlotPoint, to end: PlotPoint, series: Int) {
    line(from: start, to: end, series: series)
    head(of: end, from: start, series: series)
  }

  /// The head alone of an arrow that ends at `tip`.
  mutating func head(of tip: PlotPoint, from start: PlotPoint, series: Int) {
    let way = tip - start
    let length = hypot(way.x, way.y)
    guard length.isFinite, length >= 1 else { return }
    if ascii {
      let isFlat = abs(way.x) >= abs(way.y)
      let mark: Character = isFlat ? (way.x > 0 ? ">" : "<") : (way.y > 0 ? "V" : "^")
      point(tip, series: series, mark: mark)
      return
    }
    let size = min(length / 2, 5)
    let back = atan2(way.y, way.x) + .pi
    for side in [-0.5, 0.5] {
      let barb = PlotPoint(x: size * cos(back + side), y: size * sin(back + side))
      line(from: tip, to: tip + barb, series: series)
    }
  }
}
