import Plots
import TextUI

/// Where a head looks: a row for each place, and in it a cell for each place that is looked at.
struct HeadMap: Sendable {
  /// `L0H1`.
  var name: String
  /// What stands beside the name where there is room.
  var note = ""
  /// What stands in lines for its name and its note: there is room for words.
  var toldName: String?
  /// Lines between its name and the map.
  var above: [[Cell]] = []
  let weights: [[Float]]
  /// The tokens of the row, in one column each.
  let tokens: [String]
  /// Weights that these are compared with.
  var before: [[Float]]?
  var isFocused = false
  /// The place that is looked at, where keys go to this map.
  var selected: Int?
  /// The place that the map beside it is looked at in, so that both show the same rows.
  var around: Int?
  /// The rows of it that are shown, whatever is looked at.
  var strip: Range<Int>?

  private static let gutter = 2

  /// At which sides there are maps that find no room.
  struct More: OptionSet {
    let rawValue: Int
    static let left = More(rawValue: 1)
    static let right = More(rawValue: 2)
  }

  func width(cell: Int) -> Int { Self.gutter + cell * tokens.count }

  /// As many lines as there are, or rows of the map around the place that is looked at.
  func lines(cell: Int, rows: Int, more: More = [], ascii: Bool) -> [[Cell]] {
    let room = width(cell: cell)
    let shown = window(max(1, rows - 2 - above.count))
    var lines = [title(shown, room, more, ascii: ascii)]
    lines += above.map { $0.shortened(to: room) }
    if rows > 2 || shown.count < rows {
      var names = [Cell](repeating: .blank, count: Self.gutter)
      for token in tokens { names.append(padded(token, cell), .muted) }
      lines.append(names)
    }
    for row in shown {
      let isSelected = row == selected
      var line = [Cell](
        padded(tokens[row], Self.gutter), isSelected ? Style(.strong, .selected) : .muted)
      for column in tokens.indices { line += self.cell(row, column, cell, ascii: ascii) }
      lines.append(line)
    }
    return Array(lines.prefix(max(rows, 0)))
  }

  /// The name with what leaves room for which rows are seen: the first word of several.
  private func name(leaving room: Int) -> String {
    guard name.displayWidth > room, let first = name.split(separator: " ").first else {
      return name
    }
    return String(first)
  }

  /// Its name, which of its rows are seen where not all are, and where other maps are that are not.
  private func title(_ shown: Range<Int>, _ room: Int, _ more: More, ascii: Bool) -> [Cell] {
    let style = isFocused ? Style(.accent, .bold) : Style(.heading, .bold)
    var title = [Cell](more.contains(.left) ? (ascii ? "<" : "‹") : "", .muted)
    let end = [Cell](more.contains(.right) ? (ascii ? " >" : " ›") : "", .muted)
    let some =
      shown.count < tokens.count
      ? "\(shown.lowerBound + 1)\(ascii ? "-" : "–")\(shown.upperBound)" : ""
    let left = room - title.count - end.count - 1 - (some.isEmpty ? 0 : some.count + 1)
    title.append((isFocused ? (ascii ? ">" : "▸") : " ") + name(leaving: left), style)
    if shown.count < tokens.count {
      let places = ["  rows \(some) of \(tokens.count)", " \(some) of \(tokens.count)", " \(some)"]
      let place = places.first { title.count + $0.displayWidth + end.count <= room }
      title.append(place ?? "", .muted)
    }
    if !note.isEmpty, title.count + note.displayWidth + 1 + end.count <= room {
      title.append(" \(note)", .text)
    }
    return title.shortened(to: room - end.count) + end
  }

  private func padded(_ token: String, _ width: Int) -> String {
    token + String(repeating: " ", count: max(0, width - token.displayWidth))
  }

  private func cell(_ row: Int, _ column: Int, _ width: Int, ascii: Bool) -> [Cell] {
    let weight = Double(weights[row][column])
    guard let before else {
      let glyph = HeatScale.glyph(weight, ascii: ascii)
      return [Cell](String(repeating: glyph, count: width), Style.heat(weight))
    }
    let change = weight - Double(before[row][column])
    // Next to what is no number, nothing is more or less.
    if change.isNaN {
      return [Cell](String(repeating: HeatScale.glyph(change, ascii: ascii), count: width), .muted)
    }
    // What begins as an even share of many places is not a change to speak of.
    guard change.magnitude >= 0.1 else {
      return [Cell](padded(ascii ? "." : "·", width), .muted)
    }
    let style = Style(change > 0 ? .good : .bad, change.magnitude > 0.4 ? .bold : [])
    return [Cell](padded(change > 0 ? "+" : ascii ? "-" : "−", width), style)
  }

