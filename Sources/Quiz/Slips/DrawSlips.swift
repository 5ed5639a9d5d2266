import Basics
import Formulas
import Notes

/// Draws between two numbers of which the first is larger, or one is no whole number: `a=int(9,1)`, `a=int(1.5,9)`; and of
/// more than can be drawn: `a=ints(100,1,9)`.
enum DrawSlips {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let comment = source[section.line + 1] ?? ""
    return section.directive.parameters.flatMap { parameter in
      guard let written = WrittenDraw(of: parameter.name, in: comment) else {
        return [Diagnostic]()
      }
      let told = [count(of: parameter.rule, written), order(of: parameter.rule, written)]
      return told.compactMap(\.self).map { advice in
        Diagnostic(
          line: section.line + 1, column: UnusedParameters.column(of: parameter.name, in: comment),
          advice.fault, remedy: advice.remedy)
      }
    }
  }

  /// What to say of a draw of more or fewer numbers than it may be of; nil where it is of so many, or that is drawn too.
  private static func count(of rule: Directive.DrawRule, _ written: WrittenDraw) -> Advice? {
    for (place, size) in rule.sizes.enumerated() {
      guard case .number(let number) = size.given, !size.range.contains(number),
        written.parts.indices.contains(place)
      else { continue }
      var parts = written.parts
      parts[place] = "\(Int(number < size.range.lowerBound ? 2 : size.range.upperBound))"
      return Advice(
        "a draw is of \(Int(size.range.lowerBound)) to \(Int(size.range.upperBound)) numbers",
        remedy: "write \(written.with(parts))")
    }
    return nil
  }

  /// What to say of a draw between two numbers that has nothing to draw; nil where it has.
  private static func order(of rule: Directive.DrawRule, _ written: WrittenDraw) -> Advice? {
    guard let (low, high) = rule.limits,
      low > high || low != low.rounded() || high != high.rounded()
    else { return nil }
    let ends = [low, high].map { Int($0.rounded(.down)) }.sorted()
    return Advice(
      low > high
        ? "from \(written.parts.suffix(2).joined(separator: " to ")) there is nothing to draw"
        : "a draw is of whole numbers",
      remedy: "write \(written.with(written.parts.dropLast(2) + ends.map(String.init)))")
  }
}

extension Directive.DrawRule {
  /// How many it draws, as it is given, and how many it may.
  fileprivate var sizes: [(given: Expression, range: ClosedRange<Double>)] {
    switch self {
    case .int, .choice: []
    case .ints(let count, _, _): [(count, 1...Double(Self.mostNumbers))]
    case .mat(let rows, let columns, _, _):
      [(rows, 1...Double(Self.mostRows)), (columns, 1...Double(Self.mostRows))]
    }
  }

  /// The numbers that it draws between, where both stand there.
  var limits: (low: Double, high: Double)? {
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
