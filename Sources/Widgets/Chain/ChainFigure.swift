import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Where the cursor may stand: in a table that the reader types, or in the result of the step.
package enum ChainArea: Hashable, Sendable {
  case input(String)
  case result
}

/// Parameters of a chain: the step that is looked at counts from 1.
package protocol ChainParameters: Equatable, Sendable {
  var step: Int { get set }
}

/// A widget whose results are tables computed one from another, a step each.
///
/// A number is followed from table to table: each cell says what it is computed from, and what that is
/// computed from stands in the steps before.
package protocol ChainFigure: Widget where Area == ChainArea, Parameters: ChainParameters {
  /// The matrices among the inputs, and which of their sizes are equal.
  static var shapes: [InputShape<Parameters>] { get }
  /// Rows and columns at most.
  static var most: Int { get }
  var parameters: Parameters { get set }
  var chain: Chain { get }
  /// What Python needs before the tables: imports and functions.
  var preamble: String { get }
  /// What Python does behind them.
  var ending: String { get }
  /// The steps that are listed above the one that is shown.
  var listed: Range<Int> { get }
  /// Whether a step is drawn with the tables that it reads: not where what stands below it shows them.
  func drawsParts(_ view: View) -> Bool
  /// What stands below the step, where a widget has more to show.
  func extras(_ view: View) -> [WidgetBlock]
  /// The names that rows or columns have, by the size that these come and go with.
  static var named: [String: InputPath<Parameters, [String]>] { get }
  /// Names of rows that come and go with a size.
  static func renamed(_ parameters: Parameters, _ change: Resizing, size: String, at: Int)
    -> Parameters
}

extension ChainFigure {
  package static var most: Int { 128 }
  package var ending: String { "" }
  package static var hasFit: Bool { true }
  package static var hasMotion: Bool { false }
  package static var goesOn: Bool { true }
  /// Another step is another look at the same tables.
  package static func next(
    _ parameters: Parameters, after old: Self
  ) throws(InputProblem) -> Self {
    guard old.seen(parameters) == old.parameters else { return try Self(parameters) }
    var widget = old
    widget.parameters = parameters
    return widget
  }
  package static func fitted(_ parameters: Parameters, to typed: [String]) -> Parameters {
    shapes.fitted(parameters, to: typed)
  }
  package static func renamed(_ parameters: Parameters, _ change: Resizing, size: String, at: Int)
    -> Parameters
  {
    guard let path = named[size], !parameters[keyPath: path].isEmpty else { return parameters }
    var changed = parameters
    _ = changed[keyPath: path].follow(change, at: at)
    return changed
  }
  package static var named: [String: InputPath<Parameters, [String]>] { [:] }
  package func extras(_ view: View) -> [WidgetBlock] { [] }
  package func drawsParts(_ view: View) -> Bool { true }
  package var listed: Range<Int> { chain.tables.indices }

  /// The step that is shown; what came before with fewer of them may be the last.
  var step: Int { min(max(parameters.step, 1), max(1, chain.tables.count)) }
  var shown: ChainTable { chain.tables[step - 1] }

  /// A table of an example.
  static func matrix(_ rows: [[Double]]) -> Matrix { Matrix(rows) ?? .row([0]) }

  // MARK: Areas

  /// The result of the step, its own inputs, and the other inputs behind them.
  package var areas: [ChainArea] {
    let own = shown.parts.compactMap { part -> String? in
      if case .input(let key) = part.ref { key } else { nil }
    }
    let keys = chain.inputs.map(\.key)
    return [.result]
      + (keys.filter(own.contains) + keys.filter { !own.contains($0) }).map { .input($0) }
  }
  package var firstCursor: Cursor { Cursor(.result) }
  package func results(in area: ChainArea) -> GridSize {
    GridSize(rows: shown.table.values.rows, columns: shown.table.values.columns)
  }
  package func names(in area: ChainArea) -> (rows: [String], columns: [String]) {
    guard case .input(let key) = area, let table = chain.table(.input(key)) else { return ([], []) }
    return (table.rowNames, [])
  }

