import TextUI

/// Tables side by side, behind a margin for the sign of what is looked at.
struct TableRow: Figure {
  var grids: [Grid]

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    TableRowLayout(grids, width: width, ascii: ascii)
  }

  var transcript: [String] { Array(grids.map(\.transcript).joined(separator: [""])) }

  var spelledInASCII: TableRow { TableRow(grids: grids.map(\.spelledInASCII)) }
}

struct TableRowLayout: FigureLayout {
  private static let margin = 2

  private let grids: [GridLayout]
  private let room: Int
  private let ascii: Bool

  init(_ grids: [Grid], width: Int, ascii: Bool) {
    room = max(1, width - Self.margin)
    let share = (room - 3 * (grids.count - 1)) / max(1, grids.count)
    let room = room
    // An equal share each, so that all stand in a row; where that is too little, all there is.
    self.grids = grids.map { grid in
      let narrow = GridLayout(grid, room: share)
      return narrow.width <= share || grid.cut != nil ? narrow : GridLayout(grid, room: room)
    }
    self.ascii = ascii
  }

  var height: Int { GridFlow.height(grids, width: room) }
  var small: Int { height }
  var least: Int { min(4, grids.map(\.height).max() ?? 0) }
  var most: Int {
    grids.contains { $0.grid.cut != nil } ? grids.map(\.most).max() ?? height : height
  }

  var written: [(value: Double, text: String)] { grids.flatMap(\.written) }

  func lines(height: Int) -> [[Cell]] {
    GridFlow.lines(grids, width: room, height: height, ascii: ascii).map {
      [Cell](repeating: .blank, count: Self.margin) + $0
    }
  }
}
