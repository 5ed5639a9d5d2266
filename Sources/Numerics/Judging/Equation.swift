import Libc

/// One line of a calculation, such as `scaled  1 ÷ √2 = 0.7071`, or a statement where there is
/// nothing to calculate, such as `sum  nothing to add: 0`.
package struct Equation: Equatable, Sendable {
  /// What is computed: `score`, `− max`, `weight`.
  package let label: String
  /// The calculation in numbers, or the statement.
  package let expression: String
  /// Its result as text; nil where the line is a statement.
  package let result: String?
  /// Whether the calculation comes to its result only nearly, with the digits that tables beside it
  /// have of its numbers.
  package private(set) var isNear = false
  /// What stands before the result.
  package func sign(ascii: Bool) -> String { isNear ? (ascii ? "~" : "≈") : "=" }
  /// Its result.
  package let value: Double
  /// The numbers that add up to the result, from left to right.
  package let terms: Vector
  /// The numbers that it is computed from, and how many digits these took.
  let operands: Vector
  let significant: Int
  /// Whether it is rounded as doubles are: what is rounded earlier has no more digits to show.
  let isDouble: Bool

  /// A line with a statement and no calculation.
  package init(_ label: String, _ statement: String, value: Double) {
    self.label = label
    expression = statement
    result = nil
    self.value = value
    terms = [value]
    operands = []
    significant = 0
    isDouble = true
  }

  /// A line that holds in the digits shown: operands get as many digits as their calculation, rounded
  /// to the precision, needs to reach the result; where `styles` say how tables write each, it has the
  /// digits that these have, as long as they lead within one of the result's last. `overflows` and
  /// `underflows` say whether an infinite or zero result is an overflow or underflow; `vanished`,
  /// whether a zero operand is one.
  package init(
    _ label: String, _ operands: Vector, _ value: Double, terms: Vector? = nil,
    numbers: NumberText, styles: [NumberText] = [], overflows: Bool = true,
    underflows: Bool = false, in precision: Precision = .double,
    vanished: (Int) -> Bool = { _ in false }, write: ([String]) -> String,
    compute: (Vector) -> Double
  ) {
    self.label = label
    self.value = value
    self.terms = terms ?? [value]
    let result = numbers.result(value)
    let own = styles.isEmpty ? operands.map { _ in numbers } : styles
    // All of a line have as many digits as the one that keeps most.
    let least = operands.reduce(numbers.significant) { max($0, numbers.kept[$1] ?? 0) }
    /// How each is written: as in its table, or with so many digits.
    func ways(_ digits: Int, asTabled: Bool = true) -> [NumberText] {
      own.map { style in
        var style = asTabled ? style : style.with(decimals: nil)
        if style.decimals == nil { style.significant = digits }
        return style
      }
    }
    func reached(_ ways: [NumberText]) -> Double {
      precision.round(compute(zip(ways, operands).map { $0.shown($1) }))
    }
    func comes(_ ways: [NumberText]) -> Bool { numbers.comes(to: value, from: reached(ways)) }
    /// The fewest digits from `least` on that lead to the result; 17 where none do.
    func enough(asTabled: Bool = true) -> Int {
      if asTabled, own.allSatisfy({ $0.decimals != nil }) { return least }
      return (least..<17).first { comes(ways($0, asTabled: asTabled)) } ?? 17
    }
    var digits = enough()
    var written = ways(digits)
    // Digits that a table has not are not made up for: then it comes to the result nearly.
    if own.contains(where: { $0.decimals != nil }), !comes(written) {
      (digits, written) = (least, ways(least))
      isNear = numbers.comesNear(value, from: reached(written))
      if !isNear {
        digits = enough(asTabled: false)
        written = ways(digits, asTabled: false)
      }
    } else if operands.contains(where: { numbers.tabled[$0] != nil }), !comes(written) {
      isNear = true
      (digits, written) = (least, ways(least))
    }
    expression = write(
      operands.indices.map {
        operands[$0] == 0 && vanished($0)
          ? numbers.vanished(operands[$0]) : written[$0].written(operands[$0])
      })
    self.operands = operands
    significant = digits
    isDouble = precision == .double
    if value.isInfinite, overflows, operands.isFinite {
      self.result = result + " (overflow)"
    } else if value == 0, underflows {
      self.result = result + " (underflow)"
    } else {
      self.result = result
    }
  }
}

