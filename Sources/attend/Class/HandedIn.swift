import Basics
import Libc
import Notes
import Quiz
import Scheduling
import Storage

/// The logs that were handed in, and the learners whose they are. They are read, and kept nowhere.
struct HandedIn {
  private(set) var learners: [Learner] = []
  /// Whether all of it could be read.
  private(set) var isWhole = true

  /// No learner's log is longer: it would hold half a million answers.
  private static let longest = 200_000_000

  /// The first of the learners in whose logs a row is: by it another log is known to be theirs.
  private var owners: [ReviewID: Int] = [:]

  /// Takes in what a word of the command line names: a log, a folder of them, or `-`.
  mutating func take(_ word: String) {
    guard word != "-" else { return takeStandardInput() }
    let path = Path(word)
    guard Mapping.isFolder(path) else { return take([path], as: Self.name(of: path)) }
    let logs = Self.logs(in: path)
    if logs.allSatisfy(\.paths.isEmpty) {
      complain("\(path.description) holds no log; `attend progress export FILE` writes one")
    }
    for log in logs { take(log.paths, as: log.name) }
  }

  /// The logs in a folder. Each is a learner's, and so is each folder in it, whose logs are of several
  /// devices.
  private static func logs(in folder: Path) -> [(name: String, paths: [Path])] {
    visible(in: folder).compactMap { inner in
      if Mapping.isFile(inner) { return (name(of: inner), [inner]) }
      guard Mapping.isFolder(inner) else { return nil }
      return (inner.name.text, visible(in: inner).filter(Mapping.isFile))
    }
  }

  /// What lies in a folder; hidden files and notes are no logs.
  static func visible(in folder: Path) -> [Path] {
    Mapping.names(in: folder)
      .filter { $0.bytes.first != UInt8(ascii: ".") && !NoteName.isNote($0.text) }
      .map { folder.appending($0) }
  }

  /// A file's name without its ending.
  private static func name(of path: Path) -> String {
    let name = path.name.text
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  // MARK: Reading

  /// Takes in the logs of one learner.
  private mutating func take(_ logs: [Path], as name: String) {
    var learner: Int?
    for path in logs {
      guard Mapping.size(of: path) <= Self.longest else {
        complain(
          "\(path.description) is larger than 200 MB, which no learner's log is; it was left out")
        continue
      }
      guard !Mapping.isDatabase(path) else {
        complain(
          "\(path.description) is a learner's database, and a log is wanted: where it is from, `attend "
            + "progress export FILE` writes one; it was left out")
        continue
      }
      do throws(StorageProblem) {
        learner = add(try ReviewLog(fileAt: path), path.description, as: name, to: learner)
      } catch { complain("\(error.message); it was left out") }
    }
  }

  private mutating func takeStandardInput() {
    let name = "standard input"
    switch NoteFiles.readAll(STDIN_FILENO) {
    case .success(let bytes): _ = add(ReviewLog(bytes, path: name), name, as: name, to: nil)
    case .failure(let problem): complain("\(name) \(problem.message); it was left out")
    }
  }

  /// Takes in a log: of the learner who is given, of one with whom it shares rows, else of a new one. Whose
  /// it is; as given where it holds nothing.
  private mutating func add(
    _ log: ReviewLog, _ path: String, as name: String, to learner: Int?
  ) -> Int? {
    guard !log.reviews.isEmpty else {
      complain(
        log.badLines == 0
          ? "\(path) is empty; it was left out"
          : "\(path) is no log of answers, as `attend progress export FILE` writes one; it was left out"
      )
      return learner
    }
    if let first = log.problems.first {
      complain(first.message)
      if log.badLines > 1 {
        complain("\(path): \(counted(log.badLines - 1, "more line", "more lines")) left out")
      }
    }
    let place = learner ?? sharing(log.reviews, path) ?? learners.count
    if place == learners.count {
      learners.append(Learner(learners.contains { $0.name == name } ? path : name))
    }
    learners[place].add(log.reviews)
    for review in log.reviews { owners[review.id] = min(owners[review.id] ?? place, place) }
    return place
  }

  /// The first learner in whose logs some of these rows are; it is told.
  private func sharing(_ reviews: [Review], _ path: String) -> Int? {
    let shared = reviews.compactMap { owners[$0.id] }
    guard let learner = shared.min() else { return nil }
    let other = learners[learner].name
    Output.complain(
      "\(path) and the log of \(other) share \(counted(shared.count { $0 == learner }, "row")), "
        + "so both are taken as those of one learner, \(other)")
    return learner
  }

  private mutating func complain(_ message: String) {
    isWhole = false
    Output.complain(message)
  }
}
