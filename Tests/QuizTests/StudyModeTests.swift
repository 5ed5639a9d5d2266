import Notes
import Scheduling
import Testing

@testable import Quiz

/// Cramming, tests and placement: none of them touches the schedule.
@Suite struct StudyModeTests {
  /// So many chapters, a file each, with as many questions.
  private func chapters(_ count: Int, questions: Int) -> Library {
    Library(
      title: "t", key: "k",
      documents: (1...count).map { chapter in
        var text = "# Chapter \(chapter)\n\n## Lesson\n\nText.\n"
        for number in 1...questions {
          text += "\n### Question \(chapter).\(number)\n<!-- quiz id=c\(chapter)q\(number) -->\n\n"
          text += "It is [[right]].\n"
        }
        return Document(path: "\(100 + chapter).md", bytes: Array(text.utf8))
      })
  }

  private func chapter(of id: String?) -> Int {
    id.flatMap { Int($0.dropFirst().prefix { $0 != "q" }) } ?? 0
  }

  @Test func crammingAsksUntilEachWasRight() throws {
    let library = manyNotes(lessons: 2, questions: 3)
    var reader = Reader(library, .init(.cram))
    #expect(reader.session.plan.queue.count == 6)
    var wrong = 3
    for _ in 0..<30 where reader.session.phase != .finished {
      reader.answer(right: wrong == 0)
      wrong = max(0, wrong - 1)
      // Nothing to try again: it comes back by itself.
      #expect(reader.session.phase == .revealed)
      reader.next()
    }
    #expect(reader.session.phase == .finished && reader.session.answered.count == 9)
    let right = reader.session.answered.filter { $0.grade != .again }.map(\.question)
    #expect(Set(right).count == 6 && right.count == 6)
    // It is in the log, and nothing follows from it.
    #expect(reader.rows.count == 9 && reader.rows.allSatisfy(\.isPractice))
    #expect(reader.progress == Progress())
    let one = Reader(library, .init(.cram, lesson: reader.bank.questions[0].lesson))
    #expect(one.session.plan.queue.count == 3)
  }

  /// What is practised again comes with other numbers: those of before are known by heart.
  @Test func crammingDrawsAnew() {
    let library = notes(
      "# C\n\n## L\n\n### Q\n<!-- quiz id=q a=int(1,1000000) -->\n\n{{a}} is [[= a]].\n")
    var scope = Plan.Scope(.cram)
    scope.seed = 1
    var reader = Reader(library, scope)
    var drawn: [String] = []
    for _ in 0..<4 {
      drawn.append(reader.session.posed?.form.key ?? "")
      reader.answer(right: false)
      reader.next()
    }
    #expect(Set(drawn).count == 4 && !drawn.contains(""), "\(drawn)")
    // Again from the beginning, it is the same again.
    #expect(Reader(library, scope).session.posed?.form.key == drawn[0])
  }

  @Test func aTestTakesFromEachChapterAndTellsAtTheEnd() throws {
    let library = chapters(5, questions: 6)
    var scope = Plan.Scope(.test, count: 12)
    scope.seed = 4
    var reader = Reader(library, scope)
    let asked = reader.session.plan.queue
    #expect(asked.count == 12 && Set(asked).count == 12)
    let shares = Dictionary(grouping: asked, by: { chapter(of: $0) }).mapValues(\.count)
    #expect(shares.count == 5 && shares.values.allSatisfy { (2...3).contains($0) })
    #expect(!reader.session.hasHint && reader.session.isSilent)
    for number in 0..<12 {
      if number == 3 {
        #expect(reader.session.skip(now: moment(reader.now)) == [])
      } else {
        reader.answer(right: chapter(of: reader.current) != 2)
      }
      reader.next()
    }
    #expect(reader.session.phase == .finished)
    let score = reader.session.score(reader.bank)
    #expect(score.asked == 12 && score.topics.map(\.chapter.document) == [0, 1, 2, 3, 4])
    #expect(score.topics[1].right == 0 && score.topics[1].asked == shares[2])
    #expect(score.right == score.topics.reduce(0) { $0 + $1.right })
    #expect(reader.progress == Progress())
    // The same seed asks the same, another one something else.
    #expect(Reader(library, scope).session.plan.queue == asked)
    scope.seed = 5
    #expect(Reader(library, scope).session.plan.queue != asked)
    scope.chapters = [LessonID(document: 2, chapter: 0, lesson: 0)]
    #expect(Set(Reader(library, scope).session.plan.queue.map { chapter(of: $0) }) == [3])
  }

