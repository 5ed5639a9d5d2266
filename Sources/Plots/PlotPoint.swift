/// A point, or a vector, of the plane.
package struct PlotPoint: Equatable, Sendable {
  package var x: Double
  /// The coordinate up, or down where a raster says so.
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Neither coordinate is infinite or no number.
  var isFinite: Bool { x.isFinite && y.isFinite }

  /// The larger of the coordinates' magnitudes.
  var magnitude: Double { max(abs(x), abs(y)) }

  /// Mirrored at the diagonal.
  var swapped: PlotPoint { PlotPoint(x: y, y: x) }

  static func + (a: PlotPoint, b: PlotPoint) -> PlotPoint { PlotPoint(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: PlotPoint, b: PlotPoint) -> PlotPoint { PlotPoint(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: PlotPoint, s: Double) -> PlotPoint { PlotPoint(x: a.x * s, y: a.y * s) }
}
