import Notes
import TextUI

/// A widget that is open, of whatever kind: what a screen needs of it.
package protocol WidgetPanel: Sendable {
  /// The keys that mean something here.
  var keys: [KeyEntry] { get }
  /// What stands at the right of the title.
  var status: String { get }
  var summary: [[String]] { get }
  /// Whether there is more to compute: each tick computes a slice.
  var isWorking: Bool { get }
  /// Whether it moves on by itself: each tick shows the next picture.
  var isPlaying: Bool { get }
  /// Whether the reader has changed anything, even only where they stand.
  var isChanged: Bool { get }
  /// Whether the numbers are not those that it came with.
  var hasOwnNumbers: Bool { get }
  /// What the widget holds now.
  var inputs: Inputs { get }
  /// What is to be kept until the reader comes back.
  var draft: Draft { get }
  /// The number or input that is being typed.
  var field: TextField? { get }
  /// What stands before the field.
  var fieldLabel: String { get }
  /// Everything that it shows, as lines of text.
  var transcript: [String] { get }
  /// Its state as files, computed to the end.
  var files: [ExportFile] { get }

  /// Takes an event; what it asks for.
  mutating func update(_ event: Event) -> [WidgetEffect]
  /// Takes a line of the plain mode; nil where it is none that this widget knows.
  mutating func choose(_ line: String) -> [WidgetEffect]?
  func draw(on canvas: inout Canvas, in area: Rect, ascii: Bool)
}

extension Widget {
  /// An open widget with the inputs that it came with, and what the reader left it with, as far as
  /// that began with them.
  package static func opened(
    _ inputs: Inputs, draft: Draft? = nil
  ) throws(Diagnostic) -> any WidgetPanel {
    let fresh = try Self(inputs)
    return Panel(fresh, draft: draft?.origin == fresh.inputs ? draft : nil)
  }
}
