import Basics
import Formulas
import Numerics

/// A matrix among the inputs, and what its rows and columns have to be as many as: sizes of one name are
/// equal wherever they stand.
package struct InputShape<Parameters: Sendable>: Sendable {
  let key: String
  let path: InputPath<Parameters, Matrix>
  let rows, columns: String
  /// What stands in new cells: a number for each row, the last one for all below it.
  let filler: Vector

  init(
    _ key: String, _ path: InputPath<Parameters, Matrix>, _ rows: String, _ columns: String,
    filler: Vector = [0]
  ) {
    (self.key, self.path, self.rows, self.columns) = (key, path, rows, columns)
    self.filler = filler
  }

  /// The matrix with what is new in its columns filled in.
  fileprivate func filled(_ matrix: Matrix, where isNew: (_ column: Int) -> Bool) -> Matrix {
    guard filler != [0] else { return matrix }
    return Matrix(rows: matrix.rows, columns: matrix.columns) { row, column in
      isNew(column) ? filler[Swift.min(row, filler.count - 1)] : matrix[row, column]
    }
  }

  /// The name of a size, how large it is, and what it counts.
  func sizes(_ parameters: Parameters) -> [(name: String, size: Int, what: String)] {
    let matrix = parameters[keyPath: path]
    return [(rows, matrix.rows, "row"), (columns, matrix.columns, "column")]
  }
}

extension Array {
  /// Throws where two sizes of one name differ.
  func checkSizes<P>(_ parameters: P) throws(InputProblem) where Element == InputShape<P> {
    var known: [String: (key: String, size: Int, what: String)] = [:]
    for shape in self {
      for (name, size, what) in shape.sizes(parameters) {
        guard let first = known[name] else {
          known[name] = (shape.key, size, what)
          continue
        }
        guard first.size == size else {
          throw InputProblem(
            "\(first.key) has \(counted(first.size, first.what)) and \(shape.key) has "
              + "\(counted(size, what))",
            remedy: "give \(shape.key) \(counted(first.size, what)), or "
              + "\(first.key) \(counted(size, first.what))",
            at: shape.key)
        }
      }
    }
  }

  /// The matrices with all sizes as those have them that were typed, the last one first.
  func fitted<P>(_ parameters: P, to typed: [String]) -> P where Element == InputShape<P> {
    var sizes: [String: Int] = [:]
    // What was typed together loses nothing: it gets the larger size.
    for shape in filter({ typed.contains($0.key) }) {
      for (name, size, _) in shape.sizes(parameters) {
        sizes[name] = Swift.max(sizes[name] ?? 0, size)
      }
    }
    for shape in self {
      for (name, size, _) in shape.sizes(parameters) where sizes[name] == nil {
        sizes[name] = size
      }
    }
    return settingSizes(parameters, sizes)
  }

  private func settingSizes<P>(
    _ parameters: P, _ sizes: [String: Int]
  ) -> P where Element == InputShape<P> {
    var fitted = parameters
    for shape in self {
      let matrix = fitted[keyPath: shape.path]
      let other = matrix.fitted(
        rows: sizes[shape.rows] ?? matrix.rows, columns: sizes[shape.columns] ?? matrix.columns)
      fitted[keyPath: shape.path] = shape.filled(other) { $0 >= matrix.columns }
    }
    return fitted
  }

  /// A row or a column more or less in one matrix, and in the others what has to be as many.
  func resized<P>(
    _ parameters: P, by change: Resizing, key: String, row: Int, column: Int, most: Int
  ) throws(InputProblem) -> (parameters: P, size: String) where Element == InputShape<P> {
    guard let own = first(where: { $0.key == key }) else {
      throw InputProblem(
        "Tab to a table that can be typed over: there rows and columns come and go")
    }
    let isRow = change.isOfRows
    let name = isRow ? own.rows : own.columns
    let at = isRow ? row : column
    let matrix = parameters[keyPath: own.path]
    try change.check(
      isRow ? matrix.rows : matrix.columns, most: most, isRow ? "row" : "column")
    var changed = parameters
    for shape in self {
      var matrix = parameters[keyPath: shape.path]
      if shape.rows == name {
        matrix = change.adds ? matrix.insertingRow(at: at + 1) : matrix.removingRow(at)
      }
      if shape.columns == name {
        matrix = change.adds ? matrix.insertingColumn(at: at + 1) : matrix.removingColumn(at)
        if change.adds { matrix = shape.filled(matrix) { $0 == at + 1 } }
      }
      changed[keyPath: shape.path] = matrix
    }
    return (changed, name)
  }
}
