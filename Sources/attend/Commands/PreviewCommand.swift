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
    if let notice = source.notice { Output.complain(notice) }
    if let line { try require(line, in: source, path) }
    let bank = QuestionBank(source.library)
    let own = bank.questions.filter { !$0.isGenerated }
    // Notes that ask nothing themselves are asked of by rule.
    let written = own.isEmpty && bank.leftOut == 0 ? bank.questions : own
    let broken = bank.diagnostics.filter { $0.severity == .error }.map { diagnostic in
      var named = diagnostic
      named.path = source.name(of: diagnostic.path)
      return named
    }
    if let line { try refuse(line, in: source.library, broken, path) }
    let chosen = try questions(written, at: line, broken, path)
    let draws = invocation.options["draws"].flatMap { Int($0) } ?? QuestionPreview.draws
    let ascii = invocation.has("ascii")
    var text = ""
    for question in chosen {
      let file = source.library.documents[question.lesson.document].path
      let name = source.name(of: file)
      if !text.isEmpty { text += "\n" }
      let made = question.isGenerated ? " of a question made by rule from these notes" : ""
      text += Output.harmless("\(name):\(question.line): a preview\(made); nothing of it is kept")
      text += "\n"
      for cells in QuestionPreview(question, draws: draws).lines(width: width, ascii: ascii) {
        text += Output.harmless(cells.text).trimmedEnd + "\n"
      }
    }
    let missing = line == nil ? broken : []
    for diagnostic in missing { Output.complain(diagnostic.text) }
    return Output.write(ascii ? Output.ascii(text) : text) && missing.isEmpty ? 0 : 1
  }

  /// `notes.md:12` parted, unless a file has that very name.
  private static func place(_ operand: String) -> (path: String, line: Int?) {
    guard access(Path(operand).cString, F_OK) != 0, let colon = operand.lastIndex(of: ":"),
      let line = Int(operand[operand.index(after: colon)...])
    else { return (operand, nil) }
    return (String(operand[..<colon]), line)
  }

  /// A line is of one file, and no further than its end.
  private static func require(
    _ line: Int, in source: NotesSource, _ path: String
  ) throws(ReadProblem) {
    guard source.files?.isFolder != true, source.library.documents.count == 1 else {
      throw ReadProblem("\(path) is a folder: name the file that line \(line) stands in")
    }
    guard line > 0 else {
      throw ReadProblem("\(path) has no line \(line): lines are counted from 1, as in \(path):1")
    }
    let bytes = source.library.documents[0].bytes
    let lines = bytes.count { $0 == 0x0A } + (bytes.last.map { $0 != 0x0A } ?? false ? 1 : 0)
    guard line <= lines else {
      throw ReadProblem("\(path) has no line \(line): it ends with line \(lines)")
    }
  }

  /// What is wrong with the question that a line stands in, be it above all that is wrong.
  private static func refuse(
    _ line: Int, in library: Library, _ broken: [Diagnostic], _ path: String
  ) throws(ReadProblem) {
    let lines = library.lessonIDs.lazy.compactMap { id in
      LessonQuestions(id, in: library).broken.first { $0.lines.contains(line) }?.lines
    }.first
    guard let lines else { return }
    let found = broken.filter { lines.contains($0.line) }
    for diagnostic in found.dropLast() { Output.complain(diagnostic.text) }
    if let last = found.last { throw ReadProblem("\(path):\(last.line): \(last.advice)") }
  }

  /// The question that stands at a line; all where none is named.
  private static func questions(
    _ all: [Question], at line: Int?, _ broken: [Diagnostic], _ path: String
  ) throws(ReadProblem) -> [Question] {
    guard let line else {
      guard all.isEmpty else { return all }
      if !broken.isEmpty {
        for diagnostic in broken.dropLast() { Output.complain(diagnostic.text) }
        throw ReadProblem(broken[broken.count - 1].text)
      }
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
