import Formulas
import Notes

/// Values in double braces inside of an answer mark, which would ask for the very braces:
/// `[[{{= x+1}}]]`.
enum ValueGaps {
  static func find(in section: QuestionSection) -> [Diagnostic] {
    let names = Set(section.directive.parameters.map(\.name))
    return section.blanks.compactMap { index in
      // Of alternatives each is meant as it stands.
      guard case .blank(let text) = section.marks.all[index], !text.contains("|"),
        let open = text.firstRange(of: "{{"),
        let close = text[open.upperBound...].firstRange(of: "}}")
      else { return nil }
      let value = String(text[open.upperBound..<close.lowerBound]).trimmed
      let formula = value.hasPrefix("=") ? String(value.dropFirst()).trimmed : value
      // Braces of templates stand around names that are drawn nowhere.
      guard value.hasPrefix("=") || isDrawn(formula, names) else { return nil }
      let before = text[..<open.lowerBound].trimmed
      let behind = text[close.upperBound...].trimmed
      let isTolerance = ["\u{B1}", "+-", "+/-"].contains(where: behind.hasPrefix)
      let mark = "[[= \(formula)\(isTolerance ? " \(behind)" : "")]]"
      // With more of a formula around it, all of that is computed.
      let whole = text.replacing("{{", with: "").replacing("}}", with: "").trimmed
      let all = whole.hasPrefix("=") ? whole : "= \(whole)"
      if !behind.isEmpty, !isTolerance, case .formula(let formula, _)? = try? BlankSource(all),
        formula.names.allSatisfy(names.contains)
      {
        let place = section.marks.place(of: index)
        return Diagnostic(
          line: place?.line ?? section.line, column: place?.column ?? 0,
          "an answer mark asks for these braces, and not for the value in them",
          remedy: "write [[\(all)]]")
      }
      let right = [before == "=" ? "" : before, mark, isTolerance ? "" : behind]
        .filter { !$0.isEmpty }.joined(separator: " ")
      let place = section.marks.place(of: index)
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0,
        "an answer mark asks for these braces, and not for the value in them",
        remedy: "write \(right)")
    }
  }

  private static func isDrawn(_ formula: String, _ names: Set<String>) -> Bool {
    guard let formula = try? Expression(formula) else { return false }
    return !formula.names.isEmpty && formula.names.allSatisfy(names.contains)
  }
}
