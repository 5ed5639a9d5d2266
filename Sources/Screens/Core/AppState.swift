import Notes
import Quiz
import Scheduling

/// What all screens see and none of them owns: the notes and what is remembered of the reader.
package struct AppState: Equatable, Sendable {
  /// The notes that are open.
  package var library: Library
  /// Words read of each lesson, by its key: where reading stopped.
  package var places: [String: Int] = [:]
  /// The key of the lesson that was open last.
  package var lastLesson: String?
  /// Places that the reader marked.
  package var bookmarks: [Character: ReadingPlace] = [:]
  /// Where the reader was before the last jump.
  package var jumpedFrom: ReadingPlace?
  /// Keys of lessons read to their end.
  package var lessonsRead: Set<String> = []
  /// How many of those keys name a lesson that has another key among them.
  private var namedTwice = 0
  /// What was typed into widgets, by lesson and widget.
  package var drafts: [String: String] = [:]
  /// The questions of the notes; it fills while nothing else happens.
  package var bank = QuestionBank()
  /// What was answered so far; nil until it was read.
  package var progress: Progress?
  /// What the questions of the notes were when they were last seen; nil where nobody knows.
  package var known: KnownQuestions?
  /// The rows by which questions were recognised that the reader was told of, and may take back at once.
  package var recognised: [Review] = []
  /// When the last event was, in milliseconds of Unix time.
  package var now = 0
  /// The study day of the last event.
  package var today = StudyDay(number: 0)
  /// What the reader chose.
  package var settings = Settings()
  /// The days on which less should fall due.
  package var easyDays = EasyDays()
  /// Which theme shows.
  package var appearance = Appearance()
  /// Why nothing is stored, and what to do, while that holds.
  package var trouble: String?
  /// The reader's own keys.
  package var keymap = Keymap()
  /// The widest that lines of text become.
  package var textWidth = TextFrame.widest
  /// Whether nothing was read or answered before, in whatever notes.
  package var isFirstTime = false
  /// Whether screens are printed line by line.
  package var isLinear = false
  /// Whether only ASCII can be shown.
  package var ascii = false
  /// Whether clicks come here, and do not select text.
  package var takesMouse = true
  /// Whether steps of widgets are never played.
  package var isStill = true
  /// Whether links and other files stay shut, as `LESSSECURE` asks for.
  package var isSecure = false

  /// The state for notes of which nothing is remembered.
  package init(library: Library) { self.library = library }

  /// Whether anything was ever answered, of whatever notes.
  var hasAnswers: Bool { progress?.history.questions.isEmpty == false }

  /// Whether all questions and all answers are known.
  package var knowsQuestions: Bool {
    progress != nil && library.isComplete && bank.isComplete(library)
  }
}

extension AppState {
  /// Whether a lesson was read to its end.
  func hasRead(_ id: LessonID) -> Bool { lessonsRead.contains(library.key(of: id)) }

  /// How many lessons were read to their end.
  var countOfLessonsRead: Int { lessonsRead.count - namedTwice }

  /// Takes in which lessons were read, by the keys that were stored. Where a title is shown without its marks
  /// since then, both keys name the lesson: no one knows before it is read which one the notes have.
  package mutating func recall(read keys: some Sequence<String>) {
    for key in keys where lessonsRead.insert(key).inserted {
      guard let now = LessonKey.withoutMarks(key) else { continue }
      lessonsRead.insert(now)
      namedTwice += 1
    }
  }

  /// Takes in where reading of lessons stopped, the last one first; what is known already stays.
  package mutating func recall(places stored: [(lesson: String, word: Int)]) {
    for (lesson, word) in stored where places[lesson] == nil { places[lesson] = word }
    for (lesson, word) in stored {
      guard let now = LessonKey.withoutMarks(lesson), places[now] == nil else { continue }
      places[now] = word
    }
  }

  /// Words of a lesson before the place where reading stopped.
  func wordsRead(_ id: LessonID) -> Int { places[library.key(of: id)] ?? 0 }

  /// Takes in what day it is; rows of the log that are ahead of it do not count yet.
  mutating func look(at now: Moment) {
    guard now.utc > 0 else { return }
    self.now = now.utc
    guard today != now.day else { return }
    today = now.day
    progress?.look(at: now.utc)
  }

  /// Takes in what is to be stored; whether it is news.
  mutating func note(_ effect: Effect) -> Bool {
    switch effect {
    case .savePlace(let lesson, let word):
      isFirstTime = false
      defer { (places[lesson], lastLesson) = (word, lesson) }
      return places[lesson] != word || lastLesson != lesson
    case .saveDraft(let widget, let text):
      defer { drafts[widget] = text }
      return drafts[widget] != text
    case .saveBookmark(let letter, let place):
      // Stored even where it is as before: another program may have set the letter meanwhile.
      bookmarks[letter] = place
      return true
    case .jumped(let place):
      jumpedFrom = place
      return false
    case .noteQuestions(let questions):
      defer { known = KnownQuestions(own: questions) }
      return known?.own != questions
    case .markRead(let lesson): return lessonsRead.insert(lesson).inserted
    case .record(let rows):
      progress?.add(rows)
      for case .void(let id) in rows.map(\.kind) { recognised.removeAll { $0.id == id } }
      return !rows.isEmpty
    case .set(let change):
      settings.apply(change)
      reschedule()
      return true
    default: return false
    }
  }

  /// Has the answers so far scheduled as the settings ask.
  mutating func reschedule() {
    let scheduler = settings.scheduler
    guard let known = progress, known.scheduler != scheduler.with(known.scheduler.weights) else {
      return
    }
    progress = known.rescheduled(by: scheduler)
  }
}
