import Notes

/// What an open widget asks for.
package enum WidgetEffect: Equatable, Sendable {
  /// One line for the reader.
  case say(String)
  /// Write these files, under names that are still free.
  case write([ExportFile])
  /// Put the text of the notes that are open, or the first `most` bytes of it, into the input `key`.
  case openNotes(key: String, most: Int)
  /// Open the widget of that name over this one, with the text of the notes that are open as its `key`.
  case openOnNotes(String, key: String, most: Int)
  /// Open the widget of that name over this one.
  case open(String, Inputs)
  /// The list of all widgets.
  case list
  /// The lesson that explains what is shown.
  case lesson
  /// Back to where the widget was opened.
  case back
}

/// A file to be written: `stem-N.ending`, one N for all files of an export.
package struct ExportFile: Equatable, Sendable {
  /// The name without number and ending.
  package let stem: String
  /// The ending, such as `json`.
  package let ending: String
  /// What it holds.
  package let bytes: [UInt8]
  /// What is said of it where it was written; nothing where its name says all.
  package let note: String

  package init(stem: String, ending: String, bytes: [UInt8], note: String = "") {
    (self.stem, self.ending, self.bytes, self.note) = (stem, ending, bytes, note)
  }

  package init(stem: String, ending: String, text: String) {
    self.init(stem: stem, ending: ending, bytes: Array(text.utf8))
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
