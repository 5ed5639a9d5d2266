import JSONText
import Numerics

extension MatrixProductWidget {
  package var resultsJSON: JSON {
    let rows = 0..<trace.cells.rows
    let columns = 0..<trace.cells.columns
    let members: JSON = [
      "function": .string(trace.function.rawValue),
      "shape": .array(trace.result.shape.map { .integer($0) }),
      "product": .array(trace.result),
      "partialSums": .array(
        rows.map { row in
          .array(
            columns.map { .numbers(trace.cell(row: row, column: $0)?.partialSums ?? []) })
        }),
    ]
    return members.naming(
      underflows: rows.flatMap { row in
        JSON.places("partialSums[\(row)]", columns) { vanishes(row, $0) }
      })
  }

  package var script: String {
    """
    import numpy as np

    a = np.array(\(Script.array(trace.a)))
    b = np.array(\(Script.array(trace.b)))

    product = \(call)
    print("shape", np.shape(product))
    print(product)
    # Each cell: its products, and their running sum.
    left = np.atleast_2d(a)
    right = \(takesRows ? "b.T" : "b.reshape(len(b), -1)")
    for i, j in np.ndindex(len(left), right.shape[1]):
        products = left[i] * right[:, j]
        print("row", i + 1, "column", j + 1, products, np.cumsum(products))

    """
  }
}

extension JSON {
  /// A number, a row, or rows.
  static func array(_ array: NumberArray) -> JSON {
    switch array {
    case .scalar(let number): .number(number)
    case .vector(let vector): .numbers(vector)
    case .matrix(let matrix): .matrix(matrix)
    }
  }
}

extension Script {
  static func array(_ array: NumberArray) -> String {
    switch array {
    case .scalar(let number): Script.number(number)
    case .vector(let vector): Script.vector(vector)
    case .matrix(let matrix): Script.matrix(matrix)
    }
  }
}
