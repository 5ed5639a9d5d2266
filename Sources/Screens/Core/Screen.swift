import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// One screen: state, changed by events only, and a picture of it.
package protocol Screen: Sendable {
  /// The title line's text.
  var title: String { get }
  /// What stands at the right of the title line.
  var status: String { get }
  /// The keys that mean something now, in the order of the help.
  var keys: [KeyEntry] { get }
  /// A line of text being typed, shown in place of the footer.
  var prompt: Prompt? { get }
  /// How long until the screen wants a tick; nil for never.
  var tickInterval: Duration? { get }
  /// The only place where state changes.
  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect]
  /// Takes in that the notes have changed.
  mutating func worldChanged(_ world: World)
  /// Draws the body.
  func draw(on canvas: inout Canvas, in area: Rect)
  /// Everything that it shows, as lines of text: what the plain mode prints.
  var transcript: [String] { get }
  /// What stands under the cursor, where the transcript does not tell it.
  var selection: String? { get }
  /// Whether a line typed in the plain mode is for the screen rather than a key's word.
  func claims(_ line: String) -> Bool
  /// What the plain mode does with a line that is no command: a number, a title.
  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]?
}

extension Screen {
  package var status: String { "" }
  package var prompt: Prompt? { nil }
  package var tickInterval: Duration? { nil }
  package var selection: String? { nil }
  package mutating func worldChanged(_ world: World) {}
  package func claims(_ line: String) -> Bool { false }
  package mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? { nil }
}

/// A question that is answered by typing a line.
package struct Prompt: Equatable, Sendable {
  /// What stands before the field.
  package var label: String
  /// What was typed.
  package var field: TextField
  /// What stands after it.
  package var note = ""
}

/// Where one can go.
package enum Route: Equatable, Sendable {
  case contents
  case lesson(LessonID, Arrival)
  case search(String)
  case help(title: String, keys: [KeyEntry])
  case widget(WidgetRoute)
  case widgets
  case quiz(Plan.Scope)
  case statistics

  /// Where in a lesson one arrives.
  package enum Arrival: Equatable, Sendable {
    /// Where reading stopped last time.
    case lastPlace
    /// At its beginning.
    case top
    /// At its end.
    case bottom
    /// At a heading.
    case anchor(String)
    /// At the first match of a search, with all matches lit.
    case match(String)
  }
}

/// What a screen asks for: data, so that tests compare it; one place carries it out.
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
  /// Draw everything anew.
  case redraw
  /// One line for the reader, until the next key.
  case say(String)
  /// Note where reading stopped: the lesson's key and the words before the top line.
  case savePlace(lesson: String, word: Int)
  /// Note that a lesson was read to its end.
  case markRead(lesson: String)
  /// Keep what was typed into a widget; nil forgets it.
  case saveDraft(widget: String, String?)
  /// Write files into the current folder, under names that are still free.
  case write([ExportFile])
  /// Open a web address in the reader's browser.
  case openLink(String)
  /// Store these rows of the log, before anything else is shown.
  case record([Review])
  /// Keep a setting; nil takes it away.
  case set(name: String, to: String?)
  /// Read the log of reviews; what came into it since, where it was read already.
  case recall
  /// Read these documents.
  case read([Int])
  /// Look at the disk again: notes may have come, gone or changed.
  case reload
}