  /// Rows around the one that is looked at.
  private func window(_ room: Int) -> Range<Int> {
    if let strip { return strip }
    guard tokens.count > room else { return tokens.indices }
    let first = min(
      max(0, (selected ?? around ?? tokens.count / 2) - room / 2), tokens.count - room)
    return first..<first + room
  }

  /// The map in tenths, row by row, each in one column: ten of them are an X, as they are said to be
  /// where there are any. Where it is compared, what changed follows, by sign.
  var told: [String] {
    let digits = weights.map { row in
      row.map { weight in
        let tenths = weight.isNaN ? -1 : Int((min(max(weight, 0), 1) * 10).rounded())
        return tenths < 0 ? "?" : tenths == 10 ? "X" : String(tenths)
      }
    }
    let title = toldName ?? name + (note.isEmpty ? "" : " (\(note))")
    let legend = [("X", "X all ten"), ("?", "? no number")].filter { sign, _ in
      digits.contains { $0.contains(sign) }
    }.map { ", " + $0.1 }.joined()
    // What a map has above it, its name in lines says.
    return ["\(title), weights in tenths\(legend):"]
      + (toldName == nil ? above.map { $0.text.trimmedEnd } : []) + lines(of: digits) + toldChanges
  }

  private var toldChanges: [String] {
    // Of the map that is looked at: area leads to the next one.
    guard before != nil, isFocused else { return [] }
    return ["\(name), what changed: + looks there more than then, − less, · within a tenth of it:"]
      + lines(
        of: tokens.indices.map { row in
          tokens.indices.map { cell(row, $0, 1, ascii: false).text }
        })
  }

  /// A sign for each cell, behind the place and the token that look: digits are told from digits by a
  /// bar, and by the names of the columns.
  private func lines(of signs: [[String]]) -> [String] {
    let head = "place  token | "
    return [head + tokens.joined(separator: " ")]
      + signs.indices.map { row in
        let place = String(row + 1)
        let names =
          String(repeating: " ", count: max(0, 5 - place.count)) + place + "  "
          + tokens[row].padded(to: 5)
        return "\(names) | " + signs[row].joined(separator: " ")
      }
  }

  /// How many maps find room side by side.
  static func count(of maps: [HeadMap], columns: Int) -> Int {
    guard let first = maps.first else { return 0 }
    let gap = gap(of: maps, columns: columns)
    let each = first.width(cell: cell(of: maps, columns: columns)) + gap
    return min(max(1, (columns + gap) / each), maps.count)
  }

  /// Columns between two maps: fewer where all maps find room with these.
  private static func gap(of maps: [HeadMap], columns: Int) -> Int {
    let least = maps.map { $0.width(cell: 1) + 2 }.reduce(-2, +)
    return least <= columns && least + maps.count - 1 > columns ? 2 : 3
  }

  /// Whether maps side by side, with so much room beside them, leave a map or some rows out.
  static func hides(_ maps: [HeadMap], columns: Int, leaving beside: Int, rows: Int) -> Bool {
    guard let first = maps.first else { return false }
    return count(of: maps, columns: columns - beside) < maps.count
      || rows < first.tokens.count + first.above.count + 2
  }

  /// Columns of a cell: two where all maps find room with these.
  private static func cell(of maps: [HeadMap], columns: Int) -> Int {
    maps.map { $0.width(cell: 2) + 3 }.reduce(-3, +) <= columns ? 2 : 1
  }

  /// Maps side by side, as many as leave so much room beside them, the one with the focus among
  /// them; the lines and their width.
  static func row(
    _ maps: [HeadMap], columns: Int, leaving beside: Int, rows: Int, ascii: Bool
  ) -> (lines: [[Cell]], width: Int) {
    guard let first = maps.first else { return ([], 0) }
    let room = columns - beside
    let cell = cell(of: maps, columns: room)
    let gap = gap(of: maps, columns: room)
    let each = first.width(cell: cell) + gap
    let count = count(of: maps, columns: room)
    let at = maps.firstIndex(where: \.isFocused) ?? 0
    let start = min(max(0, at - count + 1), maps.count - count)
    var lines: [[Cell]] = []
    for (index, map) in maps[start..<start + count].enumerated() {
      var more: More = index == 0 && start > 0 ? .left : []
      if index == count - 1, start + count < maps.count { more.insert(.right) }
      let drawn = map.lines(cell: cell, rows: rows, more: more, ascii: ascii)
      for (row, line) in drawn.enumerated() {
        if row == lines.count { lines.append([]) }
        let blanks = max(0, index * each - lines[row].count)
        lines[row] += [Cell](repeating: .blank, count: blanks) + line
      }
    }
    return (lines, count * each - gap)
  }
}
