import Basics
import Notes
import Quiz
import Storage

/// `attend export --anki FILE`: the questions for another program.
enum ExportCommand {
  static func run(
    _ invocation: Invocation, _ file: String, secure: SecureMode
  ) throws(ReadProblem) -> Int32 {
    if file != "-" { try secure.forbid("export --anki FILE") }
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard !["apkg", "colpkg"].contains(ending) else {
      throw ReadProblem(
        "\(file) would be no package: what is written is text, which Anki takes by the name of text. Write "
          + "\(file.dropLast(ending.count))txt, and choose File, Import in Anki", isUsage: true)
    }
    var source = try NotesSource(path: invocation.operands.first)
    source.readAll()
    let bank = QuestionBank(source.library)
    let anki = AnkiText(bank, in: source.library)
    let left = bank.leftOut + bank.questions.count - anki.cards.count
    if left > 0 {
      Output.complain("\(counted(left, "question")) left out; `attend check` says why")
    }
    if file == "-" { return Output.write(anki.text) ? 0 : 1 }
    do throws(StorageProblem) {
      try FileWriter.write(
        Array(anki.text.utf8), to: Path(file),
        replacing: .own("an Anki export", force: invocation.has("force"), AnkiText.isOurs))
    } catch { throw ReadProblem(error.message) }
    return Output.say("\(counted(anki.cards.count, "card")) written to \(file)") ? 0 : 1
  }
}
