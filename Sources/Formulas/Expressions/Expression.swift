/// A formula as notes write it: `dot(q,k)/sqrt(d)`.
package indirect enum Expression: Equatable, Sendable {
  case number(Double)
  case name(String)
  case list([Expression])
  case negative(Expression)
  case operation(Operator, Expression, Expression)
  case call(Function, [Expression])

  /// The operators, by their sign.
  package enum Operator: Character, Equatable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case power = "^"
  }

  /// The functions, by their name.
  package enum Function: String, Equatable, Sendable, CaseIterable {
    case dot, norm, cosine, sqrt, exp, softmax, attention, transpose, matmul, sum, max, round
  }

  /// Reads a formula.
  package init(_ text: some StringProtocol) throws(ExpressionProblem) {
    self = try FormulaParser.parse(String(text))
  }
}
