import Formulas
import Numerics

/// A table of numbers that the reader types over.
package struct InputTable: Equatable, Sendable {
  /// The input of each row, such as `u` and `v`; one alone where the table is a matrix.
  package let keys: [String]
  package let values: Matrix
  /// What messages call rows and columns; numbers where there are no names.
  package let rowNames, columnNames: [String]
  package let isMatrix: Bool

  package var size: GridSize { GridSize(rows: values.rows, columns: values.columns) }

  /// The input that a row belongs to.
  func key(row: Int) -> String { keys[isMatrix ? 0 : min(row, keys.count - 1)] }

  /// A cell's name in messages: `Q cat, column 2`.
  func name(row: Int, column: Int) -> String {
    var name = key(row: row)
    if rowNames.indices.contains(row) { name += " \(rowNames[row])" }
    if values.columns > 1 {
      name +=
        columnNames.indices.contains(column)
        ? (rowNames.isEmpty ? " " : ", ") + columnNames[column] : ", column \(column + 1)"
    }
    return name
  }
}

extension Widget {
  private static func fields(in area: Area) -> [Field] { fields.filter { $0.area == area } }

  /// The numbers that can be typed over in an area; nil where it shows results.
  package func table(in area: Area) -> InputTable? {
    let fields = Self.fields(in: area)
    let values = fields.compactMap { $0.numbers?.values(parameters) }
    guard let first = values.first else { return nil }
    let rows = values.flatMap(\.rowArrays)
    let names = names(in: area)
    return InputTable(
      keys: fields.map(\.key), values: Matrix(rows) ?? first, rowNames: names.rows,
      columnNames: names.columns, isMatrix: fields[0].isMatrix)
  }

  package func size(of area: Area) -> GridSize { table(in: area)?.size ?? results(in: area) }

  /// The areas whose numbers can be typed over, with their tables.
  package var tables: [(area: Area, table: InputTable)] {
    areas.compactMap { area in table(in: area).map { (area, $0) } }
  }

  /// The first area of results.
  package var resultArea: Area? { areas.first { table(in: $0) == nil } }

  /// The parameters with one number typed over.
  package func setting(_ value: Double, at cursor: Cursor) throws(InputProblem) -> Parameters {
    let fields = Self.fields(in: cursor.area)
    guard !fields.isEmpty else { return parameters }
    var changed = parameters
    let isMatrix = fields[0].isMatrix
    let field = fields[isMatrix ? 0 : min(cursor.row, fields.count - 1)]
    try field.numbers?.set(value, isMatrix ? cursor.row : 0, cursor.column, &changed)
    return changed
  }
}
