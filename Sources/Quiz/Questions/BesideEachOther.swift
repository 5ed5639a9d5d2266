import TextUI

extension Picture {
  /// What stands between two parts beside each other.
  private static let gap = 3

  /// What a click on a line and a column chooses.
  package func choice(line: Int, column: Int) -> Int? {
    if let parts = sharedLines[line] { return parts.first { $0.columns.contains(column) }?.choice }
    return choices.indices.contains(line) ? choices[line] : nil
  }

  /// Adds what another one shows below this.
  package mutating func add(_ other: Picture) {
    let first = lines.count
    choices += [Int?](repeating: nil, count: max(0, first - choices.count))
    if let cursor = other.cursor {
      self.cursor = Point(column: cursor.column, row: cursor.row + first)
    }
    for (line, parts) in other.sharedLines { sharedLines[line + first] = parts }
    beside += other.beside.map { $0.map { $0.lowerBound + first..<$0.upperBound + first } }
    lines += other.lines
    choices += other.choices
  }

  /// The same with the parts that are matrices beside each other, where a width holds them: below
  /// each other they would push the question off a low screen.
  package func arranged(to width: Int) -> Picture {
    var picture = Picture()
    var next = 0
    for group in beside where group.allSatisfy({ $0.count > 1 }) {
      guard let first = group.first, let last = group.last, first.lowerBound >= next,
        let widths = widths(of: group, in: width)
      else { continue }
      picture.take(next..<first.lowerBound, of: self)
      picture.join(group, widths, of: self)
      next = last.upperBound
    }
    picture.take(next..<lines.count, of: self)
    return picture
  }

  /// How wide the parts are; nil where they don't fit beside each other.
  private func widths(of group: [Range<Int>], in width: Int) -> [Int]? {
    let widths = group.map { part in
      part.reduce(0) { max($0, 1 + (lines[$1].lastIndex { !$0.glyph.isSpace } ?? -1)) }
    }
    let all = widths.reduce(0, +) + Self.gap * (group.count - 1)
    return group.count > 1 && all <= width ? widths : nil
  }

  private mutating func take(_ range: Range<Int>, of other: Picture) {
    if let cursor = other.cursor, range.contains(cursor.row) {
      self.cursor = Point(
        column: cursor.column, row: cursor.row - range.lowerBound + lines.count)
    }
    for line in range { add([other.lines[line]], choice: other.choice(line: line, column: 0)) }
  }

  private mutating func join(_ group: [Range<Int>], _ widths: [Int], of other: Picture) {
    let first = lines.count
    add([[Cell]](repeating: [], count: group.map(\.count).max() ?? 0))
    var column = 0
    for (part, width) in zip(group, widths) {
      for (row, line) in part.enumerated() {
        lines[first + row] =
          lines[first + row].fitted(to: column) + other.lines[line].prefix(width)
      }
      if let cursor = other.cursor, part.contains(cursor.row) {
        self.cursor = Point(
          column: column + cursor.column, row: first + cursor.row - part.lowerBound)
      }
      if let choice = other.choice(line: part.lowerBound, column: 0) {
        for row in part.indices {
          sharedLines[first + row - part.lowerBound, default: []].append(
            SharedLine(columns: column..<column + width, choice: choice))
        }
      }
      column += width + Self.gap
    }
  }
}
