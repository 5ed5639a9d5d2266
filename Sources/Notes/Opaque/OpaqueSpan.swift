/// A part of running text that Markdown must not look into: a formula, a sign that would begin
/// a tag or strike something out but does not, or a comment that md4c would not know.
struct OpaqueSpan: Equatable, Sendable {
  enum Kind: Equatable, Sendable { case maths, displayMaths, text, comment }

  var kind: Kind
  /// All of it, its marks included.
  var range: Range<Int>
  /// What stands between its marks.
  var content: Range<Int>
  /// How many quotes it stands in: their marks lead each of its lines after the first.
  var quotes = 0
}

/// Where running text stands, as far as it matters to what may be opaque in it.
struct TextPlace: Equatable {
  /// How many quotes it stands in.
  var quotes = 0
  /// The indentation of the list item that it stands in.
  var indent = 0
  /// The first byte of its line's own text: display maths that begins there may hold blank lines.
  var lineStart = 0
  /// Whether it is a row of a table, whose cells end at bars.
  var isRow = false
  /// Whether it ends with its line, as a row and a heading do.
  var isOneLine = false
}
