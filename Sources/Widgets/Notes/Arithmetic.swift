import Numerics

/// The value of a calculation of numbers, signs and brackets.
struct Arithmetic {
  private enum Value {
    case number(Double)
    case vector(Vector)
  }

  /// What a calculation comes to.
  struct Outcome {
    var value: Double
    /// Whether only whole numbers were added, subtracted and multiplied.
    var isExact: Bool
    /// The factors, where it is a sum of products of two, or a dot product.
    var factors: (u: Vector, v: Vector)?
  }

  private var tokens: ArraySlice<ArithmeticToken>
  private var depth = 0
  private var operations = 0
  private var isExact = true
  private var dot: (u: Vector, v: Vector)?

  /// The value of all tokens together; nil where they are no calculation.
  static func value(_ tokens: ArraySlice<ArithmeticToken>) -> Outcome? {
    var reader = Arithmetic(tokens: tokens)
    guard case .number(let value)? = reader.sum(), reader.tokens.isEmpty, reader.operations > 0
    else { return nil }
    return Outcome(
      value: value, isExact: reader.isExact, factors: reader.dot ?? factors(tokens))
  }

  private mutating func sum() -> Value? {
    guard var value = product() else { return nil }
    while let sign = tokens.first?.kind, sign == .plus || sign == .minus {
      tokens.removeFirst()
      guard case .number(let a) = value, case .number(let b)? = product() else { return nil }
      value = .number(sign == .plus ? a + b : a - b)
      operations += 1
    }
    return value
  }

  private mutating func product() -> Value? {
    guard var value = factor() else { return nil }
    while let sign = tokens.first?.kind, sign == .times || sign == .over {
      tokens.removeFirst()
      guard let next = factor() else { return nil }
      switch (value, next) {
      case (.number(let a), .number(let b)):
        if sign == .over {
          isExact = false
          guard b != 0 else { return nil }
        }
        value = .number(sign == .times ? a * b : a / b)
      case (.vector(let u), .vector(let v)):
        guard sign == .times, u.count == v.count else { return nil }
        dot = (u, v)
        if !(u + v).allSatisfy({ $0 == $0.rounded() }) { isExact = false }
        value = .number(u.dot(v))
      case (.number, .vector), (.vector, .number): return nil
      }
      operations += 1
    }
    return value
  }

  private mutating func factor() -> Value? {
    guard let token = tokens.popFirst() else { return nil }
    switch token.kind {
    case .number(let value, let decimals):
      if decimals > 0 { isExact = false }
      return .number(value)
    case .vector(let vector): return .vector(vector)
    case .minus:
      guard case .number(let value)? = factor() else { return nil }
      return .number(-value)
    case .open:
      depth += 1
      defer { depth -= 1 }
      guard depth < 40, let value = sum(), tokens.popFirst()?.kind == .close else { return nil }
      return value
    case .plus, .times, .over, .close, .equals, .word, .punctuation, .other: return nil
    }
  }

  /// The factors of `1*4 + 2*5 + 3*6`; nil where it is built otherwise.
  private static func factors(_ tokens: ArraySlice<ArithmeticToken>) -> (u: Vector, v: Vector)? {
    var (u, v) = (Vector(), Vector())
    var rest = tokens.filter { $0.kind != .open && $0.kind != .close }[...]
    func number() -> Double? {
      var sign = 1.0
      if rest.first?.kind == .minus {
        rest.removeFirst()
        sign = -1
      }
      guard case .number(let value, _)? = rest.popFirst()?.kind else { return nil }
      return sign * value
    }
    repeat {
      guard let a = number(), rest.popFirst()?.kind == .times, let b = number() else { return nil }
      u.append(a)
      v.append(b)
      if rest.isEmpty { return u.count > 1 ? (u, v) : nil }
    } while rest.popFirst()?.kind == .plus
    return nil
  }
}
