import Notes
import Quiz
import Storage

/// `attend report`: how a class fares, from the logs that its learners handed in.
enum ReportCommand {
  /// Prints a report; the exit status. Nothing is written anywhere, and no progress of one's own is read.
  static func run(_ invocation: Invocation, width: Int) throws(ReadProblem) -> Int32 {
    if invocation.has("json"), invocation.has("csv") {
      throw ReadProblem("report takes --json or --csv, not both", isUsage: true)
    }
    var words = invocation.operands
    var notes: String?
    if words.count > 1, let last = words.last {
      try requireThere(last)
      if isNotes(last) { notes = words.removeLast() }
    }
    if let note = words.first(where: { !Mapping.isFolder(Path($0)) && isNotes($0) }) {
      throw ReadProblem(
        "\(note) is notes, which come last, and a log is wanted here: learners write theirs with "
          + "`attend progress export FILE`", isUsage: true)
    }
    var source = try NotesSource(path: notes)
    source.readAll()
    for problem in [source.notice].compactMap(\.self) + source.library.problems {
      Output.complain(problem)
    }
    var logs = HandedIn()
    for word in words { logs.take(word) }
    guard !logs.learners.isEmpty else {
      throw ReadProblem(
        "there is no log to report on: learners write theirs with `attend progress export FILE`, and "
          + "report takes such files, or folders of them")
    }
    let report = ClassReport(logs.learners, bank: QuestionBank(source.library), in: source.library)
    let names = ReportNames(
      library: source.library, notes: source.files == nil ? source.library.title : notes ?? "",
      path: source.name(of:))
    let isWritten =
      if invocation.has("json") {
        Output.write(ReportTables.json(report, names))
      } else if invocation.has("csv") {
        Output.write(ReportTables.csv(report, names))
      } else {
        Output.write(
          lines: ReportText(report, names, width: width).lines, ascii: invocation.has("ascii"))
      }
    return isWritten && logs.isWhole ? 0 : 1
  }

  /// The last word may be meant for notes: where it names nothing that is there, the report would be of the
  /// course.
  private static func requireThere(_ word: String) throws(ReadProblem) {
    let path = Path(word)
    guard word != "-", word != NotesSource.courseName, !Mapping.isThere(path) else { return }
    let hint = NearPath.of(word).map { "; did you mean \($0)?" } ?? ""
    throw ReadProblem("there is no \(path.description): the notes, or a log, come last\(hint)")
  }

  /// Whether a word names notes: the course, a note, or a folder that holds one and no log by its name,
  /// in itself or in a folder of a learner's.
  private static func isNotes(_ word: String) -> Bool {
    if word == NotesSource.courseName { return true }
    guard word != "-" else { return false }
    let path = Path(word)
    guard Mapping.isFolder(path) else { return NoteName.isNote(path.name.text) }
    guard !holdsLog(path), !HandedIn.visible(in: path).contains(where: holdsLog),
      var files = try? NoteFiles(root: path)
    else { return false }
    return !files.list().paths.isEmpty
  }

  /// Whether a log lies in a folder, by its name.
  private static func holdsLog(_ folder: Path) -> Bool {
    Mapping.names(in: folder).contains { $0.text.hasSuffix(".jsonl") }
  }
}

/// What lessons and questions are called in a report.
struct ReportNames {
  let library: Library
  /// The notes, as the command line names them.
  let notes: String
  let path: (String) -> String

  /// The number and title of a lesson.
  func lesson(_ id: LessonID) -> (number: String, title: String) {
    (library.number(of: id), library[id]?.shownTitle ?? "")
  }

  /// The file that a question stands in, as the command line begins its path.
  func file(_ question: Question) -> String {
    path(library.documents[question.lesson.document].path)
  }
}
