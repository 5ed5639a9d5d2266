import Basics
import Numerics

/// One input of a widget: its name in a fence, its place in the parameters, and its limits, which
/// hold whichever way a value came, read, typed or made by a key.
package struct InputField<Parameters: Sendable, Area: Hashable & Sendable>: Sendable {
  /// A field's numbers as a table to be typed over.
  package struct Numbers: Sendable {
    package let values: @Sendable (Parameters) -> Matrix
    package let set:
      @Sendable (_ value: Double, _ row: Int, _ column: Int, inout Parameters) throws(InputProblem)
        -> Void
  }

  package let key: String
  /// The table that it is typed over in; nil for what is only typed as a whole.
  package let area: Area?
  package let isMatrix: Bool
  /// Whether it is a whole number, in which a comma can only part thousands.
  package let isWhole: Bool
  /// Reads a value; nil where none is given.
  package let read: @Sendable (String?, inout Parameters) throws(InputProblem) -> Void
  /// The value as it is read; nil where it need not be said.
  package let write: @Sendable (Parameters) -> String?
  /// Checks the limits.
  package let check: @Sendable (Parameters) throws(InputProblem) -> Void
  /// Gives way to other inputs that were typed: names that have no row any more go.
  package let giveWay: @Sendable (inout Parameters) -> Void
  package let numbers: Numbers?
  /// What may be written, where the name does not say it: shown while it is typed.
  package let hint: String?
  /// Whether it is written for the program alone, which keeps with it what was seen and answered: it is read
  /// wherever it stands, and nobody is told to type it.
  package private(set) var isKept = false
  /// What its author is told where a value opens and is likely another than is meant; nil where nothing is.
  package private(set) var doubt: @Sendable (Parameters) -> Advice? = { _ in nil }

  package init(
    _ key: String, in area: Area? = nil, isMatrix: Bool = false, isWhole: Bool = false,
    numbers: Numbers? = nil,
    hint: String? = nil,
    read: @escaping @Sendable (String?, inout Parameters) throws(InputProblem) -> Void,
    write: @escaping @Sendable (Parameters) -> String?,
    check: @escaping @Sendable (Parameters) throws(InputProblem) -> Void = { _ in },
    giveWay: @escaping @Sendable (inout Parameters) -> Void = { _ in }
  ) {
    self.key = key
    self.area = area
    self.isMatrix = isMatrix
    self.isWhole = isWhole
    self.numbers = numbers
    self.hint = hint
    self.read = read
    self.write = write
    self.check = check
    self.giveWay = giveWay
  }
}

extension InputField {
  /// The same, and whatever follows from its value is settled at once.
  package func then(_ settle: @escaping @Sendable (inout Parameters) -> Void) -> InputField {
    reading { (text, parameters) throws(InputProblem) in
      try read(text, &parameters)
      settle(&parameters)
    }
  }

  /// The same; where reading it makes something else of the parameters, what follows from that is settled
  /// at once, beside what they were before.
  package func whenChanged<Value: Equatable & Sendable>(
    _ path: any KeyPath<Parameters, Value> & Sendable,
    _ settle: @escaping @Sendable (_ changed: inout Parameters, _ old: Parameters) -> Void
  ) -> InputField {
    reading { (text, parameters) throws(InputProblem) in
      let old = parameters
      try read(text, &parameters)
      if parameters[keyPath: path] != old[keyPath: path] { settle(&parameters, old) }
    }
  }

  /// The same, for the program alone.
  package var kept: InputField {
    var field = self
    field.isKept = true
    return field
  }

  /// The same, its author told of values that open and are likely meant otherwise.
  package func doubted(_ doubt: @escaping @Sendable (Parameters) -> Advice?) -> InputField {
    var field = self
    field.doubt = doubt
    return field
  }

  /// The same, read in another way.
  private func reading(
    _ read: @escaping @Sendable (String?, inout Parameters) throws(InputProblem) -> Void
  ) -> InputField {
    var field = InputField(
      key, in: area, isMatrix: isMatrix, isWhole: isWhole, numbers: numbers, hint: hint,
      read: read, write: write, check: check, giveWay: giveWay)
    (field.isKept, field.doubt) = (isKept, doubt)
    return field
  }
}

/// A place in the parameters.
package typealias InputPath<Parameters, Value> = any WritableKeyPath<Parameters, Value> & Sendable

// MARK: Numbers

