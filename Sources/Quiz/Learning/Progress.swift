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

  /// Replays a history.
  package init(_ history: History = History(), scheduler: Scheduler = Scheduler()) {
    self.history = history
    self.scheduler = scheduler
    cards = history.cards(by: scheduler)
  }

  /// Replays a log.
  package init(reviews: [Review], scheduler: Scheduler = Scheduler()) {
    self.init(History(reviews), scheduler: scheduler)
  }

  /// Takes in new rows; only the questions that they touch are replayed.
  package mutating func add(_ new: [Review]) {
    for question in history.add(new) { cards[question] = history.card(of: question, by: scheduler) }
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
    /// Answers given.
    package var reviews = 0
    /// Questions answered for the first time ever.
    package var new = 0
  }
}
