import Numerics

/// A calculation of numbers, signs and brackets in a sentence, and what it comes to.
package struct Calculation {
  package let value: Double
  /// Whether only whole numbers were added, subtracted and multiplied.
  package let isExact: Bool
  /// The factors, where it is a sum of products of two, or a dot product.
  package let factors: (u: Vector, v: Vector)?

  /// Reads all tokens together; nil where they are not a calculation, or anything in it could be meant
  /// otherwise.
  package init?(_ tokens: ArraySlice<FormulaToken>, of characters: [Character]) {
    // A sign at the beginning belongs to what stands before it.
    guard tokens.first?.kind != .plus,
      let formula = try? FormulaParser.parse(tokens, of: characters), formula.isCalculated,
      let value = formula.result
    else { return nil }
    self.value = value
    isExact = tokens.allSatisfy(\.isExact)
    let products = formula.products
    let isSum = products.count > 1
    factors =
      formula.dotFactors ?? (isSum ? (products.map { $0.0 }, products.map { $0.1 }) : nil)
  }
}

extension FormulaToken {
  fileprivate var isExact: Bool {
    switch kind {
    case .number(_, let decimals): decimals == 0
    case .vector(let vector): vector.allSatisfy { $0 == $0.rounded() }
    case .over: false
    default: true
    }
  }
}

extension Expression {
  /// Whether there is an operation in it.
  fileprivate var isCalculated: Bool {
    switch self {
    case .operation: true
    case .negative(let inner): inner.isCalculated
    case .number, .name, .list, .call: false
    }
  }

  /// What it comes to, where the sign between two vectors is their dot product; nil where a school
  /// would not compute it.
  fileprivate var result: Double? {
    switch self {
    case .number(let number): return number
    case .negative(let inner): return inner.result.map { -$0 }
    case .operation(let sign, let left, let right):
      if let (u, v) = dotFactors { return u.dot(v) }
      guard let a = left.result, let b = right.result else { return nil }
      switch sign {
      case .plus: return a + b
      case .minus: return a - b
      case .times: return a * b
      case .divided: return b == 0 ? nil : a / b
      case .power: return nil
      }
    case .name, .list, .call: return nil
    }
  }

  /// The two vectors, where it is their product.
  fileprivate var dotFactors: (u: Vector, v: Vector)? {
    guard case .operation(.times, .list(let left), .list(let right)) = self else { return nil }
    let (u, v) = (left.compactMap(\.result), right.compactMap(\.result))
    return u.count == left.count && v.count == right.count && u.count == v.count ? (u, v) : nil
  }

  /// The factors of `1*4 + 2*5 + 3*6`; none where it is built otherwise.
  fileprivate var products: [(Double, Double)] {
    switch self {
    case .operation(.plus, let left, let right):
      let (first, second) = (left.products, right.products)
      return first.isEmpty || second.isEmpty ? [] : first + second
    case .operation(.times, let left, let right):
      guard let a = left.factor, let b = right.factor else { return [] }
      return [(a, b)]
    default: return []
    }
  }

  /// A number by itself, with its sign.
  private var factor: Double? {
    switch self {
    case .number(let number): number
    case .negative(.number(let number)): -number
    default: nil
    }
  }
}