  /// Whoever knows the first chapters alone is sent to the next, in at most twelve questions.
  @Test(arguments: Array(0...15)) func placementFindsTheChapter(known: Int) {
    let library = chapters(15, questions: 5)
    var reader = Reader(library, .init(.placement))
    var asked = 0
    while reader.session.phase != .finished {
      asked += 1
      reader.answer(right: chapter(of: reader.current) <= known)
      reader.next()
    }
    #expect(asked <= Placement.most)
    #expect(reader.session.start?.document == (known == 15 ? nil : known))
    #expect(reader.progress == Progress())
  }

  /// Three answers for each of four chapters are the twelve: the last of them counts like the others.
  @Test(arguments: Array(0...15)) func theTwelfthAnswerDecidesToo(known: Int) {
    var reader = Reader(chapters(15, questions: 5), .init(.placement))
    var count: [Int: Int] = [:]
    while reader.session.phase != .finished {
      let chapter = chapter(of: reader.current)
      count[chapter, default: 0] += 1
      // The first answer to each chapter is a slip, or a guess.
      reader.answer(right: (chapter <= known) == (count[chapter] != 1))
      reader.next()
    }
    #expect(count.values.reduce(0, +) == Placement.most)
    #expect(reader.session.start?.document == (known == 15 ? nil : known))
  }

  @Test func placementDecidesByTheMajority() {
    // A slip in a chapter that is known does not send anyone back.
    var reader = Reader(chapters(3, questions: 5), .init(.placement))
    var count: [Int: Int] = [:]
    while reader.session.phase != .finished {
      let chapter = chapter(of: reader.current)
      count[chapter, default: 0] += 1
      reader.answer(right: chapter < 3 && !(chapter == 2 && count[2] == 1))
      reader.next()
    }
    #expect(reader.session.start?.document == 2)
    #expect(count[2] == 3)
  }

  /// As many as may be asked are told, of chapters that were named and up to a number too.
  @Test(
    arguments: [
      (1, 5, nil, 3), (1, 2, nil, 2), (3, 5, nil, 6), (3, 1, nil, 2), (15, 5, nil, 12),
      (15, 5, 4, 4), (15, 1, nil, 4), (1, 5, 20, 3),
    ] as [(Int, Int, Int?, Int)])
  func placementTellsHowManyItMayAsk(count: Int, questions: Int, atMost: Int?, most: Int) {
    let library = chapters(count, questions: questions)
    let scope = Plan.Scope(.placement, count: atMost)
    #expect(Reader(library, scope).session.mostToPlace == most)
    #expect(Reader(library, scope).session.plan.words.hasPrefix("At most \(most) question"))
    // No way to answer takes more, and one takes as many.
    var longest = 0
    for answers in 0..<(1 << min(most, 10)) {
      var reader = Reader(library, scope)
      var asked = 0
      while reader.session.phase != .finished {
        reader.answer(right: answers >> asked & 1 == 1)
        asked += 1
        reader.next()
      }
      longest = max(longest, asked)
    }
    #expect(most > 10 ? longest <= most : longest == most)
  }

  /// Where too few were asked it is said how late it may be.
  @Test(arguments: [(2, 0, 7), (12, 0, nil)] as [(Int, Int, Int?)])
  func placementTellsWhatItCannotTell(count: Int, start: Int, latest: Int?) {
    var reader = Reader(chapters(15, questions: 5), .init(.placement, count: count))
    while reader.session.phase != .finished {
      reader.answer(right: false)
      reader.next()
    }
    #expect(reader.session.start?.document == start)
    #expect(reader.session.latestStart?.document == latest)
  }

