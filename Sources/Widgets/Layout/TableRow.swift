import TextUI

/// Tables side by side, behind a margin for the sign of what is looked at.
struct TableRow: Figure {
  var grids: [Grid]

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    TableRowLayout(grids, width: width, ascii: ascii)
  }

  var transcript: [String] { Array(grids.map(\.transcript).joined(separator: [""])) }

  var spelledInASCII: TableRow { TableRow(grids: grids.map(\.spelledInASCII)) }
  var isCut: Bool { grids.contains { $0.cut != nil } }
  var withoutGlow: TableRow { TableRow(grids: grids.map(\.withoutGlow)) }
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
    self.ascii = ascii
    func laid(_ grids: [Grid]) -> [GridLayout] {
      grids.map { GridLayout($0, room: $0.cut == nil ? room : share) }
    }
    let named = laid(grids)
    guard GridFlow.width(named) > room else {
      self.grids = named
      return
    }
    // The rows of all are those of the first.
    let unnamed = grids.enumerated().map { index, grid in
      var grid = grid
      if index > 0, grid.cut == nil, grid.rowNames == grids[0].rowNames { grid.rowNames = [] }
      return grid
    }
    let narrow = laid(unnamed)
    self.grids = GridFlow.width(narrow) <= room ? narrow : named
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
