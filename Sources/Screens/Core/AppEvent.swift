import Notes
import Quiz
import Scheduling
import TextUI

/// All that can change the program's state.
package enum AppEvent: Equatable, Sendable {
  /// The terminal: a key, a click, a new size, time.
  case terminal(Event)
  /// A line of the plain mode that names no key.
  case line(String)
  /// What came of an effect.
  case result(EffectResult)
}

/// What came of an effect.
package enum EffectResult: Equatable, Sendable {
  /// The log of answers and the settings, read for the first time; why they cannot be read.
  case progress(
    Progress, settings: Settings, problem: String? = nil, known: KnownQuestions? = nil)
  /// Rows that came into the log since, from other programs too, and the settings.
  case news([Review], settings: Settings)
  /// The marks as they are stored.
  case bookmarks([Character: ReadingPlace])
  /// Documents that were read, by their place in the library.
  case documents([DocumentRead])
  /// The note beside the opened file to which a link of a lesson leads; nil where there is none.
  case neighbour(Document?, link: String, from: LessonID)
  /// How far lessons of a note were read that has just become one of these notes.
  case reading(places: [String: Int], read: Set<String>)
  /// The reader's own keys.
  case keymap(Keymap)
  /// The notes, changed on disk.
  case library(Library)
  /// When changes on disk are to be looked at that had to wait; nil where none did.
  case lookAgain(Duration?)
  /// A line for the reader, until the next key.
  case message(String)
  /// Why nothing can be stored, said at once and kept in the footer; nil when it can be again.
  case trouble(String?)

  /// Whether no screen shows it.
  var isUnseen: Bool { if case .lookAgain = self { true } else { false } }
}
