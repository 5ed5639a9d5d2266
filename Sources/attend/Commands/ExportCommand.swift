import Glibc
import Notes
import Quiz
import Storage

/// `attend export --anki FILE`: the questions for another program.
enum ExportCommand {
  static func write(_ text: String, to path: String) throws(ReadProblem) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw ReadProblem("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
    let isWritten = Output.write(text, to: file)
    let problem = errno
    let isClosed = close(file) == 0
    guard isWritten, isClosed else {
      throw ReadProblem("\(path) cannot be written: \(String(cString: strerror(problem)))")
    }
  }
}
