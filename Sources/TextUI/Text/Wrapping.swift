/// Breaks cells into lines of a width, at spaces where there are any.
package enum Wrapping {
  /// The ranges of `cells` that make the lines, without the spaces they were broken at.
  ///
  /// A word longer than a line is broken inside. Wide (CJK) glyphs may part anywhere but before
  /// closing punctuation; a word may part after a hyphen or a slash. A number keeps its percent sign.
  package static func lines(of cells: [Cell], width: Int, first: Int? = nil) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < cells.count {
      let room = max(1, lines.isEmpty ? first ?? width : width)
      if cells.count - start <= room {
        lines.append(trimmed(start..<cells.count, cells))
        break
      }
      var end = start + room
      if !cells[end].glyph.isSpace || isBeforePercent(end, in: cells) {
        var candidate = end
        while candidate > start, !canBreak(before: candidate, in: cells) { candidate -= 1 }
        if candidate > start {
          end = candidate
        } else if cells[end].glyph == .tail, end - 1 > start {
          end -= 1
        }
      }
      lines.append(trimmed(start..<end, cells))
      start = end
      while start < cells.count, cells[start].glyph.isSpace { start += 1 }
    }
    return lines.isEmpty ? [0..<0] : lines
  }

  /// Text as lines of a width.
  package static func lines(of text: String, width: Int) -> [String] {
    let cells = [Cell](text)
    return lines(of: cells, width: width).map { Array(cells[$0]).text }
  }

  /// Parts side by side, that many blanks between them; a part is broken only where it is longer
  /// than a line.
  package static func lines(ofParts parts: [[Cell]], gap: Int, width: Int) -> [[Cell]] {
    var result: [[Cell]] = []
    for part in parts {
      if let last = result.last, last.count + gap + part.count <= width {
        result[result.count - 1] += [Cell](repeating: .blank, count: gap) + part
      } else {
        result += part.wrapped(to: width)
      }
    }
    return result
  }

  private static func trimmed(_ range: Range<Int>, _ cells: [Cell]) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, cells[end - 1].glyph.isSpace { end -= 1 }
    return range.lowerBound..<end
  }

  private static func canBreak(before index: Int, in cells: [Cell]) -> Bool {
    let left = cells[index - 1].glyph
    let right = cells[index].glyph
    if right == .tail { return false }
    if left.isSpace { return !isBeforePercent(index - 1, in: cells) }
    if left == .tail || right.width == 2 { return !closing.contains(right.base) }
    guard index >= 2, isLetter(cells[index - 2].glyph.base) else { return false }
    // After a hyphen, slash or dash inside a word.
    return [0x2D, 0x2F, 0x2013, 0x2014].contains(left.base) && isLetter(right.base)
  }

  /// Whether a cell is the blank in `12 %`.
  private static func isBeforePercent(_ index: Int, in cells: [Cell]) -> Bool {
    guard index > 0, index + 1 < cells.count, cells[index].glyph.isSpace else { return false }
    return cells[index + 1].glyph.base == 0x25
      && (0x30...0x39).contains(cells[index - 1].glyph.base)
  }

  private static func isLetter(_ base: UInt32) -> Bool {
    (0x61...0x7A).contains(base | 0x20) || base >= 0xC0 && base < 0x2000
  }

  /// 、。，．！？：；）］｝」』】
  private static let closing: Set<UInt32> = [
    0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF01, 0xFF1F, 0xFF1A, 0xFF1B, 0xFF09, 0xFF3D, 0xFF5D, 0x300D,
    0x300F, 0x3011, 0x2E, 0x2C, 0x21, 0x3F, 0x29,
  ]
}

extension [Cell] {
  /// Lines no wider than `width`, broken as `Wrapping` does.
  package func wrapped(to width: Int) -> [[Cell]] {
    Wrapping.lines(of: self, width: width).map { Array(self[$0]) }
  }
}
