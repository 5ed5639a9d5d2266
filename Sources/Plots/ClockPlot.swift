import Libc

/// Clocks side by side, each with hands that were turned, and where they stood before.
package struct ClockPlot: Equatable, Sendable {
  /// A hand: where it points, from the centre, before and after.
  package struct Hand: Equatable, Sendable {
    package var name: String
    package var before, after: PlotPoint

    package init(_ name: String, before: PlotPoint, after: PlotPoint) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  /// A name, and the hands of one clock.
  package struct Clock: Equatable, Sendable {
    package var name: String
    package var hands: [Hand]

    package init(_ name: String, hands: [Hand]) {
      self.name = name
      self.hands = hands
    }
  }

  private let clocks: [Clock]

  package init(_ clocks: [Clock]) { self.clocks = clocks }

  /// The picture at a given size, as many clocks beside each other as makes them largest. The longest
  /// hand of a clock reaches its circle; a hand that is not finite, or has no length, is left out.
  package func picture(columns: Int, rows: Int, ascii: Bool) -> PlotPicture {
    var picture = PlotPicture(columns: columns, rows: rows)
    guard !clocks.isEmpty, columns > 0, rows > 0 else { return picture }
    func size(_ across: Int) -> (columns: Int, rows: Int) {
      (columns / across, rows / ((clocks.count + across - 1) / across))
    }
    func radius(_ across: Int) -> Int {
      let size = size(across)
      return min(size.columns, 2 * (size.rows - 1))
    }
    let across = (1...clocks.count).reduce(1) { radius($1) > radius($0) ? $1 : $0 }
    let cell = size(across)
    for (index, clock) in clocks.enumerated() {
      let (column, row) = (index % across * cell.columns, index / across * cell.rows)
      picture.overlay(
        face(clock, columns: cell.columns, rows: cell.rows - 1, ascii: ascii), column: column,
        row: row + 1)
      let start = max(0, (cell.columns - clock.name.count) / 2)
      picture.write(clock.name.prefix(cell.columns), column: column + start, row: row)
    }
    return picture
  }

  private func face(_ clock: Clock, columns: Int, rows: Int, ascii: Bool) -> PlotPicture {
    var raster = BraillePlot(columns: columns, rows: rows, ascii: ascii)
    let centre = PlotPoint(x: Double(raster.width - 1) / 2, y: Double(raster.height - 1) / 2)
    // The circle leaves a column free at either side for the names of hands.
    let radius = min(centre.x - 2, centre.y)
    guard radius >= 4 else { return raster.picture }
    raster.arc(
      centre: centre, radius: radius, from: 0, to: 2 * .pi, series: PlotPicture.axes)
    let hands = clock.hands.filter { $0.before.isFinite && $0.after.isFinite }
    let longest = hands.map { max($0.before.magnitude, $0.after.magnitude) }.max() ?? 0
    guard longest > 0 else { return raster.picture }
    let unit = PlotScale.unit(for: longest)
    let length = hands.map { hypot($0.after.x * unit, $0.after.y * unit) }.max() ?? 1
    func tip(_ point: PlotPoint) -> PlotPoint {
      PlotPoint(
        x: centre.x + point.x * unit / length * radius,
        y: centre.y - point.y * unit / length * radius)
    }
    for (series, hand) in hands.enumerated() {
      raster.line(from: centre, to: tip(hand.before), series: series, stroke: .dotted)
    }
    for (series, hand) in hands.enumerated() {
      raster.arrow(from: centre, to: tip(hand.after), series: series)
    }
    for (series, hand) in hands.enumerated() where hand.after.magnitude > 0 {
      let end = tip(hand.after)
      let column = Int((end.x / 2).rounded()) + (end.x < centre.x ? -1 : 1)
      raster.label(
        hand.name, column: min(max(column, 0), columns - 1),
        row: min(max(Int((end.y / 4).rounded(.down)), 0), rows - 1), series: series)
    }
    return raster.picture
  }
}
