import Basics
import Notes
import Scheduling

/// What is to be asked now, and why: due questions first, then new ones.
package struct Plan: Equatable, Sendable {
  /// What answers are for.
  package enum Mode: Equatable, Sendable {
    /// They decide when questions come back.
    case schedule
    /// Practice of all questions until each was right; the schedule stays as it is.
    case cram
    /// A score, told at the end; the schedule stays as it is.
    case test
    /// Where to start; the schedule stays as it is.
    case placement
  }

  /// How many questions a day holds, in the notes that are open.
  package struct Limits: Equatable, Sendable {
    /// Such as are due.
    package var due: Int
    /// Such as are new.
    package var new: Int

    package init(due: Int = Plan.dueADay, new: Int = Plan.newADay) {
      self.due = due
      self.new = new
    }
  }

  /// What a quiz is about.
  package struct Scope: Equatable, Sendable {
    /// What answers are for.
    package var mode = Mode.schedule
    /// Only questions that were never asked.
    package var isNewOnly = false
    /// Only these chapters, by their first lessons; nil for all.
    package var chapters: Set<LessonID>?
    package var limits = Limits()
    /// Only this lesson; nil for all.
    package var lesson: LessonID?
    /// Whether the whole chapter of that lesson is meant.
    package var isChapter = false
    /// This question first, whatever its schedule says.
    package var question: String?
    /// At most that many questions; nil for the daily measure.
    package var count: Int?
    /// The time of a test, in minutes; nil for as long as it takes.
    package var minutes: Int?
    /// What all random choices follow from; nil for other ones each time.
    package var seed: UInt64?

    /// All lessons, as many as the day's measure allows.
    package init(
      lesson: LessonID? = nil, question: String? = nil, count: Int? = nil, seed: UInt64? = nil
    ) {
      self.lesson = lesson
      self.question = question
      self.count = count
      self.seed = seed
    }

    /// Whether it is what the day holds, of all lessons.
    var isDay: Bool { lesson == nil && count == nil && !isNewOnly }

    /// The most questions of one sitting; nil where the day's measure decides.
    var mostAsked: Int? {
      if isDay { return nil }
      return count ?? (lesson == nil || isChapter ? Plan.inASitting : 30)
    }

    /// All lessons, with answers that are for something else than the schedule.
    package init(
      _ mode: Mode, lesson: LessonID? = nil, isChapter: Bool = false, count: Int? = nil,
      minutes: Int? = nil
    ) {
      self.mode = mode
      self.minutes = minutes
      self.lesson = lesson
      self.isChapter = isChapter
      self.count = count
    }
  }

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
      rehearse(scope, all.filter { progress.isAsked($0.id, on: today) }, seed: seed)
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
    let dayLeft = Workload.Measure(limits).left(after: Workload.Measure(tally))
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

  /// The questions that a scope speaks of.
  package static func questions(_ scope: Scope, _ bank: QuestionBank) -> [Question] {
    if let lesson = scope.lesson {
      return scope.isChapter ? bank.questions(ofChapter: lesson) : bank.questions(of: lesson)
    }
    guard let chapters = scope.chapters else { return bank.questions }
    return bank.questions.filter { chapters.contains($0.lesson.chapterStart) }
  }

  /// Plans what no schedule does: all of the questions in cramming, and of a test so many that each
  /// chapter has its share.
  private mutating func rehearse(_ scope: Scope, _ all: [Question], seed: UInt64) {
    func drawn(_ questions: [Question]) -> [Question] {
      questions.map { ($0, $0.lot(seed)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
    var asked: [Question] = []
    switch scope.mode {
    case .schedule: break
    case .placement: words = "At most \(Placement.most) questions find out where to start."
    case .cram:
      asked = Self.mixed(Array(drawn(all).prefix(scope.count ?? all.count)), after: [])
      words = "\(asked.count) to practise; the schedule stays as it is."
    case .test:
      // What readers judge themselves has no score.
      let judged = drawn(all.filter { !$0.isSelfJudged })
      var chapters = Dictionary(grouping: judged, by: \.lesson.chapterStart)
      let order = chapters.keys.sorted()
      let count = min(scope.count ?? Self.inATest, judged.count)
      while asked.count < count {
        for chapter in order where asked.count < count {
          if let next = chapters[chapter]?.popLast() { asked.append(next) }
        }
      }
      asked = Self.mixed(asked, after: [])
      words = "A test of \(asked.count)."
    }
    new = asked.count
    queue = asked.map(\.id)
    if all.isEmpty { words = "There is no question here." }
  }

  // MARK: Order

  /// Adds questions so that no two neighbours share kind and lesson where it can be avoided, and
  /// neither of them where that is possible too; otherwise in their order.
  static func mixed(_ questions: [Question], after asked: [Question]) -> [Question] {
    struct Class: Hashable {
      var kind: String
      var lesson: LessonID
    }
    func type(_ question: Question) -> Class {
      Class(kind: question.kindName, lesson: question.lesson)
    }
    var result = asked
    var rest = questions
    var counts: [Class: Int] = [:]
    for question in questions { counts[type(question), default: 0] += 1 }
    while !rest.isEmpty {
      let last = result.last.map(type)
      // A class that makes up more than half of the rest has to be asked now, or it will clot.
      let crowded = counts.first { $0.value * 2 > rest.count && $0.key != last }?.key
      var best = 0
      var bestCost = Int.max
      for (index, question) in rest.enumerated().prefix(200) {
        let own = type(question)
        var cost = 0
        if own == last { cost += 100 }
        if let crowded, own != crowded { cost += 10 }
        if own.kind == last?.kind { cost += 2 }
        if own.lesson == last?.lesson { cost += 3 }
        if cost < bestCost { (best, bestCost) = (index, cost) }
        if cost == 0 { break }
      }
      let next = rest.remove(at: best)
      counts[type(next), default: 1] -= 1
      result.append(next)
    }
    return result
  }
}
