import Basics
import Formulas
import Numerics
import TextUI

/// Tables computed one from another, each a step that a reader goes through.
package struct Chain: Sendable {
  /// What the reader types, in the order of a fence.
  private(set) var inputs: [(key: String, table: NamedTable)] = []
  /// The results in their order.
  private(set) var tables: [ChainTable] = []

  mutating func add(_ key: String, _ table: NamedTable) -> ChainRef {
    inputs.append((key, table))
    return .input(key)
  }

  mutating func add(_ table: ChainTable) -> ChainRef {
    tables.append(table)
    return .table(tables.count - 1)
  }

  /// Says what the last result is for.
  mutating func because(_ why: String) { tables[tables.count - 1].why = why }

  // MARK: Reading

  func table(_ ref: ChainRef) -> NamedTable? {
    switch ref {
    case .input(let key): inputs.first { $0.key == key }?.table
    case .table(let index): tables.indices.contains(index) ? tables[index].table : nil
    }
  }

  /// A part with the numbers and names that it takes.
  func part(_ part: ChainPart) -> NamedTable {
    guard var table = table(part.ref) else {
      return NamedTable(symbol: "?", values: Matrix(rows: 0, columns: 0))
    }
    let rows = part.rows ?? 0..<table.values.rows
    let columns = part.columns ?? 0..<table.values.columns
    let values = table.values
    table.values = Matrix(rows: rows.count, columns: columns.count) {
      values[rows.lowerBound + $0, columns.lowerBound + $1]
    }
    func names(_ names: [String], _ range: Range<Int>) -> [String] {
      names.isEmpty ? [] : Array(names.filled(to: range.upperBound)[range])
    }
    table.rowNames = names(table.rowNames, rows)
    table.columnNames = names(table.columnNames, columns)
    guard part.isTransposed else { return table }
    table.values = table.values.transposed
    (table.rowNames, table.columnNames) = (table.columnNames, table.rowNames)
    return table
  }

  func values(_ ref: ChainRef) -> Matrix { table(ref)?.values ?? Matrix(rows: 0, columns: 0) }

  /// A part as NumPy writes it.
  func code(_ part: ChainPart) -> String {
    func slice(_ range: Range<Int>?) -> String {
      range.map { "\($0.lowerBound):\($0.upperBound)" } ?? ":"
    }
    let table = table(part.ref)
    let isWhole =
      (part.rows.map { $0 == 0..<(table?.values.rows ?? 0) } ?? true)
      && (part.columns.map { $0 == 0..<(table?.values.columns ?? 0) } ?? true)
    let symbol = table?.symbol ?? "?"
    return symbol + (isWhole ? "" : "[\(slice(part.rows)), \(slice(part.columns))]")
      + (part.isTransposed ? ".T" : "")
  }

  /// A part in formulas.
  private func symbol(_ part: ChainPart) -> String {
    (table(part.ref)?.symbol ?? "?") + (part.isTransposed ? "ᵀ" : "")
  }

  // MARK: Operations

  /// A matrix product; the symbol of its result stands before the formula.
  mutating func product(
    _ symbol: String, _ name: String, _ left: ChainPart, _ right: ChainPart, role: Role? = nil,
    glows: Bool = false, columnNames: [String] = [], notes: [String] = []
  ) throws(InputProblem) -> ChainRef {
    let (a, b) = (part(left), part(right))
    let product: Matrix
    do { product = try a.values.times(b.values) } catch {
      let (one, other) = (self.symbol(left), self.symbol(right))
      throw InputProblem(
        "\(one) has \(counted(a.values.columns, "column")) and \(other) has "
          + "\(counted(b.values.rows, "row"))",
        remedy: "give \(other) \(counted(a.values.columns, "row"))")
    }
    let names = columnNames.isEmpty ? b.columnNames : columnNames
    return add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: product, rowNames: a.rowNames, columnNames: names, role: role),
        name: name, formula: "\(symbol) = \(self.symbol(left))·\(self.symbol(right))",
        code: "\(code(left)) @ \(code(right))", parts: [left, right], picture: .product,
        glows: glows, notes: notes
      ) { row, column, numbers in
        let pairs = (0..<a.values.columns).map { (a.values[row, $0], b.values[$0, column]) }
        return [.sum(symbol, of: pairs, product[row, column], numbers: numbers)]
      } sources: { row, column in
        (0..<a.values.columns).flatMap { [left.cell(row, $0), right.cell($0, column)] }
      } mistakes: { row, column in
        let (x, y) = (a.values.row(row), b.values.column(column))
        return [(.entriesAdded, x.total + y.total), (.totalsMultiplied, x.total * y.total)]
      })
  }

  /// Each cell from the cells at the same place of its parts, of which the first is as large as the
  /// result; others may have a single row or column, which then stands for all.
  mutating func cells(
    _ symbol: String, _ name: String, formula: String, code: String, _ parts: [ChainPart],
    role: Role? = nil, columnNames: [String]? = nil, glows: Bool = false, notes: [String] = [],
    vanishes: @escaping @Sendable (Vector, Double) -> Bool = { _, _ in false },
    compute: @Sendable (_ row: Int, _ column: Int, Vector) -> Double,
    equations:
      @escaping @Sendable (_ row: Int, _ column: Int, Vector, Double, NumberText) -> [Equation],
    sources: (@Sendable (_ row: Int, _ column: Int) -> [ChainCell])? = nil
  ) -> ChainRef {
    let operands = parts.map { part($0) }
    let first = operands[0]
    @Sendable func place(_ row: Int, _ column: Int, in table: NamedTable) -> (Int, Int) {
      (min(row, table.values.rows - 1), min(column, table.values.columns - 1))
    }
    @Sendable func numbers(_ row: Int, _ column: Int) -> Vector {
      operands.map { table in
        let (row, column) = place(row, column, in: table)
        return table.values[row, column]
      }
    }
    let values = Matrix(rows: first.values.rows, columns: first.values.columns) {
      compute($0, $1, numbers($0, $1))
    }
    return add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: values, rowNames: first.rowNames,
          columnNames: columnNames ?? first.columnNames, role: role),
        name: name, formula: formula, code: code, parts: parts, glows: glows, notes: notes,
        vanishes: { vanishes(numbers($0, $1), values[$0, $1]) }
      ) { row, column, text in
        equations(row, column, numbers(row, column), values[row, column], text)
      } sources: { row, column in
        sources?(row, column)
          ?? zip(parts, operands).map { part, table in
            let (row, column) = place(row, column, in: table)
            return part.cell(row, column)
          }
      })
  }

  /// Tables added cell by cell.
  mutating func sum(
    _ symbol: String, _ name: String, _ parts: [ChainPart], notes: [String] = []
  ) -> ChainRef {
    let symbols = parts.map { self.symbol($0) }.joined(separator: " + ")
    let code = parts.map { self.code($0) }.joined(separator: " + ")
    return cells(
      symbol, name, formula: "\(symbol) = \(symbols)", code: code, parts, notes: notes
    ) { _, _, addends in
      addends.total
    } equations: { _, _, addends, value, numbers in
      [.sum(symbol, of: addends, value, numbers: numbers)]
    }
  }

  /// Each row from the same row of another table, and each of its cells from the column of one more,
  /// such as what all rows are multiplied by.
  mutating func rows(
    _ symbol: String, _ name: String, formula: String, code: String, _ source: ChainPart,
    and other: ChainPart? = nil, columnNames: [String]? = nil, role: Role? = nil,
    glows: Bool = false, notes: [String] = [],
    compute: @Sendable (Vector) -> Vector,
    equations: @escaping @Sendable (Vector, _ row: Int, _ column: Int, NumberText) -> [Equation]
  ) -> ChainRef {
    let given = part(source)
    let rows = given.values.rowArrays.map(compute)
    let values = Matrix(rows) ?? given.values
    return add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: values, rowNames: given.rowNames,
          columnNames: columnNames ?? given.columnNames, role: role),
        name: name, formula: formula, code: code, parts: [source] + (other.map { [$0] } ?? []),
        glows: glows, notes: notes
      ) { row, column, numbers in
        equations(Array(given.values.row(row)), row, column, numbers)
      } sources: { [others = other.map { part($0).values.rows } ?? 0] row, column in
        (0..<given.values.columns).map { source.cell(row, $0) }
          + (other.map { other in (0..<others).map { other.cell($0, column) } } ?? [])
      })
  }

  /// Tables one below the other; those before the last were there before.
  mutating func stacked(
    _ symbol: String, _ name: String, _ parts: [ChainPart], role: Role? = nil, notes: [String] = []
  ) -> ChainRef {
    let operands = parts.map { part($0) }
    let values = Matrix(operands.flatMap(\.values.rowArrays)) ?? operands[0].values
    let places = parts.indices.flatMap { index in
      (0..<operands[index].values.rows).map { (index, $0) }
    }
    let symbols = parts.map { self.symbol($0) }
    return add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: values, rowNames: operands.flatMap(\.rowNames),
          columnNames: operands[0].columnNames, role: role),
        name: name, formula: "\(symbol) = \(symbols.joined(separator: " over "))",
        code: "np.vstack([\(parts.map { self.code($0) }.joined(separator: ", "))])", parts: parts,
        notes: notes, firstNewRow: places.firstIndex { $0.0 == parts.count - 1 }
      ) { row, column, numbers in
        let value = values[row, column]
        let (index, own) = places[row]
        return [
          Equation(
            symbol, "row \(own + 1) of \(symbols[index]): \(numbers.text(value))", value: value)
        ]
      } sources: { row, column in
        [parts[places[row].0].cell(places[row].1, column)]
      })
  }

  /// Tables side by side.
  mutating func joined(_ symbol: String, _ name: String, _ parts: [ChainPart]) -> ChainRef {
    let operands = parts.map { part($0) }
    let rows = operands[0].values.rows
    let values =
      Matrix((0..<rows).map { row in operands.flatMap { $0.values.row(row) } })
      ?? operands[0].values
    let places = parts.indices.flatMap { index in
      (0..<operands[index].values.columns).map { (index, $0) }
    }
    let symbols = parts.map { self.symbol($0) }
    return add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: values, rowNames: operands[0].rowNames,
          columnNames: (0..<values.columns).map { "\($0 + 1)" }),
        name: name, formula: "\(symbol) = \(symbols.joined(separator: ", ")) side by side",
        code: "np.hstack([\(parts.map { self.code($0) }.joined(separator: ", "))])", parts: parts
      ) { row, column, numbers in
        let (index, own) = places[column]
        return [
          Equation(
            symbol, "column \(own + 1) of \(symbols[index]): \(numbers.text(values[row, column]))",
            value: values[row, column])
        ]
      } sources: { row, column in
        [parts[places[column].0].cell(row, places[column].1)]
      })
  }
}
