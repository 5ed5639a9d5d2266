import Formulas
import Notes
import Numerics

/// From worked example to solo: the steps of an attention that are given away to a beginner, fewer
/// as the reader gets better.
package enum Fading {
  /// The steps to give away after so many right answers in a row.
  package static func support(rightInARow: Int) -> Int { max(0, 3 - rightInARow) }

  /// The steps in words, at most `support` of them.
  static func steps(of section: QuestionSection, _ draw: Draw, support: Int) -> [Block] {
    guard support > 0, let attention = attention(in: section, draw) else { return [] }
    let steps: [(String, Matrix)] = [
      ("Scores Q·Kᵀ", attention.scores),
      ("Divided by √\(attention.key.columns)", attention.scaled),
      ("Weights, softmax of each row", attention.weights),
    ]
    let lines = steps.prefix(support).map { name, matrix in
      [Block(.paragraph([.text("\(name): \(Value.matrix(matrix).text)")]))]
    }
    let left = support >= 3 ? "Only the last step is yours:" : "Given so far:"
    return [
      Block(.paragraph([.emphasis([.text(left)])])),
      Block(
        .list(.init(start: 1, isTight: true, items: lines.map { .init(task: nil, blocks: $0) }))),
    ]
  }

  /// The attention that a question's answer is, with the numbers of a draw.
  private static func attention(in section: QuestionSection, _ draw: Draw) -> Attention? {
    for call in calls(.attention, in: section) {
      let matrices = call.compactMap { try? $0.value(draw.values).asMatrix }
      guard matrices.count == call.count, matrices.count >= 3 else { continue }
      return try? Attention(
        query: matrices[0], key: matrices[1], value: matrices[2],
        mask: matrices.count > 3 ? AttentionMask(matrices[3]) : .none)
    }
    return nil
  }

  /// The arguments of the calls of a function in the answers asked for.
  private static func calls(_ function: Expression.Function, in section: QuestionSection)
    -> [[Expression]]
  {
    section.blanks.flatMap { index -> [[Expression]] in
      guard case .blank(let text) = section.marks.all[index],
        case .formula(let formula, _)? = try? BlankSource(text)
      else { return [] }
      return formula.calls(function)
    }
  }

  static func figure(of section: QuestionSection, _ values: [String: Value]) -> (
    widget: String, inputs: String
  )? {
    for mark in section.marks.all {
      let text: String
      switch mark {
      case .value(let source) where source.trimmed.hasPrefix("="): text = source
      case .blank(let source) where source.trimmed.hasPrefix("="): text = source
      case .value, .blank, .literal: continue
      }
      guard section.uses(mark) else { continue }
      guard case .formula(let formula, _)? = try? BlankSource(text) else { continue }
      for (function, widget, names) in [
        (Expression.Function.attention, "attention", ["Q", "K", "V"]),
        (.dot, "dot-product", ["u", "v"]), (.cosine, "dot-product", ["u", "v"]),
        (.softmax, "softmax", ["scores"]),
      ] {
        guard let call = formula.calls(function).first, call.count >= names.count else { continue }
        let inputs = zip(names, call).compactMap { name, argument in
          (try? argument.value(values)).map { "\(name) = \($0.typed)" }
        }
        if inputs.count == names.count { return (widget, inputs.joined(separator: "\n")) }
      }
    }
    return nil
  }
}

extension QuestionSection {
  /// Whether a mark is of this section: those of a lesson are counted together.
  fileprivate func uses(_ mark: Marks.Mark) -> Bool {
    let text =
      ([heading.plainText, prompt.plainText, explanation.plainText] + hints.map(\.plainText)
      + [answers?.plainText ?? ""]).joined()
    return marks.indexes(in: text).contains { marks.all[$0] == mark }
  }
}

extension Expression {
  /// The arguments of each call of a function in it.
  func calls(_ wanted: Function) -> [[Expression]] {
    switch self {
    case .number, .name: []
    case .negative(let inner): inner.calls(wanted)
    case .operation(_, let left, let right): left.calls(wanted) + right.calls(wanted)
    case .list(let parts): parts.flatMap { $0.calls(wanted) }
    case .call(let function, let arguments):
      (function == wanted ? [arguments] : []) + arguments.flatMap { $0.calls(wanted) }
    }
  }
}