extension Equation {
  /// A sum of products, `1·4 + (−2)·5`, with the numbers of each pair in its order.
  package static func sum(
    _ label: String, of pairs: [(Double, Double)], _ value: Double, factor: Double? = nil,
    numbers: NumberText, styles: (NumberText, NumberText)? = nil, in precision: Precision = .double,
    vanished: @escaping (_ pair: Int) -> Bool = { _ in false }
  ) -> Equation {
    let operands = pairs.flatMap { [$0.0, $0.1] } + (factor.map { [$0] } ?? [])
    func products(_ operands: Vector) -> Vector {
      pairs.indices.map { operands[2 * $0] * operands[2 * $0 + 1] }
    }
    return Equation(
      label, operands, value, terms: factor == nil ? products(operands) : nil, numbers: numbers,
      styles: styles.map { styles in
        pairs.flatMap { _ in [styles.0, styles.1] }
          + (factor.map { _ in [numbers.with(decimals: nil)] } ?? [])
      } ?? [],
      underflows: zip(pairs, products(operands)).contains { $0.0 != 0 && $0.1 != 0 && $1 == 0 }
        || factor ?? 0 != 0 && products(operands).total != 0
        || pairs.indices.contains { vanished($0) && (pairs[$0].0 != 0 || pairs[$0].1 != 0) },
      in: precision,
      vanished: { $0 < 2 * pairs.count && $0.isMultiple(of: 2) && vanished($0 / 2) }
    ) { texts in
      let sum = pairs.indices.map { index in
        let left = index == 0 && factor == nil ? texts[0] : numbers.factor(texts[2 * index])
        return left + numbers.times + numbers.factor(texts[2 * index + 1])
      }.joined(separator: " + ")
      guard factor != nil, let factor = texts.last else { return sum }
      return "\(factor)\(numbers.times)(\(sum))"
    } compute: { operands in
      (factor == nil ? 1 : operands[operands.count - 1]) * precision.total(products(operands))
    }
  }

  /// `x ÷ y`, with overflow and underflow marked.
  package static func quotient(
    _ label: String, _ x: Double, _ y: Double, _ value: Double, numbers: NumberText,
    styles: [NumberText] = [],
    in precision: Precision = .double, vanished: Bool = false
  ) -> Equation {
    Equation(
      label, [x, y], value, numbers: numbers, styles: styles, overflows: y != 0,
      underflows: (x != 0 || vanished) && y.isFinite, in: precision, vanished: { _ in vanished }
    ) {
      "\($0[0]) \(numbers.over) \(numbers.factor($0[1]))"
    } compute: {
      $0[0] / $0[1]
    }
  }

  /// `x − y`, with overflow and underflow marked.
  package static func difference(
    _ label: String, _ x: Double, _ y: Double, _ value: Double, numbers: NumberText,
    styles: [NumberText] = [],
    underflows: Bool = false, in precision: Precision = .double,
    vanished: @escaping (Int) -> Bool = { _ in false }
  ) -> Equation {
    Equation(
      label, [x, y], value, terms: [x, -y], numbers: numbers, styles: styles,
      underflows: underflows, in: precision,
      vanished: vanished
    ) {
      "\($0[0]) \(numbers.minus) \(numbers.factor($0[1]))"
    } compute: {
      $0[0] - $0[1]
    }
  }

  /// A sum, its numbers from left to right.
  package static func sum(
    _ label: String, of addends: Vector, _ value: Double, numbers: NumberText,
    styles: [NumberText] = [],
    in precision: Precision = .double, vanished: @escaping (Int) -> Bool = { _ in false }
  ) -> Equation {
    Equation(
      label, addends, value, terms: addends, numbers: numbers, styles: styles,
      underflows: addends.indices.contains(where: vanished), in: precision, vanished: vanished
    ) { texts in
      (texts.prefix(1) + texts.dropFirst().map(numbers.factor)).joined(separator: " + ")
    } compute: {
      precision.total($0)
    }
  }

  /// A mean, the numbers from left to right.
  package static func mean(
    _ label: String, of addends: Vector, _ value: Double, numbers: NumberText,
    underflows: Bool = false, vanished: @escaping (Int) -> Bool = { _ in false }
  ) -> Equation {
    guard addends.isFinite else {
      return Equation(label, "the sum is larger than a number can be", value: value)
    }
    // Where the sum alone would be too large, each part of it is divided.
    guard addends.total.isFinite else {
      let count = Double(addends.count)
      return Equation(label, addends, value, numbers: numbers) { texts in
        texts.enumerated().map {
          "\($0 == 0 ? $1 : numbers.factor($1)) \(numbers.over) \(texts.count)"
        }
        .joined(separator: " + ")
      } compute: {
        $0.map { $0 / count }.total
      }
    }
    return Equation(
      label, addends, value, numbers: numbers, underflows: underflows, vanished: vanished
    ) { texts in
      let sum = texts.prefix(1) + texts.dropFirst().map(numbers.factor)
      return "(\(sum.joined(separator: " + "))) \(numbers.over) \(texts.count)"
    } compute: {
      $0.total / Double($0.count)
    }
  }

  /// `e^x`, with overflow and underflow marked.
  package static func power(
    _ label: String, _ x: Double, _ value: Double, numbers: NumberText, styles: [NumberText] = [],
    in precision: Precision = .double
  ) -> Equation {
    Equation(
      label, [x], value, numbers: numbers, styles: styles, underflows: x.isFinite, in: precision
    ) {
      "e^" + $0[0]
    } compute: {
      exp($0[0])
    }
  }
}

extension NumberText {
  /// The signs of multiplication and division in use.
  package var times: String { ascii ? "*" : "·" }
  package var over: String { ascii ? "/" : "÷" }

  /// A number's text as a factor or addend that follows a sign: in brackets where it has its own.
  package func factor(_ text: String) -> String {
    text.hasPrefix(minus) ? "(\(text))" : text
  }
}