  // MARK: Steps

  package var stage: Int { step }
  package func atStage(_ number: Int) -> Parameters? {
    guard chain.tables.indices.contains(number - 1) else { return nil }
    var there = parameters
    there.step = number
    return there
  }
  package var status: String { "step \(step) of \(chain.tables.count)" }
  package var progress: Double? { Double(step) / Double(chain.tables.count) }
  package func seen(_ old: Parameters) -> Parameters {
    var old = old
    old.step = parameters.step
    return old
  }
  package func isLook(from old: Parameters) -> Bool { seen(old) == parameters }

  /// The parameters so many steps on.
  func stepped(_ steps: Int) throws(InputProblem) -> Parameters {
    guard step + steps > 0 else { throw InputProblem("This is the first step") }
    guard step + steps <= chain.tables.count else { throw InputProblem("This is the last step") }
    var changed = parameters
    changed.step = step + steps
    return changed
  }

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    guard case .input(let key) = cursor.area else {
      throw InputProblem(
        "Tab to a table that can be typed over: there rows and columns come and go")
    }
    let (changed, size) = try Self.shapes.resized(
      parameters, by: change, key: key, row: cursor.row, column: cursor.column, most: Self.most)
    return Self.renamed(
      changed, change, size: size, at: change.isOfRows ? cursor.row : cursor.column)
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    for shape in Self.shapes where shape.filler == [0] {
      let matrix = changed[keyPath: shape.path]
      changed[keyPath: shape.path] = Matrix(rows: matrix.rows, columns: matrix.columns) { _, _ in
        Double(generator.int(in: -2...2))
      }
    }
    return changed
  }

  // MARK: Guesses

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    let table = shown.table.values
    guard cursor.area == .result, table.contains(row: cursor.row, column: cursor.column) else {
      return nil
    }
    return Judgement(
      guess,
      truth: Quantity(
        table[cursor.row, cursor.column], vanishes: shown.vanishes(cursor.row, cursor.column)),
      mistakes: shown.mistakes(cursor.row, cursor.column))
  }

  package func guessHint(at cursor: Cursor) -> String? {
    Remark.guessHint(for: shown.table.values.elements)
  }

  // MARK: Export

  package var resultsJSON: JSON {
    .object(chain.tables.map { JSON.Member($0.table.symbol, .matrix($0.table.values)) })
  }

  package var script: String {
    let inputs = chain.inputs.map {
      "\($0.table.symbol) = np.array(\(Script.matrix($0.table.values)))"
    }
    let steps = chain.tables.map { table in
      "\(table.table.symbol) = \(table.code)\nprint(\"\(table.table.symbol)\")\n"
        + "print(\(table.table.symbol))"
    }
    return """
      import numpy as np

      np.set_printoptions(linewidth=200)
      \(preamble)
      \(inputs.joined(separator: "\n"))

      \(steps.joined(separator: "\n"))
      \(ending)
      """
  }

  package func preview(_ view: View) -> [WidgetBlock] {
    let numbers = NumberText()
    let table = chain.tables[chain.tables.count - 1].table
    let rows = table.values.rowArrays.enumerated().map { index, row in
      let name = table.rowNames.indices.contains(index) ? table.rowNames[index] : "\(index + 1)"
      return "\(name): \(numbers.vector(row))"
    }
    return [.text([chain.tables[chain.tables.count - 1].name] + rows, rank: 0)]
  }
}

/// Functions that scripts of chains share.
enum ChainPython {
  static let softmax = """

    def softmax(s):
        e = np.exp(s - s.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    """
  static let causal = """

    def causal(s):
        n, m = s.shape
        return np.where(np.tril(np.ones((n, m)), m - n) == 1, s, -np.inf)

    """
}
