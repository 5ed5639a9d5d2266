import Notes
import Scheduling

/// Asking before all notes were looked through: many take a while, and the first question need not
/// wait for what cannot change it.
extension Plan {
  /// Milliseconds that are looked for questions which are due but were not found yet: they may stand
  /// in other notes altogether.
  package static let patience = 2000

  /// Whether what is known of the questions settles what is asked first: all that is due was found,
  /// or looked for so long, and there are enough new ones.
  package static func isSettled(
    _ scope: Scope, bank: QuestionBank, of library: Library, progress: Progress, now: Int,
    today: StudyDay, since start: Int
  ) -> Bool {
    if bank.isComplete(library) { return true }
    // What no schedule plans is drawn from all.
    if scope.mode != .schedule || scope.chapters != nil { return false }
    if let question = scope.question, bank[question] == nil { return false }
    if let lesson = scope.lesson { return bank.documents > lesson.document }
    if scope.question != nil, scope.count == nil { return true }
    let isOutOfPatience = !(0..<patience).contains(now - start)
    guard
      isOutOfPatience
        || progress.cards.keys.allSatisfy({ id in
          bank[id] != nil || !progress.isDue(id, at: now, on: today)
        })
    else { return false }
    let plan = Plan(scope, bank: bank, progress: progress, now: now, today: today)
    if isOutOfPatience, !plan.queue.isEmpty { return true }
    return plan.new == plan.newRoom
  }
}
