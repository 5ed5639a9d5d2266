import Notes
import Scheduling
import TestSupport
import Testing

@testable import Quiz

/// Thirty days of study on a part of the course and on foreign notes together, the clock passed in; the
/// statistics at the end are set against a count of the log by other means.
@Suite struct ThirtyDaysTests {
  /// A learner whose answers follow from a seed.
  private struct Learner {
    var bank: QuestionBank
    var progress = Progress()
    /// Every row that was ever stored, as the log holds them.
    var log: [Review] = []
    var now: Int
    var chance: SplitMix
    var random: UInt128 = 1

    init(_ bank: QuestionBank, now: Int, seed: UInt64) {
      self.bank = bank
      self.now = now
      chance = SplitMix(seed: seed)
    }

    var moment: Moment {
      mutating get {
        random += 1 << 20
        return Moment(utc: now, offset: 60, random: random)
      }
    }
    var today: StudyDay { StudyDay(time: now, offset: 60) }

    mutating func take(_ rows: [Review], areOwn: Bool = true) {
      log += rows
      progress.add(rows, areOwn: areOwn)
    }

    mutating func act(_ action: Review.Action, on id: String) {
      let moment = moment
      take([Review(action, of: id, moment, under: progress.scheduler)])
    }

    /// Answers all that a sitting asks, each answer right with a chance; `always` are always wrong.
    mutating func sit(
      _ scope: Plan.Scope, right: Double, always: Set<String> = [], most: Int = 400
    ) -> Session {
      var session = Session(scope, bank: bank, progress: progress, now: moment)
      session.next(bank: bank, progress: progress, now: moment)
      var count = 0
      while session.phase != .finished, count < most {
        count += 1
        guard let posed = session.posed else { break }
        let draw = Double(chance.next() >> 11) / Double(UInt64(1) << 53)
        let isRight = draw < right && !always.contains(posed.question.id)
        now += 4_000 + Int(chance.next() % 9_000)
        if posed.question.isSelfJudged {
          take(session.answer(now: moment))
          _ = session.update { $0.take(isRight ? "1" : "3") == nil }
          take(session.answer(now: moment))
        } else if isRight {
          _ = session.update { $0.take(posed.form.key) == nil }
          take(session.answer(now: moment))
        } else {
          take(session.giveUp(now: moment))
        }
        session.reveal()
        session.next(bank: bank, progress: progress, now: moment)
      }
      return session
    }
  }

  private static let course = Library(
    title: "Both", key: "both",
    documents: [
      Document(path: "garden.md", bytes: Array(GardeningNotes.text().utf8)),
      Document(path: "course.md", bytes: Array(courseText.utf8)),
    ])

  /// A chapter in the course's manner, large enough for a month.
  private static var courseText: String {
    var text = "# Attention\n"
    for lesson in 1...6 {
      text += "\n## Lesson \(lesson)\n\nText.\n"
      for number in 1...9 {
        let id = "c\(lesson)x\(number)"
        let drawn = number % 3 == 0 ? "" : " n=int(2,9)"
        text += "\n### Question \(lesson).\(number)\n<!-- quiz id=\(id)\(drawn) -->\n\n"
        text +=
          number % 3 == 0
          ? "1. [ ] no\n1. [x] yes\n1. [ ] never\n" : "Twice {{n}} is [[= 2*n]].\n"
        text += "\n> [!NOTE]\n> So it is.\n"
      }
    }
    return text
  }

