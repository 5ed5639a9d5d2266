import Notes
import TextUI

/// A widget that is open, of whatever kind: what a screen needs of it.
package protocol WidgetPanel: Sendable {
  /// The keys that mean something now.
  var keys: [Shortcut] { get }
  /// What stands at the right of the title.
  var status: String { get }
  /// How far its steps have come, from 0 to 1; nil where it has none.
  var progress: Double? { get }
  /// Whether there is more to compute: each tick computes a slice.
  var isWorking: Bool { get }
  /// Whether the reader has changed anything, even only where they stand.
  var isChanged: Bool { get }
  /// Whether the numbers are not those that it came with.
  var hasOwnNumbers: Bool { get }
  /// How often what is to be kept at once has changed: where the reader stands is kept when they leave.
  var revision: Int { get }
  /// What the widget holds now.
  var inputs: Inputs { get }
  /// What is to be kept until the reader comes back.
  var draft: Draft { get }
  /// The number or input that is being typed.
  var field: TextField? { get }
  /// Whether Esc leaves a question without an answer, or the pages for the figure, before it leads out.
  var escapesWithin: Bool { get }
  /// What stands before the field.
  var fieldLabel: String { get }
  /// Everything that it shows, as lines of text.
  var transcript: [String] { get }
  /// Its state as files, computed to the end.
  var files: [ExportFile] { get }
  /// Whether words are typed in the place of keys.
  var isLinear: Bool { get set }
  /// Whether nothing is to move.
  var isStill: Bool { get set }
  /// The number and title of the lesson that explains what is shown; nil where none does.
  var lesson: String? { get set }
  /// The title of the lesson that explains the step that is shown, where each has its own.
  var stepTopic: String? { get }
  /// Whether only ASCII can be shown.
  var ascii: Bool { get set }
  /// Whether it moves by itself: each frame is asked for when its time has come.
  var isPlaying: Bool { get }
  /// How long a frame is shown, in milliseconds.
  var frameTime: Int { get }

  mutating func nextFrame()
  /// Puts an input in as if it had been typed.
  mutating func set(_ key: String, _ value: String) -> [WidgetEffect]
  /// Puts several in, as one change.
  mutating func set(_ values: Inputs) -> [WidgetEffect]

  /// Takes an event, also the size of the room for its picture; what it asks for.
  mutating func update(_ event: Event) -> [WidgetEffect]
  /// Takes a line of the plain mode; nil where it is none that this widget knows.
  mutating func choose(_ line: String) -> [WidgetEffect]?
  func draw(on canvas: inout Canvas, in area: Rect)
  /// What it comes to, for the lesson that it stands in: lines of a width, and so many at most.
  func preview(width: Int, height: Int, ascii: Bool) -> [[Cell]]
}
