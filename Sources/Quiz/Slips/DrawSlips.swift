import Formulas
import Notes

/// Draws between two numbers of which the first is larger, or one is no whole number: `a=int(9,1)`, `a=int(1.5,9)`.
enum DrawSlips {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let comment = source[section.line + 1] ?? ""
    return section.directive.parameters.compactMap { parameter in
      guard let (low, high) = parameter.rule.limits,
        low > high || low != low.rounded() || high != high.rounded()
      else { return nil }
      let name = parameter.name
      let written = ParameterSlips.setting(name, in: comment)
      let ends = [low, high].map { Int($0.rounded(.down)) }.sorted()
      guard let open = written.firstIndex(of: "("), written.last == ")" else { return nil }
      let parts = written[open...].dropFirst().dropLast().split(separator: ",").map { $0.trimmed }
      let right = parts.dropLast(2) + ends.map(String.init)
      return Diagnostic(
        line: section.line + 1, column: UnusedParameters.column(of: name, in: comment),
        low > high
          ? "from \(parts.suffix(2).joined(separator: " to ")) there is nothing to draw"
          : "a draw is of whole numbers",
        remedy: "write \(written[...open])\(right.joined(separator: ",")))")
    }
  }
}

extension Directive.DrawRule {
  /// The numbers that it draws between, where both stand there.
  fileprivate var limits: (low: Double, high: Double)? {
    let ends: (Expression, Expression)? =
      switch self {
      case .int(let low, let high), .ints(_, let low, let high), .mat(_, _, let low, let high):
        (low, high)
      case .choice: nil
      }
    guard let (low, high) = ends, low.names.isEmpty, high.names.isEmpty,
      case .scalar(let first)? = try? low.value([:]),
      case .scalar(let second)? = try? high.value([:]), abs(first) < 1e9, abs(second) < 1e9
    else { return nil }
    return (first, second)
  }
}
