/// Mistakes in formulas: where a formula with one of them in it gives the number that was answered,
/// that mistake was made.
extension Expression {
  /// The mistake that leads to these numbers, and the formula with it in; nil where none is known
  /// that does.
  package func mistake(
    leadingTo numbers: [Double], _ values: [String: Value], tolerance: Double
  ) -> (misconception: Misconception, formula: Expression)? {
    guard let right = try? value(values) else { return nil }
    func gives(_ mistaken: Expression) -> Bool {
      guard let value = try? mistaken.value(values), value.isFinite,
        value.numbers.count == numbers.count, value.numbers.count == right.numbers.count
      else { return false }
      let slack = Swift.max(tolerance, 1e-6)
      return zip(numbers, value.numbers).allSatisfy { given, key in
        (given - key).magnitude <= slack + Rounding.slack(of: key)
      }
    }
    for (mistaken, mistake) in mistakes where gives(mistaken) { return (mistake, mistaken) }
    return gives(.negative(self)) ? (.signWrong, .negative(self)) : nil
  }

  /// The formula with one mistake each.
  private var mistakes: [(Expression, Misconception)] {
    switch self {
    case .number, .name: return []
    case .negative(let inner):
      return inner.mistakes.map { (.negative($0), $1) }
    case .list(let parts):
      return parts.indices.flatMap { index in
        parts[index].mistakes.map { (.list(parts.replacing(index, $0)), $1) }
      }
    case .operation(let sign, let left, let right):
      var found: [(Expression, Misconception)] = []
      if sign == .divided {
        if case .call(.sqrt, let root) = right, root.count == 1 {
          found.append((left, .rootForgotten))
          found.append(
            (
              .operation(.divided, left, root[0]),
              .dividedBySquare
            ))
          found.append(
            (.operation(.times, left, right), .multipliedByRoot))
        } else {
          found.append((left, .divisionForgotten))
        }
      }
      found += left.mistakes.map { (.operation(sign, $0, right), $1) }
      found += right.mistakes.map { (.operation(sign, left, $0), $1) }
      return found
    case .call(let function, let arguments):
      var found = Self.mistakes(of: function, arguments)
      for index in arguments.indices {
        found += arguments[index].mistakes.map {
          (.call(function, arguments.replacing(index, $0)), $1)
        }
      }
      return found
    }
  }

  private static func mistakes(
    of function: Function, _ arguments: [Expression]
  ) -> [(Expression, Misconception)] {
    guard let first = arguments.first else { return [] }
    switch function {
    case .dot where arguments.count == 2:
      return [
        (
          .operation(.times, .call(.sum, [first]), .call(.sum, [arguments[1]])),
          .totalsMultiplied
        ),
        (
          .operation(.plus, .call(.sum, [first]), .call(.sum, [arguments[1]])),
          .entriesAdded
        ),
        (
          .call(.dot, [absolute(first), absolute(arguments[1])]),
          .signsForgotten
        ),
      ]
    case .cosine:
      return [
        (.call(.dot, arguments), .dotForCosine),
        (
          .operation(
            .divided, .call(.dot, arguments),
            .operation(.plus, .call(.norm, [first]), .call(.norm, [arguments.last ?? first]))),
          .lengthsAdded
        ),
      ]
    case .norm:
      return [(.call(.dot, [first, first]), .lengthSquared)]
    case .softmax:
      return [
        (first, .attention(.scoreForWeight)),
        (.call(.exp, [first]), .powerForShare),
        (
          .operation(.divided, first, .call(.sum, [first])),
          .scoresShared
        ),
      ]
    case .sqrt: return [(first, .rootNotTaken)]
    case .exp:
      return [(.call(.exp, [.negative(first)]), .exponentNegated)]
    case .matmul where arguments.count == 2:
      return [
        (.call(.matmul, [arguments[1], first]), .otherOrder),
        (
          .call(.matmul, [first, .call(.transpose, [arguments[1]])]),
          .secondTransposed
        ),
        (
          .operation(.times, first, arguments[1]),
          .cellByCell
        ),
      ] + unturned(first, arguments[1])
    case .attention where arguments.count >= 3:
      let scores = Expression.call(.matmul, [first, .call(.transpose, [arguments[1]])])
      return [
        (
          .call(.matmul, [.call(.softmax, [scores]), arguments[2]]),
          .attention(.unscaled)
        ),
        (
          .call(.matmul, [scores, arguments[2]]),
          .attention(.scoreForWeight)
        ),
      ]
    case .dot, .matmul, .attention, .transpose, .sum, .max, .min, .log, .abs, .argmax, .entry,
      .round:
      return []
    }
  }

  private static func unturned(_ left: Expression, _ right: Expression) -> [(
    Expression, Misconception
  )] {
    guard case .call(.transpose, let inner) = right, inner.count == 1 else { return [] }
    return [
      (
        .call(.matmul, [left, inner[0]]),
        .secondNotTransposed
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
