import Notes
import Scheduling
import TestSupport
import Testing

@testable import Quiz

/// A day's quiz begins with one lesson read, and becomes what it would have been.
@Suite struct FirstQuestionTests {
  private let now = noon + 60 * day
  private var today: StudyDay { StudyDay(time: now, offset: 0) }

  private func known(_ bank: QuestionBank, in library: Library) -> [KnownQuestion] {
    bank.questions.enumerated().map { $1.known(at: $0, in: library) }
  }

  /// A log that follows from a seed: questions answered up to four times in sixty days.
  private func progress(_ bank: QuestionBank, _ chance: inout SplitMix, share: UInt64) -> Progress {
    var rows: [Review] = []
    for question in bank.questions where chance.next() % 10 < share {
      var time = noon + Int(chance.next() % 20) * day
      for _ in 0..<(1 + chance.next() % 4) {
        let grade: Grade = chance.next() % 6 == 0 ? .again : .good
        rows.append(
          Review(
            id: ReviewID(bits: UInt128(rows.count)), question: question.id, kind: .answer(grade),
            time: time, offset: 0))
        time = min(now - 1_000, time + Int(1 + chance.next() % 15) * day)
      }
    }
    return Progress(reviews: rows)
  }

  /// All that a sitting asks, none of it answered, and what its plan says at its start.
  private func asked(
    _ session: Session, _ bank: QuestionBank, _ progress: Progress
  ) -> Set<String> {
    var (session, found) = (session, Set<String>())
    while let question = session.posed?.question.id {
      found.insert(question)
      _ = session.skip(now: moment(now))
      session.next(bank: bank, progress: progress, now: moment(now))
    }
    return found
  }

  private func begun(
    _ scope: Plan.Scope, _ library: Library, _ bank: QuestionBank, _ progress: Progress
  ) -> (early: Session, whole: Session)? {
    let first = FirstQuestion(
      scope, known: known(bank, in: library), in: library, progress: progress, now: now,
      today: today)
    guard let first else { return nil }
    var early = Session(scope, beginningWith: first, progress: progress, now: moment(now))
    early.extend(bank: bank, progress: progress, now: moment(now))
    var whole = Session(scope, bank: bank, progress: progress, now: moment(now))
    whole.next(bank: bank, progress: progress, now: moment(now))
    return (early, whole)
  }

  @Test func itBecomesTheSittingThatItWouldHaveBeen() throws {
    let library = manyNotes(lessons: 6, questions: 9)
    let bank = QuestionBank(library)
    var chance = SplitMix(seed: 3)
    var count = 0
    for number in 0..<60 {
      let progress = progress(bank, &chance, share: UInt64(number % 11))
      var scope = Plan.Scope(count: number % 3 == 0 ? 20 : nil, seed: 1)
      scope.limits = .init(due: number % 4 == 0 ? 4 : 60, new: number % 5)
      guard let (early, whole) = begun(scope, library, bank, progress) else {
        // Nothing is due and nothing new has room: then all notes are looked through.
        let plan = Plan(scope, bank: bank, progress: progress, now: now, today: today)
        #expect(plan.due + plan.new == 0, "\(number)")
        continue
      }
      count += 1
      #expect(asked(early, bank, progress) == asked(whole, bank, progress), "\(number)")
      #expect(early.left == whole.left, "\(number)")
      let (one, other) = (early.plan, whole.plan)
      #expect(one.due == other.due && one.new == other.new && one.early == other.early, "\(number)")
      #expect(one.waiting == other.waiting && one.left == other.left, "\(number)")
      #expect(one.words == other.words, "\(number)")
    }
    #expect(count > 40)
  }

  /// Of those that are due the one most likely still known, else the first that is new.
  @Test func itIsTheFirstOfThePlan() throws {
    let library = manyNotes(lessons: 6, questions: 9)
    let bank = QuestionBank(library)
    var chance = SplitMix(seed: 5)
    var scope = Plan.Scope(seed: 1)
    for share in [0, 2, 5, 9] as [UInt64] {
      let progress = progress(bank, &chance, share: share)
      let (early, _) = try #require(begun(scope, library, bank, progress))
      let due = bank.questions.filter { progress.isDue($0.id, at: now, on: today) }
        .map { ($0.id, progress.cards[$0.id]?.retrievability(on: today) ?? 0) }
      let best = due.map(\.1).max()
      let wanted =
        due.first { $0.1 == best }?.0 ?? bank.questions.first { progress.cards[$0.id] == nil }?.id
      #expect(early.posed?.question.id == wanted, "\(share)")
    }
    scope.limits = .init(due: 0, new: 0)
    #expect(begun(scope, library, bank, Progress()) == nil)
    scope = Plan.Scope(.test, count: 5)
    #expect(begun(scope, library, bank, Progress()) == nil)
    #expect(begun(.init(lesson: bank.questions[0].lesson), library, bank, Progress()) == nil)
  }

  /// What was made from a file is found too; what is gone from the notes is not asked.
  @Test func notesMayHaveChanged() throws {
    let text = """
      # C
      ## L
      Loam is a mixture of sand, silt and clay that holds water and lets roots breathe.

      What do worms make of leaves?::Crumbs that hold water well
      """
    let library = notes(text)
    let bank = QuestionBank(library)
    #expect(bank.questions.first?.isGenerated == true)
    let (early, _) = try #require(begun(.init(seed: 1), library, bank, Progress()))
    #expect(early.posed?.question.id == bank.questions[0].id)
    for other in ["# C\n## L\nNothing.\n", "# C\n## Other\n", ""] {
      let first = FirstQuestion(
        .init(seed: 1), known: known(bank, in: library), in: notes(other), progress: Progress(),
        now: now, today: today)
      #expect(first == nil)
    }
  }

  /// A word of another lesson is no slip of a letter: it is known before the answer is typed.
  @Test func wordsOfAllNotesAreKnownByThen() throws {
    let library = notes(
      """
      # C

      ## One

      ### Which heads?
      <!-- quiz id=one -->
      The [[attention]] heads.

      ## Two

      The attension of others.
      """)
    let bank = QuestionBank(library)
    let (early, _) = try #require(begun(.init(seed: 1), library, bank, Progress()))
    var session = early
    _ = session.update { $0.take("attension") == nil }
    _ = session.answer(now: moment(now))
    #expect(session.verdict?.isRight == false)
  }
}
