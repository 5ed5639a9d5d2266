import TextUI

/// Tables side by side, behind a margin for the sign of what is looked at.
struct TableRow: Figure {
  var grids: [Grid]
  private(set) var hang = 0

  init(grids: [Grid]) { self.grids = grids }

  func hanging(by margin: Int) -> TableRow {
    var row = self
    row.hang = min(margin, TableRowLayout.margin)
    return row
  }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    TableRowLayout(grids, width: width, ascii: ascii, hang: hang)
  }

  var transcript: [String] { Array(grids.map(\.transcript).joined(separator: [""])) }

  var spelledInASCII: TableRow { changed(\.spelledInASCII) }
  var isCut: Bool { grids.contains { $0.cut != nil } }
  var withoutGlow: TableRow { changed(\.withoutGlow) }

  private func changed(_ change: (Grid) -> Grid) -> TableRow {
    var row = self
    row.grids = grids.map(change)
    return row
  }
}

struct TableRowLayout: FigureLayout {
  static let margin = 2
  /// Columns from the beginning of a table to that of the next one, at most.
  private static let widest = 52

  private var grids: [GridLayout]
  private let room: Int
  private let ascii: Bool
  private let hang: Int
  /// Columns from table to table, where all stand side by side in equal shares: those of another row
  /// stand under them.
  private let share: Int?

  init(_ grids: [Grid], width: Int, ascii: Bool, hang: Int) {
    room = max(1, width - Self.margin)
    let even = (room - 3 * (grids.count - 1)) / max(1, grids.count)
    let room = room
    self.ascii = ascii
    self.hang = hang
    func laid(_ grids: [Grid]) -> [GridLayout] {
      grids.map { GridLayout($0, room: $0.cut == nil ? room : even) }
    }
    let named = laid(grids)
    let isTooWide = GridFlow.width(named) > room
    // The rows of all are those of the first.
    let unnamed = grids.enumerated().map { index, grid in
      var grid = grid
      if index > 0, grid.cut == nil, grid.rowNames == grids[0].rowNames { grid.rowNames = [] }
      return grid
    }
    let narrow = isTooWide ? laid(unnamed) : named
    self.grids = GridFlow.width(narrow) <= room ? narrow : named
    let fits = self.grids.count > 1 && self.grids.allSatisfy { $0.width <= even }
    share = fits ? min(even + 3, Self.widest) : nil
  }

  var leavesOut: Bool { grids.leavesOut(room) }

  var unrolled: TableRowLayout {
    var layout = self
    layout.grids = grids.unrolled(room)
    return layout
  }

  var height: Int { GridFlow.height(grids, width: room) }
  var small: Int { height }
  var least: Int { min(4, grids.map(\.height).max() ?? 0) }
  var most: Int {
    grids.contains { $0.grid.cut != nil } ? grids.map(\.most).max() ?? height : height
  }

  var written: [(value: Double, text: String)] { grids.flatMap(\.written) }
  func hang(height: Int) -> Int { hang }

  func lines(height: Int) -> [[Cell]] {
    GridFlow.lines(grids, width: room, height: height, ascii: ascii, share: share).map {
      [Cell](repeating: .blank, count: Self.margin) + $0
    }
  }
}