  @Test func placementKeepsToItsChapters() {
    var scope = Plan.Scope(.placement)
    scope.chapters = Set((1...2).map { LessonID(document: $0, chapter: 0, lesson: 0) })
    for isRight in [true, false] {
      var reader = Reader(chapters(6, questions: 4), scope)
      var asked: Set<Int> = []
      while reader.session.phase != .finished {
        asked.insert(chapter(of: reader.current))
        reader.answer(right: isRight)
        reader.next()
      }
      #expect(asked.isSubset(of: [2, 3]))
      #expect(reader.session.start?.document == (isRight ? nil : 1))
    }
  }

  @Test func aDayHoldsWhatTheReaderChose() {
    let bank = QuestionBank(manyNotes(lessons: 4, questions: 8))
    func plan(_ limits: Plan.Limits) -> Plan {
      var scope = Plan.Scope()
      scope.limits = limits
      return Plan(scope, bank: bank, progress: Progress(), now: noon, today: moment(noon).day)
    }
    #expect(plan(.init(due: 60, new: 3)).new == 3)
    #expect(plan(.init(due: 0, new: 30)).new == 30)
    let none = plan(.init(due: 60, new: 0))
    #expect(none.queue.isEmpty && none.left.new == 32)
    #expect(none.words.contains("today's limit of 0 new questions in these notes is reached"))
    var scope = Plan.Scope()
    (scope.isNewOnly, scope.limits.new) = (true, 0)
    // Asked for by themselves, they come.
    let new = Plan(scope, bank: bank, progress: Progress(), now: noon, today: moment(noon).day)
    #expect(new.new == 32 && new.due == 0)
  }

  @Test func dueOnesBeyondTheLimitWait() {
    let bank = QuestionBank(manyNotes(lessons: 2, questions: 4))
    let rows = bank.questions.enumerated().map { index, question in
      Review(
        id: ReviewID(bits: UInt128(index)), question: question.id, kind: .answer(.easy), time: noon,
        offset: 0)
    }
    var scope = Plan.Scope()
    scope.limits.due = 0
    let later = noon + 300 * day
    let plan = Plan(
      scope, bank: bank, progress: Progress(reviews: rows), now: later, today: moment(later).day)
    #expect(plan.queue.isEmpty && plan.waiting == 8)
    #expect(plan.words.hasPrefix("The limit of these notes is 0 due questions a day."))
  }

  @Test func slippingAgainAndAgainIsTold() {
    var progress = Progress()
    var time = noon
    var told: [Int] = []
    for number in 0..<60 {
      let isSlip = number % 4 == 3
      let before = progress.cards["q"]
      progress.add([
        Review(
          id: ReviewID(bits: UInt128(number + 1)), question: "q",
          kind: .answer(isSlip ? .again : .good), time: time, offset: 0)
      ])
      if Leech.isTold(progress.cards["q"], before: before) {
        told.append(progress.cards["q"]?.lapses ?? 0)
      }
      time += 3 * day
    }
    #expect(told.prefix(3) == [4, 6, 8])
    #expect(Leech.isOne(progress.cards["q"]) && !Leech.isOne(nil))
  }

  @Test(arguments: [
    ("9", 9), ("0", 0), ("tomorrow", 1), ("today", 0), (" 12 days", 12), ("1 day", 1),
  ]) func aDayIsNamedByDays(text: String, days: Int) {
    let today = moment(noon).day
    #expect(Decisions.day(named: text, today: today) == today.advanced(by: days))
    #expect(
      Decisions.day(named: today.advanced(by: days).iso, today: today) == today.advanced(by: days))
  }

  @Test(arguments: ["", "-1", "soon", "2023-02-30", "2020-01-01", "99999999", "2023-13-01"])
  func whatIsNoDayIsNone(text: String) {
    #expect(Decisions.day(named: text, today: moment(noon).day) == nil)
  }
}
