import Glibc
import Notes
import Quiz
import Storage

/// `attend check --mint`: the one thing that writes into notes, and only when asked.
enum MintCommand {
  /// Gives identities in every file that lacks some; how many files changed.
  static func run(_ library: Library, files: NoteFiles) throws(ReadProblem) -> Int {
    var taken = Set(QuestionBank(library).questions.map(\.id))
    var random = SystemRandomNumberGenerator()
    var changed = 0
    for (index, document) in library.documents.enumerated() {
      let lines = library.lessonIDs(inDocument: index).flatMap {
        LessonQuestions($0, in: library).unnamed
      }
      guard
        let text = Minting.text(document.bytes, lines: lines, taken: &taken, using: &random)
      else { continue }
      try replace(files.path(of: document.path), document.bytes, with: text)
      changed += 1
    }
    return changed
  }

  /// Puts a new text in place of the old one in one step, if that is still there as it was read.
  private static func replace(
    _ path: String, _ old: [UInt8], with new: [UInt8]
  ) throws(ReadProblem) {
    func problem() -> ReadProblem {
      ReadProblem("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw problem() }
    guard Int(status.st_size) == old.count else {
      throw ReadProblem("\(path) has just changed; nothing was written, try again")
    }
    let draft = "\(path).attend-\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
    guard file >= 0 else { throw problem() }
    let isWritten = Output.write(String(decoding: new, as: UTF8.self), to: file) && fsync(file) == 0
    guard close(file) == 0, isWritten, rename(draft, path) == 0 else {
      let found = problem()
      unlink(draft)
      throw found
    }
  }
}
