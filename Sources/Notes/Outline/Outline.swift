/// What a linear scan finds in a file: where headings, definitions and safe cuts are.
package struct Outline: Equatable, Sendable {
  /// A heading of level 1 or 2 that stands in no list or quote, or (level 0) a place where an
  /// overlong section may be cut.
  package struct Mark: Equatable, Sendable {
    /// 1 or 2; 0 for a cut.
    package var level: Int
    /// Where its first line begins.
    package var start: Int
    /// The heading's own text.
    package var text: Range<Int>
    /// The line in the file, counted from 1.
    package var line: Int
  }
  /// A link or footnote definition, which holds for the whole file.
  package struct Definition: Equatable, Sendable {
    /// Between the brackets.
    package var label: Range<Int>
    /// All of it.
    package var range: Range<Int>
  }
  /// Headings and cuts in order.
  package var marks: [Mark] = []
  /// Definitions in order.
  package var definitions: [Definition] = []
  /// Fences and comments that nothing closes.
  package var unclosed: [Unclosed] = []
  /// Lines in the file.
  package var lineCount = 0
  /// Where the text begins, after a byte order mark and front matter.
  package var bodyStart = 0
  /// The line on which the text begins.
  package var bodyLine = 1
  /// `title:` of the front matter.
  package var title: Range<Int>?
  /// What the first `<h1>` of HTML holds, where no heading of Markdown stands before it.
  package var htmlTitle: Range<Int>?
}
