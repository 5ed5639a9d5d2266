import Formulas
import Notes

/// Values that are shown before the answer and are what an answer mark asks for: `{{= a+1}} … [[= a+1]]`.
enum ShownKeys {
  /// Of more marks each is not compared with each value: nobody writes so many.
  private static let most = 200

  /// Those that are computed: a parameter may be given, and asked for as it is.
  static func find(in section: QuestionSection) -> [Diagnostic] {
    let asked = section.blanks.compactMap { index -> Expression? in
      guard case .blank(let text) = section.marks.all[index],
        case .formula(let formula, _)? = try? BlankSource(text)
      else { return nil }
      return formula
    }
    guard !asked.isEmpty, asked.count <= most else { return [] }
    let texts =
      [section.heading.plainText, section.prompt.plainText] + section.hints.map(\.plainText)
    return texts.flatMap { section.marks.indexes(in: $0) }.compactMap { index in
      guard case .value = section.marks.all[index],
        let formula = section.marks.formula(index).1, !formula.isName, asked.contains(formula)
      else { return nil }
      let place = section.marks.place(of: index)
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0,
        "this shows what an answer mark asks for, before it is answered",
        remedy: "take \(place?.text ?? "it") away, or put it into the note that is told after")
    }
  }
}

extension Expression {
  fileprivate var isName: Bool { if case .name = self { true } else { false } }
}
