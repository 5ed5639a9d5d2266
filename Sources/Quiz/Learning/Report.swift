import Notes
import Scheduling

/// What was learnt and what is due, derived from the log.
package struct Report: Equatable, Sendable {
  /// What was done on one study day.
  package struct Day: Equatable, Sendable {
    package var reviews = 0
    /// Of them those that were not wrong.
    package var right = 0
    /// Milliseconds spent on them, at most ten minutes each.
    package var time = 0

    fileprivate mutating func add(isRight: Bool, time: Int) {
      reviews += 1
      right += isRight ? 1 : 0
      self.time += time
    }
  }
  /// A question that slips.
  package struct Weak: Equatable, Sendable {
    package let question: String
    /// How often it was answered.
    package let reviews: Int
    package let wrong: Int
    /// The chance that it is still known.
    package let chance: Double

    /// Nil where a question was never answered wrongly.
    package init?(_ question: String, _ card: Card, on today: StudyDay) {
      guard card.wrong > 0 else { return nil }
      self.question = question
      reviews = card.reviews
      wrong = card.wrong
      chance = card.known(on: today)
    }

    /// The part of its answers that went wrong, nearer to a half the fewer they are.
    private var slips: Double { Double(wrong + 1) / Double(reviews + 2) }

    /// Whether it slips more than another one.
    package func isWeaker(than other: Weak) -> Bool {
      slips == other.slips
        ? (chance, question) < (other.chance, other.question) : slips > other.slips
    }
  }

  /// How often an answer was right that the reader had been so sure of.
  package struct Sureness: Equatable, Sendable {
    /// Percent.
    package let sure: Int
    package fileprivate(set) var answers = 0
    /// Of them those that were right.
    package fileprivate(set) var right = 0
  }
  /// How much of a chapter is known today.
  package struct Mastery: Equatable, Sendable {
    /// The first lesson of the chapter.
    package let chapter: LessonID
    package fileprivate(set) var questions = 0
    /// Answered at least once, and not called known since.
    package fileprivate(set) var asked = 0
    /// Called known by the reader: nothing was asked to tell that.
    package fileprivate(set) var saidKnown = 0
    /// Neither answered nor decided to be left out: never seen yet.
    fileprivate var unseen = 0
    /// The chances that each question asked or called known would be known today, added up.
    package fileprivate(set) var known = 0.0
    /// What would be known today of what was asked or called known; nil where nothing was.
    package var retained: Double? {
      asked + saidKnown > 0 ? known / Double(asked + saidKnown) : nil
    }
    /// The same of what was asked alone.
    package var recalled: Double? { asked > 0 ? (known - Double(saidKnown)) / Double(asked) : nil }
  }
  /// Chapter by chapter, those that hold questions.
  package private(set) var mastery: [Mastery] = []
  /// Lesson by lesson, likewise; `chapter` is the lesson.
  package private(set) var lessons: [Mastery] = []
  /// Seconds that an answer takes in the middle; nil before the first.
  package private(set) var secondsAnAnswer: Double?

  /// What became of how sure the reader was, the least sure first.
  package private(set) var sureness: [Sureness] = []

  /// What the clock and the log disagree about.
  package let clockDoubt: String?
  package private(set) var reviews = 0
  /// Of them those to questions of other notes.
  package private(set) var elsewhere = 0
  /// Different questions answered: those of these notes, and of others those that share no answers with these.
  package private(set) var questions = 0
  /// Questions of these notes that are due.
  package private(set) var due = 0
  /// Questions of these notes that were never answered, nor called known or suspended.
  package private(set) var unseen = 0
  /// Questions of these notes that fall due from today on, day by day; those overdue count today.
  package private(set) var forecast: [Int] = []
  /// Each day on which something was answered.
  package private(set) var days: [StudyDay: Day] = [:]
  /// Of the answers that came a day or more after the one before: the part that was right. Nil where
  /// there was none.
  package private(set) var retention: Double?
  /// How many answers that counts, and how many of them were right.
  package private(set) var retentionCount = 0
  package private(set) var retentionRight = 0
  /// Of fewer answers a part says little: one more could change it by a twentieth and more.
  package static let leastForPart = 20
  /// The part that the schedule expected to be right at those moments.
  package private(set) var expected: Double?
  /// What the schedule aims at.
  package let promised: Double
  /// Questions of these notes that slip, the worst first.
  package private(set) var weak: [Weak] = []
  /// Milliseconds spent on answers, at most ten minutes each.
  package private(set) var time = 0

  private static let longestAnswer = 600_000

  /// Derives everything, for the questions of some notes.
  package init(
    _ progress: Progress, bank: QuestionBank, now: Int, today: StudyDay, forecastDays: Int = 30
  ) {
    promised = progress.scheduler.retention
    clockDoubt = progress.clockDoubt(now: now, today: today)
    var held = 0
    var chances = 0.0
    var days: [StudyDay: Day] = [:]
    var counted = 0
    var durations: [Int] = []
    var sureness: [Int: Sureness] = [:]
    let cards = progress.history.cards(by: progress.scheduler) { seen in
      let isRight = seen.grade != .again
      if seen.entry.duration > 0 { durations.append(min(seen.entry.duration, Self.longestAnswer)) }
      days[seen.day, default: Day()].add(
        isRight: isRight, time: min(seen.entry.duration, Self.longestAnswer))
      if let sure = seen.entry.confidence {
        sureness[sure, default: Sureness(sure: sure)].answers += 1
        if isRight { sureness[sure]?.right += 1 }
      }
      if let chance = seen.chance {
        counted += 1
        held += isRight ? 1 : 0
        chances += chance
      }
    }
    secondsAnAnswer = durations.median.map { $0 / 1000 }
    for day in days.values {
      reviews += day.reviews
      time += day.time
    }
    self.days = days
    self.sureness = sureness.values.sorted { $0.sure < $1.sure }
    questions = Self.count(of: cards, bank, progress.history)
    if counted > 0 {
      retention = Double(held) / Double(counted)
      expected = chances / Double(counted)
      (retentionCount, retentionRight) = (counted, held)
    }
    elsewhere = max(0, reviews - progress.history.countOfAnswers(toAnyOf: bank.questions.map(\.id)))
    var dueDays: [StudyDay] = []
    for question in bank.questions {
      master(question, progress, today)
      guard let card = cards[question.id] else { continue }
      if let day = progress.dueDay(of: question.id) { dueDays.append(day) }
      if progress.isDue(question.id, at: now, on: today) { due += 1 }
      if let slip = Weak(question.id, card, on: today) { weak.append(slip) }
    }
    forecast = Scheduling.forecast(dueDays, from: today, days: forecastDays)
    unseen = mastery.reduce(0) { $0 + $1.unseen }
    weak.sort { $0.isWeaker(than: $1) }
  }

  private static func count(
    of cards: [String: Card], _ bank: QuestionBank, _ history: History
  ) -> Int {
    let own = bank.questions.lazy.map(\.id).filter { cards[$0] != nil }
    let families = Set(own.map(history.family))
    return own.count + Set(cards.keys.lazy.map(history.family)).subtracting(families).count
  }

  /// Takes a question in where its chapter is counted; what was known already is known.
  private mutating func master(
    _ question: Question, _ progress: Progress, _ today: StudyDay
  ) {
    let hold = progress.standing(of: question.id).hold
    let chance = progress.chance(of: question.id, on: today)
    Self.add(chance, hold, to: &mastery, question.lesson.chapterStart)
    Self.add(chance, hold, to: &lessons, question.lesson)
  }

  private static func add(
    _ chance: Double?, _ hold: Standing.Hold, to list: inout [Mastery], _ place: LessonID
  ) {
    if list.last?.chapter != place { list.append(Mastery(chapter: place)) }
    list[list.count - 1].questions += 1
    guard let chance else {
      if hold == .asked { list[list.count - 1].unseen += 1 }
      return
    }
    if hold == .known {
      list[list.count - 1].saidKnown += 1
    } else {
      list[list.count - 1].asked += 1
    }
    list[list.count - 1].known += chance
  }

  /// Days in a row with an answer, up to today; a day without one, now and then, is forgiven.
  package func streak(on today: StudyDay) -> Int {
    var count = 0
    var day = today
    var missed = 0
    while missed < 2 {
      if days[day] == nil { missed += 1 } else { (count, missed) = (count + 1, 0) }
      day = day.advanced(by: -1)
    }
    return count
  }
}
