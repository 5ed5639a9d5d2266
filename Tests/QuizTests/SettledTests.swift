import Notes
import Scheduling
import Testing

@testable import Quiz

/// A quiz over notes of which only some were read.
@Suite struct SettledTests {
  private let noon = 1_700_000_000_000

  /// As many files, each with one question, of which the first some were read.
  private func library(_ count: Int, read: Int) -> Library {
    Library(
      title: "t", key: "k",
      documents: (0..<count).map { index in
        index < read ? Document(path: name(index), bytes: text(index)) : Document(path: name(index))
      })
  }
  private func name(_ index: Int) -> String { "\(1_000 + index).md" }
  private func text(_ index: Int) -> [UInt8] {
    Array("# C\n\n## L\n\n### Q\n<!-- quiz id=q\(index) -->\n\nIt is [[right]].\n".utf8)
  }

  private func isSettled(
    _ library: Library, _ progress: Progress = Progress(), _ scope: Plan.Scope = .init(),
    after milliseconds: Int = 0
  ) -> Bool {
    let now = noon + 400 * 86_400_000
    return Plan.isSettled(
      scope, bank: QuestionBank(library), of: library, progress: progress, now: now,
      today: StudyDay(time: now, offset: 0), since: now - milliseconds)
  }

  private func progress(_ ids: String...) -> Progress {
    Progress(
      reviews: ids.enumerated().map { index, id in
        Review(
          id: ReviewID(bits: UInt128(index)), question: id, kind: .answer(.easy), time: noon,
          offset: 0)
      })
  }

  @Test func newQuestionsNeedNoMoreThanTheDaysMeasure() {
    #expect(!isSettled(library(100, read: Plan.newADay - 1)))
    #expect(isSettled(library(100, read: Plan.newADay)))
    #expect(isSettled(library(3, read: 3)))
    #expect(isSettled(library(100, read: 5), .init(), .init(count: 5)))
    #expect(!isSettled(library(100, read: 4), .init(), .init(count: 5)))
  }

  @Test func whatIsDueIsLookedForButNotForEver() {
    #expect(isSettled(library(100, read: 20), progress("q3", "q19")))
    #expect(!isSettled(library(100, read: 20), progress("q3", "q20")))
    #expect(!isSettled(library(100, read: 20), progress("elsewhere"), after: Plan.patience - 1))
    #expect(isSettled(library(100, read: 20), progress("elsewhere"), after: Plan.patience))
    #expect(isSettled(library(100, read: 20), progress("elsewhere"), after: -1))
    // Without anything to ask the search goes on.
    #expect(!isSettled(library(100, read: 0), progress("elsewhere"), after: 60_000))
  }

  @Test func aLessonsQuizNeedsItsFileAlone() {
    let lesson = LessonID(document: 2, chapter: 0, lesson: 0)
    #expect(isSettled(library(100, read: 3), .init(), .init(lesson: lesson)))
    #expect(!isSettled(library(100, read: 2), .init(), .init(lesson: lesson)))
    #expect(isSettled(library(100, read: 1), .init(), .init(question: "q0")))
    #expect(!isSettled(library(100, read: 1), .init(), .init(question: "q1")))
  }

  @Test func whatIsFoundDueLaterComesNext() {
    let progress = progress("q1", "q50")
    let now = noon + 400 * 86_400_000
    let stamp = Moment(utc: now, offset: 0, random: 1)
    let some = QuestionBank(library(100, read: 20))
    var session = Session(.init(seed: 1), bank: some, progress: progress, now: stamp)
    session.next(bank: some, progress: progress, now: stamp)
    #expect(session.posed?.question.id == "q1" && session.left == 13)
    let all = QuestionBank(library(100, read: 100))
    session.extend(bank: all, progress: progress, now: stamp)
    #expect(session.left == 14)
    session.extend(bank: all, progress: progress, now: stamp)
    #expect(session.left == 14)
    session.next(bank: all, progress: progress, now: stamp)
    #expect(session.posed?.question.id == "q50")
  }

  private func begun(
    _ scope: Plan.Scope, _ progress: Progress, read: Int, of count: Int = 100
  ) -> (session: Session, all: QuestionBank, stamp: Moment) {
    let stamp = Moment(utc: noon + 400 * 86_400_000, offset: 0, random: 1)
    let some = QuestionBank(library(count, read: read))
    var session = Session(scope, bank: some, progress: progress, now: stamp)
    session.next(bank: some, progress: progress, now: stamp)
    return (session, QuestionBank(library(count, read: count)), stamp)
  }

