import Libc
import Notes
import Scheduling

/// A log in JSON Lines, read: the reviews of its good lines, and what is wrong with the others.
package struct ReviewLog {
  /// No more problems than these are told of one log.
  static let tellableProblems = 20

  /// The longest line that is read: each byte of the longest answer may be written as six, and
  /// the rest is little.
  static let longestLine = 6 * Review.Limits.answer.upperBound + 100_000

  /// What its good lines say, in their order.
  package private(set) var reviews: [Review] = []
  /// What is wrong with the first of the others.
  package private(set) var problems: [StorageProblem] = []
  /// How many others there are.
  package private(set) var badLines = 0

  private let path: String
  private var number = 1
  /// The line that is being read; empty from where it is too long.
  private var line: [UInt8] = []
  private var isTooLong = false

  /// Reads every line; empty ones are passed over, and `path` is for the problems.
  package init(_ bytes: [UInt8], path: String) {
    self.init(path: path)
    read(bytes[...])
    endLine()
  }

  /// Reads a file line by line.
  package init(fileAt path: Path) throws(StorageProblem) {
    var log = ReviewLog(path: path.description)
    try Disk.read(path) { log.read($0) }
    log.endLine()
    self = log
  }

  private init(path: String) { self.path = path }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes.withUnsafeBytes { buffer -> Int? in
        guard let base = buffer.baseAddress,
          let found = memchr(base + (start - bytes.startIndex), 0x0A, bytes.endIndex - start)
        else { return nil }
        return bytes.startIndex + base.distance(to: UnsafeRawPointer(found))
      }
      if !isTooLong { line += bytes[start..<(end ?? bytes.endIndex)] }
      // What is not an answer whatever follows is not kept.
      if line.count > Self.longestLine { (line, isTooLong) = ([], true) }
      guard let end else { return }
      endLine()
      start = end + 1
    }
  }

  private mutating func endLine() {
    // What some editors put before a file's first line.
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    if isTooLong || line.contains(where: { $0 > 0x20 }) {
      do throws(LineFault) {
        if isTooLong { throw .tooLong(limit: Self.longestLine) }
        reviews.append(try Review(line: line))
      } catch {
        badLines += 1
        if problems.count < Self.tellableProblems {
          problems.append(.badLine(path: path, line: number, fault: error))
        }
      }
    }
    line.removeAll(keepingCapacity: true)
    isTooLong = false
    number += 1
  }
}

/// The union of logs: every row once, in order of time. Rows are compared whole, so of two that
/// share an identifier and differ both are in it; that makes the union the same whatever the order
/// of the logs, however often each comes.
package func union(_ logs: [[Review]]) -> [Review] {
  let sorted = logs.joined().sorted(by: precedes)
  var result: [Review] = []
  for review in sorted {
    if let last = result.last, last.id == review.id, last.line.utf8.elementsEqual(review.line.utf8)
    {
      continue
    }
    result.append(review)
  }
  return result
}

private func precedes(_ left: Review, _ right: Review) -> Bool {
  if (left.time, left.id) != (right.time, right.id) {
    return (left.time, left.id) < (right.time, right.id)
  }
  return left.line.utf8.lexicographicallyPrecedes(right.line.utf8)
}
