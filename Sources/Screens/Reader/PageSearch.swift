import Basics
import Pages
import Patterns
import TextUI

/// Finds a text in a page, over line ends: white space counts as one blank, accents may be written in
/// either way, and a text in lower case finds capitals too. A pattern is searched paragraph by paragraph:
/// `^` and `$` are the ends of one, which `.` does not pass.
struct PageSearch: Equatable {
  /// Where a match stands: columns of one or more lines.
  typealias Match = [Page.Span]

  let term: SearchTerm
  private(set) var matches: [Match] = []
  /// The match that the reader stands on.
  private(set) var current: Int?

  /// Why nothing was searched.
  private(set) var problem: PatternProblem?

  var pattern: String { term.text }

  /// A scalar of the page and where it stands; small, for a page may have millions.
  private struct Place {
    let scalar: UInt32
    let line: Int32
    let column: Int32
  }

  init(_ term: SearchTerm, in page: Page) {
    self.term = term
    if term.isPattern {
      do { try findPattern(in: page) } catch { problem = error }
    } else {
      findText(in: page)
    }
  }

  private mutating func findText(in page: Page) {
    let keepsCase = pattern.contains { $0.isUppercase }
    var needle: [Place] = []
    Self.add([Cell](pattern)[...], line: 0, keepsCase, to: &needle)
    guard !needle.allSatisfy({ $0.scalar == 0x20 }) else { return }
    var text: [Place] = []
    text.reserveCapacity(page.lines.reduce(0) { $0 + $1.cells.count + 1 })
    for (index, line) in page.lines.enumerated() {
      let shown = line.cells.drop { Self.isMargin($0.glyph.base) }
      Self.add(shown, line: Int32(index), keepsCase, to: &text)
      if text.last?.scalar != 0x20 {
        text.append(Place(scalar: 0x20, line: Int32(index), column: Int32(line.cells.count)))
      }
    }
    find(needle.map(\.scalar), text)
  }

  private mutating func find(_ needle: [UInt32], _ text: [Place]) {
    guard let first = needle.first, text.count >= needle.count else { return }
    var at = 0
    while at + needle.count <= text.count {
      let isMatch =
        text[at].scalar == first
        && needle.indices.allSatisfy { text[at + $0].scalar == needle[$0] }
        && !(at + needle.count < text.count && Folding.isMark(text[at + needle.count].scalar))
      guard isMatch else {
        at += 1
        continue
      }
      matches.append(Self.spans(text[at..<at + needle.count]))
      at += needle.count
    }
  }

