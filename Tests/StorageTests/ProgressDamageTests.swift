import Libc
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Storage

/// Files that are not databases, or damaged ones: what can be read is kept.
@Suite struct ProgressDamageTests {
  /// One bit in a page's count of cells hides its last row, which SQLite takes for the truth.
  @Test func rowsThatDamageHidesAreMissed() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      try ProgressStore.open(folder: folder, now: noon).append(
        contentsOf: (1...9).map { answer($0) })
      var damaged = try Files.bytes(of: path)
      try #require(damaged[4096 + 4] == 9, "the count of the first leaf of reviews")
      damaged[4096 + 4] = 8
      try Files.write(damaged, to: path)
      let store = try ProgressStore.open(folder: folder, now: noon)
      _ = try store.history()
      #expect(try store.reviews().count == 8)
      guard case .setAside(_, let name, kept: 8, nil)? = store.nextNotice() else {
        Issue.record("\(store.notices)")
        return
      }
      #expect(try Files.bytes(of: name) == damaged)
      #expect(store.nextNotice() == nil)
    }
  }

  @Test func aFileThatIsNoDatabaseIsSetAsideUnderADatedName() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      let garbage = Array("These are not the rows that you look for. ".utf8)
      try Files.write(garbage, to: path)
      let store = try ProgressStore.open(folder: folder, now: noon)
      let name = "\(folder)/progress-damaged-2026-01-02-120000.sqlite"
      #expect(store.notices == [.setAside(path: path, name: name, kept: 0, altered: nil)])
      #expect(try Files.bytes(of: name) == garbage)
      #expect(try store.reviews() == [])
      try store.append(answer(1))
      #expect(try ProgressStore.open(folder: folder, now: noon).reviews() == [answer(1)])
    }
  }

  @Test func aDatedNameIsNeverTakenTwice() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      for text in ["first damage", "second damage", "third damage"] {
        for name in ["", "-wal", "-shm"] { unlink(path + name) }
        try Files.write(text.utf8, to: path)
        _ = try ProgressStore.open(folder: folder, now: noon)
      }
      let dated = "\(folder)/progress-damaged-2026-01-02-120000"
      #expect(try Files.bytes(of: "\(dated).sqlite") == Array("first damage".utf8))
      #expect(try Files.bytes(of: "\(dated)-2.sqlite") == Array("second damage".utf8))
      #expect(try Files.bytes(of: "\(dated)-3.sqlite") == Array("third damage".utf8))
    }
  }

  /// A file of some 20 pages, one of which is overwritten.
  @Test(arguments: 0..<20) func aDamagedPageLosesOnlyWhatStoodThere(page: Int) throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      let all = (0..<450).map { answer($0, question: "question-\($0)") }
      try ProgressStore.open(folder: folder, now: noon).append(contentsOf: all)
      var damaged = try Files.bytes(of: path)
      try #require(damaged.count >= 20 * 4096)
      for index in 0..<4096 { damaged[page * 4096 + index] = UInt8(index % 251) }
      try Files.write(damaged, to: path)

      let store = try ProgressStore.open(folder: folder, now: noon)
      let found = try store.reviews()
      try store.append(answer(1_000))
      #expect(try store.reviews() == found + [answer(1_000)])
      #expect(Set(found).isSubset(of: all))
      switch store.notices.first {
      case .setAside(_, let name, let kept, _):
        #expect(try Files.bytes(of: name) == damaged)
        #expect(kept == found.count)
        // Page 1 holds the schema, and pages 2 and 3 the roots that lead to the rows.
        if page > 3 { #expect(kept > 200) }
      case nil:
        #expect(found == all)
      case let other?:
        Issue.record("unexpected notice: \(other)")
      }
    }
  }

  @Test(arguments: [16, 100, 511, 4096, 5000, 40_000]) func aTruncatedFileIsSetAside(
    length: Int
  ) throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      let all = (0..<300).map { answer($0) }
      try ProgressStore.open(folder: folder, now: noon).append(contentsOf: all)
      let cut = Array(try Files.bytes(of: path).prefix(length))
      try #require(cut.count == length)
      try Files.write(cut, to: path)

      let store = try ProgressStore.open(folder: folder, now: noon)
      let found = try store.reviews()
      #expect(Set(found).isSubset(of: all))
      guard case .setAside(_, let name, _, _)? = store.notices.first else {
        Issue.record("\(store.notices)")
        return
      }
      #expect(try Files.bytes(of: name) == cut)
    }
  }
}
