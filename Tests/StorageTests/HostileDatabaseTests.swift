import CSQLite
import Libc
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Storage

/// Databases that say they are ours, and are not what we make.
@Suite struct HostileDatabaseTests {
  /// Changes to the schema behind the back of this program.
  private static let changes = [
    "CREATE VIEW v AS SELECT 1",
    "CREATE INDEX place_by_time ON place (updated)",
    "CREATE TRIGGER t AFTER INSERT ON review BEGIN DELETE FROM place; END",
    "CREATE TRIGGER t BEFORE INSERT ON setting BEGIN SELECT RAISE(IGNORE); END",
    "DROP TRIGGER review_stays",
    "DROP INDEX review_id",
    "CREATE TABLE more (x)",
    "ALTER TABLE draft ADD COLUMN more TEXT",
    "DROP TABLE setting; CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB)",
    "DROP TABLE place; CREATE VIEW place AS WITH RECURSIVE n(i) AS "
      + "(SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      + "SELECT '' document, '' lesson, i block, i word, i updated FROM n",
  ]

  private func store(in folder: String, changedBy sql: String) throws {
    do {
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(contentsOf: [answer(1), answer(2)])
      try store.setSetting("retention", to: "0.8")
    }
    var handle: OpaquePointer?
    #expect(sqlite3_open("\(folder)/progress.sqlite", &handle) == SQLITE_OK)
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK, "\(sql)")
    sqlite3_close(handle)
  }

  @Test(arguments: changes) func whatDiffersIsSetAsideAndItsAnswersAreKept(sql: String) throws {
    try TemporaryFolder.with { folder in
      try store(in: folder, changedBy: sql)
      let store = try ProgressStore.open(folder: folder, now: noon)
      guard case .setAside(_, let name, kept: 2, .some)? = store.nextNotice() else {
        Issue.record("\(store.notices)")
        return
      }
      #expect(access(name, F_OK) == 0)
      #expect(try store.reviews() == [answer(1), answer(2)])
      #expect(try store.setting("retention") == (sql.contains("TABLE setting") ? nil : "0.8"))
      try store.append(answer(3))
      #expect(try ProgressStore.open(folder: folder, now: noon).reviews().count == 3)
      #expect(store.nextNotice() == nil)
    }
  }

  /// Rows without end, under the name of the log: nothing of it is read.
  @Test(arguments: [
    "CREATE VIEW review AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      + "SELECT i row, zeroblob(16) id, 'q' question, 'skip' kind, NULL grade, NULL voids, i time, "
      + "0 zone, 0 seed, '' answer, 0.0 credit, 0 hints, NULL confidence, 0 duration, '' algorithm, "
      + "'' version FROM n",
    "CREATE TABLE review (row INTEGER PRIMARY KEY, id BLOB, question TEXT AS (hex(zeroblob(9))))",
  ]) func anotherLogIsNotRead(sql: String) throws {
    try TemporaryFolder.with { folder in
      try store(in: folder, changedBy: "DROP TABLE review; \(sql)")
      let store = try ProgressStore.open(folder: folder, now: noon)
      guard case .setAside(_, _, kept: 0, .some)? = store.nextNotice() else {
        Issue.record("\(store.notices)")
        return
      }
      #expect(try store.reviews() == [])
      #expect(try store.setting("retention") == "0.8")
    }
  }

  @Test func anotherSuchFileIsNotTakenIn() throws {
    try TemporaryFolder.with { folder in
      try store(in: "\(folder)/other", changedBy: "CREATE VIEW v AS SELECT 1")
      let path = "\(folder)/other/progress.sqlite"
      let before = try Files.bytes(of: path)
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(throws: StorageProblem.altered(path: path, what: "a foreign view, \"v\"")) {
        try store.merge(fileAt: path)
      }
      #expect(try Files.bytes(of: path) == before)
    }
  }

  @Test func whatAnalyzeCountsIsNoDifference() throws {
    try TemporaryFolder.with { folder in
      try store(in: folder, changedBy: "ANALYZE")
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(store.notices == [])
      #expect(try store.reviews().count == 2)
    }
  }

  /// Rows that come again have no end where pages lead back to themselves.
  @Test func aQueryThatDoesNotEndIsEnded() throws {
    try TemporaryFolder.with { folder in
      try store(in: folder, changedBy: "")
      let database = try Database(path: "\(folder)/progress.sqlite", access: .reading)
      database.limitSteps()
      #expect(throws: StorageProblem.damaged(path: "\(folder)/progress.sqlite")) {
        try database.number(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
      }
    }
  }

  @Test func aFolderOrAPipeInItsPlaceIsSaid() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/progress.sqlite"
      mkdir(path, 0o700)
      #expect(throws: StorageProblem.notAFile(path: path, kind: "a folder")) {
        try ProgressStore.open(folder: folder, now: noon)
      }
      rmdir(path)
      mkfifo(path, 0o600)
      #expect(throws: StorageProblem.notAFile(path: path, kind: "no plain file")) {
        try ProgressStore.open(folder: folder, now: noon)
      }
    }
  }

  @Test func whatOthersMayReadIsTakenFromThem() throws {
    try TemporaryFolder.with { folder in
      let open = try ProgressStore.open(folder: folder, now: noon)
      try open.append(answer(1))
      let names = Files.names(in: folder) + ["progress-damaged-x.sqlite"]
      #expect(names.count == 4)
      func modes() -> [mode_t] {
        ([folder] + names.map { "\(folder)/\($0)" }).map {
          var status = stat()
          return stat($0, &status) == 0 ? status.st_mode & 0o777 : 0
        }
      }
      #expect(modes() == [0o700, 0o600, 0o600, 0o600, 0])
      try Files.write([1], to: "\(folder)/progress-damaged-x.sqlite")
      for name in names { chmod("\(folder)/\(name)", 0o644) }
      chmod(folder, 0o755)
      _ = try ProgressStore.open(folder: folder, now: noon)
      #expect(modes() == [0o700, 0o600, 0o600, 0o600, 0o600])
      // What was made read-only on purpose stays so.
      chmod(folder, 0o555)
      _ = try ProgressStore.open(folder: folder, now: noon)
      #expect(modes()[0] == 0o500)
      chmod(folder, 0o700)
    }
  }

  @Test func aStateFolderNeedNotBeText() throws {
    try TemporaryFolder.with { folder in
      let state = Path(folder).appending(Path(bytes: [0x73, 0xE9, 0x3F, 0x25, 0x23]))
      try ProgressStore.open(folder: state, now: noon).append(answer(1))
      #expect(try Disk.names(in: Path(folder)) == [state.name])
      #expect(try ProgressStore.open(folder: state, now: noon).reviews() == [answer(1)])
      let frozen = try Database(path: state.appending("progress.sqlite"), access: .frozen)
      #expect(try frozen.number("SELECT count(*) FROM review") == 1)
    }
  }

  @Test func aLineWithoutEndIsLeftOutUnread() {
    let long = Array(repeating: UInt8(ascii: "["), count: ReviewLog.longestLine + 1)
    let log = ReviewLog(long + Array("\n\(answer(1).line)".utf8), path: "/log")
    #expect(log.reviews == [answer(1)])
    #expect(
      log.problems == [
        .badLine(path: "/log", line: 1, fault: .tooLong(limit: ReviewLog.longestLine))
      ])
  }
}
