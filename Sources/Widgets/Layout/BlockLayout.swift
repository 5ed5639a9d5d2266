import Notes
import Plots
import TextUI

/// Lays the parts of a widget out for a size: what matters least goes where room is short.
enum BlockLayout {
  /// The lines for a width and height.
  static func lines(_ blocks: [WidgetBlock], width: Int, height: Int, ascii: Bool) -> [[Cell]] {
    let blocks = ascii ? blocks.map(\.spelledInASCII) : blocks
    guard let at = blocks.firstIndex(where: \.isBeside), width >= 74, height >= 8,
      case .picture(let rows, let draw) = blocks[at].content
    else { return stacked(blocks, width: width, height: height, ascii: ascii) }
    var rest = blocks
    rest.remove(at: at)
    let right = min(64, width * 2 / 5)
    let left = width - right - 2
    var lines = stacked(rest, width: left, height: height, ascii: ascii)
    let picture = draw(right, min(rows.upperBound, height, right / 2))
    for row in 0..<picture.rows {
      if row == lines.count { lines.append([]) }
      lines[row] += [Cell](repeating: .blank, count: max(0, left + 2 - lines[row].count))
      lines[row] += cells(picture, row: row)
    }
    return lines
  }

  /// A part with what was measured of it for a width, once.
  private struct Part {
    let block: WidgetBlock
    /// Its text as it wraps, or its grids as they are laid out.
    var lines: [[Cell]] = []
    var grids: [GridLayout] = []
    /// The rows that it takes, and takes at least.
    var height = 1
    var least = 1

    init(_ block: WidgetBlock, width: Int) {
      self.block = block
      switch block.content {
      case .lines(let lines):
        self.lines = wrapped(lines, width: width)
        height = self.lines.count
        least = block.keepsEnd ? min(height, 4) : height
      case .strip: break
      case .grids(let grids):
        self.grids = grids.map { GridLayout($0, room: width) }
        height = flowHeight(self.grids, width: width)
        least =
          block.rank == 0 ? min(4, self.grids.map(\.height).max() ?? 0) : height
      case .picture(let rows, _), .drawing(let rows, _, _):
        height = rows.lowerBound
        least = height
      }
    }
  }

  private static func stacked(
    _ blocks: [WidgetBlock], width: Int, height: Int, ascii: Bool
  ) -> [[Cell]] {
    var kept = blocks.map { Part($0, width: width) }
    func drop() {
      let worst = kept.map(\.block.rank).max() ?? 0
      if let at = kept.lastIndex(where: { $0.block.rank == worst }) { kept.remove(at: at) }
    }
    func total(_ rows: (Part) -> Int) -> Int { kept.map(rows).reduce(0, +) }
    // What merely helps goes before a grid is cut to a window; what matters goes after.
    while kept.contains(where: { $0.block.rank > 1 }), total(\.height) > height { drop() }
    while kept.contains(where: { $0.block.rank > 0 }), total(\.least) > height { drop() }
    // A calculation gives way to its result before a grid is cut any further.
    for at in kept.indices where kept[at].block.keepsEnd {
      kept[at].least = max(1, kept[at].least - max(0, total(\.least) - height))
    }
    let gaps = height - total(\.height)
    return draw(kept, width: width, height: height, gaps: gaps, ascii: ascii)
  }

  private static func draw(
    _ parts: [Part], width: Int, height: Int, gaps: Int, ascii: Bool
  ) -> [[Cell]] {
    var gaps = gaps
    var result: [[Cell]] = []
    for (index, part) in parts.enumerated() {
      if gaps > 0, part.block.hasGap, index > 0 {
        result.append([])
        gaps -= 1
      }
      let rest = parts[(index + 1)...]
      let after = rest.map(\.least).reduce(0, +)
      let gapsAfter = min(max(0, gaps), rest.count { $0.block.hasGap })
      let room = max(0, height - result.count - after - gapsAfter)
      switch part.block.content {
      case .lines:
        let lines = part.lines
        let isCut = part.block.keepsEnd && lines.count > room
        // Its title and its result; where there is room for one line, its result.
        let head = room > 1 ? 1 : 0
        result += isCut ? lines.prefix(head) + lines.suffix(max(0, room - head)) : lines
      case .strip(let names, let current): result.append(strip(names, current, width: width))
      case .grids: result += flow(part.grids, width: width, height: room, ascii: ascii)
      case .drawing(let rows, let draw, _):
        // It grows into what nothing else needs.
        let needed = rest.map(\.height).reduce(0, +) + gapsAfter
        let free = max(rows.lowerBound, height - result.count - needed)
        result += draw(width, min(rows.upperBound, free, room))
      case .picture(let rows, let draw):
        let picture = draw(width, min(rows.upperBound, room))
        result += (0..<picture.rows).map { cells(picture, row: $0) }
      }
    }
    return Array(result.prefix(height))
  }

