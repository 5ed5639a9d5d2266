import Basics
import Notes
import Quiz
import Storage

/// `attend export --anki FILE`: the questions for another program, as a package or as text by the name of the
/// file.
enum ExportCommand {
  static func run(
    _ invocation: Invocation, _ file: String, environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    let secure = SecureMode(environment: environment)
    if file != "-" { try secure.forbid("export --anki FILE") }
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ending != "colpkg" else {
      throw ReadProblem(
        "\(file) would take the place of all that Anki holds: write \(file.dropLast(ending.count))apkg, which "
          + "adds to it", isUsage: true)
    }
    var source = try NotesSource(path: invocation.operands.first)
    source.readAll()
    if let notice = source.notice { Output.complain(notice) }
    let bank = QuestionBank(source.library)
    // A question without an identity is known again by what it was when it was exported last.
    let session = ProgressSession(key: source.library.key, environment: environment)
    let names = ExportNames(bank, in: source.library, before: session.exportedQuestions())
    let cards = AnkiCard.all(bank, in: source.library, names: names.names)
    let left = bank.leftOut + bank.questions.count - cards.count
    if left > 0 {
      Output.complain("\(counted(left, "question")) left out; `attend check` says why")
    }
    let isPackage = ending == "apkg"
    let text = isPackage ? "" : AnkiText(cards, of: source.library).text
    if file == "-" {
      guard Output.write(text) else { return 1 }
      note(names, in: session)
      return 0
    }
    do throws(StorageProblem) {
      try FileWriter.write(
        isPackage ? package(of: cards) : Array(text.utf8), to: Path(file),
        replacing: .own("an Anki export", force: invocation.has("force")) {
          isPackage ? NewAnkiPackage.isOurs($0) : AnkiText.isOurs($0)
        })
    } catch { throw ReadProblem(error.message) }
    note(names, in: session)
    return Output.say("\(counted(cards.count, "card")) written to \(file)") ? 0 : 1
  }

  /// Where all have an identity there is nothing to remember.
  private static func note(_ names: ExportNames, in session: ProgressSession) {
    guard names.isNeeded,
      let problem = session.hasStore ? session.noteExported(names.known) : session.warning
    else { return }
    Output.complain(
      "\(problem); a question without id= that changes will be another card: attend check --mint gives them ids"
    )
  }

  private static func package(of cards: [AnkiCard]) throws(StorageProblem) -> [UInt8] {
    let cards = cards.map { card in
      NewAnkiPackage.Card(
        guid: card.id, deck: card.deck, front: card.front, back: card.back, tags: card.tags)
    }
    return try NewAnkiPackage.bytes(of: cards, now: Clock.now().utc)
  }
}
