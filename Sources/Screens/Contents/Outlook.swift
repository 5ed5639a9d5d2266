import Basics
import Notes
import Quiz
import Scheduling

/// What there is to do now, and how much of each chapter would be remembered today.
struct Outlook: Sendable {
  /// What is known of the questions of a chapter.
  struct Chapter: Sendable {
    fileprivate(set) var questions = 0
    /// Answered at least once, or called known.
    fileprivate(set) var asked = 0
    fileprivate(set) var due = 0
    fileprivate var chances = 0.0
    /// The part of what was asked that would be known today, by the log; nil before the first answer.
    var remembered: Double? { asked > 0 ? chances / Double(asked) : nil }
  }

  /// The lesson that was open last, where the notes still have it.
  private(set) var last: LessonID?
  /// Where reading goes on: the lesson that was open last, or the next one that was not read.
  private(set) var goOn: LessonID?
  /// Whether anything was read.
  private(set) var hasBegun = false
  private(set) var lessonsRead = 0
  private(set) var lessonCount = 0
  /// Whether questions and answers are known yet.
  private(set) var isKnown = false
  private(set) var questions = 0
  /// Of them those that were answered at least once, or called known.
  private(set) var asked = 0
  /// Written questions that cannot be asked.
  private var broken = 0
  private(set) var due = 0
  private(set) var new = 0
  /// Due questions that may wait for another day.
  private(set) var waiting = 0
  /// Days until the next ones fall due, where none is now.
  private(set) var daysToNext: Int?
  private(set) var secondsEach = 0.0
  private(set) var dueByLesson: [LessonID: Int] = [:]
  /// Questions that fall due in the coming days; those overdue count today.
  private(set) var forecast: [Int] = []
  /// The questions that slip most, in the order of the statistics.
  private(set) var weak: [Report.Weak] = []
  private var limits = Plan.Limits()
  private var chapters: [LessonID: Chapter] = [:]
  /// How many questions each lesson has, how many of them were asked, and the chances of these.
  private var lessons: [LessonID: (questions: Int, asked: Int, chances: Double)] = [:]

  /// Lessons that are looked through for the next one to read.
  private static let farthest = 2_000
  private static let mostWeak = 3

  init() {}

  init(_ state: AppState) {
    let library = state.library
    hasBegun = state.lastLesson != nil || !state.lessonsRead.isEmpty
    last = state.lastLesson.flatMap { library.lesson(withKey: $0) }
    goOn = Self.whereToGoOn(from: last, state)
    lessonCount = library.lessonCount
    lessonsRead = min(state.countOfLessonsRead, lessonCount)
    guard state.knowsQuestions, let progress = state.progress else { return }
    isKnown = true
    limits = state.settings.limits
    look(at: state.bank, progress, now: state.now, today: state.today)
  }

  private mutating func look(
    at bank: QuestionBank, _ progress: Progress, now: Int, today: StudyDay
  ) {
    var dueDays: [StudyDay] = []
    var slipping: [Report.Weak] = []
    questions = bank.questions.count
    broken = bank.leftOut
    for question in bank.questions {
      var chapter = chapters[question.lesson.chapterStart] ?? Chapter()
      chapter.questions += 1
      var lesson = lessons[question.lesson] ?? (0, 0, 0)
      lesson.questions += 1
      if let chance = progress.chance(of: question.id, on: today) {
        asked += 1
        chapter.asked += 1
        chapter.chances += chance
        lesson.asked += 1
        lesson.chances += chance
      }
      lessons[question.lesson] = lesson
      if let card = progress.cards[question.id] {
        if let day = progress.dueDay(of: question.id) { dueDays.append(day) }
        if progress.isDue(question.id, at: now, on: today) {
          chapter.due += 1
          dueByLesson[question.lesson, default: 0] += 1
        }
        if let weak = Report.Weak(question.id, card, on: today) { slipping.append(weak) }
      }
      chapters[question.lesson.chapterStart] = chapter
    }
    due = dueByLesson.values.reduce(0, +)
    var scope = Plan.Scope()
    scope.limits = limits
    let plan = Plan(scope, bank: bank, progress: progress, now: now, today: today)
    (new, waiting) = (plan.new, plan.waiting)
    daysToNext = dueDays.map { $0.days(since: today) }.min()
    secondsEach = StudyTime.secondsAnAnswer(
      bank.questions.lazy.map(\.id).filter { progress.cards[$0] != nil }, progress)
    forecast = Scheduling.forecast(dueDays, from: today, days: 7)
    weak = Array(slipping.sorted { $0.isWeaker(than: $1) }.prefix(Self.mostWeak))
  }

