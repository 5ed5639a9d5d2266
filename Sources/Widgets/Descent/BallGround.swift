import Plots
import TextUI

/// The ground of a picture that a ball rolls over. Where the ball has left it, its last place inside
/// stays, and an arrow at the edge says where it went.
struct BallGround {
  let columns: Int
  let rows: Int
  let ascii: Bool

  /// The cell of a point in columns and rows; nil outside.
  func cell(_ point: PlotPoint) -> (column: Int, row: Int)? {
    guard (0..<Double(columns)).contains(point.x), (0..<Double(rows)).contains(point.y) else {
      return nil
    }
    return (Int(point.x), Int(point.y))
  }

  /// The picture with the ball at the end of its path, `numbers` telling where that is once it is seen
  /// no more.
  func balls(_ picture: [[Cell]], _ path: [PlotPoint], numbers: String) -> [[Cell]] {
    var lines = picture
    guard let now = path.last, columns > 0, rows > 0 else { return lines }
    func put(_ text: String, _ column: Int, _ row: Int, _ style: Style) {
      for (index, cell) in [Cell](text, style).enumerated()
      where lines[row].indices.contains(column + index) {
        lines[row][column + index] = cell
      }
    }
    if let at = cell(now) {
      put(ascii ? "O" : "●", at.column, at.row, Style(.accent, .bold))
      return lines
    }
    if let last = path.compactMap(cell).last {
      put(ascii ? "o" : "○", last.column, last.row, Style(.accent, .bold))
    }
    // Held inside first: the number may be larger than any Int.
    func held(_ value: Double, _ count: Int) -> Int {
      value.isNaN ? 0 : Int(min(max(value, 0), Double(count - 1)))
    }
    let (column, row) = (held(now.x, columns), held(now.y, rows))
    let isRight = now.x >= Double(columns)
    let arrow =
      isRight
      ? (ascii ? ">" : "→")
      : now.x < 0 ? (ascii ? "<" : "←") : now.y < 0 ? (ascii ? "^" : "↑") : ascii ? "v" : "↓"
    put(arrow, column, row, Style(.warning, .bold))
    // Beside the arrow, on the side where there is room.
    let isBehind = column + numbers.displayWidth + 2 > columns
    let start = isBehind ? column - numbers.displayWidth - 1 : column + 2
    // Where its last place is in the way, a row off.
    let isInTheWay = path.compactMap(cell).last.map { last in
      last.row == row && (start - 1...start + numbers.displayWidth).contains(last.column)
    }
    let beside = isInTheWay == true ? (row + 1 < rows ? row + 1 : max(0, row - 1)) : row
    if start >= 0 { put(numbers, start, beside, Style(.warning, .bold)) }
    return lines
  }
}
