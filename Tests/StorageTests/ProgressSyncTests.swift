import Libc
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Storage

/// Gives each device its own name.
private struct Counter: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    defer { state += 1 }
    return state
  }
}

@Suite struct ProgressSyncTests {
  private func device(_ number: UInt64, in folder: String) throws -> ProgressStore {
    try ProgressStore.open(folder: "\(folder)/device-\(number)", now: noon)
  }

  private func sync(
    _ store: ProgressStore, _ number: UInt64, _ folder: String
  ) throws -> SyncReport {
    var random = Counter(state: number)
    return try store.sync(folder: folder, using: &random)
  }

  private func shared(_ folder: String) -> String {
    mkdir("\(folder)/shared", 0o700)
    return "\(folder)/shared"
  }

  @Test func twoDevicesComeToHoldTheSame() throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      let one = try device(1, in: folder)
      let other = try device(2, in: folder)
      try one.append(contentsOf: [answer(1), answer(2)])
      try other.append(contentsOf: [answer(2), answer(3)])
      #expect(try sync(one, 1, shared) == SyncReport(written: 2))
      #expect(try sync(other, 2, shared) == SyncReport(written: 1, new: 1))
      #expect(try sync(one, 1, shared) == SyncReport(new: 1))
      #expect(try sync(other, 2, shared) == SyncReport())
      #expect(Set(try one.reviews()) == [answer(1), answer(2), answer(3)])
      #expect(Set(try other.reviews()) == [answer(1), answer(2), answer(3)])
      let names = Files.names(in: shared)
      #expect(names.count == 2)
      #expect(names[0].hasPrefix("attend-0000000000000001-000001-"))
      #expect(names[1].hasPrefix("attend-0000000000000002-000001-"))
    }
  }

  @Test func filesAreNeverChangedAndOnlyNewRowsAreWritten() throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      let store = try device(1, in: folder)
      try store.append(answer(1))
      _ = try sync(store, 1, shared)
      let first = try #require(Files.names(in: shared).first)
      let before = try Files.bytes(of: "\(shared)/\(first)")
      try store.append(answer(2))
      #expect(try sync(store, 9, shared) == SyncReport(written: 1))
      let names = Files.names(in: shared)
      #expect(names.count == 2)
      #expect(names[1].hasPrefix("attend-0000000000000001-000002-"))
      #expect(try Files.bytes(of: "\(shared)/\(first)") == before)
      #expect(
        String(decoding: try Files.bytes(of: "\(shared)/\(names[1])"), as: UTF8.self)
          == answer(2).line + "\n")
    }
  }

  @Test func aFileThatIsNotWholeIsReportedAndLeftOut() throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      let one = try device(1, in: folder)
      try one.append(contentsOf: [answer(1), answer(2)])
      _ = try sync(one, 1, shared)
      let path = "\(shared)/\(Files.names(in: shared)[0])"
      let whole = try Files.bytes(of: path)
      let other = try device(2, in: folder)
      for length in [0, 1, whole.count / 2, whole.count - 1] {
        let part = Array(whole.prefix(length))
        try Files.write(part, to: path)
        let report = try sync(other, 2, shared)
        #expect(report == SyncReport(problems: [.incomplete(path: path)]))
        #expect(try Files.bytes(of: path) == part)
      }
      #expect(try other.reviews() == [])
      try Files.write(whole, to: path)
      #expect(try sync(other, 2, shared) == SyncReport(new: 2))
    }
  }

  @Test func whatWasLostFromTheFolderIsWrittenAgainUnderAnotherName() throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      let store = try device(1, in: folder)
      try store.append(answer(1))
      _ = try sync(store, 1, shared)
      let path = "\(shared)/\(Files.names(in: shared)[0])"
      try Files.write("damage".utf8, to: path)
      let report = try sync(store, 1, shared)
      #expect(report == SyncReport(written: 1, replaced: [.replaced(path: path)]))
      #expect(try sync(store, 1, shared) == SyncReport(replaced: [.replaced(path: path)]))
      #expect(try Files.bytes(of: path) == Array("damage".utf8))
      #expect(Files.names(in: shared).count == 2)
      for name in Files.names(in: shared) { unlink("\(shared)/\(name)") }
      #expect(try sync(store, 1, shared).written == 1)
    }
  }

  @Test func otherFilesAndBadLinesDisturbNothing() throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      for name in [
        ".git", "notes.md", "attend-x-1-0.jsonl", "attend-1-000001-0123456789abcdef.jsonl.tmp",
        "attend-0000000000000001-000001-0123456789ABCDEF.jsonl",
        "attend-1-000001-0123456789abcdef (conflict).jsonl", ".attend-1-000001-00.jsonl.77",
      ] { try Files.write("x".utf8, to: "\(shared)/\(name)") }
      let bytes = Array((answer(1).line + "\n{\"id\":7}\n" + answer(2).line).utf8)
      let name = SharedLogName(device: "abc", number: 7, fingerprint: fingerprint(bytes)).text
      try Files.write(bytes, to: "\(shared)/\(name)")
      let pipe = SharedLogName(device: "abc", number: 8, fingerprint: 1).text
      mkfifo("\(shared)/\(pipe)", 0o600)

      let store = try device(1, in: folder)
      let report = try sync(store, 1, shared)
      #expect(report.new == 2)
      #expect(report.badLines == 1)
      #expect(
        report.problems == [
          .badLine(path: "\(shared)/\(name)", line: 2, fault: .missing(field: "kind")),
          .unreadable(path: "\(shared)/\(pipe)", reason: "it is not a plain file"),
        ])
    }
  }

  /// A disk that is not mounted is not made up for by a folder of its name.
  @Test func onlyTheLastFolderOfAPathIsMade() throws {
    try TemporaryFolder.with { folder in
      let store = try device(1, in: folder)
      try store.append(answer(1))
      #expect(try sync(store, 1, "\(folder)/new") == SyncReport(written: 1))
      let missing = "\(folder)/unmounted/attend"
      #expect(
        throws: StorageProblem.misplaced(path: missing, .noFolder("\(folder)/unmounted"))
      ) { try sync(store, 1, missing) }
      #expect(!Disk.exists(Path("\(folder)/unmounted")))
    }
  }

  /// Another device that finds its log damaged writes the answers again; a third one sees that.
  @Test func aDamagedLogThatIsMendedMayBeDeleted() throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      let one = try device(1, in: folder)
      try one.append(contentsOf: (1...5).map { answer($0) })
      _ = try sync(one, 1, shared)
      let path = "\(shared)/\(Files.names(in: shared)[0])"
      try Files.write(try Files.bytes(of: path).dropLast(30), to: path)
      let other = try device(2, in: folder)
      #expect(try sync(other, 2, shared) == SyncReport(problems: [.incomplete(path: path)]))
      #expect(try sync(one, 1, shared).written == 5)
      #expect(
        try sync(other, 2, shared) == SyncReport(new: 5, replaced: [.replaced(path: path)]))
    }
  }

  @Test(arguments: ["", "../../x", "a-b", "ABCDEF0123456789", String(repeating: "f", count: 900)])
  func anOddDeviceIsNamedAnew(name: String) throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      let store = try device(1, in: folder)
      try store.append(answer(1))
      try store.setSetting("device", to: name)
      #expect(try sync(store, 1, shared) == SyncReport(written: 1))
      #expect(Files.names(in: shared)[0].hasPrefix("attend-0000000000000001-000001-"))
      #expect(try sync(store, 1, shared) == SyncReport())
    }
  }

  @Test func aPlantedSerialLeavesOneThatIsRead() throws {
    try TemporaryFolder.with { folder in
      let shared = shared(folder)
      let store = try device(1, in: folder)
      try store.append(answer(1))
      _ = try sync(store, 1, shared)
      let bytes = Array((answer(2).line + "\n").utf8)
      let planted = SharedLogName(
        device: "0000000000000001", number: 999_999_999, fingerprint: fingerprint(bytes))
      try Files.write(bytes, to: "\(shared)/\(planted.text)")
      try store.append(answer(3))
      #expect(try sync(store, 1, shared) == SyncReport(written: 1, new: 1))
      #expect(try sync(store, 1, shared) == SyncReport())
    }
  }

  @Test func aFullDiskLeavesNoPartOfAFile() async {
    await #expect(processExitsWith: .success) {
      try TemporaryFolder.with { folder in
        let shared = "\(folder)/shared"
        mkdir(shared, 0o700)
        let store = try ProgressStore.open(folder: folder, now: noon)
        try store.append(contentsOf: (0..<3_000).map { answer($0) })
        try store.setSetting("device", to: "d")
        var random = SplitMix(seed: 1)
        var problem: StorageProblem?
        try ProgressDisk.whileFull(at: 400_000) {
          do throws(StorageProblem) {
            _ = try store.sync(folder: shared, using: &random)
          } catch {
            problem = error
          }
        }
        guard case .full? = problem else {
          Issue.record("\(String(describing: problem))")
          return
        }
        #expect(Files.names(in: shared) == [])
      }
    }
  }

  /// The published test vectors of FNV-1a.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)]) func fingerprints(text: String, value: UInt64)
  {
    #expect(fingerprint(text.utf8) == value)
  }
}
