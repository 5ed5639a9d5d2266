import Notes
import TextUI

/// A text laid out for a width: lines of cells, with what can be opened in them.
package struct Page: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package var cells: [Cell]
    /// How many words of the text come before it: the reader's place, whatever the width.
    package var word: Int
    /// The line of the source at which its block begins, counted from 1; 0 where there is none.
    package var source = 0
  }

  /// A block of code, which can be copied as it was written.
  package struct Code: Equatable, Sendable {
    package let lines: Range<Int>
    package let text: String
    package let language: String
  }

  /// Something that Enter or a click opens.
  package struct Target: Equatable, Sendable {
    package enum Kind: Equatable, Hashable, Sendable {
      /// A link's destination as written.
      case link(String)
      /// The footnote of that number, further down.
      case footnote(Int)
      /// What folds, by the line of the source at which it begins.
      case fold(Int)
      /// What stands there instead of text: a widget or a question, by its number in the lesson.
      case insert(Int)
    }
    package var kind: Kind
    /// Where it stands: the columns of each line that it takes.
    package var spans: [Span]
  }

  /// A part of a line.
  package struct Span: Equatable, Sendable {
    package var line: Int
    package var columns: Range<Int>

    package init(line: Int, columns: Range<Int>) {
      self.line = line
      self.columns = columns
    }
  }

  /// A heading of the outline.
  package struct Heading: Equatable, Sendable {
    /// 1 to 6.
    package var level: Int
    package var title: String
    /// Its anchor.
    package var slug: String
    /// The line that it stands on.
    package var line: Int
  }

  /// What can be folded.
  package struct Fold: Equatable, Sendable {
    /// Its line of the source.
    package var source: Int
    /// The lines that go with it, those of its title left out.
    package var body: Range<Int>
  }

  package internal(set) var lines: [Line] = []
  /// What can be opened, in reading order.
  package internal(set) var targets: [Target] = []
  package internal(set) var headings: [Heading] = []
  package internal(set) var codes: [Code] = []
  /// Lines that are one picture: a figure, a table, a formula. They are in order, and part nowhere.
  package internal(set) var pictures: [Range<Int>] = []
  /// Whether anything in it can be folded.
  package var hasFolds: Bool { !folds.isEmpty || !closedFolds.isEmpty }
  /// What stands open of that which can be folded.
  package internal(set) var folds: [Fold] = []
  /// What of it is folded now, by its line of the source.
  package internal(set) var closedFolds: Set<Int> = []
  /// The line on which each footnote stands.
  package internal(set) var footnoteLines: [Int: Int] = [:]

  package init() {}

  /// What can be opened stands on the lines that there are: blanks at their ends were cut.
  mutating func clipTargets() {
    for index in targets.indices {
      targets[index].spans = targets[index].spans.compactMap { span in
        guard lines.indices.contains(span.line) else { return nil }
        let columns = span.columns.clamped(to: 0..<lines[span.line].cells.count)
        return columns.isEmpty ? nil : Span(line: span.line, columns: columns)
      }
    }
  }

  /// The picture that would be cut in two if a line began a page.
  package func picture(across line: Int) -> Range<Int>? {
    var low = 0
    var high = pictures.count
    while low < high {
      let middle = (low + high) / 2
      if pictures[middle].upperBound <= line { low = middle + 1 } else { high = middle }
    }
    guard low < pictures.count, pictures[low].lowerBound < line else { return nil }
    return pictures[low]
  }

  /// The last line that begins at or before a word.
  package func line(ofWord word: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].word < word { low = middle + 1 } else { high = middle }
    }
    if low < lines.count, lines[low].word == word { return low }
    return max(0, low - 1)
  }

  /// The last line whose block begins at or before a line of the source.
  package func line(ofSource source: Int) -> Int {
    lines.indices.last { lines[$0].source > 0 && lines[$0].source <= source }.map { found in
      // Of its block the first.
      lines[...found].lastIndex { $0.source != lines[found].source }.map { $0 + 1 } ?? 0
    } ?? 0
  }

  package var text: [String] {
    lines.map { line in
      var cells = line.cells[...]
      while cells.last?.glyph.isSpace == true { cells.removeLast() }
      return Array(cells).text
    }
  }
}

/// What a page is made of.
package enum PageItem: Sendable {
  case block(Block)
  /// Lines that something else draws for a width, opened as a whole.
  case insert(number: Int, @Sendable (_ width: Int) -> [[Cell]])
}
