import Numerics

/// Where the reader stands: an area, and a cell in it, counted from 0. The panel keeps it inside the
/// area, so that widgets need not ask.
package struct WidgetCursor<Area: Hashable & Sendable>: Equatable, Sendable {
  package var area: Area
  package var row: Int
  package var column: Int

  package init(_ area: Area, row: Int = 0, column: Int = 0) {
    self.area = area
    self.row = row
    self.column = column
  }

  /// The row, where it stands in that area.
  func row(in area: Area) -> Int? { self.area == area ? row : nil }
}

/// What a widget needs to know of how it is looked at.
package struct WidgetView<Area: Hashable & Sendable>: Equatable, Sendable {
  package var cursor: WidgetCursor<Area>
  /// Whether the results wait for a guess.
  package var isHidden = false
  /// Whether only ASCII can be shown.
  package var ascii = false
  /// How many significant digits its numbers have.
  package var significant = 4

  var numbers: NumberText { NumberText(significant: significant, ascii: ascii) }
}

/// A row or column more or less.
package enum Resizing: Equatable, Sendable {
  case addRow, removeRow, addColumn, removeColumn

  var adds: Bool { self == .addRow || self == .addColumn }
}
