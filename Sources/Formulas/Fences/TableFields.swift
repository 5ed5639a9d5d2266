import Basics
import Numerics

/// Numbers that are typed over cell by cell: a vector is a table of one row.
package protocol NumberTable: Sendable {
  static var isMatrix: Bool { get }
  /// What a message shows as one.
  static var sample: String { get }
  static func read(_ text: String) throws(NumberProblem) -> Self
  var text: String { get }
  var matrix: Matrix { get }
  /// Puts a number into a cell, where there is one.
  mutating func set(_ value: Double, row: Int, column: Int)
  /// What is wrong with its size, where `most` rows and columns are taken.
  func problem(most: Int) -> Advice?
}

extension NumberTable {
  fileprivate static var infinite: Advice {
    Advice("only finite numbers fit here", remedy: "write a decimal such as 0.5")
  }
}

extension Array: NumberTable where Element == Double {
  package static var isMatrix: Bool { false }
  package static var sample: String { "1 2 3" }
  package static func read(_ text: String) throws(NumberProblem) -> Vector {
    try NumberReader.vector(text)
  }
  package var text: String { Plain.text(self) }
  package var matrix: Matrix { .row(self) }
  package mutating func set(_ value: Double, row: Int, column: Int) {
    if indices.contains(column) { self[column] = value }
  }
  package func problem(most: Int) -> Advice? {
    if !isFinite { return Self.infinite }
    return count <= most
      ? nil : Advice("\(count) numbers, at most \(most)", remedy: "take some away")
  }
}

extension Matrix: NumberTable {
  package static var isMatrix: Bool { true }
  package static var sample: String { "1 0; 0 1" }
  package static func read(_ text: String) throws(NumberProblem) -> Matrix {
    try NumberReader.matrix(text)
  }
  package var text: String { Plain.text(self) }
  package var matrix: Matrix { self }
  package mutating func set(_ value: Double, row: Int, column: Int) {
    if contains(row: row, column: column) { self[row, column] = value }
  }
  package func problem(most: Int) -> Advice? {
    if !elements.isFinite { return Self.infinite }
    return rows <= most && columns <= most
      ? nil
      : Advice("\(rows)×\(columns), at most \(most)×\(most)", remedy: "make it smaller")
  }
}

extension InputField {
  /// A vector or matrix, which has to be given.
  package static func table<Table: NumberTable>(
    _ key: String, _ path: InputPath<Parameters, Table>, most: Int, in area: Area
  ) -> InputField {
    InputField(
      key, in: area, isMatrix: Table.isMatrix,
      numbers: Numbers {
        $0[keyPath: path].matrix
      } set: { (value, row, column, parameters) throws(InputProblem) in
        parameters[keyPath: path].set(value, row: row, column: column)
      },
      read: { (text, parameters) throws(InputProblem) in
        guard let text else {
          throw InputProblem("\(key) is missing", remedy: "write \(key) = \(Table.sample)")
        }
        parameters[keyPath: path] = try value(text, key, Table.read)
      }, write: { $0[keyPath: path].text },
      check: { (parameters) throws(InputProblem) in
        if let problem = parameters[keyPath: path].problem(most: most) {
          throw InputProblem(key, problem)
        }
      })
  }

  /// A vector or matrix that counts as `otherwise` says where none is given.
  package static func table<Table: NumberTable>(
    _ key: String, _ path: InputPath<Parameters, Table?>, most: Int, in area: Area,
    otherwise: @escaping @Sendable (Parameters) -> Table
  ) -> InputField {
    let shown: @Sendable (Parameters) -> Table = { $0[keyPath: path] ?? otherwise($0) }
    return InputField(
      key, in: area, isMatrix: Table.isMatrix,
      numbers: Numbers {
        shown($0).matrix
      } set: { (number, row, column, parameters) throws(InputProblem) in
        var table = shown(parameters)
        table.set(number, row: row, column: column)
        parameters[keyPath: path] = table
      },
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = nil
        if let text { parameters[keyPath: path] = try value(text, key, Table.read) }
      }, write: { $0[keyPath: path]?.text },
      check: { (parameters) throws(InputProblem) in
        if let problem = parameters[keyPath: path]?.problem(most: most) {
          throw InputProblem(key, problem)
        }
      })
  }
}

extension InputField {
  /// Scores, of which some, but not all, may be −∞: a token that cannot come.
  package static func scores(
    _ key: String, _ path: InputPath<Parameters, Vector>, most: Int, in area: Area
  ) -> InputField {
    let table = InputField.table(key, path, most: most, in: area)
    return InputField(
      key, in: area, numbers: table.numbers,
      read: { (text, parameters) throws(InputProblem) in
        guard let text else { return try table.read(nil, &parameters) }
        parameters[keyPath: path] = try value(text, key) { (text) throws(NumberProblem) in
          try NumberReader.vector(text) { (word, place) throws(NumberProblem) in
            SpecialNumber.isMinusInfinity(word)
              ? -.infinity : try NumberReader.finite(word, at: place)
          }
        }
      }, write: table.write,
      check: { (parameters) throws(InputProblem) in
        let scores = parameters[keyPath: path]
        let possible = scores.filter { $0 != -.infinity }
        if possible.isEmpty, !scores.isEmpty {
          throw InputProblem(
            key, "every score is −∞, so there is nothing to choose from", remedy: "write a number")
        }
        let finite = scores.map { $0 == -.infinity ? 0 : $0 }
        if let problem = finite.problem(most: most) { throw InputProblem(key, problem) }
      })
  }
}