  private static func spans(_ places: ArraySlice<Place>) -> Match {
    var spans: Match = []
    for place in places {
      let (line, column) = (Int(place.line), Int(place.column))
      if let last = spans.last, last.line == line {
        spans[spans.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        spans.append(.init(line: line, columns: column..<column + 1))
      }
    }
    return spans
  }

  // MARK: Patterns

  private mutating func findPattern(in page: Page) throws(PatternProblem) {
    let wanted = pattern.composed
    let compiled = try Pattern(wanted, isCaseless: SmartCase.isCaseless(wanted))
    let (text, places) = Self.paragraphs(of: page)
    // Matches are bytes of the text, places its scalars.
    var scalar = 0
    var byte = 0
    func pass(to end: Int, _ scalars: String.UnicodeScalarView, _ at: inout String.Index) -> Int {
      while byte < end, at < scalars.endIndex {
        byte += UTF8.width(scalars[at])
        at = scalars.index(after: at)
        scalar += 1
      }
      return scalar
    }
    var at = text.unicodeScalars.startIndex
    for match in try compiled.matches(in: text) {
      let start = pass(to: match.lowerBound, text.unicodeScalars, &at)
      let end = pass(to: match.upperBound, text.unicodeScalars, &at)
      // A line's end or a margin alone cannot be lit.
      let shown = places[start..<end].filter { $0.scalar != 0x0A }
      if !shown.isEmpty { matches.append(Self.spans(shown[...])) }
    }
  }

  /// The text of a page with a line a paragraph, and where each scalar of it stands.
  private static func paragraphs(of page: Page) -> (text: String, places: [Place]) {
    var text = String.UnicodeScalarView()
    var places: [Place] = []
    places.reserveCapacity(page.lines.reduce(0) { $0 + $1.cells.count + 1 })
    func add(_ scalar: UInt32, _ line: Int, _ column: Int) {
      guard let whole = Unicode.Scalar(scalar) else { return }
      text.append(whole)
      places.append(Place(scalar: scalar, line: Int32(line), column: Int32(column)))
    }
    var pictures = page.pictures.makeIterator()
    var picture = pictures.next()
    var codes = page.codes.makeIterator()
    var code = codes.next()
    for (index, line) in page.lines.enumerated() {
      while let range = picture, range.upperBound <= index { picture = pictures.next() }
      while let block = code, block.lines.upperBound <= index { code = codes.next() }
      let isCode = code?.lines.contains(index) == true
      let isByLine = isCode || picture?.contains(index) == true
      let margin = line.cells.prefix { isMargin($0.glyph.base) }
      // The indentation of code, behind its bar and a blank, is a part of it.
      let bar = isCode ? margin.lastIndex { $0.glyph.base != 0x20 } : nil
      // So are the marks of lists, which begin a line of their own.
      let shown = line.cells.dropFirst(bar.map { $0 + 2 } ?? margin.count).drop(while: isMarker)
      let last = shown.lastIndex { !$0.glyph.isSpace } ?? shown.startIndex - 1
      for column in shown.indices where column <= last && shown[column].glyph != .tail {
        let glyph = shown[column].glyph
        let base = glyph.base == 0xA0 ? 0x20 : glyph.base
        if base == 0x20, !isCode, places.last?.scalar == 0x20 { continue }
        if glyph.mark == 0, base < 0xC0 {
          add(base, index, column)
        } else {
          Composing.add([base, glyph.mark, glyph.secondMark].filter { $0 != 0 }) {
            add($0, index, column)
          }
        }
      }
      let next = page.lines.indices.contains(index + 1) ? page.lines[index + 1] : nil
      let isItem = next?.cells.first { !isMargin($0.glyph.base) }.map(isMarker) == true
      let isEnd =
        isByLine || isItem || last < shown.startIndex || next?.source != line.source
        || next?.cells.allSatisfy(\.glyph.isSpace) != false
      add(isEnd ? 0x0A : 0x20, index, line.cells.count)
    }
    return (String(text), places)
  }

  /// Adds the scalars of cells as searches compare them; blanks in a row count as one.
  private static func add(
    _ cells: ArraySlice<Cell>, line: Int32, _ keepsCase: Bool, to text: inout [Place]
  ) {
    for column in cells.indices where cells[column].glyph != .tail {
      let glyph = cells[column].glyph
      let base = glyph.base == 0xA0 ? 0x20 : glyph.base
      if base == 0x20, text.last?.scalar == 0x20 { continue }
      func add(_ scalar: UInt32) {
        Folding.add(scalar, keepingCase: keepsCase) {
          text.append(Place(scalar: $0, line: line, column: Int32(column)))
        }
      }
      add(base)
      if glyph.mark != 0 { add(glyph.mark) }
      if glyph.secondMark != 0 { add(glyph.secondMark) }
    }
  }

  /// Bars and blanks at the left of quotes, alerts and code.
  private static func isMargin(_ base: UInt32) -> Bool {
    base == 0x20 || base == 0x2502 || base == 0x258C || base == 0x258F || base == 0x21AA
  }

  private static func isMarker(_ cell: Cell) -> Bool { cell.style.role == .marker }

  // MARK: Going through the matches

  /// The first line of the match that the reader stands on.
  var currentLine: Int? { current.flatMap { matches[$0].first?.line } }

  /// Goes to the first match at or below a line; to the first of all where there is none.
  mutating func go(toMatchFrom line: Int) {
    current = matches.isEmpty ? nil : matches.firstIndex { ($0.first?.line ?? 0) >= line } ?? 0
  }

  /// Goes some matches on, at the ends over to the other; whether it went over.
  mutating func go(_ step: Int) -> Bool {
    guard !matches.isEmpty else { return false }
    let old = current ?? 0
    let next = (old + step + matches.count) % matches.count
    current = next
    return step > 0 ? next <= old : next >= old
  }

  /// The same search in the same text, whose lines are others.
  func again(in page: Page) -> PageSearch {
    var search = PageSearch(term, in: page)
    search.current = current.flatMap { search.matches.indices.contains($0) ? $0 : nil }
    return search
  }
}
