import Basics
import Notes
import Scheduling

/// What an exchange with a shared folder came to.
package struct SyncReport: Equatable, Sendable {
  /// Reviews that the folder did not hold and now does.
  package internal(set) var written = 0
  /// Reviews that were not here and now are.
  package internal(set) var new = 0
  /// Lines that are not reviews, and were left out.
  package internal(set) var badLines = 0
  /// Files that are not whole and not needed any more.
  package internal(set) var replaced: [StorageProblem] = []
  /// What kept a file or a line from being taken in.
  package internal(set) var problems: [StorageProblem] = []
}

extension ProgressStore {
  /// Exchanges reviews with a folder that any file synchroniser or git may carry, and makes it where
  /// only its last name is missing: takes in every log there, then writes what none of them holds
  /// into new files of this device's own. No file there is ever changed or removed. The random
  /// numbers name the device at its first exchange.
  package func sync(
    folder: Path, using random: inout some RandomNumberGenerator
  ) throws(StorageProblem) -> SyncReport {
    var report = SyncReport()
    var held: Set<RowKey> = []
    var broken: [SharedLogName] = []
    if !Disk.exists(folder) { try Disk.makeSharedFolder(folder) }
    let files = try Disk.names(in: folder).compactMap { SharedLogName($0.text) }
    for file in files {
      let log: ReviewLog
      do throws(StorageProblem) {
        log = try file.log(in: folder)
      } catch .incomplete {
        broken.append(file)
        continue
      } catch {
        report.problems.append(error)
        continue
      }
      report.badLines += log.badLines
      report.problems += log.problems
      report.new += try append(merged: log.reviews)
      held.formUnion(log.reviews.map(RowKey.init))
    }
    let missing = try reviews().filter { !held.contains(RowKey($0)) }
    if !missing.isEmpty {
      let device = try deviceName(using: &random)
      var numbers = Set(files.filter { $0.device == device }.map(\.number))
      for start in stride(from: 0, to: missing.count, by: 10_000) {
        let number = SharedLogName.free(besides: numbers)
        numbers.insert(number)
        let reviews = missing[start..<min(start + 10_000, missing.count)]
        let bytes = reviews.flatMap { Array($0.line.utf8) + [UInt8(ascii: "\n")] }
        let name = SharedLogName(device: device, number: number, fingerprint: fingerprint(bytes))
        try FileWriter.write(bytes, to: folder.appending(name.text), replacing: .nothing)
        report.written += reviews.count
        held.formUnion(reviews.map(RowKey.init))
      }
    }
    for file in broken { note(file, in: folder, held, &report) }
    return report
  }

  /// Notes a log that is not whole. Its answers stand in the folder all the same where it is this
  /// device's own, and where another file holds some of them: a device writes what it has written
  /// before only when it finds that no whole file holds it.
  private func note(
    _ file: SharedLogName, in folder: Path, _ held: Set<RowKey>, _ report: inout SyncReport
  ) {
    let path = folder.appending(file.text)
    let bytes = (try? Disk.contents(of: path)) ?? []
    let isOwn = (try? setting("device")) == file.device
    let isHeld = ReviewLog(bytes, path: "").reviews.contains { held.contains(RowKey($0)) }
    if isOwn || isHeld {
      report.replaced.append(.replaced(path: path.description))
    } else {
      report.problems.append(.incomplete(path: path.description))
    }
  }

  /// This device's name in shared folders, made once, and again where it is none.
  private func deviceName(
    using random: inout some RandomNumberGenerator
  ) throws(StorageProblem) -> String {
    if let name = try setting("device"), SharedLogName.isDevice(name) { return name }
    let name = hex(random.next())
    try setSetting("device", to: name)
    return try setting("device") ?? name
  }
}

/// The name of a log in a shared folder: `attend-DEVICE-NUMBER-FINGERPRINT.jsonl`.
struct SharedLogName: Equatable {
  let device: String
  let number: Int
  let fingerprint: UInt64

  private static let numbers = 1...999_999_999

  /// The number after the highest of these; the lowest one that is free where there is none.
  static func free(besides taken: Set<Int>) -> Int {
    let next = (taken.max() ?? 0) + 1
    return numbers.contains(next) ? next : numbers.first { !taken.contains($0) } ?? next
  }

  /// Whether that is how a device is called: 16 digits of 0-9 and a-f.
  static func isDevice(_ name: String) -> Bool {
    UInt64(name, radix: 16).map { hex($0) == name } ?? false
  }

  init(device: String, number: Int, fingerprint: UInt64) {
    self.device = device
    self.number = number
    self.fingerprint = fingerprint
  }

  /// The parts of such a name; nil for any other.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, let number = Int(parts[2]), Self.numbers.contains(number),
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
  func log(in folder: Path) throws(StorageProblem) -> ReviewLog {
    let path = folder.appending(text)
    guard Disk.isRegular(path) else {
      throw .unreadable(path: path.description, reason: "it is not a plain file")
    }
    let bytes = try Disk.contents(of: path)
    guard Storage.fingerprint(bytes) == fingerprint else {
      throw .incomplete(path: path.description)
    }
    return ReviewLog(bytes, path: path.description)
  }
}

/// Tells rows apart as `union` does, in little memory.
struct RowKey: Hashable {
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
