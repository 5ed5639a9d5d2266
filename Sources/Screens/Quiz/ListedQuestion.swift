import Notes
import Pages
import Quiz

extension AppState {
  /// What tells a question from others in a list: questions made by rule share their headings.
  func listedName(of question: Question) -> String {
    guard !question.isComputed, let posed = try? PresentedQuestion(question, seed: 0) else {
      return question.shownTitle(ascii: ascii)
    }
    let heading = posed.heading.line(ascii: ascii)
    return question.isGenerated ? "\(heading) \(posed.prompt.plainText)" : heading
  }

  /// The same where others of the list have that name too: with its lesson, and what it asks where that stands
  /// below its heading.
  func listedName(of question: Question, among names: [String: Int]) -> String {
    let name = listedName(of: question)
    guard names[question.title, default: 0] > 1, !question.isGenerated else { return name }
    let posed = question.isComputed ? nil : try? PresentedQuestion(question, seed: 0)
    let asked = (posed?.prompt.plainText ?? "").split(whereSeparator: \.isWhitespace)
    let parts = [
      name, library.shownTitle(of: question.lesson, ascii: ascii), asked.joined(separator: " "),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
