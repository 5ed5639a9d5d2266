import Libc
import Notes
import TestSupport
import Testing

@testable import Storage

/// Each way in which a path leads to no file says what, where, and what to do.
@Suite struct FileProblemTests {
  private func problem(_ body: () throws(StorageProblem) -> Void) -> StorageProblem? {
    do throws(StorageProblem) {
      try body()
      return nil
    } catch { return error }
  }

  @Test func writingAndReadingSayTheSame() throws {
    try TemporaryFolder.with { folder in
      try Files.write("x".utf8, to: "\(folder)/file")
      mkdir("\(folder)/folder", 0o700)
      symlink("b", "\(folder)/a")
      symlink("a", "\(folder)/b")
      let long = String(repeating: "n", count: 300)
      let cases: [(String, Misplacement)] = [
        ("none/x", .noFolder("\(folder)/none")), ("none/deep/x", .noFolder("\(folder)/none")),
        ("file/x", .notAFolder("\(folder)/file")), ("file/deep/x", .notAFolder("\(folder)/file")),
        ("folder", .isAFolder), (long, .tooLong), ("a", .linkCircle),
        ("a/x", .linkCircle),
      ]
      for (name, misplacement) in cases {
        let path = "\(folder)/\(name)"
        let expected = StorageProblem.misplaced(path: path, misplacement)
        for replacing in [Replacing.anything, .exactly([])] {
          #expect(
            problem { () throws(StorageProblem) in
              try FileWriter.write([1], to: Path(path), replacing: replacing)
            } == expected, "writing \(name)")
        }
        #expect(
          problem { () throws(StorageProblem) in _ = try Disk.contents(of: Path(path)) }
            == expected, "reading \(name)")
        #expect(expected.message.contains("\n") == false)
      }
      #expect(Files.names(in: folder) == ["a", "b", "file", "folder"])
    }
  }

  /// What keeps a new file from being made is known before it is written, and is what writing says.
  @Test func anObstacleIsKnownBefore() throws {
    try TemporaryFolder.with { folder in
      try Files.write("x".utf8, to: "\(folder)/file")
      symlink("none", "\(folder)/leading")
      symlink("a", "\(folder)/a")
      let long = String(repeating: "n", count: 300)
      func misplaced(_ path: String, _ misplacement: Misplacement) -> (String, StorageProblem) {
        (path, .misplaced(path: path, misplacement))
      }
      for (path, expected) in [
        misplaced("", .noName), misplaced("\(folder)/new/", .isAFolder),
        misplaced("\(folder)/\(long)", .tooLong), misplaced("\(folder)/a/x", .linkCircle),
        misplaced("\(folder)/none/deep/x", .noFolder("\(folder)/none")),
        misplaced("\(folder)/file/x", .notAFolder("\(folder)/file")),
        misplaced("\(folder)/file/deep/x", .notAFolder("\(folder)/file")),
        ("\(folder)/file", .occupied(path: "\(folder)/file")),
        ("\(folder)/leading", .occupied(path: "\(folder)/leading")),
        ("\(folder)/progress.sqlite", .store(path: "\(folder)/progress.sqlite")),
      ] {
        #expect(FileWriter.obstacle(toMaking: Path(path)) == expected, "\(path)")
        #expect(
          problem { () throws(StorageProblem) in
            try FileWriter.write([1], to: Path(path), replacing: .nothing)
          } == expected, "writing \(path)")
      }
      #expect(FileWriter.obstacle(toMaking: Path("\(folder)/free")) == nil)
      #expect(Files.names(in: folder) == ["a", "file", "leading"])
    }
  }

  @Test(.enabled(if: getuid() != 0, "the system refuses the superuser nothing"))
  func aFolderThatTakesNothingIsKnownBefore() throws {
    try TemporaryFolder.with { folder in
      chmod(folder, 0o500)
      defer { chmod(folder, 0o700) }
      let path = Path("\(folder)/a")
      let expected = StorageProblem.unwritable(
        path: path.description, reason: describe(errno: EACCES))
      #expect(FileWriter.obstacle(toMaking: path) == expected)
      #expect(throws: expected) { try FileWriter.write([1], to: path, replacing: .nothing) }
    }
  }

  @Test func aFolderToSyncWithThatCannotBe() throws {
    try TemporaryFolder.with { folder in
      try Files.write("x".utf8, to: "\(folder)/file")
      let store = try ProgressStore.open(folder: "\(folder)/state", now: noon)
      var random = SystemRandomNumberGenerator()
      for (name, misplacement) in [
        ("none/x", Misplacement.noFolder("\(folder)/none")),
        ("file", .notAFolder("\(folder)/file")), ("file/x", .notAFolder("\(folder)/file")),
      ] {
        let path = "\(folder)/\(name)"
        #expect(throws: StorageProblem.misplaced(path: path, misplacement)) {
          _ = try store.sync(folder: Path(path), using: &random)
        }
      }
    }
  }

  @Test func aFileKeepsAllOfItsNames() throws {
    try TemporaryFolder.with { folder in
      try Files.write("a long old text".utf8, to: "\(folder)/one")
      link("\(folder)/one", "\(folder)/two")
      try FileWriter.write(Array("new".utf8), to: Path("\(folder)/one"), replacing: .anything)
      #expect(try Files.bytes(of: "\(folder)/two") == Array("new".utf8))
      #expect(Files.names(in: folder) == ["one", "two"])
    }
  }

  /// What is not an answer whatever follows is not kept, nor waited for.
  @Test func aLineThatNeverEndsIsLeftOut() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/log"
      let long = String(repeating: "x", count: ReviewLog.longestLine + 70_000)
      try Files.write(
        Array("\(answer(1).line)\n\n\(long)\n\(answer(2).line)\n".utf8), to: path)
      let log = try ReviewLog(fileAt: Path(path))
      #expect(log.reviews == [answer(1), answer(2)])
      #expect(log.badLines == 1)
      #expect(
        log.problems == [
          .badLine(path: path, line: 3, fault: .tooLong(limit: ReviewLog.longestLine))
        ])
      let whole = ReviewLog(try Files.bytes(of: path), path: path)
      #expect(whole.reviews == log.reviews && whole.problems == log.problems)
    }
  }
}
