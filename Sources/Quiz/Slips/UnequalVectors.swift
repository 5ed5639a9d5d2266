import Formulas

/// Vectors of two lengths in a product, both drawn: what one of them would have to be.
enum UnequalVectors {
  /// What to write of the formula of a mark that cannot be computed; empty where that is not known.
  static func remedy(_ formula: Expression, _ parameters: [Directive.Parameter]) -> String {
    guard case .call(let function, let inputs) = formula, inputs.count == 2,
      [.dot, .cosine].contains(function), case .name(let first) = inputs[0],
      case .name(let second) = inputs[1],
      let one = parameters.first(where: { $0.name == first }),
      let other = parameters.first(where: { $0.name == second }),
      case .ints(let count, _, _) = one.rule,
      case .ints(let others, let low, let high) = other.rule,
      count != others, let parts = written([count, low, high])
    else { return "" }
    return "write \(second)=ints(\(parts.joined(separator: ","))) in the comment"
  }

  /// Numbers and names as they are written; nil where one is computed.
  private static func written(_ parts: [Expression]) -> [String]? {
    let texts = parts.compactMap { part -> String? in
      switch part {
      case .number(let number): Value.scalar(number).typed
      case .negative(.number(let number)): Value.scalar(-number).typed
      case .name(let name): name
      default: nil
      }
    }
    return texts.count == parts.count ? texts : nil
  }
}
