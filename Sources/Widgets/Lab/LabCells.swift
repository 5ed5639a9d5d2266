import Plots
import TextUI

extension [[Cell]] {
  /// These lines with others at the right of them, from a column on.
  func beside(_ right: [[Cell]], at column: Int) -> [[Cell]] {
    (0..<Swift.max(count, right.count)).map { row in
      let line = row < count ? self[row] : []
      guard row < right.count else { return line }
      return line + [Cell](repeating: .blank, count: Swift.max(0, column - line.count))
        + right[row]
    }
  }
}

extension [[Cell]] {
  /// The rows of a picture, each as wide as it is.
  init(_ picture: PlotPicture) {
    self = (0..<picture.rows).map { row in
      (0..<picture.columns).flatMap { column in
        let cell = picture.cells[row * picture.columns + column]
        return [Cell](
          String(cell.character),
          cell.series == PlotPicture.axes
            ? .muted : Style(.series, amount: UInt8(clamping: cell.series)))
      }
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}
