import TextUI

/// A picture of text: rows of cells, each a character with the index of the series that drew it.
package struct PlotPicture: Equatable, Sendable {
  /// One column of one row.
  package struct Cell: Equatable, Sendable {
    /// What is shown here; `rest` where a wide character to the left reaches over this column.
    package var character: Character
    /// The index of the series that drew it, or `axes`.
    package var series: Int

    package init(character: Character, series: Int) {
      self.character = character
      self.series = series
    }
  }

  /// Text of one series that stands together in a row.
  package struct Run: Equatable, Sendable {
    package var column: Int
    /// Its characters, wide ones once.
    package var text: String
    /// The index of the series that drew it, or `axes`.
    package var series: Int
  }

  /// The series of axes, labels and empty cells.
  package static let axes = -1
  /// The second column of a wide character.
  package static let rest: Character = "\0"
  /// No picture is larger, whatever is asked for.
  package static let largest = (columns: 2000, rows: 1000)

  package let columns: Int
  package let rows: Int
  /// Row after row, `columns` cells in each.
  package private(set) var cells: [Cell]

  /// An empty picture; sizes below zero count as zero, sizes beyond `largest` as that.
  package init(columns: Int, rows: Int) {
    self.columns = min(max(columns, 0), Self.largest.columns)
    self.rows = min(max(rows, 0), Self.largest.rows)
    cells = Array(
      repeating: Cell(character: " ", series: Self.axes), count: self.columns * self.rows)
  }

  /// The rows as text, without the spaces at their ends.
  package var text: [String] {
    (0..<rows).map { row in
      var line = ""
      var spaces = 0
      for cell in cells[row * columns..<(row + 1) * columns] where cell.character != Self.rest {
        if cell.character == " " {
          spaces += 1
        } else {
          line += String(repeating: " ", count: spaces)
          line.append(cell.character)
          spaces = 0
        }
      }
      return line
    }
  }

  /// What a row shows, in as few pieces as its series allow and without its empty cells.
  package func runs(row: Int) -> [Run] {
    guard (0..<rows).contains(row) else { return [] }
    var runs: [Run] = []
    var end = -1
    for column in 0..<columns {
      let cell = cells[row * columns + column]
      if cell.character == " " { continue }
      if cell.character == Self.rest {
        end = end == column ? column + 1 : end
        continue
      }
      if end == column, let last = runs.last, last.series == cell.series {
        runs[runs.count - 1].text.append(cell.character)
      } else {
        runs.append(Run(column: column, text: String(cell.character), series: cell.series))
      }
      end = column + 1
    }
    return runs
  }

  /// Whether the cell is there and shows nothing.
  func isBlank(column: Int, row: Int) -> Bool {
    contains(column: column, row: row) && cells[row * columns + column].character == " "
  }

  /// Sets one cell to a character of one column; cells outside are left out.
  mutating func put(_ character: Character, column: Int, row: Int, series: Int = axes) {
    guard contains(column: column, row: row) else { return }
    let index = row * columns + column
    clearCharacter(over: column, row: row)
    cells[index] = Cell(character: character, series: series)
  }

  /// Blanks all columns of the character that reaches over a cell: part of it cannot stay.
  private mutating func clearCharacter(over column: Int, row: Int) {
    let start = row * columns
    var first = column
    while first > 0, cells[start + first].character == Self.rest { first -= 1 }
    var end = column + 1
    while end < columns, cells[start + end].character == Self.rest { end += 1 }
    guard end - first > 1 else { return }
    for index in start + first..<start + end {
      cells[index] = Cell(character: " ", series: Self.axes)
    }
  }

  /// Writes text from a cell rightwards, cut where the row ends; characters of no width are left
  /// out.
  package mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, series: Int = axes
  ) {
    var at = column
    for character in text {
      guard at < columns else { return }
      let width = String(character).displayWidth
      guard width > 0 else { continue }
      if at + width <= columns, at >= 0 {
        put(character, column: at, row: row, series: series)
        for offset in 1..<max(width, 1) {
          put(Self.rest, column: at + offset, row: row, series: series)
        }
      }
      at += width
    }
  }

  /// Lays another picture over this one, its empty cells transparent.
  mutating func overlay(_ other: PlotPicture, column: Int = 0, row: Int = 0) {
    for y in 0..<other.rows {
      for x in 0..<other.columns {
        let cell = other.cells[y * other.columns + x]
        if cell.character == " " { continue }
        put(cell.character, column: column + x, row: row + y, series: cell.series)
      }
    }
  }

  private func contains(column: Int, row: Int) -> Bool {
    column >= 0 && column < columns && row >= 0 && row < rows
  }
}
