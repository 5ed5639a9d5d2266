import Notes
import Scheduling

/// What taking in another log came to.
package struct MergeReport: Equatable, Sendable {
  /// Reviews that were not here yet.
  package internal(set) var new = 0
  /// Reviews that were here already.
  package internal(set) var known = 0
  /// Lines that are not reviews, and were left out.
  package internal(set) var badLines = 0
  /// What is wrong with the first of them.
  package internal(set) var problems: [StorageProblem] = []
}

extension ProgressStore {
  /// Takes in another log: JSON Lines or a file like our own, which is only read.
  package func merge(fileAt path: Path) throws(StorageProblem) -> MergeReport {
    if Disk.isRegular(path), Disk.head(of: path, count: 16).elementsEqual("SQLite format 3\0".utf8)
    {
      return try report(try reviews(inDatabaseAt: path))
    }
    return try merge(try ReviewLog(fileAt: path))
  }

  /// Takes in JSON Lines; `path` names their source where a line is bad.
  package func merge(
    lines bytes: [UInt8], from path: String
  ) throws(StorageProblem) -> MergeReport {
    try merge(ReviewLog(bytes, path: path))
  }

  private func merge(_ log: ReviewLog) throws(StorageProblem) -> MergeReport {
    var report = try report(log.reviews)
    report.badLines = log.badLines
    report.problems = log.problems
    return report
  }

  private func report(_ reviews: [Review]) throws(StorageProblem) -> MergeReport {
    let new: Int = try append(merged: reviews)
    return MergeReport(new: new, known: reviews.count - new)
  }
}
