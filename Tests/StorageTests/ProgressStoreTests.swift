import CSQLite
import Libc
import Scheduling
import TestSupport
import Testing

@testable import Storage

@Suite struct ProgressStoreTests {
  @Test func readingLeavesNoTrace() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: "\(folder)/a/attend", now: noon)
      #expect(store.notices.isEmpty)
      #expect(try store.reviews() == [])
      #expect(try store.places(document: "d") == [])
      #expect(try store.draft(document: "d", widget: "w") == nil)
      #expect(try store.setting("retention") == nil)
      #expect(try store.lessonsRead(document: "d") == [:])
      #expect(try store.countOfLessonsRead() == 0)
      #expect(Files.names(in: folder) == [])
    }
  }

  /// A setting alone is not a trace of a reader.
  @Test func aPlaceALessonOrAnAnswerIsATrace() throws {
    let traces: [(ProgressStore) throws -> Void] = [
      { try $0.setPlace(ReadingPosition(lesson: "l", word: 0, updated: 1), document: "d") },
      { try $0.markRead(document: "d", lesson: "l", at: 1) },
      {
        _ = try $0.append(
          Review(id: ReviewID(bits: 1), question: "q", kind: .answer(.good), time: 1, offset: 0))
      },
    ]
    for leave in traces {
      try TemporaryFolder.with { folder in
        let store = try ProgressStore.open(folder: "\(folder)/a", now: noon)
        #expect(try store.isUntouched())
        try store.setSetting("theme", to: "dark")
        #expect(try store.isUntouched())
        try leave(store)
        #expect(try !store.isUntouched())
      }
    }
  }

  @Test func theFirstWriteMakesFoldersForTheirOwnerAlone() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: "\(folder)/a/attend", now: noon)
      try store.setSetting("retention", to: "0.95")
      var status = stat()
      for path in ["\(folder)/a", "\(folder)/a/attend"] {
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o700)
      }
      #expect(
        try ProgressStore.open(folder: store.folder, now: noon).setting("retention") == "0.95")
    }
  }

  @Test func everyColumnComesBack() throws {
    try TemporaryFolder.with { folder in
      let all = [
        Review(
          id: ReviewID(bits: .max), question: "k3v9x2", kind: .answer(.hard), time: noon,
          offset: -570, seed: .max, answer: "[1, 2]\u{0}\u{1F600} é", credit: 0.1 + 0.2, hints: 2,
          confidence: 0, duration: 86_400_000_000, algorithm: "FSRS-6", version: "7"),
        Review(id: ReviewID(bits: 0), question: "", kind: .skip, time: 0, offset: 1080),
        Review(
          id: ReviewID(bits: 1), question: "q", kind: .void(ReviewID(bits: .max)), time: noon,
          offset: 0),
      ]
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.append(contentsOf: all) == 3)
      #expect(try store.reviews() == all)
      #expect(try ProgressStore.open(folder: folder, now: noon).reviews() == all)
    }
  }

  @Test func aRowIsStoredOnceAndAnotherOfTheSameNameIsKeptBeside() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.append(answer(1)))
      #expect(try !store.append(answer(1)))
      #expect(try store.append(answer(1, text: "the scores")))
      #expect(try store.append(contentsOf: [answer(1), answer(2), answer(2)]) == 1)
      #expect(try store.reviews() == [answer(1), answer(1, text: "the scores"), answer(2)])
    }
  }

  @Test func theHistoryIsThatOfTheReviews() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.history() == History())
      let void = Review(
        id: ReviewID(bits: 90), question: "q", kind: .void(answer(2).id), time: noon + 9_000,
        offset: 60)
      let skip = Review(
        id: ReviewID(bits: 91), question: "r", kind: .skip, time: noon, offset: -90, seed: .max)
      try store.append(contentsOf: [answer(3), answer(1), void, answer(2), skip])
      let history = try store.history()
      #expect(history == History(try store.reviews()))
      #expect(history.answers(to: "q").map(\.id.bits) == [1, 3])
      #expect(history.entries(of: "r").map(\.seed) == [.max])
    }
  }

  @Test func whatAnotherProgramWroteIsNews() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(contentsOf: (1...3).map { answer($0) })
      _ = try store.history()
      #expect(try store.news() == [])
      try ProgressStore.open(folder: folder, now: noon).append(answer(4))
      try store.append(answer(5))
      #expect(try store.news() == [answer(4), answer(5)])
      #expect(try store.news() == [])
      // Another file in its place is read from its beginning.
      for name in Files.names(in: folder) { unlink("\(folder)/\(name)") }
      #expect(try store.news() == [])
      try ProgressStore.open(folder: folder, now: noon).append(answer(6))
      #expect(try store.news() == [answer(6)])
    }
  }

  @Test func reviewsAreNeverChangedNorDeleted() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(answer(1))
      for sql in ["UPDATE review SET credit = 0", "DELETE FROM review"] {
        #expect(throws: StorageProblem.self) {
          try store.writing { (database) throws(StorageProblem) in try database.run(sql) }
        }
      }
      #expect(try store.reviews() == [answer(1)])
    }
  }

  @Test func placesMarksDraftsAndSettings() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.setPlace(ReadingPosition(lesson: "1", word: 7, updated: 10), document: "d")
      try store.setPlace(ReadingPosition(lesson: "2", word: 0, updated: 20), document: "d")
      try store.setPlace(ReadingPosition(lesson: "1", word: 8, updated: 30), document: "d")
      try store.setPlace(ReadingPosition(lesson: "1", word: 9, updated: 99), document: "other")
      #expect(
        try store.places(document: "d") == [
          ReadingPosition(lesson: "1", word: 8, updated: 30),
          ReadingPosition(lesson: "2", word: 0, updated: 20),
        ])
      #expect(try store.place(document: "d", lesson: "2")?.updated == 20)
      #expect(try store.place(document: "d", lesson: "3") == nil)

      try store.markRead(document: "d", lesson: "1", at: 5)
      try store.markRead(document: "d", lesson: "1", at: 6)
      try store.markRead(document: "e", lesson: "1", at: 7)
      #expect(try store.lessonsRead(document: "d") == ["1": 5])
      #expect(try store.countOfLessonsRead() == 2)

      try store.setDraft("a", document: "d", widget: "w")
      try store.setDraft("", document: "d", widget: "w")
      #expect(try store.draft(document: "d", widget: "w") == "")
      try store.deleteDraft(document: "d", widget: "w")
      #expect(try store.draft(document: "d", widget: "w") == nil)

      try store.setSetting("retention", to: "0.9")
      #expect(try store.setting("retention") == "0.9")
      try store.setSetting("retention", to: nil)
      #expect(try store.setting("retention") == nil)
    }
  }

  @Test func twoStoresWriteOneFileInTurn() throws {
    try TemporaryFolder.with { folder in
      let one = try ProgressStore.open(folder: folder, now: noon)
      let other = try ProgressStore.open(folder: folder, now: noon)
      for number in 0..<10 {
        try (number.isMultiple(of: 2) ? one : other).append(answer(number))
      }
      #expect(try one.reviews() == (0..<10).map { answer($0) })
      #expect(try other.reviews() == (0..<10).map { answer($0) })
    }
  }

  @Test func manyStoresWriteOneNewFileAtOnce() async throws {
    let folder = "/tmp/attend-test-\(ReviewID(bits: UInt128(getpid())).hex)"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try ProgressStore.open(folder: folder, now: noon)
          for number in 0..<10 { try store.append(answer(writer * 10 + number)) }
        }
      }
      try await group.waitForAll()
    }
    let stored = try ProgressStore.open(folder: folder, now: noon).reviews()
    #expect(stored.sorted { $0.id < $1.id } == (0..<40).map { answer($0) })
    for name in Files.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  @Test func aFileThatIsMovedAwayIsNotWrittenTo() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(answer(1))
      for name in Files.names(in: folder) {
        rename("\(folder)/\(name)", "\(folder)/old-\(name)")
      }
      try store.append(answer(2))
      #expect(try store.reviews() == [answer(2)])
      #expect(try ProgressStore.open(folder: folder, now: noon).reviews() == [answer(2)])
    }
  }
}
