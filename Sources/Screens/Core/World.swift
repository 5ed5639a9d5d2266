import Notes
import Quiz
import Scheduling

/// What all screens see and none of them owns: the notes and what is remembered of the reader.
package struct World: Equatable, Sendable {
  /// The notes that are open.
  package var library: Library
  /// Words read of each lesson, by its key: where reading stopped.
  package var places: [String: Int] = [:]
  /// The key of the lesson that was open last.
  package var lastLesson: String?
  /// Keys of lessons read to their end.
  package var lessonsRead: Set<String> = []
  /// What was typed into widgets, by lesson and widget.
  package var drafts: [String: String] = [:]
  /// The questions of the notes; it fills while nothing else happens.
  package var bank = QuestionBank()
  /// What was answered so far; nil until it was read.
  package var progress: Progress?
  /// The study day of the last event.
  package var today = StudyDay(number: 0)
  /// Settings by name.
  package var settings: [String: String] = [:]
  /// Why nothing is stored, and what to do, while that holds.
  package var trouble: String?
  /// Whether only ASCII can be shown.
  package var ascii = false
  /// Whether links and other files stay shut, as `LESSSECURE=1` asks for.
  package var isSecure = false

  /// A world of notes, with nothing remembered.
  package init(library: Library) { self.library = library }

  /// Whether all questions and all answers are known.
  package var knowsQuestions: Bool {
    progress != nil && library.isComplete && bank.isComplete(library)
  }
}

/// The names of settings that are kept.
package enum Setting {
  /// Whether the quiz asks how sure the reader is: `yes`, or not set.
  package static let confidence = "quiz.confidence"
  /// The chance of recall at which a question comes back: `0.9` where it is not set.
  package static let retention = "quiz.retention"
  /// All of them.
  package static let all = [confidence, retention]

  /// The scheduler that the settings ask for.
  package static func scheduler(_ settings: [String: String]) -> Scheduler {
    Scheduler(retention: settings[retention].flatMap { Double($0) } ?? 0.9)
  }
}

/// A point in time, for what is stored.
package struct Moment: Equatable, Sendable {
  /// Milliseconds of Unix time.
  package var utc: Int
  /// Minutes that local time is ahead of UTC.
  package var offset: Int
  /// Random bits, other ones each time: what new rows of the log are named by.
  package var random: UInt128
  /// A point in time.
  package init(utc: Int, offset: Int = 0, random: UInt128 = 0) {
    self.utc = utc
    self.offset = offset
    self.random = random
  }

  /// The study day.
  package var day: StudyDay { StudyDay(time: utc, offset: offset) }
  /// The same as quizzes take it.
  var stamp: Session.Stamp { Session.Stamp(time: utc, offset: offset, random: random) }
}