extension InputField {
  package static func number(
    _ key: String, _ path: InputPath<Parameters, Double>, from range: ClosedRange<Double>,
    default otherwise: Double, in area: Area
  ) -> InputField {
    number(key, path, from: range, in: area) { _ in otherwise }
  }

  /// A number that is what `otherwise` says where none is given, and not said again where `isSilent`.
  package static func number(
    _ key: String, _ path: InputPath<Parameters, Double>, from range: ClosedRange<Double>,
    in area: Area? = nil, isSilent: Bool = false,
    otherwise: @escaping @Sendable (Parameters) -> Double
  ) -> InputField {
    let numbers = Numbers {
      .row([$0[keyPath: path]])
    } set: { (value, _, _, parameters) throws(InputProblem) in
      parameters[keyPath: path] = value
    }
    return InputField(
      key, in: area, numbers: area == nil ? nil : numbers,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = otherwise(parameters)
        if let text {
          let known = Plain.text(parameters[keyPath: path])
          parameters[keyPath: path] = try value(text, key, such: known) {
            (text) throws(NumberProblem) in
            try NumberReader.number(text)
          }
        }
      },
      write: {
        isSilent && $0[keyPath: path] == otherwise($0) ? nil : Plain.text($0[keyPath: path])
      },
      check: { (parameters) throws(InputProblem) in
        try Self.check(key, parameters[keyPath: path], range)
      })
  }

  /// A whole number; `otherwise` is what it is where none is given, and not said again where
  /// `isSilent`.
  package static func whole(
    _ key: String, _ path: InputPath<Parameters, Int>, from range: ClosedRange<Int>,
    in area: Area? = nil, isSilent: Bool = false,
    default otherwise: @escaping @autoclosure @Sendable () -> Int
  ) -> InputField {
    whole(key, path, from: range, in: area, isSilent: isSilent) { _ in otherwise() }
  }

  package static func whole(
    _ key: String, _ path: InputPath<Parameters, Int>, from range: ClosedRange<Int>,
    in area: Area? = nil, isSilent: Bool = false,
    otherwise: @escaping @Sendable (Parameters) -> Int
  ) -> InputField {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    let number: @Sendable (Double) throws(InputProblem) -> Int = {
      (number) throws(InputProblem) in
      try Self.check(key, number, bounds)
      guard let whole = Int(exactly: number) else {
        throw InputProblem(
          key, "\(Plain.text(number)) is not a whole number",
          remedy: "write \(Plain.text(number.rounded()))")
      }
      return whole
    }
    let numbers = Numbers {
      .row([Double($0[keyPath: path])])
    } set: { (value, _, _, parameters) throws(InputProblem) in
      parameters[keyPath: path] = try number(value)
    }
    return InputField(
      key, in: area, isWhole: true, numbers: area == nil ? nil : numbers,
      read: { (text, parameters) throws(InputProblem) in
        var typed = Double(otherwise(parameters))
        if let text {
          typed = try value(text, key, such: Plain.text(typed)) { (text) throws(NumberProblem) in
            try NumberReader.wholeNumber(text)
          }
        }
        parameters[keyPath: path] = try number(typed)
      },
      write: {
        isSilent && $0[keyPath: path] == otherwise($0) ? nil : String($0[keyPath: path])
      },
      check: { (parameters) throws(InputProblem) in
        try Self.check(key, Double(parameters[keyPath: path]), bounds)
      })
  }

  /// What a text says, the input's name in what is wrong with it.
  package static func value<Value>(
    _ text: String, _ key: String, such example: String? = nil,
    _ read: (String) throws(NumberProblem) -> Value
  ) throws(InputProblem) -> Value {
    do { return try read(text) } catch {
      var advice = error.advice(such: example)
      if case .ragged = error, let whole = RaggedRows.filled(text) {
        advice = advice.adding(
          ", and write \(key) = \(whole) with your numbers in place of the zeros at their ends")
      }
      throw InputProblem(key, advice)
    }
  }

  private static func check(
    _ key: String, _ number: Double, _ range: ClosedRange<Double>
  ) throws(InputProblem) {
    guard range.contains(number) else {
      let (low, high) = (Plain.text(range.lowerBound), Plain.text(range.upperBound))
      throw InputProblem(
        key, "\(Plain.text(number)) is not between \(low) and \(high)",
        remedy: "write \(number < range.lowerBound ? low : high)")
    }
  }
}
