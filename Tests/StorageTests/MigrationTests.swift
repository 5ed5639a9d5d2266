import CSQLite
import Libc
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Storage

/// Files that earlier versions wrote; each stored one came from the program of its time.
@Suite struct MigrationTests {
  static let versions = 1..<ProgressSchema.version

  /// A copy of the stored file of that version, in a folder of its own.
  func withFile(
    ofVersion version: Int, _ body: (_ folder: String, _ path: String) throws -> Void
  ) throws {
    let stored = "\(Files.tests)/Fixtures/storage/progress-\(version).sqlite"
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      try Files.write(Files.bytes(of: stored), to: path)
      try body(folder, path)
    }
  }

  private func isWhole(_ store: ProgressStore) throws {
    #expect(store.notices == [])
    #expect(try store.reviews().count == 2)
    let places = try store.places(document: "course")
    #expect(places.map(\.word) == [73, 440])
    #expect(try store.lessonsRead(document: "course").count == 1)
    #expect(try store.drafts(document: "course").keys.sorted() == ["#dot-product"])
    #expect(try store.setting("quiz.retention") == "0.91")
  }

  @Test(arguments: versions) func anEarlierFileIsReadAsItIs(version: Int) throws {
    try withFile(ofVersion: version) { folder, path in
      let before = try Files.bytes(of: path)
      let store = try ProgressStore.open(folder: folder, now: noon)
      try isWhole(store)
      #expect(try store.bookmarks(document: "course") == [])
      #expect(try Files.bytes(of: path) == before)
    }
  }

  @Test(arguments: versions) func theFirstWriteBringsItUpToDate(version: Int) throws {
    try withFile(ofVersion: version) { folder, path in
      let mark = Bookmark(letter: "a", lesson: "one", word: 7, updated: noon)
      do {
        let store = try ProgressStore.open(folder: folder, now: noon)
        try store.setBookmark(mark, document: "course")
        try isWhole(store)
      }
      let database = try Database(path: path, access: .existing)
      #expect(try ProgressSchema.state(of: database) == .version(ProgressSchema.version))
      let again = try ProgressStore.open(folder: folder, now: noon)
      try isWhole(again)
      #expect(try again.bookmarks(document: "course") == [mark])
    }
  }

  /// What SQLite keeps of a migrated file is what a fresh one defines, word for word.
  @Test(arguments: versions) func aMigratedFileIsLikeAFreshOne(version: Int) throws {
    try withFile(ofVersion: version) { folder, path in
      let migrated = try Database(path: path, access: .existing)
      try ProgressSchema.prepare(migrated)
      let fresh = try Database(path: "\(folder)/fresh.sqlite", access: .creating)
      try ProgressSchema.prepare(fresh)
      let difference = try SchemaObject.difference(
        SchemaObject.all(in: migrated), SchemaObject.all(in: fresh))
      #expect(difference == nil)
    }
  }

  @Test(arguments: versions) func anEarlierFileThatWasAlteredKeepsItsAnswers(version: Int) throws {
    try withFile(ofVersion: version) { folder, path in
      try alter(path, "CREATE VIEW v AS SELECT 1")
      let store = try ProgressStore.open(folder: folder, now: noon)
      guard case .setAside(_, _, kept: 2, .some)? = store.nextNotice() else {
        Issue.record("\(store.notices)")
        return
      }
      #expect(try store.reviews().count == 2)
      #expect(try store.places(document: "course").map(\.word) == [73, 440])
    }
  }

  /// A migration that fails half-way, on a full disk for one, leaves the file as it was.
  @Test func aMigrationHappensWhollyOrNotAtAll() async {
    await #expect(processExitsWith: .success) {
      for version in 1..<ProgressSchema.version {
        try MigrationTests().withFile(ofVersion: version) { folder, path in
          let before = try Files.bytes(of: path)
          var problem: StorageProblem?
          try ProgressDisk.whileFull(at: 1) {
            do throws(StorageProblem) {
              try ProgressStore.open(folder: folder, now: noon).append(answer(9))
            } catch { problem = error }
          }
          guard problem == .full(path: path), try Files.bytes(of: path) == before else { exit(1) }
          guard try ProgressStore.open(folder: folder, now: noon).reviews().count == 2 else {
            exit(2)
          }
        }
      }
    }
  }

  /// A program that was running while a later one migrated the file says so, and keeps off.
  @Test func aFileThatALaterProgramMigratedIsNotTakenForDamaged() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(answer(1))
      let later = ProgressSchema.version + 1
      try alter(
        path, "ALTER TABLE place RENAME COLUMN word TO words; PRAGMA user_version = \(later)")
      let known = ProgressSchema.version
      #expect(throws: StorageProblem.newer(path: path, found: later, known: known)) {
        try store.setPlace(ReadingPosition(lesson: "one", word: 1, updated: noon), document: "d")
      }
      #expect(throws: StorageProblem.newer(path: path, found: later, known: known)) {
        try store.places(document: "d")
      }
      #expect(store.nextNotice() == nil)
    }
  }

  private func alter(_ path: String, _ sql: String) throws {
    var handle: OpaquePointer?
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK, "\(sql)")
    sqlite3_close(handle)
  }
}