  private static func wrapped(_ lines: [[Cell]], width: Int) -> [[Cell]] {
    lines.flatMap { line -> [[Cell]] in
      guard line.count > width else { return [line] }
      var rows: [[Cell]] = []
      let first = Wrapping.lines(of: line, width: max(1, width))
      guard let start = first.first else { return [[]] }
      rows.append(Array(line[start]))
      let rest = Array(line[start.upperBound...].drop { $0.glyph.isSpace })
      // Calculations go on indented, sentences do not.
      let indent = line.first?.glyph.isSpace == true ? 4 : 0
      for range in Wrapping.lines(of: rest, width: max(1, width - indent)) {
        rows.append([Cell](repeating: .blank, count: indent) + rest[range])
      }
      return rows
    }
  }

  /// Names in a line, the current one in brackets; where they do not fit, those around it.
  private static func strip(_ names: [String], _ current: Int, width: Int) -> [Cell] {
    var first = 0
    var end = names.count
    func columns() -> Int {
      names[first..<end].map { $0.displayWidth + 2 }.reduce(0, +)
        + (first > 0 ? 2 : 0) + (end < names.count ? 2 : 0)
    }
    while columns() > width, end - first > 1 {
      if current - first > end - 1 - current { first += 1 } else { end -= 1 }
    }
    var line = [Cell](first > 0 ? "‹ " : "", .muted)
    for index in first..<end {
      if index == current {
        line.append("[" + names[index] + "]", Style(.accent, .bold))
      } else {
        line.append(" " + names[index] + " ", .muted)
      }
    }
    if end < names.count { line.append(" ›", .muted) }
    return line
  }

  /// Grids beside each other as far as they fit, band below band.
  private static func bands(_ grids: [GridLayout], width: Int) -> [[GridLayout]] {
    var bands: [[GridLayout]] = []
    var used = 0
    for grid in grids {
      let wide = min(grid.width, width)
      if bands.isEmpty || used + 3 + wide > width {
        bands.append([grid])
        used = wide
      } else {
        bands[bands.count - 1].append(grid)
        used += 3 + wide
      }
    }
    return bands
  }

  private static func flowHeight(_ grids: [GridLayout], width: Int) -> Int {
    bands(grids, width: width).map { $0.map(\.height).max() ?? 0 }.reduce(0, +)
  }

  private static func flow(
    _ grids: [GridLayout], width: Int, height: Int, ascii: Bool
  ) -> [[Cell]] {
    var bands = bands(grids, width: width)
    // Where not all find room, the one that is looked at comes first.
    if flowHeight(grids, width: width) > height,
      let at = bands.firstIndex(where: { $0.contains(where: \.isFocused) })
    {
      bands = Array(bands[at...] + bands[..<at])
    }
    var result: [[Cell]] = []
    for band in bands {
      var rows: [[Cell]] = []
      var left = 0
      for grid in band {
        let wide = min(grid.width, width)
        let lines = grid.lines(room: wide, height: max(1, height - result.count), ascii: ascii)
        for (index, line) in lines.enumerated() {
          if index == rows.count { rows.append([]) }
          rows[index] +=
            [Cell](repeating: .blank, count: max(0, left - rows[index].count)) + line
        }
        left += wide + 3
      }
      result += rows
    }
    return result
  }

  private static func cells(_ picture: PlotPicture, row: Int) -> [Cell] {
    var cells: [Cell] = []
    for run in picture.runs(row: row) {
      cells += [Cell](repeating: .blank, count: max(0, run.column - cells.count))
      // Axes tell the scale; they are no results.
      let style =
        run.series == PlotPicture.axes
        ? Style.muted : Style(.series, amount: UInt8(clamping: run.series))
      cells.append(run.text, style)
    }
    return cells
  }

  /// All parts as lines of text.
  static func transcript(_ blocks: [WidgetBlock]) -> [String] {
    var lines: [String] = []
    for block in blocks {
      if block.hasGap, !lines.isEmpty { lines.append("") }
      switch block.content {
      case .lines(let texts): lines += texts.map(\.text)
      case .strip(let names, let current): lines.append(strip(names, current, width: .max).text)
      case .grids(let grids):
        for (index, grid) in grids.enumerated() {
          if index > 0 { lines.append("") }
          lines += grid.transcript
        }
      case .drawing(_, _, let told): lines += told()
      case .picture: if lines.last == "" { lines.removeLast() }
      }
    }
    return lines.map { $0.trimmedEnd }
  }
}

extension String {
  /// The text without white space at its end.
  package var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