  private static func whereToGoOn(from last: LessonID?, _ state: AppState) -> LessonID? {
    let library = state.library
    // Behind the last lesson come those before it that were passed over.
    for start in [last, library.firstLesson] {
      var next = start
      for _ in 0..<farthest {
        guard let id = next else { break }
        if !state.hasRead(id) { return id }
        next = library.lesson(after: id)
      }
    }
    return nil
  }

  /// The chapter that a lesson stands in.
  func chapter(of id: LessonID) -> Chapter { chapters[id.chapterStart] ?? Chapter() }

  /// How many questions of a lesson were asked.
  func asked(ofLesson id: LessonID) -> Int { lessons[id]?.asked ?? 0 }

  /// How many of all questions of a lesson would be known today, one that was never asked counted as not known:
  /// `3 of 12`; nil before the first answer.
  func known(ofLesson id: LessonID) -> String? {
    lessons[id].flatMap {
      $0.asked > 0 ? "\(Int($0.chances.rounded())) of \($0.questions)" : nil
    }
  }

  /// What is asked now: `50 questions and 12 new ones, about 18 minutes`.
  var dueText: String { dueParts.what + dueParts.time }

  /// Whether a quiz would ask nothing but new questions: none of these is due.
  var asksOnlyNew: Bool { isKnown && due == 0 && new > 0 }

  /// The same in two parts, of which the second may be left out.
  var dueParts: (what: String, time: String) {
    guard isKnown else { return ("counting …", "") }
    guard questions > 0 else {
      return broken == 0
        ? ("these notes hold no questions", "")
        : ("\(counted(broken, "question")) that cannot be asked", ": attend check tells why")
    }
    let today = due - waiting
    guard today + new > 0 else {
      if waiting > 0 {
        return ("\(waiting) may wait until tomorrow", ": today's \(limits.due) are done")
      }
      let next =
        switch daysToNext {
        case 0?: "; the next later today"
        case 1?: "; the next tomorrow"
        case let days?: "; the next in \(days) days"
        case nil: ""
        }
      return ("nothing now", next)
    }
    var text = due == 0 ? "" : counted(due, "question")
    if waiting > 0 { text += ", \(today) today" }
    if new > 0 {
      text += due == 0 ? counted(new, "new question") : "\(waiting > 0 ? "," : "") and \(new) new"
    }
    return (text, ", " + StudyTime.about(today + new, secondsEach: secondsEach))
  }

  /// That others cannot be asked for how they are written; empty where none is broken.
  var trouble: String {
    broken > 0 && questions > 0 ? "; \(broken) more cannot be asked" : ""
  }

  /// Whether a quiz would ask anything.
  var hasQuiz: Bool { isKnown && due - waiting + new > 0 }
}

extension Library {
  /// The first lesson of all that were read so far.
  var firstLesson: LessonID? {
    let start = LessonID(document: 0, chapter: 0, lesson: 0)
    return self[start] == nil ? lesson(after: start) : start
  }

  /// Whether there is more than one chapter.
  var hasSeveralChapters: Bool {
    documents.reduce(0) { $0 + $1.chapters.count } > 1
  }
}
