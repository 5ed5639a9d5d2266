import Numerics

/// One input of a widget: its name in a fence, its place in the parameters, and its limits, which
/// hold whichever way a value came, read, typed or made by a key.
package struct InputField<Parameters: Sendable, Area: Hashable & Sendable>: Sendable {
  /// A field's numbers as a table to be typed over.
  struct Numbers: Sendable {
    let values: @Sendable (Parameters) -> Matrix
    let set:
      @Sendable (_ value: Double, _ row: Int, _ column: Int, inout Parameters) throws(InputProblem)
        -> Void
  }

  package let key: String
  /// The table that it is typed over in; nil for what is only typed as a whole.
  let area: Area?
  let isMatrix: Bool
  /// Reads a value; nil where none is given.
  let read: @Sendable (String?, inout Parameters) throws(InputProblem) -> Void
  /// The value as it is read; nil where it need not be said.
  let write: @Sendable (Parameters) -> String?
  /// Checks the limits.
  let check: @Sendable (Parameters) throws(InputProblem) -> Void
  let numbers: Numbers?

  init(
    _ key: String, in area: Area? = nil, isMatrix: Bool = false, numbers: Numbers? = nil,
    read: @escaping @Sendable (String?, inout Parameters) throws(InputProblem) -> Void,
    write: @escaping @Sendable (Parameters) -> String?,
    check: @escaping @Sendable (Parameters) throws(InputProblem) -> Void = { _ in }
  ) {
    self.key = key
    self.area = area
    self.isMatrix = isMatrix
    self.numbers = numbers
    self.read = read
    self.write = write
    self.check = check
  }
}

/// A place in the parameters.
package typealias InputPath<Parameters, Value> = any WritableKeyPath<Parameters, Value> & Sendable

// MARK: Tables of numbers

extension InputField {
  /// A vector of 1 to `most` numbers, which has to be given.
  static func vector(
    _ key: String, _ path: InputPath<Parameters, Vector>, most: Int, in area: Area
  ) -> InputField {
    let numbers = Numbers {
      .row($0[keyPath: path])
    } set: { (value, _, column, parameters) throws(InputProblem) in
      guard parameters[keyPath: path].indices.contains(column) else { return }
      parameters[keyPath: path][column] = value
    }
    return InputField(
      key, in: area, numbers: numbers,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = try Self.value(text, key, "1 2 3", nil) {
          (text) throws(NumberProblem) in try NumberReader.vector(text)
        }
      }, write: { Plain.text($0[keyPath: path]) },
      check: { (parameters) throws(InputProblem) in
        try Self.check(key, parameters[keyPath: path], most)
      })
  }

  /// A vector that counts as `otherwise` says where none is given.
  static func vector(
    _ key: String, _ path: InputPath<Parameters, Vector?>, most: Int, in area: Area,
    otherwise: @escaping @Sendable (Parameters) -> Vector
  ) -> InputField {
    let shown: @Sendable (Parameters) -> Vector = { $0[keyPath: path] ?? otherwise($0) }
    let numbers = Numbers {
      .row(shown($0))
    } set: { (value, _, column, parameters) throws(InputProblem) in
      var vector = shown(parameters)
      guard vector.indices.contains(column) else { return }
      vector[column] = value
      parameters[keyPath: path] = vector
    }
    return InputField(
      key, in: area, numbers: numbers,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] =
          text == nil
          ? nil
          : try Self.value(text, key, "1 2 3", nil) {
            (text) throws(NumberProblem) in try NumberReader.vector(text)
          }
      }, write: { $0[keyPath: path].map { Plain.text($0) } },
      check: { (parameters) throws(InputProblem) in
        if let vector = parameters[keyPath: path] { try Self.check(key, vector, most) }
      })
  }

  private static func check(_ key: String, _ vector: Vector, _ most: Int) throws(InputProblem) {
    guard vector.count <= most else {
      throw InputProblem(
        key, "\(vector.count) numbers, and \(most) fit on the screen: take some away")
    }
    guard vector.isFinite else { throw InputProblem("That would be too large for a number") }
  }

  /// A matrix of at most `most` rows and columns, which has to be given.
  static func matrix(
    _ key: String, _ path: InputPath<Parameters, Matrix>, most: Int, in area: Area
  ) -> InputField {
    let numbers = Numbers {
      $0[keyPath: path]
    } set: { (value, row, column, parameters) throws(InputProblem) in
      guard parameters[keyPath: path].contains(row: row, column: column) else { return }
      parameters[keyPath: path][row, column] = value
    }
    return InputField(
      key, in: area, isMatrix: true, numbers: numbers,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = try Self.value(text, key, "1 0; 0 1", nil) {
          (text) throws(NumberProblem) in try NumberReader.matrix(text)
        }
      }, write: { Plain.text($0[keyPath: path]) },
      check: { (parameters) throws(InputProblem) in
        try Self.check(key, parameters[keyPath: path], most)
      })
  }

  /// A matrix that counts as `otherwise` says where none is given.
  static func matrix(
    _ key: String, _ path: InputPath<Parameters, Matrix?>, most: Int, in area: Area,
    otherwise: @escaping @Sendable (Parameters) -> Matrix
  ) -> InputField {
    let shown: @Sendable (Parameters) -> Matrix = { $0[keyPath: path] ?? otherwise($0) }
    let numbers = Numbers(values: shown) {
      (value, row, column, parameters) throws(InputProblem) in
      var matrix = shown(parameters)
      guard matrix.contains(row: row, column: column) else { return }
      matrix[row, column] = value
      parameters[keyPath: path] = matrix
    }
    return InputField(
      key, in: area, isMatrix: true, numbers: numbers,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] =
          text == nil
          ? nil
          : try Self.value(text, key, "1 0; 0 1", nil) {
            (text) throws(NumberProblem) in try NumberReader.matrix(text)
          }
      }, write: { $0[keyPath: path].map { Plain.text($0) } },
      check: { (parameters) throws(InputProblem) in
        if let matrix = parameters[keyPath: path] { try Self.check(key, matrix, most) }
      })
  }

  private static func check(_ key: String, _ matrix: Matrix, _ most: Int) throws(InputProblem) {
    guard matrix.rows <= most, matrix.columns <= most else {
      throw InputProblem(
        key,
        "\(matrix.rows)×\(matrix.columns), and \(most)×\(most) fit on the screen: "
          + "make it smaller, or use the command line")
    }
  }

  /// What a text says; the default where there is none.
  private static func value<Value>(
    _ text: String?, _ key: String, _ sample: String, _ default: Value?,
    _ read: (String) throws(NumberProblem) -> Value
  ) throws(InputProblem) -> Value {
    guard let text else {
      if let `default` { return `default` }
      throw InputProblem("\(key) is missing: write \(key) = \(sample)")
    }
    do { return try read(text) } catch { throw InputProblem(key, error.message) }
  }
}

