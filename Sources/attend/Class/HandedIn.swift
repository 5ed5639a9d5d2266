import Basics
import Glibc
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

  /// Takes in what a word of the command line names: a log, a folder of them, or `-`. In a folder each log
  /// is a learner's, and so is each folder, whose logs are of several devices.
  mutating func take(_ word: String) {
    var learner: Int?
    guard word != "-" else { return takeStandardInput() }
    let path = Path(word)
    guard Mapping.isFolder(path) else { return take(path, as: Self.name(of: path), &learner) }
    var files = 0
    for inner in Self.visible(in: path) {
      learner = nil
      if Mapping.isFile(inner) {
        files += 1
        take(inner, as: Self.name(of: inner), &learner)
      } else if Mapping.isFolder(inner) {
        for log in Self.visible(in: inner) where Mapping.isFile(log) {
          files += 1
          take(log, as: inner.name.text, &learner)
        }
      }
    }
    if files == 0 {
      complain("\(path.description) holds no log; `attend progress export FILE` writes one")
    }
  }

  /// What lies in a folder; hidden files and notes are no logs.
  private static func visible(in folder: Path) -> [Path] {
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

  private mutating func take(_ path: Path, as name: String, _ learner: inout Int?) {
    guard Mapping.size(of: path) <= Self.longest else {
      return complain(
        "\(path.description) is larger than 200 MB, which no learner's log is; it was left out")
    }
    do throws(StorageProblem) {
      add(try ReviewLog(fileAt: path), path.description, as: name, &learner)
    } catch { complain("\(error.message); it was left out") }
  }

  private mutating func takeStandardInput() {
    var learner: Int?
    let name = "standard input"
    switch NoteFiles.readAll(STDIN_FILENO) {
    case .success(let bytes): add(ReviewLog(bytes, path: name), name, as: name, &learner)
    case .failure(let problem): complain("\(name) \(problem.message); it was left out")
    }
  }

  /// Takes in a log: of the learner who is given, of one with whom it shares rows, else of a new one.
  private mutating func add(
    _ log: ReviewLog, _ path: String, as name: String, _ learner: inout Int?
  ) {
    guard !log.reviews.isEmpty else {
      return complain(
        log.badLines == 0
          ? "\(path) is empty; it was left out"
          : "\(path) is no log of answers, as `attend progress export FILE` writes one; it was left out"
      )
    }
    if let first = log.problems.first {
      complain(first.message)
      if log.badLines > 1 {
        complain("\(path): \(counted(log.badLines - 1, "more line", "more lines")) left out")
      }
    }
    if learner == nil {
      learner = learners.indices.first { learners[$0].shared(with: log.reviews) > 0 }
      if let learner {
        let other = learners[learner].name
        Output.complain(
          "\(path) and the log of \(other) share \(counted(learners[learner].shared(with: log.reviews), "row")), "
            + "so both are taken as those of one learner, \(other)")
      }
    }
    let place = learner ?? learners.count
    if place == learners.count {
      learners.append(Learner(learners.contains { $0.name == name } ? path : name))
    }
    learners[place].add(log.reviews)
    learner = place
  }

  private mutating func complain(_ message: String) {
    isWhole = false
    Output.complain(message)
  }
}