  @Test func aMonthIsKeptAsItWasLived() throws {
    let library = Self.course
    let start = 1_790_000_000_000
    var me = Learner(QuestionBank(library), now: start, seed: 7)
    let made = me.bank.questions.filter(\.isGenerated)
    #expect(made.count >= 8 && me.bank.diagnostics == [])
    let leech = "c1x1"
    var sittings = 0
    for day in 0..<30 {
      me.now = start + day * 86_400_000
      // Two days off: one is forgiven, the other as well.
      if day == 11 || day == 23 { continue }
      if day == 3 { me.act(.flag("unclear"), on: "c1x2") }
      if day == 5 { me.act(.suspend, on: "c1x3") }
      if day == 6 { me.act(.bury(until: me.today.advanced(by: 2)), on: "c1x4") }
      if day == 9 { me.act(.known, on: made[0].id) }
      let session = me.sit(Plan.Scope(), right: 0.86, always: [leech])
      sittings += session.answered.count
      #expect(session.phase == .finished)
      if day >= 5 { #expect(!session.answered.contains { $0.question == "c1x3" }) }
      if day == 8 {
        let before = me.progress.cards
        let cram = me.sit(
          .init(.cram, lesson: me.bank.questions[20].lesson), right: 0.7, most: 60)
        #expect(!cram.answered.isEmpty && me.progress.cards == before)
      }
      if day == 12 {
        let before = me.progress.cards
        var scope = Plan.Scope(.test, count: 15, minutes: 2)
        scope.seed = 5
        let test = me.sit(scope, right: 0.8)
        // Six and a half to thirteen seconds each: the time is up before the last.
        let score = test.score(me.bank)
        #expect(test.phase == .finished && score.asked == 15 && score.right <= 15)
        #expect(test.isOverTime == (test.unasked > 0) && me.progress.cards == before)
      }
      if day == 15 { try bringIn(&me, library) }
      if day == 20 { merge(&me, start: start) }
      if day == 26 { fit(&me) }
    }
    me.now = start + 29 * 86_400_000 + 3_600_000
    #expect(sittings > 300)
    check(me, leech: leech)
  }

  /// An import: a new file of notes, whose cards are asked from then on.
  private func bringIn(_ me: inout Learner, _ library: Library) throws {
    let rows = (1...7).map { "What is number \($0)?\tIt is the answer \($0)" }
    let cards = try ForeignCards(
      Array(rows.joined(separator: "\n").utf8), name: "deck.txt", title: "Deck",
      taken: Set(me.bank.questions.map(\.id)))
    let before = me.bank.questions.count
    let documents =
      Array(library.documents) + [Document(path: "deck.md", bytes: Array(cards.text.utf8))]
    me.bank = QuestionBank(Library(title: "Both", key: "both", documents: documents))
    #expect(me.bank.questions.count == before + 7 && me.bank.diagnostics == [])
  }

  /// Another device's log: it answered on two days, and suspended a question.
  private func merge(_ me: inout Learner, start: Int) {
    var other = Learner(me.bank, now: start + 18 * 86_400_000 + 40_000_000, seed: 99)
    other.random = 1 << 100
    _ = other.sit(Plan.Scope(count: 9), right: 0.5)
    other.act(.suspend, on: "c6x9")
    let before = me.log.count
    me.take(other.log, areOwn: false)
    // A second time it changes nothing.
    let progress = me.progress
    me.progress.add(other.log, areOwn: false)
    #expect(me.progress == progress && me.log.count == before + other.log.count)
    // In whatever order rows come, the same follows.
    #expect(Progress(reviews: me.log.reversed()).cards == me.progress.cards)
  }

  private func fit(_ me: inout Learner) {
    let trial = FitTrial(me.progress.history.sequences)
    #expect(trial.count > 100)
    var fit = WeightFit(trial.fitted)
    while !fit.isDone { fit.advance() }
    me.act(.weights(fit.weights), on: Review.Action.allQuestions)
    #expect(me.progress.scheduler.weights == fit.weights)
  }

  // MARK: By other means

  /// What the log says of answers, counted by hand: rows that were taken back left out, each once.
  private func answers(_ log: [Review]) -> [(question: String, grade: Grade, row: Review)] {
    var voided: Set<ReviewID> = []
    for row in log { if case .void(let id) = row.kind { voided.insert(id) } }
    var seen: Set<ReviewID> = []
    var found: [(question: String, grade: Grade, row: Review)] = []
    for row in log.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) })
    where !voided.contains(row.id) && seen.insert(row.id).inserted {
      if case .answer(let grade) = row.kind { found.append((row.question, grade, row)) }
    }
    return found
  }

  private func check(_ me: Learner, leech: String) {
    let report = Report(me.progress, bank: me.bank, now: me.now, today: me.today)
    let answers = answers(me.log)
    #expect(report.reviews == answers.count)
    #expect(report.questions == Set(answers.map(\.question)).count)
    var days: [Int: (count: Int, right: Int, time: Int)] = [:]
    for answer in answers {
      // Days begin at four, an hour ahead of UTC.
      let day = (answer.row.time + 3_600_000 - 4 * 3_600_000) / 86_400_000
      days[day, default: (0, 0, 0)].count += 1
      days[day, default: (0, 0, 0)].right += answer.grade == .again ? 0 : 1
      days[day, default: (0, 0, 0)].time += answer.row.duration
    }
    #expect(report.days.count == days.count)
    for (day, tally) in report.days {
      let own = days[day.number]
      #expect(own?.count == tally.reviews && own?.right == tally.right && own?.time == tally.time)
    }
    #expect(report.streak(on: me.today) >= 26)
    let asked = Set(answers.map(\.question))
    #expect(report.unseen == me.bank.questions.count { !asked.contains($0.id) })

    // Five questions, each followed through the log.
    for id in [leech, "c1x2", "c2x5", "c3x3", "c4x7"] {
      let own = answers.filter { $0.question == id }
      let card = me.progress.cards[id]
      #expect(card?.reviews == own.count && !own.isEmpty, "\(id)")
      #expect(card?.wrong == own.count { $0.grade == .again }, "\(id)")
      let last = own.last.map { ($0.row.time + 3_600_000 - 4 * 3_600_000) / 86_400_000 }
      #expect(card?.day.number == last, "\(id)")
      // Memory, step by step from the formulas under the weights in force.
      var memory: MemoryState?
      var before: Int?
      for (count, answer) in own.enumerated() {
        let day = (answer.row.time + 3_600_000 - 4 * 3_600_000) / 86_400_000
        memory = me.progress.scheduler.memory(
          after: answer.grade, from: memory, days: before.map { max(0, day - $0) } ?? 0,
          seed: Fuzz.seed(question: id, count: count))
        before = day
      }
      #expect(card?.memory.stability == memory?.stability, "\(id)")
      #expect(card?.memory.difficulty == memory?.difficulty, "\(id)")
    }
    #expect(Leech.isOne(me.progress.cards[leech]) || me.progress.cards[leech]?.wrong ?? 0 > 20)
    #expect(me.progress.standing(of: "c1x2").flag == "unclear")
    #expect(me.progress.standing(of: "c1x3").hold == .suspended)
    #expect(me.progress.standing(of: "c6x9").hold == .suspended)
    // What is known by chapter is the mean of its cards.
    let mean = report.lessons.reduce(0) { $0 + $1.known }
    let whole = report.mastery.reduce(0) { $0 + $1.known }
    #expect(abs(mean - whole) < 1e-9 && report.lessons.count > report.mastery.count)
  }
}
