import Notes
import Pages
import Quiz

extension AppState {
  /// What tells a question from others in a list: questions made by rule share their headings. Where others of
  /// the list have its title too it comes with its lesson, and what it asks where that stands below its heading.
  func listedName(of question: Question, among names: [String: Int] = [:]) -> String {
    let posed = question.isComputed ? nil : PresentedQuestion.fit(question, from: 0)
    let name = posed?.heading.line(ascii: ascii) ?? question.shownTitle(ascii: ascii)
    if question.isGenerated { return posed.map { "\(name) \($0.prompt.plainText)" } ?? name }
    guard names[question.title, default: 0] > 1 else { return name }
    let asked = (posed?.prompt.plainText ?? "").split(whereSeparator: \.isWhitespace)
    let parts = [
      name, library.shownTitle(of: question.lesson, ascii: ascii), asked.joined(separator: " "),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
