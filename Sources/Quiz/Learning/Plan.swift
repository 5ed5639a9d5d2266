import Basics
import Notes
import Scheduling

/// What is to be asked now, and why: due questions first, then new ones.
package struct Plan: Equatable, Sendable {
  /// Questions that a quiz leaves unasked although they are not due.
  package struct Left: Equatable, Sendable {
    /// Never asked yet.
    package var new = 0
    /// Asked before, and not due yet.
    package var later = 0
  }

  /// Questions due that are asked on one day, unless the reader chose otherwise.
  package static let dueADay = 60
  /// Questions of a sitting that was asked for beside the day's plan: as many as a day holds.
  package static let inASitting = dueADay + newADay
  /// New questions a day, likewise.
  package static let newADay = 12
  /// Questions of another round, once the day's are done.
  package static let inARound = 10
  /// Questions of a test.
  package static let inATest = 20

  /// The questions in the order in which they are asked.
  package private(set) var queue: [String] = []
  /// How many of them are due.
  package private(set) var due = 0
  /// How many of them are new.
  package private(set) var new = 0
  /// How many of them come before their time.
  package private(set) var early = 0
  /// Due questions that wait for another day.
  package private(set) var waiting = 0
  /// What else could be asked here: questions never asked yet, and others ahead of their time.
  package private(set) var left = Left()
  /// Whether another round has anything to ask.
  package var hasMore: Bool { !queue.isEmpty || left.new + left.later + waiting > 0 }

  /// In words: what a test leaves out; nil where that is nothing.
  package var unscoredWords: String? {
    if unscored == 0 { return nil }
    return unscored == 1
      ? "One question that you judge yourself is left out."
      : "\(unscored) questions that you judge yourself are left out."
  }

  /// In words: what another round would ask although nothing is due.
  package var moreWords: String {
    let due = min(Self.inARound, waiting)
    let new = min(Self.inARound - due, left.new)
    var parts: [String] = []
    if due > 0 { parts.append(due < waiting ? "\(due) of those due" : "what is due") }
    if new > 0 {
      parts.append(
        new < left.new
          ? "\(new) of the new ones" : new == 1 ? "the new one" : "the \(new) new ones")
    }
    let rest = Self.inARound - due - new
    if left.later > 0, rest > 0 {
      parts.append(
        (parts.isEmpty
          ? (left.later == 1 ? "one" : "some") : left.later == 1 ? "another" : "others")
          + " ahead of \(left.later == 1 ? "its" : "their") time")
    }
    return parts.isEmpty ? "" : "asks \(parts.joined(separator: ", and "))"
  }

  /// What a day holds.
  let limits: Limits
  /// How many new ones there was room for.
  package private(set) var newRoom = 0
  /// How many questions a test leaves out, which readers judge themselves.
  package private(set) var unscored = 0
  /// In words: what this quiz holds, and how a backlog is worked off.
  package private(set) var words = ""

  /// A plan for now; the seed decides which questions a test asks, and their order where no schedule
  /// does.
  package init(
    _ scope: Scope, bank: QuestionBank, progress: Progress, now: Int, today: StudyDay,
    seed: UInt64 = 0
  ) {
    limits = scope.limits
    let all = Self.questions(scope, bank)
    if scope.mode != .schedule {
      let asked = all.filter { progress.isAsked($0.id, on: today) }
      let rehearsal = Self.rehearsal(scope, asked, seed: seed)
      if scope.mode == .test { unscored = asked.count(where: \.isSelfJudged) }
      (queue, new, words) = (rehearsal.asked.map(\.id), rehearsal.asked.count, rehearsal.words)
      return
    }
    var dueNow: [(question: Question, chance: Double)] = []
    var unseen: [Question] = []
    var later: [(question: Question, chance: Double)] = []
    var putOff: [StudyDay] = []
    for question in all where question.id != scope.question {
      guard progress.isAsked(question.id, on: today) else {
        if let day = progress.dueDay(of: question.id) { putOff.append(day) }
        continue
      }
      guard let card = progress.cards[question.id] else {
        unseen.append(question)
        continue
      }
      let chance = card.retrievability(on: today)
      if card.isDue(at: now, on: today) {
        dueNow.append((question, chance))
      } else {
        later.append((question, chance))
      }
    }
    // Of many that are due, those are asked first that are most likely still known: each answer
    // then saves the most, and the rest is hardly forgotten any further.
    dueNow.sort { $0.chance > $1.chance }
    later.sort { $0.chance < $1.chance }
    if scope.isNewOnly { (dueNow, later) = ([], []) }
    let tally =
      scope.lesson == nil ? progress.tally(on: today, among: { bank[$0] != nil }) : .init()
    let isWhole = scope.isDay
    let dayLeft = limits.left(after: tally)
    let dueRoom = isWhole ? dayLeft.due : Int.max
    let newRoom = isWhole ? dayLeft.new : Int.max
    let most = limits.due + limits.new
    let room = scope.mostAsked ?? most
    var asked: [Question] = []
    if let id = scope.question, let question = bank[id] { asked.append(question) }
    let takenDue = dueNow.prefix(min(dueRoom, max(0, room - asked.count))).map(\.question)
    due = takenDue.count
    waiting = dueNow.count - due
    asked = Self.mixed(takenDue, after: asked)
    self.newRoom = min(newRoom, max(0, room - asked.count))
    let takenNew = Array(unseen.prefix(self.newRoom))
    new = takenNew.count
    asked = Self.mixed(takenNew, after: asked)
    if scope.lesson != nil || scope.count != nil || scope.question != nil {
      let takenEarly = later.prefix(max(0, room - asked.count)).map(\.question)
      // A quiz that was asked for goes ahead although nothing is due.
      if scope.question == nil, asked.isEmpty || scope.count != nil {
        early = takenEarly.count
        asked = Self.mixed(takenEarly, after: asked)
      }
    }
    queue = asked.map(\.id)
    left = Left(new: unseen.count - new, later: later.count - early)
    words = inWords(
      nextDay: (later.compactMap { progress.dueDay(of: $0.question.id) } + putOff).min(),
      today: today, hasQuestions: !all.isEmpty)
  }

  /// Takes in what a plan of more questions says.
  ///
  /// - Parameters:
  ///   - more: how many of them were added: due, new, and ahead of their time.
  ///   - known: how many due and new ones of this plan wait for their answer.
  ///   - answered: how many of this plan have theirs.
  mutating func extend(
    to whole: Plan, adding more: (due: Int, new: Int, early: Int), to known: (due: Int, new: Int),
    answered: Int
  ) {
    due += more.due
    new += more.new
    early += more.early
    waiting = max(0, whole.due + whole.waiting - known.due - more.due)
    left = Left(
      new: max(0, whole.new + whole.left.new - known.new - more.new),
      later: max(left.later, whole.left.later + whole.early - early - answered))
    words = whole.words
  }
}
