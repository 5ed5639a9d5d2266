import Numerics

/// How one cell of a formula's value comes about: the numbers that meet in it, and the calculation.
package struct CellWork: Equatable, Sendable {
  /// Numbers with what they are called, to be set under each other: `row 1 of Q`.
  package let operands: [Operand]
  /// The calculation, with its result.
  package let equation: Equation

  package struct Operand: Equatable, Sendable {
    package let name: String
    package let numbers: Vector
  }
}

extension Expression {
  /// How a cell of its value comes about, counted from 0; nil where no more can be told of it than
  /// its value.
  package func work(row: Int, column: Int, _ values: [String: Value]) -> CellWork? {
    guard let value = try? value(values), let truth = value[row, column] else { return nil }
    switch self {
    case .call(.matmul, let factors) where factors.count == 2:
      return Self.product(factors[0], factors[1], row, column, truth, values)
    case .call(.dot, let vectors) where vectors.count == 2:
      guard let u = try? vectors[0].value(values).row, let v = try? vectors[1].value(values).row
      else { return nil }
      return .products(
        (vectors[0].shortName ?? "first", u), (vectors[1].shortName ?? "second", v), truth)
    case .call(.softmax, let arguments) where arguments.count == 1:
      guard let scores = try? arguments[0].value(values).asMatrix, row < scores.rows
      else { return nil }
      let softmax = Softmax(Array(scores.row(row)))
      return .single(
        .quotient(
          "", softmax.exponentials[column], softmax.sum, truth, numbers: NumberText()))
    case .operation(let sign, let left, let right):
      guard let a = try? left.value(values)[row, column],
        let b = try? right.value(values)[row, column]
      else { return nil }
      return Self.equation(sign, a, b, truth).map { .single($0) }
    case .number, .name, .list, .negative, .call: return nil
    }
  }

  /// The row of the one and the column of the other that meet in a cell of their product.
  private static func product(
    _ left: Expression, _ right: Expression, _ row: Int, _ column: Int, _ truth: Double,
    _ values: [String: Value]
  ) -> CellWork? {
    guard let a = try? left.value(values).asMatrix, let b = try? right.value(values).asMatrix,
      row < a.rows, column < b.columns, a.columns == b.rows
    else { return nil }
    return .products(
      (left.lineName(row + 1, "row", "column"), Array(a.row(row))),
      (right.lineName(column + 1, "column", "row"), b.column(column)), truth)
  }

  /// What a line of a matrix is called; of a transposed one it is a line of the matrix itself.
  private func lineName(_ number: Int, _ line: String, _ turned: String) -> String {
    if case .call(.transpose, let inner) = self, inner.count == 1 {
      return inner[0].lineName(number, turned, line)
    }
    return "\(line) \(number)" + (shortName.map { " of \($0)" } ?? "")
  }

  private var shortName: String? { if case .name(let name) = self { name } else { nil } }

  private static func equation(
    _ sign: Operator, _ a: Double, _ b: Double, _ truth: Double
  ) -> Equation? {
    let numbers = NumberText()
    return switch sign {
    case .plus: .sum("", of: [a, b], truth, numbers: numbers)
    case .minus: .difference("", a, b, truth, numbers: numbers)
    case .times: .sum("", of: [(a, b)], truth, numbers: numbers)
    case .divided: .quotient("", a, b, truth, numbers: numbers)
    case .power: nil
    }
  }
}

extension CellWork {
  fileprivate static func products(
    _ u: (name: String, numbers: Vector), _ v: (name: String, numbers: Vector), _ truth: Double
  ) -> CellWork {
    CellWork(
      operands: [
        Operand(name: u.name, numbers: u.numbers), Operand(name: v.name, numbers: v.numbers),
      ],
      equation: .sum("", of: Array(zip(u.numbers, v.numbers)), truth, numbers: NumberText()))
  }

  fileprivate static func single(_ equation: Equation) -> CellWork {
    CellWork(operands: [], equation: equation)
  }
}

extension Value {
  /// A cell of it; a single number is the same everywhere.
  package subscript(row: Int, column: Int) -> Double? {
    switch self {
    case .scalar(let number): return number
    case .vector(let vector):
      return row == 0 && vector.indices.contains(column) ? vector[column] : nil
    case .matrix(let matrix):
      return matrix.contains(row: row, column: column) ? matrix[row, column] : nil
    }
  }
}
