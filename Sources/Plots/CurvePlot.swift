import TextUI

/// Curves over two axes.
package struct CurvePlot: Equatable, Sendable {
  /// One curve: points joined in order, broken where a coordinate is not finite.
  package struct Series: Equatable, Sendable {
    /// The legend's word for it; none if empty.
    package var name: String
    /// Its points in drawing order.
    package var points: [PlotPoint]

    package init(name: String, points: [PlotPoint]) {
      self.name = name
      self.points = points
    }
  }

  /// A marked point.
  package struct Mark: Equatable, Sendable {
    package var point: PlotPoint
    package var character: Character
    package var series: Int

    package init(point: PlotPoint, character: Character, series: Int) {
      self.point = point
      self.character = character
      self.series = series
    }
  }

  /// Points marked on or beside the curves; later ones lie over earlier ones.
  package var marks: [Mark] = []
  /// The curves; later ones are drawn over earlier ones.
  package var series: [Series]
  /// What x is, written under its axis unless empty.
  package var xName: String
  /// What y is, written above its axis unless empty.
  package var yName: String
  /// Logarithmic x axis; points with x ≤ 0 are left out.
  package var logX: Bool
  /// Values that the y axis shows in any case.
  package var yIncludes: [Double]

  package init(
    _ series: [Series], xName: String = "", yName: String = "", logX: Bool = false,
    yIncludes: [Double] = []
  ) {
    self.series = series
    self.xName = xName
    self.yName = yName
    self.logX = logX
    self.yIncludes = yIncludes
  }

  /// The picture at a given size. Curves differ by their dots as well as by series: solid, dashed
  /// and dotted in Braille, `*`, `+`, `o`, `x` in ASCII.
  package func picture(columns: Int, rows: Int, ascii: Bool) -> PlotPicture {
    var picture = PlotPicture(columns: columns, rows: rows)
    let axes = CurveAxes(self, columns: picture.columns, rows: picture.rows)
    axes.draw(on: &picture, ascii: ascii)
    if axes.hasHeader { drawHeader(on: &picture, ascii: ascii) }
    var raster = BraillePlot(
      columns: axes.area.columns, rows: axes.area.rows, ascii: ascii)
    for (index, curve) in series.enumerated() {
      raster.polyline(
        curve.points.lazy.map { axes.dot($0) }, series: index, stroke: Self.stroke(index),
        mark: Self.mark(index))
    }
    picture.overlay(raster.picture, column: axes.area.column, row: axes.area.row)
    for mark in marks {
      let dot = axes.dot(mark.point)
      guard dot.isFinite, dot.x >= 0, dot.y >= 0, dot.x < Double(2 * axes.area.columns),
        dot.y < Double(4 * axes.area.rows)
      else { continue }
      picture.put(
        mark.character, column: axes.area.column + Int(dot.x.rounded()) / 2,
        row: axes.area.row + Int(dot.y.rounded()) / 4, series: mark.series)
    }
    return picture
  }

  /// What y is at the left, the legend at the right; the legend comes first where room is short.
  private func drawHeader(on picture: inout PlotPicture, ascii: Bool) {
    let named = series.enumerated().filter { !$0.element.name.isEmpty }
    var width = -2
    for (_, curve) in named { width += curve.name.displayWidth + 6 }
    var column = max(picture.columns - width, 0)
    if yName.displayWidth + 2 <= column { picture.write(yName, column: 0, row: 0) }
    for (index, curve) in named {
      guard column + 4 + curve.name.displayWidth <= picture.columns else { return }
      var sample = BraillePlot(columns: 3, rows: 1, ascii: ascii)
      sample.line(
        from: PlotPoint(x: 0, y: 1), to: PlotPoint(x: 5, y: 1), series: index,
        stroke: Self.stroke(index), mark: Self.mark(index))
      picture.overlay(sample.picture, column: column)
      picture.write(curve.name, column: column + 4, row: 0, series: index)
      column += curve.name.displayWidth + 6
    }
  }

  private static func stroke(_ index: Int) -> BraillePlot.Stroke {
    let strokes = BraillePlot.Stroke.allCases
    return strokes[index % strokes.count]
  }

  private static func mark(_ index: Int) -> Character {
    let marks: [Character] = ["*", "+", "o", "x"]
    return marks[index % marks.count]
  }
}
