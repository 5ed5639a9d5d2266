import Basics
import Pages
import TextUI

/// Finds a text in a page, over line ends: white space counts as one blank, accents may be written in
/// either way, and a pattern in lower case finds capitals too.
struct PageSearch: Equatable {
  /// Where a match stands: columns of one or more lines.
  typealias Match = [Page.Span]

  let pattern: String
  private(set) var matches: [Match] = []
  /// The match that the reader stands on.
  private(set) var current: Int?

  /// A scalar of the page and where it stands; small, for a page may have millions.
  private struct Place {
    let scalar: UInt32
    let line: Int32
    let column: Int32
  }

  init(_ pattern: String, in page: Page) {
    self.pattern = pattern
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
      var spans: Match = []
      for place in text[at..<at + needle.count] {
        let (line, column) = (Int(place.line), Int(place.column))
        if let last = spans.last, last.line == line {
          spans[spans.count - 1].columns = last.columns.lowerBound..<column + 1
        } else {
          spans.append(.init(line: line, columns: column..<column + 1))
        }
      }
      matches.append(spans)
      at += needle.count
    }
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
    var search = PageSearch(pattern, in: page)
    search.current = current.flatMap { search.matches.indices.contains($0) ? $0 : nil }
    return search
  }
}
