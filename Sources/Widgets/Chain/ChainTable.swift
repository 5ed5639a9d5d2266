import Formulas
import Numerics
import TextUI

/// A table of a chain: one that the reader types, or one that was computed.
enum ChainRef: Hashable, Sendable {
  /// An input, by its name in a fence.
  case input(String)
  /// A result, by its place in the chain.
  case table(Int)
}

/// What a result takes of another table: all of it, or some of its rows and columns, as a head does.
struct ChainPart: Sendable {
  let ref: ChainRef
  var rows: Range<Int>?
  var columns: Range<Int>?
  var isTransposed = false

  init(
    _ ref: ChainRef, rows: Range<Int>? = nil, columns: Range<Int>? = nil,
    isTransposed: Bool = false
  ) {
    (self.ref, self.rows, self.columns) = (ref, rows, columns)
    self.isTransposed = isTransposed
  }

  /// Where a cell of the part stands in its table.
  func cell(_ row: Int, _ column: Int) -> ChainCell {
    let (row, column) = isTransposed ? (column, row) : (row, column)
    return ChainCell(
      ref, row: row + (rows?.lowerBound ?? 0), column: column + (columns?.lowerBound ?? 0))
  }
}

/// A cell of a table of a chain.
struct ChainCell: Hashable, Sendable {
  let ref: ChainRef
  let row, column: Int

  init(_ ref: ChainRef, row: Int, column: Int) {
    (self.ref, self.row, self.column) = (ref, row, column)
  }
}

/// A table with the names at its sides.
struct NamedTable: Sendable {
  /// What it is called in formulas, in JSON and in Python.
  let symbol: String
  var values: Matrix
  var rowNames: [String] = []
  var columnNames: [String] = []
  /// Whose colour it has.
  var role: Role?
}

/// A result of a chain: its numbers, what they are computed from, and how.
struct ChainTable: Sendable {
  enum Picture: Sendable {
    /// The first two parts with the result where they cross.
    case product
    /// The parts, and the result at their right.
    case beside
  }

  var table: NamedTable
  /// What the step is called where all are listed.
  let name: String
  /// How it is computed, in symbols: `Q = X·W_Q`.
  let formula: String
  /// The same for NumPy, without the name.
  let code: String
  let parts: [ChainPart]
  var picture = Picture.beside
  /// Whether its cells glow with their size.
  var glows = false
  /// What the step is for; empty where its formula says it.
  var why = ""
  /// What else is to be said of it.
  var notes: [String] = []
  /// Rows from this one on are new: those above it were computed before, and kept.
  var firstNewRow: Int?
  /// Which of its zeros stand for numbers smaller than any double.
  var vanishes: @Sendable (_ row: Int, _ column: Int) -> Bool = { _, _ in false }
  let equations: @Sendable (_ row: Int, _ column: Int, NumberText) -> [Equation]
  /// The cells that a number is computed from.
  let sources: @Sendable (_ row: Int, _ column: Int) -> [ChainCell]
  /// Where common mistakes lead.
  var mistakes: @Sendable (_ row: Int, _ column: Int) -> [(Misconception, Double)] = { _, _ in [] }
}

extension ChainTable {
  /// Whether its numbers are those of another one made anew: of the same words, in the same places.
  func isOfTheSame(_ other: ChainTable) -> Bool {
    func size(_ table: NamedTable) -> [Int] { [table.values.rows, table.values.columns] }
    return table.symbol == other.table.symbol && size(table) == size(other.table)
      && table.rowNames == other.table.rowNames && table.columnNames == other.table.columnNames
  }
}
