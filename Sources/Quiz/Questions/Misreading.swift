/// What a wrong number would have been the answer to: the question's formula with one mistake in it
/// is computed, and where that gives the number, the mistake is named.
enum Misreading {
  /// The mistake that leads to these numbers, as a sentence.
  static func reason(
    for numbers: [Double], source: BlankSource, draw: Draw, tolerance: Double
  ) -> String? {
    guard case .formula(let formula, _) = source,
      let right = try? formula.value(draw.values)
    else { return nil }
    func gives(_ mistaken: Expression) -> Bool {
      guard let value = try? mistaken.value(draw.values), value.isFinite,
        value.numbers.count == numbers.count, value.numbers.count == right.numbers.count
      else { return false }
      let slack = max(tolerance, 1e-6)
      return zip(numbers, value.numbers).allSatisfy { BlankKey.agree($0, $1, tolerance: slack) }
    }
    for (mistaken, sentence) in mistakes(in: formula) where gives(mistaken) { return sentence }
    return gives(.negative(formula)) ? "Only the sign is wrong: look at the minus signs." : nil
  }

  /// The formula with one mistake each.
  private static func mistakes(in formula: Expression) -> [(Expression, String)] {
    switch formula {
    case .number, .name: return []
    case .negative(let inner):
      return mistakes(in: inner).map { (.negative($0), $1) }
    case .list(let parts):
      return parts.indices.flatMap { index in
        mistakes(in: parts[index]).map { (.list(parts.replacing(index, $0)), $1) }
      }
    case .operation(let sign, let left, let right):
      var found: [(Expression, String)] = []
      if sign == .divided {
        if case .call(.sqrt, let root) = right, root.count == 1 {
          found.append((left, "This forgets to divide by the square root."))
          found.append(
            (
              .operation(.divided, left, root[0]),
              "This divides by the number itself, not by its root."
            ))
          found.append(
            (.operation(.times, left, right), "This multiplies by the root instead of dividing."))
        } else {
          found.append((left, "This leaves out the last division."))
        }
      }
      found += mistakes(in: left).map { (.operation(sign, $0, right), $1) }
      found += mistakes(in: right).map { (.operation(sign, left, $0), $1) }
      return found
    case .call(let function, let arguments):
      var found = mistakes(of: function, arguments)
      for index in arguments.indices {
        found += mistakes(in: arguments[index]).map {
          (.call(function, arguments.replacing(index, $0)), $1)
        }
      }
      return found
    }
  }

  private static func mistakes(
    of function: Expression.Function, _ arguments: [Expression]
  ) -> [(Expression, String)] {
    guard let first = arguments.first else { return [] }
    switch function {
    case .dot where arguments.count == 2:
      return [
        (
          .operation(.times, .call(.sum, [first]), .call(.sum, [arguments[1]])),
          "This adds up each vector first and multiplies the totals; the products come first."
        ),
        (
          .operation(.plus, .call(.sum, [first]), .call(.sum, [arguments[1]])),
          "This adds the entries; each has to be multiplied by its partner."
        ),
        (
          .call(.dot, [absolute(first), absolute(arguments[1])]),
          "This leaves out the minus signs of the entries."
        ),
      ]
    case .cosine:
      return [
        (.call(.dot, arguments), "This is the dot product: the two lengths are still in it."),
        (
          .operation(
            .divided, .call(.dot, arguments),
            .operation(.plus, .call(.norm, [first]), .call(.norm, [arguments.last ?? first]))),
          "This divides by the sum of the lengths; their product is needed."
        ),
      ]
    case .norm:
      return [(.call(.dot, [first, first]), "This is the square of the length: take its root.")]
    case .softmax:
      return [
        (first, "These are the scores themselves, without the softmax."),
        (.call(.exp, [first]), "These are the powers of e, not yet divided by their sum."),
        (
          .operation(.divided, first, .call(.sum, [first])),
          "This shares out the scores themselves, without the powers of e."
        ),
      ]
    case .sqrt: return [(first, "This forgets to take the square root.")]
    case .exp:
      return [(.call(.exp, [.negative(first)]), "The sign of the exponent is the other way round.")]
    case .matmul where arguments.count == 2:
      return [
        (.call(.matmul, [arguments[1], first]), "This multiplies in the other order."),
        (
          .call(.matmul, [first, .call(.transpose, [arguments[1]])]),
          "This turns the second matrix on its side first."
        ),
        (
          .operation(.times, first, arguments[1]),
          "This multiplies cell by cell, not row by column."
        ),
      ] + unturned(first, arguments[1])
    case .attention where arguments.count >= 3:
      let scores = Expression.call(.matmul, [first, .call(.transpose, [arguments[1]])])
      return [
        (
          .call(.matmul, [.call(.softmax, [scores]), arguments[2]]),
          "This forgets to divide the scores by the root of the width of the keys."
        ),
        (
          .call(.matmul, [scores, arguments[2]]),
          "This takes the scores for weights, without the softmax."
        ),
      ]
    case .dot, .matmul, .attention, .transpose, .sum, .max, .round: return []
    }
  }

  private static func unturned(_ left: Expression, _ right: Expression) -> [(Expression, String)] {
    guard case .call(.transpose, let inner) = right, inner.count == 1 else { return [] }
    return [
      (
        .call(.matmul, [left, inner[0]]),
        "This forgets to turn the second matrix: its rows are the keys."
      )
    ]
  }

  /// |x|, as the root of the square.
  private static func absolute(_ inner: Expression) -> Expression {
    .call(.sqrt, [.operation(.times, inner, inner)])
  }
}

extension [Expression] {
  fileprivate func replacing(_ index: Int, _ expression: Expression) -> [Expression] {
    var copy = self
    copy[index] = expression
    return copy
  }
}
