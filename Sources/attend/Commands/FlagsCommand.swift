import Notes
import Quiz
import Scheduling

/// `attend check --flags`: what readers flagged as bad, for the author to mend.
enum FlagsCommand {
  /// The flagged questions of some notes, each at its line.
  static func diagnostics(
    _ bank: QuestionBank, in library: Library, _ progress: Progress, path: (String) -> String
  ) -> [Diagnostic] {
    bank.questions.compactMap { question in
      guard let remark = progress.standing(of: question.id).flag else { return nil }
      let flagged = progress.history.acts(on: question.id).last { act in
        if case .flag = act.action { !progress.history.isVoided(act.id) } else { false }
      }
      let date = flagged.map { " on \($0.date.iso)" } ?? ""
      let said = remark.isEmpty ? "" : ": \(remark)"
      return Diagnostic(
        .warning, path: path(library.documents[question.lesson.document].path), line: question.line,
        "\"\(question.title)\" was flagged as bad\(date)\(said)",
        remedy: "mend it, then take the flag away: "
          + "a and f in the quiz")
    }
  }
}
