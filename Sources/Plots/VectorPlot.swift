import Libc

/// Two vectors of the plane as arrows from the origin, with the angle between them and the
/// projection of the first onto the second.
package struct VectorPlot: Equatable, Sendable {
  /// Who drew a cell of the picture, as its raw value.
  package enum Series: Int, CaseIterable, Sendable {
    case u, v, projection, angle
  }

  /// The vector that is projected.
  package var u: PlotPoint
  /// The vector that it is projected onto.
  package var v: PlotPoint
  /// What stands at the tip of `u`.
  package var uName = "u"
  /// What stands at the tip of `v`.
  package var vName = "v"
  /// Whether the projection is drawn, and the angle between them.
  package var projects = true

  package init(u: PlotPoint, v: PlotPoint) {
    self.u = u
    self.v = v
  }

  /// The picture at a given size, lengths across and down to one scale, a cell being twice as high
  /// as wide; a vector that is not finite is named in the bottom rows instead of drawn.
  package func picture(columns: Int, rows: Int, ascii: Bool) -> PlotPicture {
    var raster = BraillePlot(columns: columns, rows: rows, ascii: ascii)
    let shown = [u, v, projection].compactMap { $0 }.filter(\.isFinite)
    let frame = VectorFrame(around: shown, columns: raster.columns, rows: raster.rows)
    if projects { drawAngle(on: &raster, frame) }
    drawShaft(v, as: .v, on: &raster, frame)
    drawProjection(on: &raster, frame)
    drawShaft(u, as: .u, on: &raster, frame)
    drawHead(v, as: .v, on: &raster, frame)
    drawHead(u, as: .u, on: &raster, frame)
    let drawn = raster.picture
    var picture = VectorAxes(frame: frame, ascii: ascii).picture(around: drawn)
    picture.overlay(drawn)
    var names = VectorNames(picture: picture, frame: frame)
    names.add(uName, at: u, series: Series.u.rawValue)
    names.add(vName, at: v, series: Series.v.rawValue)
    if projects, !ascii, let angle = angle(frame) {
      names.addAngle(angle.start + angle.turn / 2, radius: angle.radius)
    }
    return names.picture
  }

  /// The foot of the perpendicular from `u` onto the line along `v`, where both have a direction.
  var projection: PlotPoint? {
    guard projects, u.isFinite, v.isFinite, u.magnitude > 0, v.magnitude > 0 else { return nil }
    // Each brought near 1 by itself, so that no product overflows or vanishes.
    let unit = PlotScale.unit(for: u.magnitude)
    let near = v * PlotScale.unit(for: v.magnitude)
    let way = near * (1 / hypot(near.x, near.y))
    let along = (u.x * unit * way.x + u.y * unit * way.y) / unit
    let foot = way * along
    return foot.isFinite ? foot : nil
  }

  private func drawShaft(
    _ vector: PlotPoint, as series: Series, on raster: inout BraillePlot, _ frame: VectorFrame
  ) {
    guard vector.isFinite, vector.magnitude > 0 else { return }
    raster.line(from: frame.origin, to: frame.dot(vector), series: series.rawValue)
  }

  /// After all shafts, so that the head of the shorter of two parallel vectors stays visible.
  private func drawHead(
    _ vector: PlotPoint, as series: Series, on raster: inout BraillePlot, _ frame: VectorFrame
  ) {
    guard vector.isFinite else { return }
    if vector.magnitude == 0 {
      let mark = raster.ascii ? "o" : "•"
      let centre = frame.centre
      raster.label(mark, column: centre.column, row: centre.row, series: series.rawValue)
    }
    raster.head(of: frame.dot(vector), from: frame.origin, series: series.rawValue)
  }

  /// The stretch from the origin to the foot, twice as thick as an arrow, and the perpendicular.
  private func drawProjection(on raster: inout BraillePlot, _ frame: VectorFrame) {
    guard let projection else { return }
    let series = Series.projection.rawValue
    let foot = frame.dot(projection)
    let tip = frame.dot(u)
    let along = foot - frame.origin
    let length = hypot(along.x, along.y)
    if length >= 1 {
      let isFlat = abs(along.x) >= abs(along.y)
      let side = PlotPoint(x: isFlat ? 0 : 1, y: isFlat ? 1 : 0)
      raster.line(from: frame.origin, to: foot, series: series, mark: "*")
      if !raster.ascii {
        raster.line(from: frame.origin + side, to: foot + side, series: series)
      }
    }
    let drop = tip - foot
    guard hypot(drop.x, drop.y) >= 2 else { return }
    raster.line(from: foot, to: tip, series: series, stroke: .dotted)
    if raster.ascii { raster.point(foot, series: series, mark: "x") }
  }

  private func drawAngle(on raster: inout BraillePlot, _ frame: VectorFrame) {
    guard let angle = angle(frame) else { return }
    raster.arc(
      centre: frame.origin, radius: angle.radius, from: angle.start, to: angle.start + angle.turn,
      series: Series.angle.rawValue)
  }

  /// The arc from `v` to `u` the shorter way, its radius in dots; nil where there is no room.
  private func angle(_ frame: VectorFrame) -> (start: Double, turn: Double, radius: Double)? {
    guard u.isFinite, v.isFinite, u.magnitude > 0, v.magnitude > 0 else { return nil }
    let a = frame.dot(u) - frame.origin
    let b = frame.dot(v) - frame.origin
    let radius = min(min(hypot(a.x, a.y), hypot(b.x, b.y)) * 0.5, 16)
    let start = atan2(-b.y, b.x)
    let turn = remainder(atan2(-a.y, a.x) - start, 2 * .pi)
    guard radius >= 5, abs(turn) * radius >= 2 else { return nil }
    return (start, turn, radius)
  }
}
