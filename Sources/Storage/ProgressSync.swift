import Basics
import Glibc
import Scheduling

/// What an exchange with a shared folder came to.
package struct SyncReport: Equatable, Sendable {
  /// Reviews that the folder did not hold and now does.
  package internal(set) var written = 0
  /// Reviews that were not here and now are.
  package internal(set) var new = 0
  /// Lines that are no reviews, and were left out.
  package internal(set) var badLines = 0
  /// What kept a file or a line from being taken in.
  package internal(set) var problems: [StorageProblem] = []
}

extension ProgressStore {
  /// Exchanges reviews with a folder that any file synchroniser or git may carry: takes in every
  /// log there, then writes what none of them holds into new files of this device's own. No file
  /// there is ever changed or removed. The random numbers name the device at its first exchange.
  package func sync(
    folder: String, using random: inout some RandomNumberGenerator
  ) throws(StorageProblem) -> SyncReport {
    var report = SyncReport()
    var held: Set<RowKey> = []
    let files = try ProgressFiles.names(in: folder).compactMap(SharedLogName.init)
    for file in files {
      let log: ReviewLog
      do throws(StorageProblem) {
        log = try file.log(in: folder)
      } catch {
        report.problems.append(error)
        continue
      }
      report.badLines += log.badLines
      report.problems += log.problems
      report.new += try append(contentsOf: log.reviews)
      held.formUnion(log.reviews.map(RowKey.init))
    }
    let missing = try reviews().filter { !held.contains(RowKey($0)) }
    if missing.isEmpty { return report }
    let device = try deviceName(using: &random)
    var number = files.filter { $0.device == device }.map(\.number).max() ?? 0
    for start in stride(from: 0, to: missing.count, by: 10_000) {
      number += 1
      let reviews = missing[start..<min(start + 10_000, missing.count)]
      let bytes = reviews.flatMap { Array($0.line.utf8) + [UInt8(ascii: "\n")] }
      let name = SharedLogName(device: device, number: number, fingerprint: fingerprint(bytes))
      try ProgressFiles.writeNew(bytes, to: name.text, in: folder)
      report.written += reviews.count
    }
    return report
  }

  /// This device's name in shared folders, made once.
  private func deviceName(
    using random: inout some RandomNumberGenerator
  ) throws(StorageProblem) -> String {
    if let name = try setting("device") { return name }
    try setSetting("device", to: hex(random.next()))
    return try setting("device") ?? hex(0)
  }
}

/// The name of a log in a shared folder: `attend-DEVICE-NUMBER-FINGERPRINT.jsonl`.
struct SharedLogName: Equatable {
  let device: String
  let number: Int
  let fingerprint: UInt64

  init(device: String, number: Int, fingerprint: UInt64) {
    self.device = device
    self.number = number
    self.fingerprint = fingerprint
  }

  /// The parts of such a name; nil for any other.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, let number = Int(parts[2]), number > 0, number < 1_000_000_000,
      let fingerprint = UInt64(parts[3].prefix(16), radix: 16)
    else { return nil }
    self.init(device: String(parts[1]), number: number, fingerprint: fingerprint)
    if self.text != text { return nil }
  }

  var text: String {
    let digits = String(number)
    let padding = String(repeating: "0", count: max(0, 6 - digits.count))
    return "attend-\(device)-\(padding)\(digits)-\(hex(fingerprint)).jsonl"
  }

  /// The log of that name, if all of it is there.
  func log(in folder: String) throws(StorageProblem) -> ReviewLog {
    let path = "\(folder)/\(text)"
    guard ProgressFiles.isRegular(path) else {
      throw .unreadable(path: path, reason: "it is not a plain file")
    }
    let bytes = try ProgressFiles.contents(of: path)
    guard Storage.fingerprint(bytes) == fingerprint else { throw .incomplete(path: path) }
    return ReviewLog(bytes, path: path)
  }
}

/// Tells rows apart as `union` does, in little memory.
private struct RowKey: Hashable {
  let id: ReviewID
  let content: UInt64

  init(_ review: Review) {
    id = review.id
    content = fingerprint(review.line.utf8)
  }
}

/// Finds what was cut off or changed by accident.
func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 { StableHash(bytes).value }

private func hex(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