  /// A sitting that began with few questions, as patience was at its end, is filled up to what it would
  /// have been.
  @Test func whatIsNewIsFoundLaterToo() {
    let progress = progress("q1", "q50", "q51")
    var (session, all, stamp) = begun(.init(seed: 1), progress, read: 3)
    #expect(session.left == 3 && session.plan.left.new == 0)
    for _ in 0..<2 {
      session.extend(bank: all, progress: progress, now: stamp)
      #expect(session.left == 3 + Plan.newADay && session.plan.due == 3)
      #expect(session.plan.new == Plan.newADay && session.plan.waiting == 0)
      #expect(session.plan.left.new == 97 - Plan.newADay)
    }
    var asked: Set<String> = []
    while let question = session.posed?.question.id {
      asked.insert(question)
      _ = session.skip(now: stamp)
      session.next(bank: all, progress: progress, now: stamp)
    }
    #expect(asked.count == 3 + Plan.newADay && asked.isSuperset(of: ["q1", "q50", "q51"]))
    session.extend(bank: all, progress: progress, now: stamp)
    #expect(session.phase == .finished)
  }

  /// Who answered all that was known of is asked the rest; who left is not.
  @Test func aSittingThatIsOverGoesOn() {
    var (session, all, stamp) = begun(.init(seed: 1), progress("q0"), read: 1)
    _ = session.skip(now: stamp)
    session.next(bank: all, progress: progress("q0"), now: stamp)
    #expect(session.phase == .finished && !session.wasLeft)
    session.extend(bank: all, progress: progress("q0"), now: stamp)
    #expect(session.phase == .asking && session.left == Plan.newADay)
    (session, all, stamp) = begun(.init(seed: 1), progress("q0"), read: 1)
    session.end()
    session.extend(bank: all, progress: progress("q0"), now: stamp)
    #expect(session.phase == .finished && session.wasLeft && session.unasked == 1)
  }

  /// As many as were asked for, and no more.
  @Test func aSizeThatWasAskedForIsKept() {
    var (session, all, stamp) = begun(.init(count: 5, seed: 1), progress("q1"), read: 2)
    #expect(session.left == 2)
    session.extend(bank: all, progress: progress("q1"), now: stamp)
    #expect(session.left == 5)
    // Due ones that are found later don't make it larger either.
    let due = progress("q1", "q50", "q51", "q52")
    for (size, dueThen) in [(2, 1), (3, 2), (4, 3)] {
      (session, all, stamp) = begun(.init(count: size, seed: 1), due, read: 2)
      #expect(session.left == 2)
      for _ in 0..<2 {
        session.extend(bank: all, progress: due, now: stamp)
        #expect(session.left == size && session.plan.due == dueThen && session.plan.new == 1)
      }
    }
  }

  /// Files that are as they were are not looked through again, wherever they stand now.
  @Test func aBankAfterAChangeIsTheBankOfTheNotes() {
    var notes = library(30, read: 30)
    var bank = QuestionBank(notes)
    for step in 0..<20 {
      switch step % 4 {
      case 0: notes.remove(at: step)
      case 1: notes.insert(Document(path: "0\(step).md", bytes: text(100 + step)), at: 0)
      case 2: notes.replace(at: 3, with: Document(path: notes.documents[3].path, bytes: text(step)))
      default: notes.replace(at: 4, with: Document(path: notes.documents[4].path, bytes: text(1)))
      }
      bank = QuestionBank(after: bank)
      #expect(!bank.isComplete(notes))
      bank.fill(from: notes, bytes: .max)
      let fresh = QuestionBank(notes)
      #expect(bank.questions == fresh.questions && bank.diagnostics == fresh.diagnostics)
      for question in fresh.questions { #expect(bank[question.id] == question) }
    }
  }

  /// Those that embed parts of others are, where these have changed: a part below a question is its hint.
  @Test func aQuestionFollowsTheNoteThatItEmbeds() {
    let asking = Document(
      path: "a.md",
      bytes: Array("# A\n\n### Which?\n<!-- quiz -->\n![[b]]\n\n- [x] one\n- [ ] two\n".utf8))
    func notes(_ text: String) -> Library {
      Library(
        title: "", key: "",
        documents: [asking, Document(path: "b.md", bytes: Array("# B\n\n\(text)\n".utf8))])
    }
    let before = QuestionBank(notes("Early words."))
    #expect(before.questions.first?.section.hints.first?.plainText.contains("Early words.") == true)
    var after = QuestionBank(after: before)
    after.fill(from: notes("Late words."), bytes: .max)
    #expect(after.questions.first?.section.hints.first?.plainText.contains("Late words.") == true)
    #expect(after.questions == QuestionBank(notes("Late words.")).questions)
  }

  @Test func unreadNotesAreWaitedFor() {
    var notes = library(5, read: 2)
    var bank = QuestionBank(notes)
    #expect(bank.documents == 2 && bank.questions.count == 2)
    notes.fill([DocumentRead(2, .success(text(2))), DocumentRead(4, .success(text(4)))])
    bank.fill(from: notes)
    #expect(bank.documents == 3)
  }
}
