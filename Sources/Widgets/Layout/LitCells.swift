import TextUI

/// The numbers of a factor that made the number under the cursor: they stand between `▐` and `▌`, in
/// the colour of their matrix.
struct LitCells: Equatable, Sendable {
  enum Place: Equatable, Sendable {
    case row(Int)
    /// Some numbers of a row, side by side.
    case part(row: Int, ClosedRange<Int>)
    case column(Int)
    case cell(Point)
  }

  var place: Place
  var role: Role

  func contains(_ cell: Point) -> Bool {
    switch place {
    case .row(let row): cell.row == row
    case .part(let row, let columns): cell.row == row && columns.contains(cell.column)
    case .column(let column): cell.column == column
    case .cell(let point): cell == point
    }
  }

  /// Whether a bracket opens before a cell, where `first` is the leftmost that is seen.
  func opens(at cell: Point, first: Int) -> Bool {
    switch place {
    case .row: contains(cell) && cell.column == first
    case .part(_, let columns): contains(cell) && cell.column == max(first, columns.lowerBound)
    case .column, .cell: contains(cell)
    }
  }

  /// Whether a bracket closes behind a cell, where `last` is the rightmost that is seen.
  func closes(at cell: Point, last: Int) -> Bool {
    switch place {
    case .row: contains(cell) && cell.column == last
    case .part(_, let columns): contains(cell) && cell.column == min(last, columns.upperBound)
    case .column, .cell: contains(cell)
    }
  }

  var transposed: LitCells {
    switch place {
    case .row(let row), .part(let row, _): LitCells(place: .column(row), role: role)
    case .column(let column): LitCells(place: .row(column), role: role)
    case .cell(let cell):
      LitCells(place: .cell(Point(column: cell.row, row: cell.column)), role: role)
    }
  }

  static func opening(ascii: Bool) -> String { ascii ? "(" : "▐" }
  static func closing(ascii: Bool) -> String { ascii ? ")" : "▌" }
}
