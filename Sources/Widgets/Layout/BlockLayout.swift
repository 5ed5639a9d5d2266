import Notes
import Plots
import TextUI

/// Lays the parts of a widget out for a size: what matters least goes where room is short.
package enum BlockLayout {
  /// From so many columns on there is a pane at the side.
  static let wide = 108
  /// From so many columns on a picture stands at the right of all else.
  private static let besides = 74
  /// More rows than anything takes.
  static let endless = 10_000
  /// The rank from which on a part only fills room that is left.
  static let filling = 5
  /// From so many columns of a screen on, text begins where it does on all screens, behind a margin in
  /// which only signs stand; on a narrower one each column counts.
  private static let comfortable = 60
  /// Columns between what stands in the main pane, the line, and the pane at the side; at the right of
  /// that one column stays free.
  private static let (after, free) = (3, 1)
  /// Columns of the main pane that any figure makes do with, of sentences beside it, and of a pane at
  /// the side that leaves as much as there is to large tables.
  private static let (leastMain, widestSide, usualSide) = (76, 80, 56)

  /// Columns at the left of a screen so wide that only signs stand in.
  package static func margin(of columns: Int) -> Int {
    columns >= comfortable ? 2 : columns >= 20 ? 1 : 0
  }

  /// Columns of the main pane, and of the one at the side.
  private static func panes(_ width: Int, side most: Int = usualSide) -> (main: Int, side: Int) {
    let side = min(max(width - leastMain - after - free, 28), most)
    return (width - side - after - free, side)
  }

  /// Columns of the main pane.
  static func mainPane(_ width: Int) -> Int { panes(width).main }

  /// Columns that what stands in the main pane has.
  static func mainColumns(_ width: Int, for blocks: [WidgetBlock]) -> Int {
    width >= wide && blocks.contains(where: \.isSide) ? panes(width).main : width
  }

  /// What is seen of a widget's parts in a size.
  struct Picture {
    var lines: [[Cell]]
    /// Whether some of it found no room, but for what merely fills it.
    var isTooHigh = false
  }

  /// The lines for a width and height.
  static func lines(_ blocks: [WidgetBlock], width: Int, height: Int, ascii: Bool) -> [[Cell]] {
    picture(blocks, width: width, height: height, ascii: ascii).lines
  }

  /// The lines for a width and height, and whether that is all of it; the lines begin with the margin,
  /// which the width has not.
  static func picture(
    _ blocks: [WidgetBlock], width: Int, height: Int, ascii: Bool, margin: Int = 0
  ) -> Picture {
    let blocks = ascii ? blocks.map(\.spelledInASCII) : blocks
    if width >= wide, blocks.contains(where: \.isSide) {
      return inPanes(blocks, width: width, height: height, ascii: ascii, margin)
    }
    guard let at = blocks.firstIndex(where: \.isBeside), width >= besides, height >= 8,
      case .picture(let rows, let draw) = blocks[at].content
    else { return stacked(blocks, width: width, height: height, ascii: ascii, margin) }
    var rest = blocks
    rest.remove(at: at)
    let right = min(64, width * 2 / 5)
    let left = width - right - 2
    var shown = stacked(rest, width: left, height: height, ascii: ascii, margin)
    let picture = draw(right - 1, min(rows.upperBound, height, right / 2))
    shown.lines = beside(shown.lines, cells(picture), at: margin + left + 2)
    return shown
  }

  private static func inPanes(
    _ blocks: [WidgetBlock], width: Int, height: Int, ascii: Bool, _ margin: Int
  ) -> Picture {
    var panes = panes(width)
    let (top, main, side) = parted(blocks)
    let head = stacked(top, width: width, height: height, ascii: ascii, margin).lines
    let height = height - head.count
    let left = stacked(main, width: panes.main, height: height, ascii: ascii, margin)
    // What the tables leave of a wide screen is for what is said of them.
    let roomy = Self.panes(width, side: widestSide)
    let longest = left.lines.map { ($0.lastIndex { !$0.glyph.isSpace } ?? -1) + 1 }.max() ?? 0
    if longest <= margin + roomy.main { panes = roomy }
    let right = stacked(side, width: panes.side, height: height, ascii: ascii, 0)
    let all =
      height < endless - head.count ? height : max(left.lines.count, right.lines.count)
    let rule = Array(repeating: [Cell]("│", .muted), count: all)
    let both = beside(left.lines, rule, at: margin + panes.main)
    return Picture(
      lines: head + beside(both, right.lines, at: margin + panes.main + after),
      isTooHigh: left.isTooHigh || right.isTooHigh)
  }

  /// The names of the steps, which stand over both panes, and what stands in either.
  private static func parted(
    _ blocks: [WidgetBlock]
  ) -> (top: [WidgetBlock], main: [WidgetBlock], side: [WidgetBlock]) {
    let top = blocks.prefix { if case .strip = $0.content { true } else { false } }
    let rest = blocks[top.count...]
    return (
      Array(top), rest.filter { !$0.isSide && !$0.isBeside },
      rest.filter { $0.isSide || $0.isBeside }
    )
  }

  /// Lines with others at their right.
  private static func beside(_ lines: [[Cell]], _ others: [[Cell]], at column: Int) -> [[Cell]] {
    (0..<max(lines.count, others.count)).map { row in
      let line = lines.indices.contains(row) ? Array(lines[row].prefix(column)) : []
      guard others.indices.contains(row), !others[row].isEmpty else { return line }
      return line.padded(to: column) + others[row]
    }
  }

  private static func stacked(
    _ blocks: [WidgetBlock], width: Int, height: Int, ascii: Bool, _ margin: Int
  ) -> Picture {
    var kept = blocks.map {
      BlockPart($0, width: width, isWhole: height >= endless / 2, ascii: ascii, margin: margin)
    }
    func drop(_ isLoose: (BlockPart) -> Bool = { _ in true }) {
      let worst = kept.filter(isLoose).map(\.block.rank).max() ?? 0
      if let at = kept.lastIndex(where: { isLoose($0) && $0.block.rank == worst }) {
        kept.remove(at: at)
      }
    }
    func total(_ rows: (BlockPart) -> Int) -> Int { kept.map(rows).total }
    // What shades mean is told, or there are none.
    func hasLostLegend() -> Bool {
      blocks.contains(where: \.isLegend) && !kept.contains(where: \.block.isLegend)
    }
    let isCut =
      kept.lazy.filter { !$0.block.fills }.map(\.height).total > height
      || kept.contains(where: \.leavesOut)
    func isTooHigh(_ rank: Int) -> Bool {
      kept.contains { $0.block.rank > rank } && total(\.height) > height
    }
    // What merely helps goes before a table is cut to a window; what matters goes after. A figure
    // takes its smaller form before what explains it goes.
    // What only fills room that is left takes none from the blank lines between parts.
    let gaps = kept.dropFirst().count { $0.block.hasGap && !$0.block.fills }
    while kept.contains(where: \.block.fills), total(\.height) + gaps > height {
      drop(\.block.fills)
    }
    let all = kept
    while isTooHigh(2) { drop() }
    if total(\.height) > height {
      kept = all.map(\.smaller).filter { $0.height > 0 }
      while isTooHigh(1) { drop() }
      let tight = kept.map(\.tight)
      // Where a table is cut all the same, its title tells which part of it is seen.
      if total(\.height) > height, tight.map(\.needed).total <= height { kept = tight }
    }
    while kept.contains(where: { $0.block.rank > 0 }), total(\.least) > height { drop() }
    if hasLostLegend() {
      // A window on a larger table can spare a row for it.
      let hasWindow = blocks.contains { $0.rank == 0 && $0.isCut }
      let others = hasWindow ? blocks.map(\.keptLegend) : blocks.withoutGlow
      var plain = stacked(others, width: width, height: height, ascii: ascii, margin)
      plain.isTooHigh = plain.isTooHigh || isCut
      return plain
    }
    // A calculation gives way to its result where that leaves a table whole, and before one is cut any
    // further.
    if total(\.needed) <= height {
      for at in kept.indices {
        let others = total { $0.isCalculation ? $0.least : $0.height }
        kept[at].least =
          kept[at].isCalculation
          ? max(kept[at].shortest, kept[at].least - max(0, others - height)) : kept[at].height
      }
    }
    // Of two windows none takes the rows of the other.
    while total(\.height) > height,
      let at = kept.indices.filter({ kept[$0].canShrink }).max(by: {
        kept[$0].height < kept[$1].height
      })
    {
      kept[at].shrink()
    }
    for at in kept.indices {
      kept[at].least = max(
        kept[at].barest, kept[at].least - max(0, total(\.least) - height))
    }
    for at in kept.indices where kept[at].isOfFewRows {
      _ = kept[at].grow(into: height - total(\.height))
    }
    // Windows on larger tables take the rows that are left, the one that is looked at first.
    var left = height - total(\.height) - kept.dropFirst().count { $0.block.hasGap }
    for at in kept.indices.sorted(by: { (kept[$0].block.rank, $0) < (kept[$1].block.rank, $1) })
    where left > 0 {
      left -= kept[at].grow(into: left)
    }
    // What is drawn has the rows that it was given, and no others take them.
    if total(\.height) <= height {
      for at in kept.indices where kept[at].stretches { kept[at].least = kept[at].height }
    }
    return Picture(
      lines: draw(kept, height: height, gaps: height - total(\.height)),
      isTooHigh: isCut || kept.contains(where: \.hidesRows))
  }

  private static func draw(_ parts: [BlockPart], height: Int, gaps: Int) -> [[Cell]] {
    var gaps = gaps
    var result: [[Cell]] = []
    for (index, part) in parts.enumerated() {
      if gaps > 0, part.block.hasGap, index > 0 {
        result.append([])
        gaps -= 1
      }
      let rest = parts[(index + 1)...]
      let after = rest.map(\.least).total
      let gapsAfter = min(max(0, gaps), rest.count { $0.block.hasGap })
      let lines = part.lines(max(0, height - result.count - after - gapsAfter))
      result += part.block.isCurrent ? lines.map(marked) : lines
    }
    return Array(result.prefix(height))
  }

  /// What is looked at has a bar at its left, where there is a blank.
  private static func marked(_ line: [Cell]) -> [Cell] {
    guard line.first?.glyph.isSpace ?? true else { return line }
    return [Cell]("▌", Style(.accent, .bold)) + line.dropFirst()
  }

  /// The rows of a picture as lines.
  static func cells(_ picture: PlotPicture) -> [[Cell]] {
    (0..<picture.rows).map { cells(picture, row: $0) }
  }

  private static func cells(_ picture: PlotPicture, row: Int) -> [Cell] {
    var cells: [Cell] = []
    for run in picture.runs(row: row) {
      cells = cells.padded(to: run.column)
      // Axes tell the scale; they are not results.
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
    for block in blocks where !block.isOnlySeen {
      if block.hasGap, !lines.isEmpty { lines.append("") }
      switch block.content {
      case .lines(let texts): lines += (block.told ?? texts).map(\.text)
      case .strip(let names, let current):
        lines.append(NameStrip.line(names, current, width: .max).text)
      case .grids(let grids):
        for (index, grid) in grids.enumerated() {
          if index > 0 { lines.append("") }
          lines += grid.transcript
        }
      case .figure(let figure): lines += figure.transcript
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