// MARK: Numbers

extension InputField {
  static func number(
    _ key: String, _ path: InputPath<Parameters, Double>, from range: ClosedRange<Double>,
    default: Double, in area: Area
  ) -> InputField {
    let numbers = Numbers {
      .row([$0[keyPath: path]])
    } set: { (value, _, _, parameters) throws(InputProblem) in
      parameters[keyPath: path] = value
    }
    return InputField(
      key, in: area, numbers: numbers,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = try Self.value(text, key, "1", `default`) {
          (text) throws(NumberProblem) in try NumberReader.number(text)
        }
      }, write: { Plain.text($0[keyPath: path]) },
      check: { (parameters) throws(InputProblem) in
        try Self.check(key, parameters[keyPath: path], range)
      })
  }

  /// A whole number; `otherwise` is what it is where none is given, and not said again where
  /// `isSilent`.
  static func whole(
    _ key: String, _ path: InputPath<Parameters, Int>, from range: ClosedRange<Int>,
    in area: Area? = nil, isSilent: Bool = false,
    default otherwise: @escaping @autoclosure @Sendable () -> Int
  ) -> InputField {
    whole(key, path, from: range, in: area, isSilent: isSilent) { _ in otherwise() }
  }

  static func whole(
    _ key: String, _ path: InputPath<Parameters, Int>, from range: ClosedRange<Int>,
    in area: Area? = nil, isSilent: Bool = false,
    otherwise: @escaping @Sendable (Parameters) -> Int
  ) -> InputField {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    let number: @Sendable (Double) throws(InputProblem) -> Int = {
      (number) throws(InputProblem) in
      try Self.check(key, number, bounds)
      guard let whole = Int(exactly: number) else {
        throw InputProblem(key, "\(Plain.text(number)) is not a whole number")
      }
      return whole
    }
    let numbers = Numbers {
      .row([Double($0[keyPath: path])])
    } set: { (value, _, _, parameters) throws(InputProblem) in
      parameters[keyPath: path] = try number(value)
    }
    return InputField(
      key, in: area, numbers: area == nil ? nil : numbers,
      read: { (text, parameters) throws(InputProblem) in
        let otherwise = otherwise(parameters)
        parameters[keyPath: path] = try number(
          Self.value(text, key, "1", Double(otherwise)) {
            (text) throws(NumberProblem) in try NumberReader.number(text)
          })
      },
      write: {
        isSilent && $0[keyPath: path] == otherwise($0) ? nil : String($0[keyPath: path])
      },
      check: { (parameters) throws(InputProblem) in
        try Self.check(key, Double(parameters[keyPath: path]), bounds)
      })
  }

  private static func check(
    _ key: String, _ number: Double, _ range: ClosedRange<Double>
  ) throws(InputProblem) {
    guard range.contains(number) else {
      let (low, high) = (Plain.text(range.lowerBound), Plain.text(range.upperBound))
      throw InputProblem(key, "\(Plain.text(number)) is not between \(low) and \(high)")
    }
  }
}
