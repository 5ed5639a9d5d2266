import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// A live figure: everything that it shows follows from its inputs.
///
/// A change makes new inputs, and those a new widget: so undo, reset, drafts and exported files need
/// nothing of their own, and nothing is ever computed from half an input.
package protocol Widget: Sendable {
  /// Its name in fences and files.
  static var name: String { get }
  /// Its name for people.
  static var title: String { get }
  /// Titles of notes that it serves, in lower case.
  static var topics: [String] { get }
  /// What it opens with where nothing is given.
  static var example: Inputs { get }
  /// The inputs that it takes.
  static var inputKeys: [String] { get }
  /// Inputs that only say how it is looked at: undo leaves them alone.
  static var viewKeys: [String] { get }
  /// Its own keys; the action is the row's word.
  static var actions: [KeyRow<String>] { get }

  /// A widget from inputs; a diagnostic with the line of the input that is wrong.
  init(_ inputs: Inputs) throws(Diagnostic)
  /// The inputs that make this widget again.
  var inputs: Inputs { get }
  /// The numbers that can be typed over, in the order of Tab.
  var tables: [InputTable] { get }
  /// Rows and columns of each grid of results, behind the tables in the order of Tab.
  var results: [GridSize] { get }
  /// What stands at the right of the title.
  var status: String { get }
  /// All that it shows.
  func blocks(_ view: WidgetView) -> [WidgetBlock]
  /// A line or two for the lesson: inputs and result.
  var summary: [String] { get }
  /// Its results, for the exported state.
  var resultsJSON: JSON { get }
  /// A NumPy script that prints the same numbers.
  var script: String { get }

  /// What is to be said when these inputs take the place of others; nil for nothing.
  func note(after old: Inputs) -> String?

  /// The inputs with one cell of a table changed.
  func inputs(setting value: Double, at cursor: WidgetCursor) -> Inputs
  /// The inputs with a row or column more or less.
  func inputs(resizing change: Resizing, at cursor: WidgetCursor) throws(Diagnostic) -> Inputs
  /// The inputs with random numbers.
  func inputs(random generator: inout SeededGenerator) -> Inputs
  /// The inputs after one of its own keys.
  func inputs(after action: String, at cursor: WidgetCursor) throws(Diagnostic) -> Inputs
  /// What a guess at a cell of the results is worth; nil where there is nothing to guess.
  func judge(_ guess: Double, at cursor: WidgetCursor) -> Judgement?
  /// Which numbers besides finite ones may stand there, and how to type them; nil where none may.
  func guessHint(at cursor: WidgetCursor) -> String?
  /// Where the cursor starts.
  var firstCursor: WidgetCursor { get }
  /// Whether there is more to compute, in slices.
  var isWorking: Bool { get }
  /// Computes a slice.
  mutating func work()
}

extension Widget {
  package static var actions: [KeyRow<String>] { [] }
  package static var viewKeys: [String] { [] }
  package var status: String { "" }
  package func note(after old: Inputs) -> String? { nil }
  package var isWorking: Bool { false }
  package mutating func work() {}
  package var firstCursor: WidgetCursor { WidgetCursor() }
  package func judge(_ guess: Double, at cursor: WidgetCursor) -> Judgement? { nil }
  package func guessHint(at cursor: WidgetCursor) -> String? { nil }
  package func inputs(
    after action: String, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs { inputs }

  package func inputs(setting value: Double, at cursor: WidgetCursor) -> Inputs {
    guard tables.indices.contains(cursor.area) else { return inputs }
    let table = tables[cursor.area]
    var values = table.values
    guard values.contains(row: cursor.row, column: cursor.column) else { return inputs }
    values[cursor.row, cursor.column] = value
    return inputs.with(table.key, Plain.text(values))
  }

  package func inputs(
    resizing change: Resizing, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    throw Diagnostic(.error, "Nothing can be added or taken away here")
  }
}

/// Every kind of widget; a new one is a file and a line here.
package let allWidgets: [any Widget.Type] = [
  DotProductWidget.self,
  AttentionWidget.self,
  SoftmaxWidget.self,
  ScalingWidget.self,
  PositionsWidget.self,
  ShapesWidget.self,
  SamplingWidget.self,
]

/// Rows and columns of a grid.
package struct GridSize: Equatable, Sendable {
  /// Rows.
  package var rows: Int
  /// Columns.
  package var columns: Int
}

/// A table of numbers that the reader types over.
package struct InputTable: Equatable, Sendable {
  /// The input that holds it, such as `Q`.
  package var key: String
  /// Its numbers.
  package var values: Matrix
  /// What messages call its rows; none for a row alone.
  package var rowNames: [String] = []
  /// What messages call its columns; numbers where there are none.
  package var columnNames: [String] = []
  /// Whether a cell is always named by row and column, even where there is only one row.
  package var isMatrix = false

  /// A cell's name in messages: `Q cat, column 2`.
  package func name(row: Int, column: Int) -> String {
    var name = key
    if rowNames.indices.contains(row) { name += " \(rowNames[row])" }
    if values.columns > 1 {
      name +=
        columnNames.indices.contains(column)
        ? " \(columnNames[column])" : ", column \(column + 1)"
    }
    return name
  }
}

/// Where the reader stands: an area of Tab's order, and a cell in it, all counted from 0.
package struct WidgetCursor: Equatable, Sendable {
  /// The table, or past the tables the grid of results.
  package var area = 0
  /// The row in it.
  package var row = 0
  /// The column in it.
  package var column = 0
}

/// A row or column more or less.
package enum Resizing: Equatable, Sendable {
  case addRow, removeRow, addColumn, removeColumn
}

/// What a widget needs to know of how it is looked at.
package struct WidgetView: Equatable, Sendable {
  /// Where the reader stands.
  package var cursor: WidgetCursor
  /// Whether the results wait for a guess.
  package var isHidden = false
  /// Whether only ASCII can be shown.
  package var ascii = false
  /// How many significant digits its numbers have.
  package var significant = 4

  /// Numbers as text.
  var numbers: NumberText { NumberText(significant: significant, ascii: ascii) }
}
