import Pages
import TextUI

/// Finds a text in a page, over line ends: white space counts as one blank, and a pattern in lower
/// case finds capitals too.
struct PageSearch: Equatable {
  /// Where a match stands: columns of one or more lines.
  typealias Match = [Page.Span]

  let pattern: String
  private(set) var matches: [Match] = []
  /// The match that the reader stands on.
  private(set) var current: Int?

  init(_ pattern: String, in page: Page) {
    self.pattern = pattern
    let keepsCase = pattern.contains { $0.isUppercase }
    let needle = Self.scalars([Cell](pattern), keepsCase).map(\.scalar)
    guard !needle.allSatisfy({ $0 == 0x20 }) else { return }
    var text: [(scalar: UInt32, line: Int, column: Int)] = []
    for (index, line) in page.lines.enumerated() {
      let start = line.cells.firstIndex { !Self.isMargin($0.glyph.base) } ?? line.cells.count
      let shown = Array(line.cells[start...])
      for (scalar, column) in Self.scalars(shown, keepsCase) {
        if scalar == 0x20, text.last?.scalar == 0x20 { continue }
        text.append((scalar, index, start + column))
      }
      if text.last?.scalar != 0x20 { text.append((0x20, index, line.cells.count)) }
    }
    find(needle, text)
  }

  private mutating func find(
    _ needle: [UInt32], _ text: [(scalar: UInt32, line: Int, column: Int)]
  ) {
    guard let first = needle.first, text.count >= needle.count else { return }
    var at = 0
    while at + needle.count <= text.count {
      let isMatch =
        text[at].scalar == first
        && needle.indices.allSatisfy { text[at + $0].scalar == needle[$0] }
      guard isMatch else {
        at += 1
        continue
      }
      var spans: Match = []
      for (_, line, column) in text[at..<at + needle.count] {
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

  /// The scalars of cells, folded unless the case counts; blanks in a row count as one.
  private static func scalars(
    _ cells: [Cell], _ keepsCase: Bool
  ) -> [(scalar: UInt32, column: Int)] {
    var result: [(UInt32, Int)] = []
    for (column, cell) in cells.enumerated() where cell.glyph != .tail {
      let base = cell.glyph.base == 0xA0 ? 0x20 : cell.glyph.base
      if base == 0x20, result.last?.0 == 0x20 { continue }
      result.append((keepsCase ? base : folded(base), column))
    }
    return result
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar }
    guard let scalar = Unicode.Scalar(scalar) else { return scalar }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
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
