import Libc
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Storage

@Suite struct FileWriterTests {
  private let text = Array("new".utf8)

  private func write(_ path: String, _ replacing: Replacing) throws(StorageProblem) {
    try FileWriter.write(text, to: Path(path), replacing: replacing)
  }

  private var own: Replacing { .own("text", force: false) { $0.starts(with: "own".utf8) } }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : 0
  }

  @Test func aNewFileIsWholeAndAlone() throws {
    try TemporaryFolder.with { folder in
      for replacing in [Replacing.nothing, own, .anything] {
        try write("\(folder)/a", replacing)
        #expect(try Files.bytes(of: "\(folder)/a") == text)
        #expect(Files.names(in: folder) == ["a"])
        unlink("\(folder)/a")
      }
    }
  }

  @Test func onlyWhatIsOursIsReplaced() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/a"
      for (old, problem) in [
        ("own text", nil), ("", nil), ("a note", StorageProblem.notOurs(path: path, kind: "text")),
      ] {
        try Files.write(old.utf8, to: path)
        #expect(throws: StorageProblem.occupied(path: path)) { try write(path, .nothing) }
        if let problem {
          #expect(throws: problem) { try write(path, own) }
          #expect(try Files.bytes(of: path) == Array(old.utf8))
          try write(path, .own("text", force: true) { _ in false })
        } else {
          try write(path, own)
        }
        #expect(try Files.bytes(of: path) == text)
        #expect(Files.names(in: folder) == ["a"])
      }
    }
  }

  @Test func aFileThatIsNotAsItWasReadStays() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/a"
      try Files.write("one".utf8, to: path)
      #expect(throws: StorageProblem.changed(path: path)) {
        try write(path, .exactly(Array("two".utf8)))
      }
      #expect(try Files.bytes(of: path) == Array("one".utf8))
      try write(path, .exactly(Array("one".utf8)))
      #expect(try Files.bytes(of: path) == text)
    }
  }

  @Test func progressIsNeverReplaced() throws {
    try TemporaryFolder.with { folder in
      try ProgressStore.open(folder: folder, now: noon).append(answer(1))
      let store = try ProgressStore.open(folder: folder, now: noon)
      link("\(folder)/progress.sqlite", "\(folder)/another")
      symlink("progress.sqlite", "\(folder)/link")
      for name in ["progress.sqlite", "progress.sqlite-wal", "another", "another-wal", "link"] {
        let path = "\(folder)/\(name)"
        let before = try? Files.bytes(of: path)
        #expect(throws: StorageProblem.store(path: path)) { try write(path, .anything) }
        #expect((try? Files.bytes(of: path)) == before)
      }
      let place = "\(folder)/empty/progress.sqlite"
      mkdir("\(folder)/empty", 0o700)
      #expect(throws: StorageProblem.store(path: place)) { try write(place, .anything) }
      #expect(try store.reviews() == [answer(1)])
    }
  }

  @Test func linksAreFollowedAndStay() throws {
    try TemporaryFolder.with { folder in
      mkdir("\(folder)/deep", 0o700)
      try Files.write("own".utf8, to: "\(folder)/deep/target")
      symlink("deep/target", "\(folder)/link")
      symlink("link", "\(folder)/second")
      try write("\(folder)/second", own)
      #expect(try Files.bytes(of: "\(folder)/deep/target") == text)
      for name in ["link", "second"] { #expect(mode("\(folder)/\(name)") & S_IFMT == S_IFLNK) }
      // A link that leads nowhere says where the file belongs.
      symlink("deep/none", "\(folder)/dangling")
      #expect(throws: StorageProblem.self) { try write("\(folder)/dangling", .nothing) }
      try write("\(folder)/dangling", own)
      #expect(try Files.bytes(of: "\(folder)/deep/none") == text)
      symlink("loop", "\(folder)/loop")
      #expect(throws: StorageProblem.self) { try write("\(folder)/loop", .anything) }
      #expect(Files.names(in: "\(folder)/deep") == ["none", "target"])
    }
  }

  @Test(arguments: [0o600, 0o644, 0o640, 0o444, 0o755]) func rightsStay(rights: UInt32) throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/a"
      try Files.write("own".utf8, to: path)
      chmod(path, rights)
      try write(path, own)
      #expect(mode(path) & 0o7777 == rights)
    }
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser gives files away"))
  func theOwnerStays() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/a"
      try Files.write("own".utf8, to: path)
      chown(path, 12, 34)
      try write(path, own)
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_uid == 12 && status.st_gid == 34)
    }
  }

  @Test func foldersAndDevicesAreWhatTheyAre() throws {
    try TemporaryFolder.with { folder in
      #expect(throws: StorageProblem.misplaced(path: folder, .isAFolder)) {
        try write(folder, .anything)
      }
      try write("/dev/null", own)
      #expect(throws: StorageProblem.full(path: "/dev/full")) { try write("/dev/full", own) }
      #expect(
        throws: StorageProblem.misplaced(path: "\(folder)/none/a", .noFolder("\(folder)/none"))
      ) { try write("\(folder)/none/a", own) }
    }
  }

  @Test func aFullDiskLeavesTheOldFileWhole() async {
    await #expect(processExitsWith: .success) {
      try TemporaryFolder.with { folder in
        let path = "\(folder)/a"
        try Files.write("own".utf8, to: path)
        var problem: StorageProblem?
        try ProgressDisk.whileFull(at: 1_000) {
          do throws(StorageProblem) {
            try FileWriter.write(
              Array(repeating: 0x61, count: 5_000), to: Path(path), replacing: .anything)
          } catch { problem = error }
        }
        #expect(problem == .full(path: path))
        #expect(try Files.bytes(of: path) == Array("own".utf8))
        #expect(Files.names(in: folder) == ["a"])
      }
    }
  }

  @Test func aNameNeedNotBeText() throws {
    try TemporaryFolder.with { folder in
      let path = Path(folder).appending(Path(bytes: [0x63, 0xE9, 0xFF]))
      try FileWriter.write(text, to: path, replacing: .nothing)
      #expect(try Disk.names(in: Path(folder)) == [path.name])
      #expect(try Disk.contents(of: path) == text)
      #expect(throws: StorageProblem.occupied(path: "\(folder)/c\\xE9\\xFF")) {
        try FileWriter.write(text, to: path, replacing: .nothing)
      }
    }
  }

  @Test func aLogIsReplacedOnlyByOneThatHoldsItsAnswers() throws {
    try TemporaryFolder.with { folder in
      let path = Path(folder).appending("log.jsonl")
      let store = try ProgressStore.open(folder: "\(folder)/state", now: noon)
      try store.append(answer(1))
      try store.export(to: path, force: false)
      try store.append(answer(2))
      try store.export(to: path, force: false)
      #expect(ReviewLog(try Disk.contents(of: path), path: "").reviews.count == 2)
      let other = try ProgressStore.open(folder: "\(folder)/other", now: noon)
      try other.append(answer(2))
      #expect(throws: StorageProblem.wouldLose(path: path.text, answers: 1)) {
        try other.export(to: path, force: false)
      }
      #expect(ReviewLog(try Disk.contents(of: path), path: "").reviews.count == 2)
      try other.export(to: path, force: true)
      #expect(ReviewLog(try Disk.contents(of: path), path: "").reviews == [answer(2)])
    }
  }
}
