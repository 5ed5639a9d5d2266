import Scheduling

/// What was answered so far, and the cards that follow from it: all that is known of the reader's
/// memory, derived by replay from the log of reviews.
package struct Progress: Equatable, Sendable {
  /// What was answered.
  package private(set) var history: History
  /// The state of each question that was ever answered.
  package private(set) var cards: [String: Card]
  /// What the reader decided about questions, where that still holds.
  private var standings: [String: Standing]
  /// What decides when a question comes back, under the weights that were fitted last.
  package private(set) var scheduler: Scheduler

  /// Replays a history, as it counts by now: milliseconds of Unix time; nil for all of it.
  package init(
    _ history: History = History(), scheduler: Scheduler = Scheduler(), now: Int? = nil
  ) {
    var history = history
    if let now { history.horizon = now + History.tolerance }
    self.history = history
    self.scheduler = scheduler.with(history.weights)
    cards = history.cards(by: self.scheduler)
    standings = history.standings
  }

  package init(reviews: [Review], scheduler: Scheduler = Scheduler()) {
    self.init(History(reviews), scheduler: scheduler)
  }

  /// Takes in new rows, given here or elsewhere; only the questions that they touch are replayed.
  package mutating func add(_ new: [Review], areOwn: Bool = true) {
    replay(history.add(new, areOwn: areOwn))
  }

  private mutating func replay(_ questions: some Sequence<String>) {
    guard history.weights == scheduler.weights else {
      self = rescheduled(by: scheduler)
      return
    }
    for question in questions {
      cards[question] = history.card(of: question, by: scheduler)
      standings[question] = history.standing(of: question)
    }
  }

  /// The chance that a question would be known on that day; 1 where the reader said so, nil before its
  /// first answer.
  package func chance(of question: String, on today: StudyDay) -> Double? {
    standing(of: question).hold == .known ? 1 : cards[question]?.known(on: today)
  }

  /// Whether anything was ever answered or decided about a question.
  package func knows(_ question: String) -> Bool {
    cards[question] != nil || standings[question] != nil
  }

  /// What the reader decided about a question.
  package func standing(of question: String) -> Standing { standings[question] ?? Standing() }

  /// Whether a question may be asked on that day, due or not: it is neither suspended, known nor put
  /// off.
  package func isAsked(_ question: String, on today: StudyDay) -> Bool {
    standings[question]?.isAsked(on: today, isNew: cards[question] == nil) ?? true
  }

  /// Whether a sitting may ask a question on that day, which it has planned to ask.
  func mayAsk(_ question: String, on today: StudyDay) -> Bool {
    guard let standing = standings[question] else { return true }
    return standing.isAsked(on: today) && standing.due.map { $0 <= today } ?? true
  }

  /// Whether a question is to be asked by that moment and study day.
  package func isDue(_ question: String, at now: Int, on today: StudyDay) -> Bool {
    cards[question]?.isDue(at: now, on: today) == true && isAsked(question, on: today)
  }

  /// The study day from which a question is to be asked again, no sooner than it was put off until; nil
  /// before its first answer, unless the reader decided on a day, and where it is not asked any more.
  package func dueDay(of question: String) -> StudyDay? {
    let standing = standing(of: question)
    guard standing.hold == .asked else { return nil }
    guard let card = cards[question] else {
      return [standing.due, standing.buriedUntil].compactMap(\.self).max()
    }
    return max(card.dueDay, standing.buriedUntil ?? card.dueDay)
  }

  /// Time has passed, or the clock was set: rows ahead of it do not count until their time comes.
  package mutating func look(at now: Int) {
    let old = history.horizon
    let new = now + History.tolerance
    history.horizon = new
    replay(history.questionsTouched(after: min(old, new)))
  }

  /// What the clock and the log disagree about, in words; nil where nothing is odd.
  package func clockDoubt(now: Int, today: StudyDay) -> String? {
    let (ahead, latest) = history.answers(after: now + History.tolerance)
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

  /// The same log under another desired retention; weights are those of the log.
  package func rescheduled(by scheduler: Scheduler) -> Progress {
    Progress(history, scheduler: scheduler)
  }

  /// Right answers to a question since the last wrong one.
  package func rightInARow(_ question: String) -> Int {
    history.answers(to: question).reversed().prefix { $0.grade != .again }.count
  }

  /// What was done on one study day, with these questions.
  package func tally(on day: StudyDay, among isCounted: (String) -> Bool = { _ in true }) -> Tally {
    var tally = Tally()
    for (question, answers) in history.answers(on: day)
    where history.sameQuestions(as: question).contains(where: isCounted) {
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
