/// Points of the plane with their names, such as words by what they mean.
package struct NamePlot: Equatable, Sendable {
  package struct Point: Equatable, Sendable {
    let name: String
    let at: PlotPoint

    package init(name: String, at: PlotPoint) { (self.name, self.at) = (name, at) }
  }

  private let points: [Point]

  package init(_ points: [Point]) { self.points = points }

  /// The picture at a given size, lengths across and down to one scale; a name stands at its point as
  /// far as there is room for it.
  package func picture(columns: Int, rows: Int, ascii: Bool) -> PlotPicture {
    let raster = BraillePlot(columns: columns, rows: rows, ascii: ascii)
    let shown = points.map(\.at).filter(\.isFinite)
    let frame = VectorFrame(around: shown, columns: raster.columns, rows: raster.rows)
    var picture = VectorAxes(frame: frame, ascii: ascii).picture(around: raster.picture)
    for point in points where point.at.isFinite {
      let cell = frame.cell(frame.dot(point.at))
      picture.put(ascii ? "o" : "•", column: cell.column, row: cell.row, series: 0)
    }
    var names = VectorNames(picture: picture, frame: frame)
    for point in points { names.add(point.name, at: point.at, series: 0) }
    return names.picture
  }
}
