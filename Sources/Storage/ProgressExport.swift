import Notes
import Scheduling

extension ProgressStore {
  /// The log as JSON Lines, every row once, in order of time.
  package func log() throws(StorageProblem) -> [UInt8] {
    union([try reviews()]).flatMap { Array($0.line.utf8) + [UInt8(ascii: "\n")] }
  }

  /// Writes the log to a file. An older log is replaced where all of its answers are in this one;
  /// any other file only where that is forced.
  package func export(to path: Path, force: Bool) throws(StorageProblem) {
    let rows = Set(try reviews().map(RowKey.init))
    let replacing = Replacing.own { old, path in
      let log = ReviewLog(old, path: path)
      if case .badLine(_, let line, let fault)? = log.problems.first {
        return .notALog(path: path, line: line, fault: fault)
      }
      guard !log.reviews.isEmpty else { return .notOurs(path: path, kind: "a log of answers") }
      let lost = log.reviews.count { !rows.contains(RowKey($0)) }
      return lost == 0 ? nil : .wouldLose(path: path, answers: lost)
    }
    try FileWriter.write(try log(), to: path, replacing: force ? .anything : replacing)
  }
}
