import Basics
import Formulas
import Numerics
import TextUI

/// Where the reader stands: an area, and a cell in it, counted from 0. The panel keeps it inside the
/// area, so that widgets need not ask.
package struct WidgetCursor<Area: Hashable & Sendable>: Hashable, Sendable {
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
package struct WidgetView<W: Widget>: Sendable {
  package var cursor: W.Cursor
  /// The cells that were guessed, and whether rightly; nil where all results are shown.
  var guesses: [W.Cursor: Bool]?
  /// The same of other stages that were passed while results were hidden.
  var earlierGuesses: [Int: [W.Cursor: Bool]] = [:]
  /// Whether only ASCII can be shown.
  package var ascii = false
  /// How many significant digits its numbers have.
  package var significant = 4
  /// How its tables write numbers, where that is not how equations would.
  var tabled: [Double: String] = [:]
  /// How all numbers of the widget are written, where it decides that for all.
  var digits: W.Digits?
  /// The widget before the last change, until the next key.
  var before: W?
  /// How much of what moves in this step has moved; nil for all of it.
  var frame: Int?
  /// What it was before, where the frame is on the way from there; nil where it is one of a step.
  var beginning: W?
  /// How large the picture may be; nil where all is told, as in a transcript.
  var room: Size?
  /// Whether it stands in a text, as a picture of the result.
  var isPreview = false
  /// Whether it is laid out on pages, which leave nothing out.
  var isPage = false
  /// Whether the screen has a pane at the side.
  var isWide = false

  /// Whether all is told in words, line by line: there is no room to draw in.
  var isTold: Bool { room == nil }
  /// Rows that a part may have at most where it is gone through page by page.
  var pageRows: Int { max(3, (room?.rows ?? 24) - 1) }
  /// Whether every digit is wanted, whatever the room.
  var isExact: Bool { significant > 4 }
  /// Whether there is no room to say what shades mean: then none are shown.
  var isLow: Bool { !isPreview && room.map { $0.rows < 12 } ?? false }
  /// Whether results stay hidden until each is guessed.
  var isGuessing: Bool { guesses != nil }
  /// Whether the number under the cursor is hidden, or follows from what is.
  var isHidden: Bool { hides(cursor) }
  /// Whether a result is hidden.
  func hides(_ cell: W.Cursor) -> Bool { guesses.map { $0[cell] == nil } ?? false }
  /// Whether a result of another stage is hidden still: what was not guessed there.
  func hides(_ cell: W.Cursor, ofStage stage: Int) -> Bool {
    isGuessing && earlierGuesses[stage].map { $0[cell] == nil } ?? false
  }
  /// Whether a guess at a result was right; nil where there was none.
  func guess(at cell: W.Cursor) -> Bool? { guesses?[cell] }

  var numbers: NumberText {
    var numbers = NumberText(significant: significant, ascii: ascii)
    numbers.tabled = tabled
    return numbers
  }
}

/// A row or column more or less.
package enum Resizing: Equatable, Sendable {
  case addRow, removeRow, addColumn, removeColumn

  var adds: Bool { self == .addRow || self == .addColumn }
  var isOfRows: Bool { self == .addRow || self == .removeRow }

  /// Checks that there may be one more of so many, or one less; the noun is given in the singular.
  func check(_ count: Int, most: Int, _ noun: String) throws(InputProblem) {
    if adds, count >= most { throw InputProblem("At most \(counted(most, noun))") }
    if !adds, count <= 1 { throw InputProblem("At least one \(noun) must stay") }
  }
}
