import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Two vectors or matrices multiplied as NumPy does, each cell the dot product of a row and a column.
package struct MatrixProductWidget: Widget {
  package struct Parameters: Equatable, Sendable {
    var a, b: NumberArray
    var function = MatrixProduct.Function.matmul
  }
  package enum Area: CaseIterable, Sendable { case a, b, product }
  package enum Action: CaseIterable, Sendable { case function, swap, transpose }

  package static let name = "matrix-product"
  package static let title = "The matrix product"
  package static let topics = [
    "matrix product", "matrix products", "matrix multiplication", "matmul",
    "multiplying matrices",
  ]
  package static let initial = Parameters(
    a: .matrix(Matrix([[1, 2], [3, 0]]) ?? .row([1])),
    b: .matrix(Matrix([[2, 0, 1], [1, 4, 1]]) ?? .row([1])))
  package static let fields: [Field] = [
    .table("a", \.a, most: most, in: .a), .table("b", \.b, most: most, in: .b),
    .choice("function", \.function, ["@": .matmul, "dot": .dot, "inner": .inner]),
  ]
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding(
      [.character("m")], "function", "@, np.dot or np.inner in turn", footer: 1, .function),
    KeyBinding(
      [.character("s")], "swap", "exchange a and b, where they fit so too", footer: 5, .swap),
    KeyBinding(
      [.character("|")], "transpose",
      "the transposed product: both factors turned and exchanged", footer: 6, .transpose),
  ]
  private static let most = 32

  package let parameters: Parameters
  let trace: MatrixProduct

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    do {
      trace = try MatrixProduct(parameters.a, parameters.b, by: parameters.function)
    } catch { throw InputProblem(error.advice, at: "b") }
  }

  package static let hasFit = true
  package static func fitted(_ parameters: Parameters, to keys: [String]) -> Parameters {
    var fitted = parameters
    let rows = fitted.function != .inner && fitted.b.shape.count == 2
    let (a, b) = (fitted.a.count(rows: false), fitted.b.count(rows: rows))
    if keys.contains("b"), !keys.contains("a") || b > a {
      fitted.a = fitted.a.fitted(b, rows: false)
    } else {
      fitted.b = fitted.b.fitted(a, rows: rows)
    }
    return fitted
  }

  package func results(in area: Area) -> GridSize {
    GridSize(rows: trace.cells.rows, columns: trace.cells.columns)
  }

  package func names(in area: Area) -> (rows: [String], columns: [String]) {
    let array = area == .a ? trace.a : trace.b
    guard case .matrix(let matrix) = array else { return ([], []) }
    return ((1...matrix.rows).map { "row \($0)" }, [])
  }

  package var status: String { "\(trace.a.size) with \(trace.b.size) gives \(size)" }

  /// The product's shape; two vectors give one number.
  var size: String {
    if case .scalar = trace.result { "one number" } else { trace.result.size }
  }

  /// The call: `a @ b`, `np.inner(a, b)`.
  var call: String {
    trace.function == .matmul ? "a @ b" : "np.\(trace.function.rawValue)(a, b)"
  }

  /// Whether rows of b are multiplied, not its columns.
  var takesRows: Bool { trace.function == .inner && trace.b.shape.count == 2 }

  // MARK: Changes

  package func random(using generator: inout SeededGenerator) -> Parameters {
    func draw(_ array: NumberArray) -> NumberArray {
      let table = array.matrix
      return array.replacing(
        Matrix(rows: table.rows, columns: table.columns) { _, _ in
          Double(generator.int(in: -5...5))
        })
    }
    return Parameters(a: draw(trace.a), b: draw(trace.b), function: trace.function)
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .function:
      changed.function =
        switch trace.function {
        case .matmul: .dot
        case .dot: .inner
        case .inner: .matmul
        }
      // np.inner multiplies rows of b: turned with it, b gives the same product.
      if (changed.function == .inner) != (trace.function == .inner) {
        changed.b = trace.b.transposed
      }
    case .swap: (changed.a, changed.b) = (trace.b, trace.a)
    case .transpose:
      (changed.a, changed.b) =
        takesRows ? (trace.b, trace.a) : (trace.b.transposed, trace.a.transposed)
    }
    return changed
  }

  package func note(after old: Parameters) -> String? {
    guard parameters.function != old.function, parameters.b != old.b else { return nil }
    return takesRows
      ? "np.inner multiplies rows by rows: b is turned, so the product stays"
      : "Rows of a meet columns of b again: b is turned back"
  }

  /// A row or column more or less; in the dimension that is summed over, the other factor follows.
  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    guard cursor.area != .product else {
      throw InputProblem("Tab to a or b first: there rows and columns come and go")
    }
    let isFirst = cursor.area == .a
    let isVector = (isFirst ? trace.a : trace.b).shape.count == 1
    let isRow = !isVector && change.isOfRows
    let isShared = isFirst ? !isRow : isVector || isRow != takesRows
    let at = isRow ? cursor.row : cursor.column
    var changed = parameters
    if isFirst || isShared {
      changed.a = try trace.a.resized(rows: isFirst && isRow, by: change, at: at, most: Self.most)
    }
    if !isFirst || isShared {
      let rows = isFirst ? trace.b.shape.count == 2 && !takesRows : isRow
      changed.b = try trace.b.resized(rows: rows, by: change, at: at, most: Self.most)
    }
    return changed
  }

  // MARK: Guesses

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    let (row, column) = cursor.area == .product ? (cursor.row, cursor.column) : (0, 0)
    guard let cell = trace.cell(row: row, column: column) else { return nil }
    return Judgement(
      guess, truth: Quantity(cell.dot, vanishes: vanishes(row, column)), addends: cell.products,
      mistakes: mistakes(row, column, cell))
  }

  private func mistakes(
    _ row: Int, _ column: Int, _ cell: DotProduct
  ) -> [(Misconception, Double)] {
    let (left, right) = (trace.a.matrix, trace.b.matrix)
    var mistakes: [(Misconception, Double)] = []
    func add(_ mistake: Misconception, _ matrix: Matrix?) {
      guard let matrix, matrix.contains(row: row, column: column) else { return }
      mistakes.append((mistake, matrix[row, column]))
    }
    if case .matrix = trace.a, case .matrix = trace.b {
      add(
        takesRows ? .columnsForRows : .otherOrder,
        try? (takesRows ? left : right).times(
          takesRows ? right : left))
      if !takesRows { add(.secondTransposed, try? left.times(right.transposed)) }
      if left.contains(row: row, column: column), right.contains(row: row, column: column) {
        mistakes.append((.cellByCell, left[row, column] * right[row, column]))
      }
    }
    return mistakes + [
      (.signsForgotten, cell.products.map(\.magnitude).total),
      (.totalsMultiplied, cell.u.total * cell.v.total),
      (.entriesAdded, cell.u.total + cell.v.total),
    ]
  }

  package func guessHint(at cursor: Cursor) -> String? {
    Remark.guessHint(for: trace.cells.elements)
  }

  // MARK: Text

  /// Whether a cell is 0 only because its products are smaller than any double.
  func vanishes(_ row: Int, _ column: Int) -> Bool {
    trace.cells[row, column] == 0 && trace.cell(row: row, column: column)?.dotVanishes == true
  }
}
