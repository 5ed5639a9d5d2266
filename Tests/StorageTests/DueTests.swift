import Scheduling
import TestSupport
import Testing

@testable import Storage

/// The summary of what is due: right after each write, whoever wrote.
@Suite struct DueTests {
  private static let day = 86_400_000
  private let scheduler = Scheduler()

  /// So many questions, in the first of these notes and, from number 30 on, in the second.
  private func fill(_ store: ProgressStore) throws {
    for (document, numbers) in [("a", 0..<30), ("b", 30..<40)] {
      try store.setKnownQuestions(
        numbers.map { number in
          KnownQuestion(
            id: "q\(number)", place: number, lesson: "l", kind: "words", words: "\(number)")
        }, document: document)
    }
  }

  private func row(
    _ number: Int, _ question: Int, _ kind: Review.Kind, at time: Int
  ) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: "q\(question)", kind: kind, time: time,
      offset: 0)
  }

  /// What all of the log says, counted without any summary.
  private func counted(_ store: ProgressStore, at now: Int) throws -> [DueNotes] {
    var history = try store.history()
    history.horizon = now + Self.day
    let today = StudyDay(time: now, offset: 0)
    return try ["a", "b"].map { document in
      var (due, new, answered, begun) = (0, 0, 0, 0)
      for question in try store.knownQuestions(document: document) where question.place != nil {
        let card = history.card(of: question.id, by: scheduler.with(history.weights))
        let standing = history.standing(of: question.id) ?? Standing()
        let isAsked = standing.isAsked(on: today, isNew: card == nil)
        if isAsked, card == nil { new += 1 }
        guard let card else { continue }
        if isAsked, card.isDue(at: now, on: today) { due += 1 }
        let ofToday = history.answers(to: question.id).count { $0.day == today }
        answered += ofToday
        if ofToday > 0, ofToday == card.reviews { begun += 1 }
      }
      return DueNotes(document: document, due: due, new: new, answered: answered, begun: begun)
    }
  }

  /// Days that were chosen for a row are read of the file as of the row.
  @Test func itKnowsTheDayThatWasChosen() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try fill(store)
      let rows = (0..<10).map { number in
        Review(
          id: ReviewID(bits: UInt128(number + 1)), question: "q\(number)", kind: .answer(.easy),
          time: noon + number, offset: 0, version: "1@\(number + 3)")
      }
      try store.append(contentsOf: rows)
      #expect(try store.history() == History(rows))
      for later in 5...11 { try agrees(store, at: noon + later * Self.day) }
      // By FSRS-6 an Easy comes back after six to ten days: within them as chosen.
      let cards = try store.history().cards(by: scheduler)
      #expect((3...7).allSatisfy { cards["q\($0)"]?.memory.interval == .days($0 + 3) })
      #expect([6, 7, 8, 9, 10].contains { cards["q0"]?.memory.interval == .days($0) })
    }
  }

  private func agrees(_ store: ProgressStore, at now: Int) throws {
    let found = try store.due(by: scheduler, at: now, on: StudyDay(time: now, offset: 0))
    #expect(try found == counted(store, at: now))
  }

  @Test func nothingWasEverAsked() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.due(by: scheduler, at: noon, on: StudyDay(time: noon, offset: 0)) == [])
      try fill(store)
      let found = try store.due(by: scheduler, at: noon, on: StudyDay(time: noon, offset: 0))
      #expect(found.map(\.new) == [30, 10] && found.map(\.due) == [0, 0])
    }
  }

  /// A file that was quizzed, and the folder around it, hold the same questions.
  @Test func aQuestionIsCountedOnceOverAllNotes() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      let questions = (0..<10).map { (number: Int) in
        KnownQuestion(id: "q\(number)", place: number, lesson: "l", kind: "words", words: "")
      }
      let later = noon + 90 * Self.day
      func found(_ isThere: (String) -> Bool = { _ in true }) throws -> [DueNotes] {
        try store.due(
          by: scheduler, at: later, on: StudyDay(time: later, offset: 0), among: isThere)
      }
      try store.setKnownQuestions(Array(questions[..<4]), document: "notes/a.md")
      try store.append(contentsOf: (0..<3).map { row($0 + 1, $0, .answer(.good), at: noon + $0) })
      try store.setKnownQuestions(questions, document: "notes")
      #expect(try found().map(\.document) == ["notes", "notes/a.md"])
      #expect(try found().map(\.due) == [3, 0] && found().map(\.new) == [7, 0])
      // Whoever was looked through last has them.
      try store.setKnownQuestions(Array(questions[..<4]), document: "notes/a.md")
      #expect(try found().map(\.due) == [0, 3] && found().map(\.new) == [6, 1])
      // Notes that are gone have none, and leave theirs to the others.
      #expect(try found { $0 == "notes" }.map(\.due) == [3])
      #expect(try found { $0 == "notes" }.map(\.new) == [7])
      #expect(try found { _ in false } == [])
      // Where one is gone from the notes, the others have it.
      let gone = questions[..<4].map { question in
        KnownQuestion(id: question.id, place: nil, lesson: "l", kind: "words", words: "")
      }
      try store.setKnownQuestions(gone, document: "notes/a.md")
      #expect(try found().map(\.due) == [3] && found().map(\.document) == ["notes"])
    }
  }

  /// Questions are looked through in a reader too; notes count once any was answered.
  @Test func notesThatWereOnlyReadAreTold() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.quizzedNotes() == [])
      try fill(store)
      #expect(try store.quizzedNotes() == [])
      try store.append(contentsOf: [row(1, 31, .answer(.good), at: noon)])
      #expect(try store.quizzedNotes() == ["b"])
    }
  }

  /// Months of answers, undos and decisions, with a look after every few.
  @Test(arguments: [1, 2, 3] as [UInt64]) func itAgreesWithTheLogAfterEachWrite(seed: UInt64) throws
  {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try fill(store)
      var random = SplitMix(seed: seed)
      var now = noon
      var given: [Review] = []
      for number in 1...160 {
        now += random.int(below: 3) == 0 ? random.int(below: 4) * Self.day : 60_000
        let question = random.int(below: 40)
        let today = StudyDay(time: now, offset: 0)
        let kind: Review.Kind =
          switch random.int(below: 12) {
          case 0: .action(.suspend)
          case 1: .action(.resume)
          case 2: .action(.bury(until: today.advanced(by: 1)))
          case 3: .action(.due(today.advanced(by: random.int(below: 9))))
          case 4: .action(.known)
          case 5: .skip
          case 6: given.randomElement(using: &random).map { .void($0.id) } ?? .skip
          default: .answer(Grade.allCases[random.int(below: 4)])
          }
        var review = row(number, question, kind, at: now)
        if case .void(let target) = kind, let other = given.first(where: { $0.id == target }) {
          review = Review(
            id: review.id, question: other.question, kind: kind, time: now, offset: 0)
        }
        try store.append(review)
        given.append(review)
        if number % 3 == 0 { try agrees(store, at: now) }
        if number % 40 == 0 { try agrees(store, at: now + 30 * Self.day) }
      }
      // Another program, that knows nothing of this one.
      try agrees(ProgressStore.open(folder: folder, now: now), at: now + 300 * Self.day)
    }
  }

  /// A row of the far future is beside the summary, and never worked out: no day is so late. What is
  /// written here is bounded; the rows of another program are as they are.
  @Test(arguments: [Int.max, Int.max - 1_000, 1 << 60]) func aRowOfTheFarFutureWaits(time: Int)
    throws
  {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try fill(store)
      try store.append(row(1, 1, .answer(.again), at: noon))
      try agrees(store, at: noon + 1)
      try Database(path: "\(folder)/progress.sqlite", access: .existing).run(
        """
        INSERT INTO review (id, question, kind, grade, time, zone, seed, answer, credit, hints,
          duration, algorithm, version)
        SELECT randomblob(16), 'q2', kind, grade, \(time), zone, seed, answer, credit, hints,
          duration, algorithm, version FROM review
        """)
      #expect(try store.news().map(\.question) == ["q2"])
      try agrees(store, at: noon + 2)
      try store.append(row(3, 3, .answer(.good), at: noon + 3))
      try agrees(store, at: noon + Self.day)
    }
  }

  /// What takes a look at all of the log: rows of another device, questions that continue others, other
  /// weights, another retention, rows from a clock that was ahead.
  @Test func itAgreesWhateverCameIn() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try fill(store)
      try store.append(contentsOf: (0..<20).map { row($0 + 1, $0, .answer(.good), at: noon + $0) })
      let now = noon + 2 * Self.day
      try agrees(store, at: now)
      let other = try ProgressStore.open(folder: "\(folder)/other", now: noon)
      try other.append(
        contentsOf: (0..<20).map {
          row($0 + 100, $0 + 5, .answer(.again), at: noon + Self.day + $0)
        })
      _ = try store.merge(fileAt: "\(folder)/other/progress.sqlite")
      try agrees(store, at: now)
      try store.append(row(200, 35, .action(.continues("q3")), at: now))
      try agrees(store, at: now)
      try store.append(row(201, 3, .answer(.easy), at: now + 1))
      try agrees(store, at: now + Self.day)
      // Taken back under another question's name.
      try store.append(row(202, 9, .void(ReviewID(bits: 201)), at: now + 2))
      try agrees(store, at: now + Self.day)
      let own = try #require(Weights(Weights.published.values.map { $0 * 1.01 }))
      try store.append(
        Review(
          id: ReviewID(bits: 203), question: Review.Action.allQuestions,
          kind: .action(.weights(own)), time: now + 3, offset: 0))
      try agrees(store, at: now + 9 * Self.day)
      try store.append(row(204, 39, .answer(.good), at: now + 400 * Self.day))
      try agrees(store, at: now + 9 * Self.day)
      try agrees(store, at: now + 500 * Self.day)
      let often = Scheduler(retention: 0.97)
      let today = StudyDay(time: now + 9 * Self.day, offset: 0)
      let due = try store.due(by: often, at: now + 9 * Self.day, on: today)
      #expect(
        try due.reduce(0) { $0 + $1.due }
          >= store.due(by: scheduler, at: now + 9 * Self.day, on: today).reduce(0) { $0 + $1.due })
    }
  }

  /// After a few answers nothing is written: a prompt that is drawn need not wait for the disk.
  @Test func aLookAfterAFewAnswersWritesNothing() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try fill(store)
      try store.append(row(1, 0, .answer(.good), at: noon))
      try agrees(store, at: noon + 1)
      let stamp = try store.setting(DueStamp.setting)
      try store.append(contentsOf: [
        row(2, 1, .answer(.again), at: noon + 2), row(3, 0, .void(ReviewID(bits: 1)), at: noon + 3),
        row(4, 35, .action(.suspend), at: noon + 4),
      ])
      try agrees(store, at: noon + 5)
      try agrees(store, at: noon + Self.day)
      #expect(try store.setting(DueStamp.setting) == stamp)
      // Many are worked in.
      try store.append(
        contentsOf: (0..<70).map { index in
          Review(
            id: ReviewID(bits: UInt128(100 + index)), question: "other-\(index)",
            kind: .answer(.good), time: noon + 6 + index, offset: 0)
        })
      try agrees(store, at: noon + 1_000)
      #expect(try store.setting(DueStamp.setting) != stamp)
    }
  }

  /// Where a question stands once more it is remembered, and not counted; others that hold it are found.
  @Test func copiesAreRememberedAndNotCounted() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      func question(_ id: String, in lesson: String, isCopy: Bool = false) -> KnownQuestion {
        KnownQuestion(
          id: id, place: isCopy ? nil : 0, lesson: lesson, kind: "words", words: "w", asked: "w",
          key: "k", isCopy: isCopy)
      }
      let own = [
        question("q1", in: "a.md#L"), question("q1", in: "b.md#L", isCopy: true),
        question("q1", in: "c.md#L", isCopy: true),
      ]
      try store.setKnownQuestions(own, document: "/x")
      #expect(try store.knownQuestions(document: "/x") == own)
      let due = try store.due(by: scheduler, at: noon, on: StudyDay(time: noon, offset: 0))
      #expect(due.map(\.new) == [1])
      try store.setKnownQuestions([question("q1", in: "a.md#L")], document: "/x/a.md")
      try store.setKnownQuestions([question("q2", in: "z.md#L")], document: "/z.md")
      try store.setExportedQuestions([question("q1", in: "a.md#L")], document: "/x/a.md")
      #expect(try store.questions(beside: "/x/a.md", or: []).map(\.question) == own)
      // Those of a folder above come whatever their identity, others by it alone.
      try store.setKnownQuestions([question("q3", in: "x/d.md#L")], document: "/")
      try store.setKnownQuestions([question("q4", in: "y.md#L")], document: "/y.md")
      let many = (0..<12_000).map { "n\($0)" } + ["q2"]
      #expect(
        try store.questions(beside: "/x", or: many).map(\.document) == ["/x/a.md", "/z.md"])
    }
  }

  /// A question that branched off another one is worked out from the rows of both.
  @Test func aBranchIsCountedByTheRowsOfBoth() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try fill(store)
      try store.append(contentsOf: (0..<20).map { row($0 + 1, $0, .answer(.good), at: noon + $0) })
      try agrees(store, at: noon + 40)
      try store.append(row(50, 35, .action(.branches("q3", until: noon + 30)), at: noon + 50))
      try agrees(store, at: noon + 60)
      let stamp = try store.setting(DueStamp.setting)
      try store.append(contentsOf: [
        row(60, 35, .answer(.again), at: noon + 60), row(61, 3, .answer(.easy), at: noon + 61),
      ])
      try agrees(store, at: noon + Self.day)
      #expect(try store.setting(DueStamp.setting) == stamp)
      try store.append(row(62, 3, .void(ReviewID(bits: 4)), at: noon + 62))
      try agrees(store, at: noon + Self.day)
    }
  }

  /// A question with several names is worked out from the rows of all of them, without a look at the whole log.
  @Test func aLookAtJoinedQuestionsWritesNothing() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try fill(store)
      try store.append(contentsOf: (0..<20).map { row($0 + 1, $0, .answer(.good), at: noon + $0) })
      try store.append(row(50, 35, .action(.continues("q3")), at: noon + 50))
      try store.append(row(51, 36, .action(.continues("q35")), at: noon + 51))
      try agrees(store, at: noon + 60)
      let stamp = try store.setting(DueStamp.setting)
      try store.append(contentsOf: [
        row(60, 36, .answer(.again), at: noon + 60), row(61, 5, .answer(.easy), at: noon + 61),
        row(62, 3, .void(ReviewID(bits: 4)), at: noon + 62),
      ])
      try agrees(store, at: noon + 70)
      try agrees(store, at: noon + Self.day)
      #expect(try store.setting(DueStamp.setting) == stamp)
      // Parted, and joined again, all is counted anew.
      let parting = Review(
        id: ReviewID(bits: 70), question: "q35", kind: .void(ReviewID(bits: 50)), time: noon + 70,
        offset: 0, answer: Review.parting)
      for new in [parting, row(71, 35, .void(ReviewID(bits: 70)), at: noon + 71)] {
        try store.append(new)
        try agrees(store, at: noon + 80)
        try agrees(store, at: noon + Self.day)
      }
      #expect(try store.setting(DueStamp.setting) != stamp)
      #expect(try store.history() == History(store.reviews()))
    }
  }

  /// A name that cannot stand in the list of groups makes each look one at all of the log.
  @Test func aGroupsNameMayHoldAnything() throws {
    #expect(DueGroups.text([["a\tb", "c"]]) == nil && DueGroups.text([["a", "c\n"]]) == nil)
    let text = try #require(DueGroups.text([["a", "b"], ["c", "d e"]]))
    #expect(DueGroups(text).all(["b", "x"]) == ["a", "b", "x"])
    #expect(DueGroups(text).all(["d e"]) == ["c", "d e"])
  }

  @Test func theQuestionsOfNotesAreKeptAsTheyAre() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.knownQuestions(document: "a") == [])
      let questions = [
        KnownQuestion(id: "x", place: 0, lesson: "l", kind: "words", words: "What?"),
        KnownQuestion(id: "a", place: 1, lesson: "l", kind: "words", words: ""),
        KnownQuestion(id: "f", place: 3, lesson: "m", kind: "n", words: "how", asked: "how"),
        KnownQuestion(id: "g", place: 4, lesson: "m", kind: "n", words: "", asked: "", key: ""),
        KnownQuestion(id: "b", place: nil, lesson: "m", kind: "number", words: "gone"),
        KnownQuestion(id: "c", place: nil, lesson: "m", kind: "number", words: "how", key: "12"),
        KnownQuestion(id: "d", place: nil, lesson: "m", kind: "number", words: "", key: ""),
        KnownQuestion(
          id: "e", place: nil, lesson: "m", kind: "number", words: "how many of", asked: "how many",
          key: "12"),
      ]
      try store.setKnownQuestions(questions, document: "a")
      try store.setKnownQuestions([questions[0]], document: "b")
      #expect(try store.knownQuestions(document: "a") == questions)
      #expect(
        try store.allKnownQuestions().map(\.document).sorted() == [String](repeating: "a", count: 8)
          + ["b"])
      try store.setKnownQuestions([], document: "a")
      #expect(try store.knownQuestions(document: "a") == [])
      #expect(try store.knownQuestions(document: "b") == [questions[0]])
    }
  }
}
