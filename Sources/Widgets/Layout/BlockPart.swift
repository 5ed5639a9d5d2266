import Notes
import Plots
import TextUI

/// A part of a widget with what was measured of it for a width, once.
struct BlockPart {
  /// Columns between a text and the picture at its right, and the fewest and most of the picture.
  private static let gap = 4
  private static let narrowest = 24
  private static let widest = 40
  /// Sentences are no wider than is read with ease.
  static let widestText = 80

  let block: WidgetBlock
  private let width: Int
  private let ascii: Bool
  /// Columns at the left of the screen that only signs stand in.
  private let margin: Int
  /// Where pictures end: as in the header, the last column stays free.
  private var edge: Int { max(1, width - 1) }
  /// Where sentences end: a pane at the side, which has no margin, ends before the last column by itself.
  private var sentences: Int { margin > 0 ? edge : width }
  /// Its text as it wraps, its grids as they are laid out, or its figure.
  private var text: [[Cell]] = []
  /// The lines of each calculation, and what stands for the last one where it finds no room.
  private var calculations: CalculationLines?
  private var grids: [GridLayout] = []
  private var figure: (any FigureLayout)?
  /// Where the picture at the right of the text begins; nil where there is none.
  private var companionColumn: Int?
  /// The rows that it takes, and takes at least.
  private(set) var height = 1
  /// The rows of a window, with its heading, that it keeps where another one needs room.
  private static let fewRows = 7
  /// The rows of a picture up to which all of them are worth the blank lines between parts.
  private static let fewPictureRows = 12
  /// The rows that it leaves to others.
  private var limit = Int.max
  /// The rows that it can fill where there are more.
  private var most = 0
  var least = 1
  /// The rows that it makes do with before another part is cut any further.
  private(set) var barest = 0

  /// What a part takes of a width; whole, tables show every column, strip below strip.
  init(_ block: WidgetBlock, width: Int, isWhole: Bool, ascii: Bool, margin: Int = 0) {
    self.block = block
    var (width, hung) = (width, (any Figure)?.none)
    if case .figure(let figure) = block.content {
      // Only what is whole hangs into the margin.
      let hanging = margin > 1 ? figure.hanging(by: margin) : figure
      hung = hanging
      width += hanging.hang
    }
    self.width = width
    self.ascii = ascii
    self.margin = margin
    switch block.content {
    case .lines(let lines):
      if block.keepsEnd {
        let wrapped = CalculationLines(
          lines, notes: block.notes, ending: block.ending, width: width)
        calculations = wrapped
        text = wrapped.all
      } else {
        text = Self.wrapped(lines, width: min(sentences, Self.widestText))
      }
      height = text.count
      least = block.keepsEnd ? min(height, 4) : height
    case .strip: break
    case .grids(let grids):
      let layouts = grids.map { GridLayout($0, room: width) }
      self.grids = isWhole ? layouts.unrolled(width) : layouts
      height = GridFlow.height(self.grids, width: width)
      if self.grids.count == 1, let grid = self.grids.first, grid.grid.cut != nil {
        most = grid.most
      }
      least = block.rank == 0 ? min(4, self.grids.map(\.height).max() ?? 0) : height
    case .picture(let rows, _):
      height = rows.lowerBound
      least = height
      if isOfFewRows { most = rows.upperBound }
    case .figure(let figure):
      let fitted = (hung ?? figure).laidOut(width: width, ascii: ascii)
      let layout = isWhole ? fitted.unrolled : fitted
      self.figure = layout
      height = layout.height
      most = layout.most > layout.height ? layout.most : 0
      least = block.rank == 0 ? layout.least : height
    }
    barest = block.keepsEnd ? 1 : min(least, figure?.barest ?? least)
    guard let companion = block.companion else { return }
    let longest = linesBesideMargin(height).map(\.count).max() ?? 0
    let column = max(longest + Self.gap, min(edge / 2, edge - Self.widest))
    guard edge - column >= Self.narrowest else { return }
    companionColumn = column
    height = max(height, companion.rows.lowerBound)
  }

  /// Whether it is a calculation, which makes do with its result.
  var isCalculation: Bool { block.keepsEnd || figure?.isCalculation ?? false }
  /// Whether a table leaves some of its columns out.
  var leavesOut: Bool { figure?.leavesOut ?? grids.leavesOut(width) }
  /// Whether a window shows fewer rows than its table has.
  var hidesRows: Bool {
    grids.count == 1 && grids[0].grid.cut != nil && most > height
      || figure?.hides(height: min(height, limit)) ?? false
  }
  /// The rows of a calculation's title and its result.
  var shortest: Int { min(least, calculations?.shortest ?? figure?.barest ?? least) }

