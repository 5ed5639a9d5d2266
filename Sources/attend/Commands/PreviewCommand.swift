import Libc
import Notes
import Quiz
import Storage
import TextUI
import Widgets

/// `attend preview`: questions with all that is behind them, for their author.
enum PreviewCommand {
  static func run(_ invocation: Invocation, width: Int) throws(ReadProblem) -> Int32 {
    let (path, line) = place(invocation.operands[0])
    var source = try NotesSource(path: path)
    source.readAll()
    let bank = QuestionBank(source.library)
    let written = bank.questions.filter { !$0.isGenerated }
    let chosen = try questions(written, at: line, in: bank, path)
    let draws = invocation.options["draws"].flatMap { Int($0) } ?? QuestionPreview.draws
    let ascii = invocation.has("ascii")
    var text = ""
    for question in chosen {
      let file = source.library.documents[question.lesson.document].path
      let name = source.name(of: file)
      if !text.isEmpty { text += "\n" }
      text += Output.harmless("\(name):\(question.line): a preview; nothing of it is kept") + "\n"
      for cells in QuestionPreview(question, draws: draws).lines(width: width, ascii: ascii) {
        text += Output.harmless(cells.text).trimmedEnd + "\n"
      }
    }
    for diagnostic in bank.diagnostics where line == nil && diagnostic.severity == .error {
      Output.complain(diagnostic.text)
    }
    return Output.write(ascii ? Output.ascii(text) : text) ? 0 : 1
  }

  /// `notes.md:12` parted, unless a file has that very name.
  private static func place(_ operand: String) -> (path: String, line: Int?) {
    guard access(Path(operand).cString, F_OK) != 0, let colon = operand.lastIndex(of: ":"),
      let line = Int(operand[operand.index(after: colon)...]), line > 0
    else { return (operand, nil) }
    return (String(operand[..<colon]), line)
  }

  /// The question that stands at a line; all where none is named.
  private static func questions(
    _ all: [Question], at line: Int?, in bank: QuestionBank, _ path: String
  ) throws(ReadProblem) -> [Question] {
    let broken = bank.diagnostics.filter { $0.severity == .error }
    guard let line else {
      guard all.isEmpty else { return all }
      if let first = broken.first { throw ReadProblem("\(path):\(first.line): \(first.advice)") }
      throw ReadProblem(
        "\(path) has no question: put <!-- quiz --> on the line below a heading, and what is asked "
          + "below that")
    }
    let last = all.filter { $0.line <= line }.max { $0.line < $1.line }
    // What stands nearer above the line may be a question that cannot be asked.
    let near = broken.filter { $0.line <= line && $0.line > last?.line ?? 0 }
    guard let last else {
      if let first = near.last { throw ReadProblem("\(path):\(first.line): \(first.advice)") }
      let first = all.map(\.line).min()
      throw ReadProblem(
        "no question stands at line \(line) of \(path)"
          + (first.map { "; the first one begins on line \($0)" } ?? ""))
    }
    if let first = near.last { throw ReadProblem("\(path):\(first.line): \(first.advice)") }
    return [last]
  }
}
