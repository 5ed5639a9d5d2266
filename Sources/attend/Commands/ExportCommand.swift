import Notes
import Quiz
import Storage

/// `attend export --anki FILE`: the questions for another program.
enum ExportCommand {
  static func run(
    _ invocation: Invocation, _ file: String, secure: SecureMode
  ) throws(ReadProblem) -> Int32 {
    if file != "-" { try secure.forbid("export --anki FILE") }
    var opening = try Opening(path: invocation.operands.first)
    opening.readAll()
    let bank = QuestionBank(opening.library)
    let text = AnkiText.text(bank, in: opening.library)
    if file == "-" { return Output.write(text) ? 0 : 1 }
    do throws(StorageProblem) {
      try FileWriter.write(
        Array(text.utf8), to: Path(file),
        replacing: .own("Anki export", force: invocation.has("force"), AnkiText.isOurs))
    } catch { throw ReadProblem(error.message) }
    let count = bank.questions.count
    return Output.say("\(count) \(count == 1 ? "question" : "questions") written to \(file)")
      ? 0 : 1
  }
}
