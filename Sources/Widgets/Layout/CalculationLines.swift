import Notes
import TextUI

/// Calculations under their title for a width: each breaks before an operator, and is shown whole or
/// not at all.
struct CalculationLines {
  private let title: [[Cell]]
  private let calculations: [[[Cell]]]
  /// What there is to say of them, which goes first.
  private let notes: [[[Cell]]]
  private let ending: [[Cell]]?

  /// The last lines are notes.
  init(_ all: [[Cell]], notes count: Int = 0, ending: [Cell]?, width: Int) {
    let lines = all.dropLast(count)
    title = BlockPart.wrapped(Array(lines.prefix(1)), width: width)
    notes = all.suffix(count).map { BlockPart.wrapped([$0], width: width) }
    // Where results cannot all stand in one column, none is moved to it.
    let isTooWide = lines.dropFirst().contains { $0.count > width }
    calculations = lines.dropFirst().map {
      Self.wrapped(isTooWide ? Self.tightened($0) : $0, width: width)
    }
    self.ending = ending.map { Self.wrapped(Self.gapped($0), width: width) }
  }

  /// A result alone, with a sign that it was computed from something.
  private static func gapped(_ ending: [Cell]) -> [Cell] {
    guard let at = ending.lastIndex(where: { "=≈~".contains([$0].text) }) else { return ending }
    return ending[..<at] + [Cell]("… ", .muted) + ending[at...]
  }

  var all: [[Cell]] { title + calculations.joined() + notes.joined() }

  /// The rows of its title and of its last calculation, or of the result of that alone.
  var shortest: Int {
    title.count + min(calculations.last?.count ?? 0, ending?.count ?? .max)
  }

  /// The title and as many of the last calculations as there is room for, then of the first notes;
  /// where not even the last calculation finds any, its result.
  func lines(_ room: Int) -> [[Cell]] {
    if all.count <= room { return all }
    let told = title + calculations.joined()
    if told.count <= room, !told.isEmpty {
      var lines = told
      for note in notes {
        guard lines.count + note.count <= room else { break }
        lines += note
      }
      lines[lines.count - 1] += [Cell](" …", .muted)
      return lines
    }
    var last = calculations.last ?? []
    if let ending, last.count + title.count > room { last = ending }
    guard title.count + last.count <= room else { return Array(last.prefix(max(0, room))) }
    var kept = [last]
    for lines in calculations.dropLast().reversed() {
      guard title.count + kept.joined().count + lines.count <= room else { break }
      kept.insert(lines, at: 0)
    }
    return title + marked(kept)
  }

  /// The calculations that are shown, with a sign that others lead there.
  private func marked(_ kept: [[[Cell]]]) -> [[Cell]] {
    var lines = Array(kept.joined())
    guard kept.count < calculations.count, let first = lines.first,
      first.first?.glyph.isSpace == true
    else { return lines }
    lines[0] = [Cell]("…", .muted) + first.dropFirst()
    return lines
  }

  // MARK: Breaking

  private static let indent = 4

  private static func wrapped(_ line: [Cell], width: Int) -> [[Cell]] {
    guard line.count > width else { return [line] }
    // What only lines up the results gives way first.
    let line = tightened(line)
    guard line.count > width else { return [line] }
    var rows: [[Cell]] = []
    var rest = line
    while rest.count > width, let at = lastBreak(rest, width: width) {
      rows.append(rest[..<at].trimmedEnd)
      rest = [Cell](repeating: .blank, count: indent) + rest[at...]
    }
    return rest.count > width
      ? rows + BlockPart.wrapped([rest], width: width) : rows + [rest]
  }

  /// The line with one blank before its `=`.
  private static func tightened(_ line: [Cell]) -> [Cell] {
    guard let at = line.lastIndex(where: { $0.isOne(of: "=≈~") }) else { return line }
    return line[..<at].trimmedEnd + [.blank] + line[at...]
  }

  /// The operator before which a line breaks: the last that fits of those in the fewest brackets.
  private static func lastBreak(_ line: [Cell], width: Int) -> Int? {
    var depth = 0
    var best: (at: Int, depth: Int)?
    let start = line.firstIndex { !$0.glyph.isSpace } ?? 0
    for at in line.indices.dropFirst().prefix(width) {
      if line[at].isOne(of: "(") { depth += 1 }
      if line[at].isOne(of: ")") { depth -= 1 }
      guard at > start, line[at - 1].glyph.isSpace, at + 1 < line.count,
        line[at + 1].glyph.isSpace, line[at].isOne(of: "+−-÷/=≈~"), depth <= best?.depth ?? depth
      else { continue }
      best = (at, depth)
    }
    return best?.at
  }
}

extension Cell {
  /// Whether it shows one of these; never in the second column of a wide glyph, whose text is empty.
  fileprivate func isOne(of signs: String) -> Bool {
    signs.unicodeScalars.contains { $0.value == glyph.base }
  }
}

extension RandomAccessCollection where Element == Cell, Index == Int {
  /// The cells without blanks at their end.
  fileprivate var trimmedEnd: [Cell] {
    guard let last = lastIndex(where: { !$0.glyph.isSpace }) else { return [] }
    return Array(self[startIndex...last])
  }
}
