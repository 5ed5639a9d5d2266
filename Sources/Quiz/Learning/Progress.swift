import Scheduling

/// What was answered so far, and the cards that follow from it: all that is known of the reader's
/// memory, derived by replay from the log of reviews.
package struct Progress: Equatable, Sendable {
  /// The log, in the order in which it came.
  package private(set) var reviews: [Review]
  /// The state of each question that was ever answered.
  package private(set) var cards: [String: Card]
  /// What decides when a question comes back.
  package let scheduler: Scheduler

  /// Replays a log.
  package init(reviews: [Review] = [], scheduler: Scheduler = Scheduler()) {
    self.reviews = reviews
    self.scheduler = scheduler
    cards = replay(reviews, by: scheduler)
  }

  /// Takes in new rows; only the questions that they touch are replayed.
  package mutating func add(_ new: [Review]) {
    reviews += new
    var touched = Set(new.map(\.question))
    let voided = Set(new.compactMap(\.voidedReview))
    if !voided.isEmpty {
      for review in reviews where voided.contains(review.id) { touched.insert(review.question) }
    }
    let kept = reviews.filter { touched.contains($0.question) }
    let fresh = replay(kept, by: scheduler)
    for question in touched { cards[question] = fresh[question] }
  }

  /// The same log under another desired retention.
  package func rescheduled(by scheduler: Scheduler) -> Progress {
    Progress(reviews: reviews, scheduler: scheduler)
  }

  /// The reviews of one question that count, in their order.
  package func history(of question: String) -> [Review] {
    let own = reviews.filter { $0.question == question }
    let voided = Set(own.compactMap(\.voidedReview))
    return own.filter { $0.isAnswer && !voided.contains($0.id) }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  /// Right answers to a question since the last wrong one.
  package func rightInARow(_ question: String) -> Int {
    guard cards[question] != nil else { return 0 }
    return history(of: question).reversed().prefix { $0.grade != .again }.count
  }

  /// The answer or skip that an undo takes back: the latest to one of these questions.
  package func lastToUndo(among isKnown: (String) -> Bool) -> Review? {
    var voided: Set<ReviewID> = []
    var last: Review?
    for review in reviews.reversed() {
      if let target = review.voidedReview { voided.insert(target) }
    }
    for review in reviews where review.voidedReview == nil && !voided.contains(review.id) {
      guard isKnown(review.question) else { continue }
      if last.map({ ($0.time, $0.id) < (review.time, review.id) }) ?? true { last = review }
    }
    return last
  }

  /// What was done on one study day.
  package func tally(on day: StudyDay) -> Tally {
    var voided: Set<ReviewID> = []
    for review in reviews { if let target = review.voidedReview { voided.insert(target) } }
    var tally = Tally()
    let earliest = day.start(offset: 0) - 86_400_000
    var seenBefore: Set<String> = []
    for review in reviews where review.isAnswer && !voided.contains(review.id) {
      guard review.time >= earliest, StudyDay(time: review.time, offset: review.offset) == day
      else {
        if review.time < earliest + 2 * 86_400_000 { seenBefore.insert(review.question) }
        continue
      }
      tally.reviews += 1
      if tally.questions.insert(review.question).inserted, !seenBefore.contains(review.question) {
        tally.new += 1
      }
    }
    return tally
  }

  /// What was done on a day.
  package struct Tally: Equatable, Sendable {
    /// Answers given.
    package var reviews = 0
    /// Questions answered for the first time ever.
    package var new = 0
    /// Questions answered.
    package var questions: Set<String> = []
  }
}

extension Review {
  /// The grade, where this is an answer.
  package var grade: Grade? { if case .answer(let grade) = kind { grade } else { nil } }
  /// Whether this is an answer.
  package var isAnswer: Bool { grade != nil }
  /// The review that this takes back.
  package var voidedReview: ReviewID? { if case .void(let target) = kind { target } else { nil } }
}
