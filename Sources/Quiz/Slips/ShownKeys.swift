import Formulas
import Notes
import Numerics

/// Values that are shown before the answer and are what is asked for: `{{= a+1}} … [[= a+1]]`, and in the option that
/// is right.
enum ShownKeys {
  /// Of more marks each is not compared with each value: nobody writes so many.
  private static let most = 200

  /// Those that are computed: a parameter may be given, and asked for as it is.
  static func find(in section: QuestionSection) -> [Diagnostic] {
    let gaps = section.blanks.compactMap { index -> Expression? in
      guard case .blank(let text) = section.marks.all[index],
        case .formula(let formula, _)? = try? BlankSource(text)
      else { return nil }
      return formula
    }
    // An option that is right and nothing but a value is one too.
    let right = section.ticked
    let asked =
      gaps
      + (right.count == 1 ? right : []).compactMap { item -> Expression? in
        let text = item.blocks.filter { !$0.isQuote }.plainText.trimmed
        let marks = section.marks.indexes(in: text)
        guard text.count == 1, let mark = marks.first, let formula = section.marks.formula(mark).1,
          !formula.isName
        else { return nil }
        return formula
      }
    guard !asked.isEmpty, asked.count <= most else { return [] }
    let texts =
      [section.heading.plainText, section.prompt.plainText] + section.hints.map(\.plainText)
    let shown = texts.flatMap { section.marks.indexes(in: $0) }
      .compactMap { index -> (index: Int, formula: Expression)? in
        guard case .value = section.marks.all[index],
          let formula = section.marks.formula(index).1, !formula.isName
        else { return nil }
        return (index, formula)
      }
    guard !shown.isEmpty else { return [] }
    let draws = draws(of: section)
    let keys = asked.compactMap { values(of: $0, draws) }
    return shown.compactMap { index, formula in
      guard asked.contains(formula) || isKey(formula, keys, draws) else { return nil }
      let place = section.marks.place(of: index)
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0,
        "this shows what is asked for, before it is answered",
        remedy: "take \(place?.text ?? "it") away, or put it into the note that is told after")
    }
  }

  /// So many draws tell whether two formulas are one, however they are spelt.
  private static let draws = 20

  private static func draws(of section: QuestionSection) -> [[String: Value]] {
    guard !section.directive.parameters.isEmpty else { return [] }
    return (0..<draws).compactMap { seed in
      var generator = SeededGenerator(seed: UInt64(seed))
      return try? section.directive.values(using: &generator)
    }
  }

  /// What a formula comes to in each draw; nil where that is always the same, which tells nothing.
  private static func values(of formula: Expression, _ draws: [[String: Value]]) -> [Value]? {
    let values = draws.compactMap { try? formula.value($0) }
    guard values.count == draws.count, let first = values.first,
      values.contains(where: { $0 != first })
    else { return nil }
    return values
  }

  /// Whether a formula always comes to what one of these does.
  private static func isKey(
    _ formula: Expression, _ keys: [[Value]], _ draws: [[String: Value]]
  ) -> Bool {
    guard !keys.isEmpty, let values = values(of: formula, draws) else { return false }
    return keys.contains { zip($0, values).allSatisfy(isSame) }
  }

  private static func isSame(_ key: Value, _ value: Value) -> Bool {
    key.shape == value.shape
      && zip(key.numbers, value.numbers).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
  }
}

extension Expression {
  fileprivate var isName: Bool { if case .name = self { true } else { false } }
}
