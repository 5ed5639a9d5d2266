import Notes
import Scheduling
import TextUI
import Widgets

/// What a screen asks for, as data, so that tests can compare it. `App.carry` moves from screen to screen
/// and shows messages; `EffectHandler` carries out the rest.
package enum Effect: Equatable, Sendable {
  /// Go somewhere, leaving the way back.
  case open(Route)
  /// Go somewhere in place of this screen.
  case replace(Route)
  /// One step back.
  case back
  /// One step forward again.
  case forward
  /// Back to the screen from which the first of these was opened.
  case leave
  /// End the program.
  case quit
  /// Stop until the shell goes on.
  case suspend
  /// Redraw everything.
  case redraw
  /// Draw in that theme from now on.
  case show(Theme)
  /// One line for the reader, until the next key.
  case say(String)
  /// Note where reading stopped: the lesson's key and the words before the top line.
  case savePlace(lesson: String, word: Int)
  /// Set a mark; without a place, take it away.
  case saveBookmark(Character, ReadingPlace?)
  /// Note where the reader was before a jump.
  case jumped(from: ReadingPlace)
  /// Note that a lesson was read to its end.
  case markRead(lesson: String)
  /// Keep what was typed into a widget; nil forgets it.
  case saveDraft(widget: String, String?)
  /// Write files into the current folder, under names that are still free.
  case write([ExportFile])
  /// Put a text into the reader's clipboard, and say so.
  case copy(String, said: String)
  /// Take the mouse, or leave it to the terminal.
  case takeMouse(Bool)
  /// Open a note in the reader's editor, at a line of the file.
  case edit(document: Int, line: Int)
  /// Read a note beside the opened file and go there, by a link of a lesson.
  case follow(Neighbour, link: String, from: LessonID)
  /// Open a web address in the reader's browser.
  case openLink(String)
  /// Store these rows of the log, before anything else is shown.
  case record([Review])
  /// Note what the questions of these notes are now.
  case noteQuestions([KnownQuestion])
  /// Keep a choice of the reader's.
  case set(Settings.Change)
  /// Read the log of reviews; what came into it since, where it was read already.
  case recall
  /// Read the marks: another program may have set some.
  case recallMarks
  /// Read these documents.
  case read([Int])
  /// Look at the disk again: notes may have come, gone or changed.
  case reload
}

extension Effect {
  /// Keep this value of a setting.
  static func set<Value>(_ setting: Setting<Value>, to value: Value) -> Effect {
    .set(Settings.Change(setting, to: value))
  }
}
