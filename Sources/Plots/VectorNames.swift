import Libc
import TextUI

/// Writes the names of vectors at their tips, where the picture has room.
struct VectorNames {
  private(set) var picture: PlotPicture
  private let frame: VectorFrame
  private var footnotes = 0

  init(picture: PlotPicture, frame: VectorFrame) {
    self.picture = picture
    self.frame = frame
  }

  /// Names a vector; one that cannot be drawn gets a line at the bottom that says why.
  mutating func add(_ name: String, at vector: PlotPoint, series: Int) {
    guard vector.isFinite else {
      footnotes += 1
      picture.write(
        "\(name) is not finite", column: 0, row: picture.rows - footnotes, series: series)
      return
    }
    let text = vector.magnitude == 0 ? "\(name) = 0" : name
    let tip = frame.cell(frame.dot(vector))
    let width = text.displayWidth
    let right = tip.column + 2
    let left = tip.column - 1 - width
    let middle = tip.column - width / 2
    let beside = vector.x >= 0 ? [right, left] : [left, right]
    let upwards = vector.y >= 0 ? [-1, 1] : [1, -1]
    let atSides = beside.map { (column: $0, row: tip.row) }
    let overUnder = upwards.map { (column: middle, row: tip.row + $0) }
    let corners = upwards.flatMap { step in beside.map { (column: $0, row: tip.row + step) } }
    let isFlat = abs(vector.x) >= abs(vector.y)
    let places = (isFlat ? atSides + overUnder : overUnder + atSides) + corners
    guard let place = places.first(where: { isFree($0, width: width) }) else { return }
    picture.write(text, column: place.column, row: place.row, series: series)
  }

  /// Writes θ beyond an arc about the origin, in the direction of its middle.
  mutating func addAngle(_ direction: Double, radius: Double) {
    let reach = radius + 4
    let dot = PlotPoint(
      x: frame.origin.x + reach * cos(direction), y: frame.origin.y - reach * sin(direction))
    let cell = frame.cell(dot)
    guard isFree(cell, width: 1) else { return }
    picture.put("θ", column: cell.column, row: cell.row, series: VectorPlot.Series.angle.rawValue)
  }

  private func isFree(_ place: (column: Int, row: Int), width: Int) -> Bool {
    for column in place.column..<place.column + width
    where !picture.isBlank(column: column, row: place.row) {
      return false
    }
    return true
  }
}
