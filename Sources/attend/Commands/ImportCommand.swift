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
    let (notes, bank) = try questions(in: folder)
    let taken = Set(bank.questions.map(\.id))
    let name = Path(file).name.text
    let stem = String(name.prefix { $0 != "." })
    let title = stem.isEmpty ? "Cards" : stem.prefix(1).uppercased() + stem.dropFirst()
    let isPackage = AnkiPackage.isPackage(bytes)
    let isFile = { (path: String) in !FileWriter.isFree(Path(folder).appending(path)) }
    var cards: ForeignCards
    do throws(Diagnostic) {
      cards =
        isPackage
        ? try ForeignCards(
          notes: Self.notes(of: AnkiPackage(bytes)), title: title, taken: taken, isFile: isFile)
        : try ForeignCards(bytes, name: name, title: title, taken: taken, isFile: isFile)
    } catch {
      throw ReadProblem(
        error.line > 0 ? "\(file):\(error.line): \(error.message)" : "\(file) \(error.message)")
    }
    cards.leaveOutSame(as: bank)
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
    if let words = changed(cards.changed(from: bank), notes, folder) { Output.complain(words) }
    if let words = beside(cards.besides(in: bank), notes, folder) { Output.complain(words) }
    let there = [
      (cards.alreadyThere, "that these notes have already"),
      (cards.repeated, "that stood in the file before"),
    ].filter { $0.0 > 0 }.map { "\(counted($0.0, "question")) left out \($0.1)" }
      .joined(separator: "; ")
    guard cards.count > 0 else {
      try bring(cards.history(Clock.now()), of: cards, folder, environment)
      return Output.say("nothing written: \(there)") ? 0 : 1
    }
    let (path, isFolderMade) = try write(
      cards.text, named: stem.isEmpty ? "cards" : stem, in: folder)
    try bring(cards.history(Clock.now()), of: cards, folder, environment)
    let told =
      "\(counted(cards.count, "question")) written to \(path.description)"
      + (isFolderMade ? " in a folder that was made for it" : "")
    let left = cards.leftOut.isEmpty ? "" : ", \(cards.leftOut.count) left out"
    return Output.say(told + left + (there.isEmpty ? "" : "; \(there)")) ? 0 : 1
  }

  /// What is said of questions that read otherwise than their cards; nil where none do.
  private static func changed(
    _ questions: [Question], _ notes: NotesSource?, _ folder: String
  ) -> String? {
    guard let place = place(of: questions, notes, folder) else { return nil }
    return
      "\(counted(questions.count, "question reads", "questions read")) otherwise in these notes than in "
      + "the cards, and stayed as they are (\(place)). To take what the cards say, delete the questions "
      + "and import again: they keep their answers"
  }

  /// What is said of questions beside which others now ask the same; nil where none do.
  private static func beside(
    _ questions: [Question], _ notes: NotesSource?, _ folder: String
  ) -> String? {
    guard let place = place(of: questions, notes, folder) else { return nil }
    return
      "\(counted(questions.count, "question of these notes is", "questions of these notes are")) asked in "
      + "the same words by a new card that answers otherwise (\(place)): both stand there now. Delete the one "
      + "that is out of date"
  }

  /// Where the first of these questions stands; nil where there are none.
  private static func place(
    of questions: [Question], _ notes: NotesSource?, _ folder: String
  ) -> String? {
    guard let first = questions.first, let notes else { return nil }
    let path = Path(folder).appending(notes.library.documents[first.lesson.document].path)
    return "\(path.description):\(first.line)" + (questions.count > 1 ? " and others" : "")
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
        },
        typed: Dictionary(
          note.cards.compactMap { card in card.card.typed.map { (card.number, $0) } },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The notes of a folder and their questions; one without notes, or that is yet to be made, has none.
  private static func questions(
    in folder: String
  ) throws(ReadProblem) -> (NotesSource?, QuestionBank) {
    guard Mapping.isFolder(Path(folder)) else {
      guard FileWriter.isFree(Path(folder)) else {
        throw ReadProblem("\(folder) is not a folder: --into takes the folder of your notes")
      }
      return (nil, QuestionBank())
    }
    guard var notes = try? NotesSource(path: folder) else { return (nil, QuestionBank()) }
    notes.readAll()
    return (notes, QuestionBank(notes.library))
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

  /// Writes the new file under a name that is free, in a folder that is made where there is none; whether
  /// it was.
  private static func write(
    _ text: String, named stem: String, in folder: String
  ) throws(ReadProblem) -> (path: Path, isFolderMade: Bool) {
    let isMissing = FileWriter.isFree(Path(folder))
    if isMissing, mkdir(Path(folder).cString, 0o777) != 0 {
      let reason = String(cString: strerror(errno))
      throw ReadProblem(
        "\(folder) cannot be made: \(reason); make the folder that it is to stand in first, or name another"
      )
    }
    for number in 1...mostNames {
      let name = number == 1 ? "\(stem).md" : "\(stem)-\(number).md"
      let path = Path(folder).appending(name)
      guard FileWriter.isFree(path) else { continue }
      do throws(StorageProblem) {
        try FileWriter.write(Array(text.utf8), to: path, replacing: .nothing)
        return (path, isMissing)
      } catch { throw ReadProblem(error.message) }
    }
    throw ReadProblem("\(folder) holds \(mostNames) files of that name: rename the file to import")
  }
}
