/// A raster of dots, two across and four down in each cell of text, with an ASCII form.
///
/// Coordinates are in dots, x to the right and y down; the centre of the top left dot is (0, 0).
package struct BraillePlot: Equatable, Sendable {
  /// How the dots of a line follow each other.
  package enum Stroke: CaseIterable, Sendable {
    case solid, dashed, dotted

    /// Of each `period` dots the first `drawn` are set.
    fileprivate var pattern: (drawn: Int, period: Int) {
      switch self {
      case .solid: (1, 1)
      case .dashed: (4, 7)
      case .dotted: (1, 3)
      }
    }
  }

  package let columns: Int
  package let rows: Int
  /// Cells show characters of ASCII rather than dots.
  package let ascii: Bool
  private var dots: [UInt8]
  private var raster: PlotPicture
  private var overlay: PlotPicture

  /// An empty raster; sizes are bounded as those of a picture are.
  package init(columns: Int, rows: Int, ascii: Bool) {
    raster = PlotPicture(columns: columns, rows: rows)
    overlay = raster
    self.columns = raster.columns
    self.rows = raster.rows
    self.ascii = ascii
    dots = Array(repeating: 0, count: raster.cells.count)
  }

  /// Dots across.
  package var width: Int { 2 * columns }
  /// Dots down.
  package var height: Int { 4 * rows }

  /// What was drawn: in each cell the last series to draw there, labels above all.
  package var picture: PlotPicture {
    var picture = raster
    picture.overlay(overlay)
    return picture
  }

  /// Sets one dot; in ASCII its cell shows `mark`.
  package mutating func point(_ point: PlotPoint, series: Int, mark: Character = "*") {
    guard let line = DotLine(from: point, to: point, width: width, height: height) else { return }
    let x = min(Int(line.start.x.rounded(.toNearestOrAwayFromZero)), width - 1)
    let y = min(Int(line.start.y.rounded(.toNearestOrAwayFromZero)), height - 1)
    set(x: max(x, 0), y: max(y, 0), mark: mark, series: series)
  }

  /// Draws a line, clipped to the raster; in ASCII its cells show `mark`, or its direction if nil.
  package mutating func line(
    from start: PlotPoint, to end: PlotPoint, series: Int, stroke: Stroke = .solid,
    mark: Character? = nil
  ) {
    var phase = 0
    segment(from: start, to: end, series: series, stroke: stroke, mark: mark, phase: &phase)
  }

  /// Joins points by lines, broken where a point is not finite; a point alone is a dot.
  package mutating func polyline(
    _ points: some Sequence<PlotPoint>, series: Int, stroke: Stroke = .solid,
    mark: Character? = nil
  ) {
    var phase = 0
    var before: PlotPoint?
    for next in points {
      guard next.isFinite else {
        before = nil
        continue
      }
      if let before {
        segment(from: before, to: next, series: series, stroke: stroke, mark: mark, phase: &phase)
      } else {
        point(next, series: series, mark: mark ?? "*")
      }
      before = next
    }
  }

  /// Writes text over everything drawn, from a cell rightwards and cut at the edge.
  package mutating func label(_ text: String, column: Int, row: Int, series: Int) {
    overlay.write(text, column: column, row: row, series: series)
  }

  private mutating func segment(
    from start: PlotPoint, to end: PlotPoint, series: Int, stroke: Stroke, mark: Character?,
    phase: inout Int
  ) {
    guard let line = DotLine(from: start, to: end, width: width, height: height) else { return }
    if ascii {
      line.forEachCell { column, row, glyph in
        let glyph = mark ?? (stroke == .dotted ? "." : glyph)
        raster.put(glyph, column: column, row: row, series: series)
      }
      return
    }
    let pattern = stroke.pattern
    // The first dot of a segment is the last of the one before.
    var count = phase
    line.forEachDot { x, y in
      if count % pattern.period < pattern.drawn { set(x: x, y: y, mark: "*", series: series) }
      count += 1
    }
    phase = max(count - 1, 0) % pattern.period
  }

  private mutating func set(x: Int, y: Int, mark: Character, series: Int) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    if ascii {
      raster.put(mark, column: x / 2, row: y / 4, series: series)
      return
    }
    let cell = y / 4 * columns + x / 2
    dots[cell] |= Self.bits[y % 4][x % 2]
    let glyph = Character(Unicode.Scalar(0x2800 + UInt32(dots[cell])) ?? " ")
    raster.put(glyph, column: x / 2, row: y / 4, series: series)
  }

  /// Unicode's numbering of the dots, by row and column.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
