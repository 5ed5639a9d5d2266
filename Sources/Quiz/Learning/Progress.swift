import Scheduling

/// What was answered so far, and the cards that follow from it: all that is known of the reader's
/// memory, derived by replay from the log of reviews.
package struct Progress: Equatable, Sendable {
  /// What was answered.
  package private(set) var history: History
  /// The state of each question that was ever answered.
  package private(set) var cards: [String: Card]
  /// What decides when a question comes back.
  package let scheduler: Scheduler

  /// Rows up to a day ahead are those of another device's clock or of a zone change, not of a wrong
  /// clock.
  private static let tolerance = 86_400_000

  /// Replays a history, as it counts by now: milliseconds of Unix time; nil for all of it.
  package init(
    _ history: History = History(), scheduler: Scheduler = Scheduler(), now: Int? = nil
  ) {
    var history = history
    if let now { history.horizon = now + Self.tolerance }
    self.history = history
    self.scheduler = scheduler
    cards = history.cards(by: scheduler)
  }

  package init(reviews: [Review], scheduler: Scheduler = Scheduler()) {
    self.init(History(reviews), scheduler: scheduler)
  }

  /// Takes in new rows, given here or elsewhere; only the questions that they touch are replayed.
  package mutating func add(_ new: [Review], areOwn: Bool = true) {
    for question in history.add(new, areOwn: areOwn) {
      cards[question] = history.card(of: question, by: scheduler)
    }
  }

  /// Time has passed, or the clock was set: rows ahead of it do not count until their time comes.
  package mutating func look(at now: Int) {
    let old = history.horizon
    let new = now + Self.tolerance
    history.horizon = new
    for question in history.questionsAnswered(after: min(old, new)) {
      cards[question] = history.card(of: question, by: scheduler)
    }
  }

  /// What the clock and the log disagree about, in words; nil where nothing is odd.
  package func clockDoubt(now: Int, today: StudyDay) -> String? {
    let (ahead, latest) = history.answers(after: now + Self.tolerance)
    guard let latest else { return nil }
    let day = latest.day
    // A study day begins at four; a clock shows the date. Both as at the place of that answer.
    let shown = (
      now: StudyDay.calendar(time: now, offset: latest.offset).iso,
      latest: StudyDay.calendar(time: latest.time, offset: latest.offset).iso
    )
    if ahead > 0 {
      return
        "By the clock it is \(shown.now), but \(ahead == 1 ? "an answer is" : "\(ahead) answers are") "
        + "dated later, \(ahead == 1 ? "" : "up to ")\(shown.latest): one of the two clocks was wrong. "
        + "Until its date \(ahead == 1 ? "it does" : "they do") not count. "
        + "If today's date is wrong, set the clock before you answer."
    }
    guard day.days(since: today) == 0, today.days(since: day) > 365 else { return nil }
    return "By the clock it is \(shown.now), and the last answer is of \(shown.latest). "
      + "If that is wrong, set the clock before you answer."
  }

  /// The same log under another desired retention.
  package func rescheduled(by scheduler: Scheduler) -> Progress {
    Progress(history, scheduler: scheduler)
  }

  /// The card of a question once further rows are in the log.
  package func card(of question: String, adding rows: [Review]) -> Card? {
    var later = history
    later.add(rows)
    return later.card(of: question, by: scheduler)
  }

  /// Right answers to a question since the last wrong one.
  package func rightInARow(_ question: String) -> Int {
    history.answers(to: question).reversed().prefix { $0.grade != .again }.count
  }

  /// What was done on one study day.
  package func tally(on day: StudyDay) -> Tally {
    var tally = Tally()
    for (question, answers) in history.answers(on: day) {
      tally.reviews += answers.count
      if cards[question]?.reviews == answers.count { tally.new += 1 }
    }
    return tally
  }

  /// What was done on a day.
  package struct Tally: Equatable, Sendable {
    package var reviews = 0
    /// Questions answered for the first time ever.
    package var new = 0
  }
}