  /// The rows that it takes where a table is whole, and a calculation its result.
  var needed: Int { isCalculation ? shortest : height }

  /// The same where titles of tables stand in line with the names of columns, if these leave room.
  var tight: BlockPart {
    var part = self
    switch block.content {
    case .grids:
      part.grids = grids.tight
      part.height = min(height, GridFlow.height(part.grids, width: width))
      part.least = min(least, part.height)
    case .figure:
      guard let tight = figure?.tight else { return self }
      part.figure = tight
      part.height = min(height, max(tight.small, min(least, tight.least)))
      part.least = min(least, part.height)
    case .lines, .strip, .picture: break
    }
    part.barest = min(barest, part.least)
    return part
  }

  /// The same where its figure takes its smaller form.
  var smaller: BlockPart {
    guard case .figure = block.content else { return self }
    var part = self
    let floor = block.rank == 0 ? part.least : 0
    part.height = min(part.height, max(floor, figure?.small ?? part.height))
    part.least = min(part.least, part.height)
    part.barest = min(part.barest, part.least)
    part.companionColumn = nil
    return part
  }

  /// Grows into rows that are left, as far as it can fill them; how many it took.
  mutating func grow(into rows: Int) -> Int {
    let more = min(max(0, most - height), rows)
    height += more
    if more > 0 { limit = .max }
    return more
  }

  /// Whether it is a picture of so few rows that all of them are worth the blank lines between parts.
  var isOfFewRows: Bool {
    if case .picture(let rows, _) = block.content {
      rows.upperBound <= Self.fewPictureRows
    } else {
      false
    }
  }

  /// Whether it can be drawn in any number of rows from its least on.
  var stretches: Bool { figure?.stretches ?? false }
  /// Whether its window is more than a few rows.
  var canShrink: Bool {
    stretches ? height > least : most > height && height > max(least, Self.fewRows)
  }

  /// Takes a row less.
  mutating func shrink() {
    height -= 1
    limit = height
  }

  /// Its lines where there is room for so many rows, behind the margin of the screen.
  func lines(_ room: Int) -> [[Cell]] {
    let lines = linesBesideMargin(room)
    let hang = figure?.hang(height: lines.count) ?? 0
    var margin = max(0, margin - hang)
    // The bracket of the current name stands in the margin, so that names stand in line with text.
    if case .strip = block.content { margin = max(0, margin - 1) }
    guard margin > 0 else { return lines }
    return lines.map { $0.isEmpty ? $0 : [Cell](repeating: .blank, count: margin) + $0 }
  }

  private func linesBesideMargin(_ room: Int) -> [[Cell]] {
    let room = min(room, limit)
    var lines = ownLines(min(room, height))
    if case .picture = block.content { lines = ownLines(room) }
    if let figure, figure.most > figure.height { lines = figure.lines(height: room) }
    guard let companion = block.companion, let column = companionColumn,
      room > 1 || companion.rows.upperBound == 1
    else { return lines }
    // Its title stands over it, in line with that of the text.
    let rows = min(companion.rows.upperBound, max(lines.count, companion.rows.lowerBound), room)
    let picture = BlockLayout.cells(companion.draw(min(edge - column, Self.widest), rows))
    for (row, cells) in picture.enumerated() {
      if row == lines.count { lines.append([]) }
      lines[row] = lines[row].padded(to: column) + cells
    }
    return lines
  }

  private func ownLines(_ room: Int) -> [[Cell]] {
    switch block.content {
    case .lines: return calculations?.lines(room) ?? text
    case .strip(let names, let current):
      return [NameStrip.line(names, current, width: width + (margin > 1 ? 1 : 0))]
    case .grids: return GridFlow.lines(grids, width: width, height: room, ascii: ascii)
    case .picture(let rows, let draw):
      return BlockLayout.cells(draw(edge, min(rows.upperBound, room)))
    case .figure: return figure?.lines(height: room) ?? []
    }
  }

  static func wrapped(_ lines: [[Cell]], width: Int) -> [[Cell]] {
    lines.flatMap { line -> [[Cell]] in
      guard line.count > width else { return [line] }
      var rows: [[Cell]] = []
      let first = Wrapping.lines(of: line, width: max(1, width))
      guard let start = first.first else { return [[]] }
      rows.append(Array(line[start]))
      let rest = Array(line[start.upperBound...].drop { $0.glyph.isSpace })
      // What is indented goes on so, sentences do not.
      let indent = line.first?.glyph.isSpace == true ? 4 : 0
      for range in Wrapping.lines(of: rest, width: max(1, width - indent)) {
        rows.append([Cell](repeating: .blank, count: indent) + rest[range])
      }
      return rows
    }
  }
}
