import TextUI

/// A part of a widget that lays itself out, other than text and grids do.
package protocol Figure: Sendable {
  /// What it takes of a width.
  func laidOut(width: Int, ascii: Bool) -> any FigureLayout
  /// All of it as lines of text.
  var transcript: [String] { get }
  /// The same with signs spelled out that ASCII lacks.
  var spelledInASCII: Self { get }
  /// The same without shades, its numbers where they were.
  var withoutGlow: Self { get }
  /// Whether one of its tables is part of a larger one, of which a window shows.
  var isCut: Bool { get }
  /// Columns at the left of its text that hold signs only, where the screen has a margin for them.
  var hang: Int { get }
  /// The same where the screen has a margin of so many columns, into which its signs hang.
  func hanging(by margin: Int) -> Self
}

extension Figure {
  package var hang: Int { 0 }
  package func hanging(by margin: Int) -> Self { self }
  package var withoutGlow: Self { self }
  package var isCut: Bool { false }
}

/// A figure measured for a width, once.
package protocol FigureLayout {
  /// The rows that it takes.
  var height: Int { get }
  /// The rows of its smaller form, in which all that matters is still seen.
  var small: Int { get }
  /// The rows that it can fill where nothing else needs them.
  var most: Int { get }
  /// The rows that a window on that form takes at least.
  var least: Int { get }
  /// The rows that it makes do with before another is cut any further.
  var barest: Int { get }
  /// Whether it is a calculation, which makes do with its result.
  var isCalculation: Bool { get }
  /// The same where titles of tables stand in line with the names of columns, if these leave room.
  var tight: Self { get }
  /// Whether a table leaves some of its columns out.
  var leavesOut: Bool { get }
  /// Whether it can be drawn in any number of rows from its least on.
  var stretches: Bool { get }
  /// Whether some of it finds no room in so many rows.
  func hides(height: Int) -> Bool
  /// The same with every column of its tables, strip below strip, as pages show them.
  var unrolled: Self { get }
  /// Its lines: whole where there is the height for it, else smaller.
  func lines(height: Int) -> [[Cell]]
  /// The numbers in its tables, as these write them.
  var written: [(value: Double, text: String)] { get }
  /// How many columns at the left of its lines belong into the margin of the screen.
  func hang(height: Int) -> Int
}

extension FigureLayout {
  package var most: Int { height }
  package var barest: Int { least }
  package var isCalculation: Bool { false }
  package var tight: Self { self }
  package var unrolled: Self { self }
  package var leavesOut: Bool { false }
  package var stretches: Bool { false }
  package func hides(height: Int) -> Bool { false }
  package var written: [(value: Double, text: String)] { [] }
  package func hang(height: Int) -> Int { 0 }
}
