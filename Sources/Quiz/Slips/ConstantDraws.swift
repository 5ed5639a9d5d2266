import Formulas
import Notes

/// Draws that give one and the same number always: `a=int(3,3)`, `a=choice(2,2)`. Nothing is new then.
enum ConstantDraws {
  static func find(in section: QuestionSection, comment: (line: Int, text: String)) -> [Diagnostic]
  {
    section.directive.parameters.compactMap { parameter in
      let name = parameter.name
      guard let (number, other) = constant(parameter.rule),
        let written = WrittenDraw(of: name, in: comment.text)
      else { return nil }
      return Diagnostic(
        line: comment.line, column: UnusedParameters.column(of: name, in: comment.text),
        "\(name) is always drawn of \(number) alone, so that nothing is new",
        remedy: "write \(written.with(written.parts.dropLast(other.count) + other))"
      ).warned
    }
  }

  /// The one number that a rule draws, and what to write in place of its last numbers; nil where it draws several.
  private static func constant(_ rule: Directive.DrawRule) -> (String, [String])? {
    if let (low, high) = rule.limits {
      guard low == high, low == low.rounded() else { return nil }
      let number = Int(low)
      return ("\(number)", ["\(number)", "\(number + 8)"])
    }
    guard case .choice(let options) = rule, options.allSatisfy({ $0.names.isEmpty }) else {
      return nil
    }
    let values = options.compactMap { try? $0.value([:]) }
    guard values.count == options.count, let first = values.first,
      values.allSatisfy({ $0 == first }), case .scalar(let number) = first
    else { return nil }
    let others = [number, number + 1, number + 2].map { Value.scalar($0).typed }
    return (Value.scalar(number).typed, Array(others.prefix(max(2, options.count))))
  }
}
