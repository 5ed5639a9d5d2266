import Basics
import Libc
import Notes
import Quiz
import Scheduling
import Storage

/// `attend import FILE --into FOLDER`: cards of other programs as a new file of notes.
enum ImportCommand {
  /// Names that are tried for the new file.
  private static let mostNames = 1_000

  static func run(
    _ invocation: Invocation, environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    let secure = SecureMode(environment: environment)
    try secure.forbid("import")
    let file = invocation.operands[0]
    guard let folder = invocation.options["into"] else {
      throw ReadProblem(
        "import needs --into FOLDER: the folder of notes in which the new file is written",
        isUsage: true)
    }
    let bytes = try contents(of: file)
    let taken = try identities(in: folder)
    let name = Path(file).name.text
    let stem = String(name.prefix { $0 != "." })
    let title = stem.isEmpty ? "Cards" : stem.prefix(1).uppercased() + stem.dropFirst()
    let isPackage = AnkiPackage.isPackage(bytes)
    let cards: ForeignCards
    do throws(Diagnostic) {
      cards =
        isPackage
        ? try ForeignCards(notes: notes(of: AnkiPackage(bytes)), title: title, taken: taken)
        : try ForeignCards(bytes, name: name, title: title, taken: taken)
    } catch {
      throw ReadProblem(
        error.line > 0 ? "\(file):\(error.line): \(error.message)" : "\(file) \(error.message)")
    }
    for left in cards.leftOut {
      Output.complain("\(file)\(isPackage ? ", note " : ":")\(left.line): \(left.message)")
    }
    if cards.pictures + cards.sounds > 0 {
      let media = [(cards.pictures, "picture"), (cards.sounds, "sound")].filter { $0.0 > 0 }
      Output.complain(
        "\(file): left out of the cards: "
          + media.map { counted($0.0, $0.1) }.joined(separator: " and ")
          + (cards.pictures > 0 ? "; the name of each picture stands in its place" : ""))
    }
    let there =
      cards.alreadyThere > 0
      ? "\(counted(cards.alreadyThere, "question")) left out that these notes have already" : ""
    guard cards.count > 0 else {
      try bring(cards.history(Clock.now()), of: cards, folder, environment)
      return Output.say("nothing written: \(there)") ? 0 : 1
    }
    let path = try write(cards.text, named: stem.isEmpty ? "cards" : stem, in: folder)
    try bring(cards.history(Clock.now()), of: cards, folder, environment)
    if cards.known > 0 {
      let older = Path(folder).appending("\(stem.isEmpty ? "cards" : stem).md")
      Output.complain(
        "\(cards.known) of \(cards.count) stood there already and would be asked twice. To take the newer ones, "
          + "delete \(path.description) and the older file"
          + (older == path ? "" : " (\(older.description), if it is of this import)")
          + ", and import again: a card that is the same keeps its answers")
    }
    let told = "\(counted(cards.count, "question")) written to \(path.description)"
    let left = cards.leftOut.isEmpty ? "" : ", \(cards.leftOut.count) left out"
    return Output.say(told + left + (there.isEmpty ? "" : "; \(there)")) ? 0 : 1
  }

  /// Takes the answers into the log that came with the cards.
  private static func bring(
    _ history: [Review], of cards: ForeignCards, _ folder: String, _ environment: [String: String]
  ) throws(ReadProblem) {
    guard !history.isEmpty else { return }
    let session = ProgressSession(
      key: NoteFiles.absolute(Path(folder)).text, environment: environment)
    if let problem = session.hasStore ? session.append(history) : session.warning {
      throw ReadProblem("the answers that came with the cards cannot be stored: \(problem)")
    }
    Output.complain(
      "\(counted(history.count, "answer")) to \(counted(cards.answers.count, "question")) came along, and count"
    )
  }

  private static func notes(of package: AnkiPackage) -> [ForeignCards.Note] {
    package.notes.map { note in
      ForeignCards.Note(
        guid: note.guid, deck: note.deck, fields: note.fields, tags: note.tags,
        cards: note.cards.map { ($0.number, $0.card.front, $0.card.back) },
        answers: Dictionary(grouping: note.answers, by: \.number).mapValues { answers in
          answers.compactMap { answer in
            Grade(rawValue: answer.grade).map {
              ForeignCards.Answer(time: answer.time, grade: $0, duration: answer.duration)
            }
          }
        })
    }
  }

  /// Those that the notes of a folder have; a folder without notes has none.
  private static func identities(in folder: String) throws(ReadProblem) -> Set<String> {
    guard Mapping.isFolder(Path(folder)) else {
      throw ReadProblem("\(folder) is not a folder: --into takes the folder of your notes")
    }
    guard var notes = try? NotesSource(path: folder) else { return [] }
    notes.readAll()
    return Set(QuestionBank(notes.library).questions.map(\.id))
  }

  private static func contents(of file: String) throws(ReadProblem) -> [UInt8] {
    let descriptor = open(Path(file).cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ReadProblem("\(file) \(NoteFiles.reason(errno))") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ReadProblem("\(file) is no plain file: name the file that holds the cards")
    }
    guard status.st_size <= ForeignCards.mostBytes else {
      throw ReadProblem(
        "\(file) is larger than \(ForeignCards.mostBytes / 1_000_000) MB: split it, or export a package of "
          + "Anki's without its media")
    }
    do { return try NoteFiles.readAll(descriptor, expecting: Int(status.st_size)).get() } catch {
      throw ReadProblem("\(file) \(error.message)")
    }
  }

  /// Writes the new file under a name that is free.
  private static func write(
    _ text: String, named stem: String, in folder: String
  ) throws(ReadProblem) -> Path {
    for number in 1...mostNames {
      let name = number == 1 ? "\(stem).md" : "\(stem)-\(number).md"
      let path = Path(folder).appending(name)
      guard FileWriter.isFree(path) else { continue }
      do throws(StorageProblem) {
        try FileWriter.write(Array(text.utf8), to: path, replacing: .nothing)
        return path
      } catch { throw ReadProblem(error.message) }
    }
    throw ReadProblem("\(folder) holds \(mostNames) files of that name: rename the file to import")
  }
}
