/// A picture of a terminal's screen at one moment.
package struct TestScreen: Equatable, Sendable {
  /// The width in cells.
  package let columns: Int
  /// The height in cells.
  package let rows: Int
  /// Every cell, row after row.
  package let cells: [TestCell]
  /// Where the cursor is, counted from 0.
  package let cursorColumn: Int
  /// Where the cursor is, counted from 0.
  package let cursorRow: Int
  /// The private modes (`CSI ? n h`) that are on.
  package let modes: Set<Int>
  /// The window's title.
  package let title: String

  /// The cell at a place counted from 0; an empty one outside the screen.
  package subscript(column: Int, row: Int) -> TestCell {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return .blank }
    return cells[row * columns + column]
  }

  /// One row as text, without the blanks at its end.
  package func line(_ row: Int) -> String {
    var text = ""
    var blanks = ""
    for column in 0..<columns {
      let cell = self[column, row].text
      if cell == " " {
        blanks += cell
      } else if !cell.isEmpty {
        text += blanks + cell
        blanks = ""
      }
    }
    return text
  }

  /// The rows as text, without the blanks at their ends.
  package var lines: [String] { (0..<rows).map(line) }

  /// All rows, one a line.
  package var text: String { lines.joined(separator: "\n") }

  /// Whether some row has this text in it.
  package func contains(_ words: String) -> Bool { position(of: words) != nil }

  /// Where the first such text begins, from the top, counted from 0.
  package func position(of words: String) -> (column: Int, row: Int)? {
    guard !words.isEmpty else { return (0, 0) }
    let wanted = Array(words.utf8)
    for row in 0..<rows {
      var bytes: [UInt8] = []
      var columnOfByte: [Int] = []
      for column in 0..<columns {
        let cell = Array(self[column, row].text.utf8)
        bytes += cell
        columnOfByte += Array(repeating: column, count: cell.count)
      }
      guard bytes.count >= wanted.count else { continue }
      for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
        if bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
          return (columnOfByte[start], row)
        }
      }
    }
    return nil
  }

  /// The first cell of the first such text.
  package func cell(of words: String) -> TestCell? {
    position(of: words).map { self[$0.column, $0.row] }
  }

  /// Whether the cursor shows.
  package var cursorIsVisible: Bool { modes.contains(25) }

  /// Whether the alternate screen is on.
  package var isAlternate: Bool { !modes.isDisjoint(with: [47, 1047, 1049]) }

  /// Whether the program asked for bracketed paste.
  package var bracketsPaste: Bool { modes.contains(2004) }

  /// Whether the program asked for focus reports.
  package var reportsFocus: Bool { modes.contains(1004) }

  /// What the program asked to hear of the mouse.
  package var mouse: Mouse {
    if modes.contains(1003) { return .motion }
    if modes.contains(1002) { return .drag }
    return modes.contains(1000) ? .buttons : .off
  }

  /// How much of the mouse is reported.
  package enum Mouse: Sendable {
    case off, buttons, drag, motion
  }
}

extension TestScreen: CustomStringConvertible {
  /// The rows, numbered from 0 and framed, so that blanks at the ends show.
  package var description: String {
    let width = String(max(rows - 1, 0)).utf8.count
    var result = ""
    for (row, line) in lines.enumerated() {
      let number = String(row)
      result += String(repeating: " ", count: width - number.utf8.count) + number + "|\(line)\n"
    }
    return result + "cursor \(cursorColumn),\(cursorRow), modes \(modes.sorted()), title \(title)"
  }
}
