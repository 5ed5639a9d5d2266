import Libc
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Storage

@Suite struct ProgressTroubleTests {
  @Test func aFolderBelowAFileIsSaidAtOnceAndNothingIsThrownForReading() throws {
    try TemporaryFolder.with { folder in
      try Files.write([1], to: "\(folder)/file")
      let path = "\(folder)/file/attend"
      let store = try ProgressStore.open(folder: path, now: noon)
      #expect(store.notices == [.misplaced(path: path, .notAFolder("\(folder)/file"))])
      #expect(try store.reviews() == [])
      #expect(throws: StorageProblem.misplaced(path: path, .notAFolder("\(folder)/file"))) {
        try store.append(answer(1))
      }
    }
  }

  @Test(.enabled(if: getuid() != 0, "the system refuses the superuser nothing"))
  func aReadOnlyFolderIsReadAndSaidAtOnce() throws {
    try TemporaryFolder.with { folder in
      try ProgressStore.open(folder: folder, now: noon).append(answer(1))
      chmod(folder, 0o500)
      defer { chmod(folder, 0o700) }
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(store.notices.count == 1)
      #expect(try store.reviews() == [answer(1)])
      #expect(throws: StorageProblem.self) { try store.append(answer(2)) }
    }
  }

  @Test func aFileThatCanOnlyBeReadIsReadAndMayBecomeWritable() throws {
    try TemporaryFolder.with { folder in
      try ProgressStore.open(folder: folder, now: noon).append(answer(1))
      let path = "\(folder)/progress.sqlite"
      let frozen = try Database(path: path, access: .frozen)
      #expect(frozen.isReadOnly)
      #expect(try frozen.number("SELECT count(*) FROM review") == 1)
      #expect(Files.names(in: folder) == ["progress.sqlite"])
      #expect(throws: StorageProblem.unwritable(path: path, reason: "it is read-only")) {
        try frozen.run("DELETE FROM place")
      }
    }
  }

  @Test func aNewerFileIsRefusedAndNotAByteIsChanged() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      do {
        let store = try ProgressStore.open(folder: folder, now: noon)
        try store.append(answer(1))
        try store.writing { (database) throws(StorageProblem) in
          try database.run("PRAGMA user_version = 99")
        }
      }
      let before = try Files.bytes(of: path)
      #expect(throws: StorageProblem.newer(path: path, found: 99, known: ProgressSchema.version)) {
        try ProgressStore.open(folder: folder, now: noon)
      }
      #expect(try Files.bytes(of: path) == before)
    }
  }

  @Test func aVersionThatGrowsWhileTheFileIsOpenIsRefused() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      let newer = try ProgressStore.open(folder: folder, now: noon)
      try newer.append(answer(1))
      try newer.writing { (database) throws(StorageProblem) in
        try database.run("PRAGMA user_version = 99")
      }
      let before = try Files.bytes(of: path)
      #expect(throws: StorageProblem.newer(path: path, found: 99, known: ProgressSchema.version)) {
        try ProgressStore.open(folder: folder, now: noon)
      }
      #expect(try Files.bytes(of: path) == before)
    }
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      try Database(path: path, access: .creating).run("CREATE TABLE song (title)")
      let before = try Files.bytes(of: path)
      #expect(throws: StorageProblem.foreign(path: path)) {
        try ProgressStore.open(folder: folder, now: noon)
      }
      #expect(try Files.bytes(of: path) == before)
    }
  }

  /// A link has the name that SQLite needs for memory shared between programs, and is not followed.
  @Test func whereMemoryCannotBeSharedAnswersAreStoredAllTheSame() throws {
    try TemporaryFolder.with { folder in
      symlink("nowhere", "\(folder)/progress.sqlite-shm")
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(answer(1))
      let other = try ProgressStore.open(folder: folder, now: noon)
      try other.append(answer(2))
      try store.append(answer(3))
      #expect(try other.reviews() == [answer(1), answer(2), answer(3)])
      #expect(store.notices == [] && other.notices == [])
    }
  }

  /// The log that a kill left is taken in even where memory cannot be shared any more.
  @Test func aLogFromWhereMemoryWasSharedIsTakenIn() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(answer(1))
      try TemporaryFolder.with { copy in
        for name in ["", "-wal"] {
          try Files.write(
            Files.bytes(of: path + name), to: "\(copy)/progress.sqlite\(name)")
        }
        symlink("nowhere", "\(copy)/progress.sqlite-shm")
        let other = try ProgressStore.open(folder: copy, now: noon)
        #expect(try other.reviews() == [answer(1)])
        try other.append(answer(2))
        #expect(try other.reviews() == [answer(1), answer(2)])
      }
    }
  }

  @Test func anEmptyFileIsANewOne() throws {
    try TemporaryFolder.with { folder in
      try Files.write([], to: "\(folder)/progress.sqlite")
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.reviews() == [])
      try store.append(answer(1))
      #expect(try store.reviews() == [answer(1)])
      #expect(store.notices == [])
    }
  }

  @Test func aFullDatabaseKeepsWhatItHasAndSaysSo() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(answer(1))
      try store.writing { (database) throws(StorageProblem) in
        _ = try database.number("PRAGMA max_page_count = 1")
      }
      let long = String(repeating: "x", count: 100_000)
      #expect(throws: StorageProblem.full(path: store.path.text)) {
        try store.append(contentsOf: [answer(2), answer(3, text: long)])
      }
      #expect(try store.reviews() == [answer(1)])
      #expect(try ProgressStore.open(folder: folder, now: noon).reviews() == [answer(1)])
    }
  }

  @Test func aFileThatMayNotGrowIsAFullDisk() async {
    await #expect(processExitsWith: .success) {
      try TemporaryFolder.with { folder in
        let store = try ProgressStore.open(folder: folder, now: noon)
        try store.append(answer(1))
        let long = String(repeating: "x", count: 20_000)
        var stored = [answer(1)]
        var problem: StorageProblem?
        try ProgressDisk.whileFull(at: 150_000) {
          for number in 2..<20 where problem == nil {
            do throws(StorageProblem) {
              try store.append(answer(number, text: long))
              stored.append(answer(number, text: long))
            } catch {
              problem = error
            }
          }
        }
        #expect(problem == .full(path: store.path.text))
        #expect(try store.reviews() == stored)
        #expect(stored.count > 1)
      }
    }
  }

  @Test func everyProblemIsOneLineThatNamesItsPath() {
    let problems: [StorageProblem] = [
      .unwritable(path: "/p", reason: "r"), .unreadable(path: "/p", reason: "r"),
      .misplaced(path: "/p", .noFolder("/n")), .misplaced(path: "/p", .notAFolder("/n")),
      .misplaced(path: "/p", .isAFolder), .misplaced(path: "/p", .tooLong),
      .misplaced(path: "/p", .linkCircle), .misplaced(path: "/p", .readOnlyDisk),
      .full(path: "/p"), .busy(path: "/p"),
      .newer(path: "/p", found: 99, known: ProgressSchema.version),
      .foreign(path: "/p"), .damaged(path: "/p"),
      .setAside(path: "/p", name: "/n", kept: 3, altered: nil),
      .setAside(path: "/p", name: "/n", kept: 3, altered: "a view"),
      .badLine(path: "/p", line: 3, fault: .notAnObject), .incomplete(path: "/p"),
      .altered(path: "/p", what: "a view"), .notAFile(path: "/p", kind: "a folder"),
      .occupied(path: "/p"), .notOurs(path: "/p", kind: "log"), .wouldLose(path: "/p", answers: 1),
      .store(path: "/p"), .changed(path: "/p"), .replaced(path: "/p"),
      .failed(path: "/p", reason: "r"),
    ]
    for problem in problems {
      #expect(problem.message.contains("/p"))
      #expect(!problem.message.contains("\n"))
    }
    #expect(Set(problems.map(\.message)).count == problems.count)
  }
}
