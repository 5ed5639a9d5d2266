import Formulas
import Notes

/// Parameters that nothing uses, or that nothing shows.
enum UnusedParameters {
  /// Parameters that nothing uses: the question can be asked, and is not what was meant.
  ///
  /// - Parameter comment: the line of the quiz comment, and its text.
  static func find(
    in section: QuestionSection, comment: (line: Int, text: String)
  ) -> [Diagnostic] {
    guard !section.directive.parameters.isEmpty else { return [] }
    var (used, wrong) = ParameterSlips.names(section)
    // What is misspelt may be the one that is missed.
    guard wrong.isEmpty else { return [] }
    let parameters = section.directive.parameters
    for parameter in parameters { used.formUnion(parameter.names.filter { $0 != parameter.name }) }
    let unused = parameters.map(\.name).filter { !used.contains($0) }
    guard !unused.isEmpty else { return unshown(in: section, comment: comment) }
    return unused.map { name in
      Diagnostic(
        line: comment.line, column: column(of: name, in: comment.text),
        "nothing uses the parameter \(name)",
        remedy: "write {{\(name)}} where it is to show, or take it out of the comment")
    }
  }

  /// Parameters that the answer is computed of, and that nothing shows: nobody could answer.
  private static func unshown(
    in section: QuestionSection, comment: (line: Int, text: String)
  ) -> [Diagnostic] {
    let parameters = section.directive.parameters
    var shown: Set<String> = []
    var asked: Set<String> = []
    for index in section.indexesShown {
      let (source, formula) = section.marks.formula(index)
      guard source != nil || formula != nil else { continue }
      // What cannot be read may show any of them.
      guard let formula else { return [] }
      if section.marks.all[index].isBlank {
        asked.formUnion(formula.names)
      } else {
        shown.formUnion(formula.names)
      }
    }
    // What is drawn of others shows something of them: a vector its length.
    for parameter in parameters.reversed() where shown.contains(parameter.name) {
      shown.formUnion(parameter.names)
    }
    return parameters.map(\.name).filter { !shown.contains($0) }.map { name in
      return Diagnostic(
        line: comment.line, column: column(of: name, in: comment.text),
        asked.contains(name)
          ? "nothing shows the parameter \(name), of which the answer is computed"
          : "nothing but the note uses the parameter \(name)",
        remedy: "write {{\(name)}} where it is to show"
      ).warned
    }
  }

  /// The column of a parameter in a comment, counted from 1; 0 where it does not stand there.
  static func column(of name: String, in text: String) -> Int {
    guard let range = text.firstRange(of: " \(name)=") else { return 0 }
    return text.distance(from: text.startIndex, to: range.lowerBound) + 2
  }
}
