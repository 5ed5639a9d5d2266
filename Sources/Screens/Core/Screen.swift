import Quiz
import TextUI

/// One screen: state that only events change, and a picture of it. What all screens share, the
/// `state`, is handed in.
package protocol Screen: Sendable {
  /// The keys of it and of what may lie over it, whatever its state: for the manual page.
  static var tables: [[Shortcut]] { get }
  /// What stands at the left of the title line.
  func title(in state: AppState) -> String
  /// What stands at its right.
  func status(in state: AppState) -> String
  /// How far one has come, from 0 to 1; nil where there is nothing to come along.
  func progress(in state: AppState) -> Double?
  /// Whether it begins right under the header's rule, without a blank row.
  var fillsBody: Bool { get }
  /// The keys that mean something now, in the order of the help.
  func keys(in state: AppState) -> [Shortcut]
  /// A line of text being typed, shown above the footer.
  var prompt: Prompt? { get }
  /// Whether what is pasted means something here.
  var takesText: Bool { get }
  /// How many characters of a paste count.
  var longestPaste: Int { get }
  /// Whether letters are text just now, and no keys.
  var takesLetters: Bool { get }
  /// Whether Esc leads out of something on the screen, as a question that stands, before it leaves the screen.
  var escapesWithin: Bool { get }
  /// Whether digits are a count for the key after them.
  var takesCount: Bool { get }
  /// What a key does behind a count, where that is not the same so many times; nil where it is.
  mutating func update(counted count: Int, _ key: Key, in state: AppState) -> [Effect]?
  /// How long until the screen wants a tick; nil for never.
  func tickInterval(in state: AppState) -> Duration?
  /// The one way in which it changes. Nil where it does not know a line.
  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]?
  /// What is to be kept when the screen is left.
  func leaving(_ state: AppState) -> [Effect]
  /// The document that it shows: those near it are read first.
  var nearDocument: Int { get }
  /// Whether it is about what was answered, which other programs may write too.
  var looksBack: Bool { get }
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
  /// Lines of the plain mode that no key stands for.
  var phrases: [Phrase] { get }
}

extension Screen {
  package func status(in state: AppState) -> String { "" }
  package func progress(in state: AppState) -> Double? { nil }
  package var fillsBody: Bool { false }
  package var prompt: Prompt? { nil }
  package var takesText: Bool { prompt?.isYesOrNo == false }
  package var longestPaste: Int { TextField.longestPaste }
  package var takesLetters: Bool { prompt != nil }
  package var escapesWithin: Bool { false }
  package var takesCount: Bool { false }
  package mutating func update(counted count: Int, _ key: Key, in state: AppState) -> [Effect]? {
    nil
  }
  package func tickInterval(in state: AppState) -> Duration? { nil }
  package func leaving(_ state: AppState) -> [Effect] { [] }
  package var nearDocument: Int { 0 }
  package var looksBack: Bool { false }
  package var awaitsQuestions: Bool { false }
  package func selection(in state: AppState) -> String? { nil }
  package var emptyLine: EmptyLine { .nothing }
  package var isFinished: Bool { false }
  package func claims(_ line: String) -> Bool { false }
  package var phrases: [Phrase] { [] }
}

extension Screen {
  /// Screens of one type are one step for `leave`.
  var kind: ObjectIdentifier { ObjectIdentifier(Self.self) }
}

/// What a screen takes in.
package enum ScreenEvent: Equatable, Sendable {
  /// Points of the mouse count from the body's first row and column.
  case terminal(Event)
  /// A line of the plain mode that is not a command: a number, a title.
  case line(String)
  /// Notes, answers or settings are others now. Nothing is asked for then.
  case stateChanged
}

/// A line of the plain mode that no key stands for, as an example, and what it does.
package struct Phrase: Equatable, Sendable {
  package let line: String
  package let help: String

  package init(_ line: String, _ help: String) {
    self.line = line
    self.help = help
  }
}

/// What an empty line typed in the plain mode does.
package enum EmptyLine: Equatable, Sendable {
  case nothing
  /// It goes on, as Enter does.
  case goesOn
  /// It goes on as that word does.
  case says(String)
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
  /// Whether the word that leads out of a screen, typed alone, leads out of this too, and is no answer.
  package var knowsBack = false
}
