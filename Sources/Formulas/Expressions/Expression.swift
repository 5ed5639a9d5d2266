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
    case dot, norm, cosine, sqrt, exp, log, abs, softmax, attention, transpose, matmul, sum, max,
      min
    case argmax, round
    /// What `z[0]` and `m[1, 0]` are: no name can be written for it.
    case entry = "[]"

    /// Those that have a name.
    package static var named: [Function] { allCases.filter { $0 != .entry } }
  }

  /// Reads a formula.
  package init(_ text: some StringProtocol) throws(ExpressionProblem) {
    self = try FormulaParser.parse(String(text))
  }
}
