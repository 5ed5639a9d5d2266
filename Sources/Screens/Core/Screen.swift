import Quiz
import TextUI

/// One screen: state that only events change, and a picture of it. What all screens share, the
/// `state`, is handed in.
package protocol Screen: Sendable {
  /// What stands at the left of the title line.
  func title(in state: AppState) -> String
  /// What stands at its right.
  func status(in state: AppState) -> String
  /// The keys that mean something now, in the order of the help.
  func keys(in state: AppState) -> [Shortcut]
  /// A line of text being typed, shown in place of the footer.
  var prompt: Prompt? { get }
  /// Whether what is pasted means something here.
  var takesText: Bool { get }
  /// Whether letters are text just now, and no keys.
  var takesLetters: Bool { get }
  /// Whether pictures follow each other by themselves until they come to rest.
  var isPlaying: Bool { get }
  /// How long until the screen wants a tick; nil for never.
  func tickInterval(in state: AppState) -> Duration?
  /// Takes an event. Points of the mouse count from the body's first row and
  /// column.
  mutating func update(_ event: Event, in state: AppState, now: Moment) -> [Effect]
  /// Takes in that notes, answers or settings are others now.
  mutating func stateChanged(_ state: AppState)
  /// What is to be kept when the screen is left.
  func leaving(_ state: AppState) -> [Effect]
  /// The document that it shows: those near it are read first.
  var nearDocument: Int { get }
  /// Whether it begins once enough questions are known.
  var awaitsQuestions: Bool { get }
  /// Draws the body.
  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState)
  /// Everything that it shows, as lines of text: what the plain mode prints.
  func transcript(in state: AppState) -> [String]
  /// What stands under the cursor, where the transcript does not tell it.
  func selection(in state: AppState) -> String?
  /// What an empty line typed in the plain mode does.
  var emptyLine: EmptyLine { get }
  /// Whether nothing more comes on this screen: a quiz at its summary.
  var isFinished: Bool { get }
  /// Whether a line typed in the plain mode is for the screen rather than a key's word.
  func claims(_ line: String) -> Bool
  /// What the plain mode does with a line that is no command: a number, a title.
  mutating func choose(_ line: String, in state: AppState, now: Moment) -> [Effect]?
}

extension Screen {
  package func status(in state: AppState) -> String { "" }
  package var prompt: Prompt? { nil }
  package var takesText: Bool { prompt?.isYesOrNo == false }
  package var takesLetters: Bool { prompt != nil }
  package var isPlaying: Bool { false }
  package func tickInterval(in state: AppState) -> Duration? { nil }
  package mutating func stateChanged(_ state: AppState) {}
  package func leaving(_ state: AppState) -> [Effect] { [] }
  package var nearDocument: Int { 0 }
  package var awaitsQuestions: Bool { false }
  package func selection(in state: AppState) -> String? { nil }
  package var emptyLine: EmptyLine { .nothing }
  package var isFinished: Bool { false }
  package func claims(_ line: String) -> Bool { false }
  package mutating func choose(_ line: String, in state: AppState, now: Moment) -> [Effect]? { nil }
}

/// What an empty line typed in the plain mode does.
package enum EmptyLine: Sendable {
  case nothing
  /// It goes on, as Enter does.
  case goesOn
  /// It is an answer, though none that will do: what is missing is said.
  case isAnswer
}

/// A question that is answered by typing a line.
package struct Prompt: Equatable, Sendable {
  /// What stands before the field.
  package var label: String
  /// What was typed.
  package var field: TextField
  /// What stands after it.
  package var note = ""
  /// Whether a key answers it, so that nothing can be typed.
  package var isYesOrNo = false
}
