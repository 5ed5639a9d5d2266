import Notes
import Scheduling

extension Plan {
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

    /// What is left of them after what was done today.
    package func left(after tally: Progress.Tally) -> Limits {
      let left = Workload.Measure(self).left(after: Workload.Measure(tally))
      return Limits(due: left.due, new: left.new)
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

  /// The questions that a scope speaks of.
  package static func questions(_ scope: Scope, _ bank: QuestionBank) -> [Question] {
    if let lesson = scope.lesson {
      return scope.isChapter ? bank.questions(ofChapter: lesson) : bank.questions(of: lesson)
    }
    guard let chapters = scope.chapters else { return bank.questions }
    return bank.questions.filter { chapters.contains($0.lesson.chapterStart) }
  }
}
