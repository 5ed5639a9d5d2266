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
    let (notes, bank, isOfMore) = try questions(around: folder, environment)
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
        error.line > 0 ? "\(file):\(error.line): \(error.advice)" : "\(file) \(error.advice)")
    }
    cards.leaveOutSame(as: bank)
    for left in cards.leftOut {
      Output.complain("\(file)\(isPackage ? ", note " : ":")\(left.line): \(left.advice)")
    }
    if cards.pictures + cards.sounds > 0 {
      let media = [(cards.pictures, "picture"), (cards.sounds, "sound")].filter { $0.0 > 0 }
      Output.complain(
        "\(file): left out of the cards: "
          + media.map { counted($0.0, $0.1) }.joined(separator: " and ")
          + (cards.pictures > 0 ? "; the name of each picture stands in its place" : ""))
    }
    if let words = changed(cards.changed(from: bank), notes) { Output.complain(words) }
    if let words = beside(cards.besides(in: bank), notes) { Output.complain(words) }
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
    // Where a folder above was looked through, none of these questions stands there.
    if !isOfMore, let words = around(cards, folder) { Output.complain(words) }
    try bring(cards.history(Clock.now()), of: cards, folder, environment)
    let told =
      "\(counted(cards.count, "question")) written to \(path.description)"
      + (isFolderMade ? " in a folder that was made for it" : "")
    let left = cards.leftOut.isEmpty ? "" : ", \(cards.leftOut.count) left out"
    return Output.say(told + left + (there.isEmpty ? "" : "; \(there)")) ? 0 : 1
  }

  /// What is said of questions that read otherwise than their cards; nil where none do.
  private static func changed(
    _ questions: [Question], _ notes: NotesSource?
  ) -> String? {
    guard let place = place(of: questions, notes) else { return nil }
    return
      "\(counted(questions.count, "question reads", "questions read")) otherwise in these notes than in "
      + "the cards, and stayed as they are (\(place)). To take what the cards say, delete the questions "
      + "and import again: they keep their answers"
  }

  /// What is said of questions beside which others now ask the same; nil where none do.
  private static func beside(
    _ questions: [Question], _ notes: NotesSource?
  ) -> String? {
    guard let place = place(of: questions, notes) else { return nil }
    return
      "\(counted(questions.count, "question of these notes is", "questions of these notes are")) asked in "
      + "the same words by a new card that answers otherwise (\(place)): both stand there now. Delete the one "
      + "that is out of date"
  }

  /// Where the first of these questions stands; nil where there are none.
  private static func place(of questions: [Question], _ notes: NotesSource?) -> String? {
    guard let first = questions.first, let notes else { return nil }
    let name = notes.name(of: notes.library.documents[first.lesson.document].path)
    return "\(Output.harmless(name)):\(first.line)" + (questions.count > 1 ? " and others" : "")
  }

  /// Takes the answers into the log that came with the cards, but for those that it has.
  private static func bring(
    _ history: [Review], of cards: ForeignCards, _ folder: String, _ environment: [String: String]
  ) throws(ReadProblem) {
    guard !history.isEmpty else { return }
    let session = ProgressSession(
      key: NoteFiles.absolute(Path(folder)).text, environment: environment)
    let known = session.progress()
    // Another import may have been made in another zone, which is of the row and not of the answer.
    let new = history.filter { row in
      !known.progress.history.entries(of: row.question).contains { $0.id == row.id }
    }
    if let problem = known.problem ?? (session.hasStore ? session.append(new) : session.warning) {
      throw ReadProblem("the answers that came with the cards cannot be stored: \(problem)")
    }
    guard !new.isEmpty else { return }
    let questions = Set(new.map(\.question)).count
    let rest = history.count - new.count
    Output.complain(
      "\(counted(new.count, "answer")) to \(counted(questions, "question")) came along, and count"
        + (rest == 0 ? "" : "; \(rest) more had come before"))
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

  /// The notes that a folder is among and their questions, and whether these are more than the folder; where there are
  /// none yet, it has none.
  private static func questions(
    around folder: String, _ environment: [String: String]
  ) throws(ReadProblem) -> (NotesSource?, QuestionBank, isOfMore: Bool) {
    guard Mapping.isFolder(Path(folder)) || FileWriter.isFree(Path(folder)) else {
      throw ReadProblem("\(folder) is not a folder: --into takes the folder of your notes")
    }
    let root = root(of: folder, environment)
    guard var notes = try? NotesSource(path: root) else { return (nil, QuestionBank(), false) }
    notes.readAll()
    return (notes, QuestionBank(notes.library), root != folder)
  }

  /// The outermost folder around a folder that was quizzed; itself where none was.
  private static func root(of folder: String, _ environment: [String: String]) -> String {
    let quizzed = ProgressSession(key: Library.courseKey, environment: environment).quizzedNotes
    var root = folder
    let home = Path(folder)
    // One that is yet to be made has its place in the one above.
    var above =
      FileWriter.isFree(home)
      ? home.parent.map(NoteFiles.absolute) : NoteFiles.absolute(home).parent
    while let path = above {
      if quizzed.contains(path.text), Mapping.isFolder(path) { root = path.text }
      above = path.parent.flatMap { $0 == path ? nil : $0 }
    }
    return root
  }

  /// What is said of questions that were written and that stand in the folder around them too, where that was never
  /// quizzed: whether the two are opened together is not known. Nil where there are none.
  private static func around(_ cards: ForeignCards, _ folder: String) -> String? {
    guard let above = NoteFiles.absolute(Path(folder)).parent, hasNotes(above),
      var notes = try? NotesSource(path: above.text)
    else { return nil }
    let ids = cards.identities
    notes.readAll()
    let own = "\(NoteFiles.absolute(Path(folder)).name.text)/"
    let twins = QuestionBank(notes.library).questions.filter {
      ids.contains($0.id) && !notes.library.documents[$0.lesson.document].path.hasPrefix(own)
    }
    guard let place = place(of: twins, notes) else { return nil }
    return
      "\(counted(twins.count, "of these questions stands", "of these questions stand")) in the folder around it "
      + "too (\(place)): opened with that one each is asked once. Delete the new file where you want that"
  }

  /// Whether notes stand in a folder itself.
  private static func hasNotes(_ folder: Path) -> Bool {
    guard var files = try? NoteFiles(root: folder), files.isFolder else { return false }
    return !files.list(under: "", depth: 1).isEmpty
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
