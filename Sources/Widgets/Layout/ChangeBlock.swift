import Numerics
import TextUI

/// A table before and after one operation, which stands between them; the same cell is lit in both.
struct ChangeBlock: Figure {
  /// What the totals at the right of the second table have to do with the operation.
  enum Total: Equatable {
    /// There are none, or they stand where they are.
    case none
    /// They are what it is done with: they stand in it, behind its sign.
    case operand(sign: String)
    /// They are all that it comes to.
    case result
  }

  var before: Grid
  var after: Grid
  /// What is done to each row: `÷ 2.4931`.
  var operations: [String]
  var total = Total.none
  /// Whether it takes more numbers than the first table's: pages show them all.
  var hasMoreOperands = false

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    ChangeLayout(self, width: width, ascii: ascii)
  }

  var transcript: [String] {
    let rows = zip(after.rowNames, operations).map { "\($0): \($1)" }
    let operation = Set(operations).count == 1 ? operations[0] : rows.joined(separator: ", ")
    return before.transcript + ["", operation, ""] + after.transcript
  }

  var spelledInASCII: ChangeBlock {
    var block = changed(\.spelledInASCII)
    block.operations = operations.map(ASCIISpelling.text)
    return block
  }

  var isCut: Bool { after.cut != nil }

  var withoutGlow: ChangeBlock { changed(\.withoutGlow) }

  private func changed(_ change: (Grid) -> Grid) -> ChangeBlock {
    var block = self
    block.before = change(before)
    block.after = change(after)
    return block
  }
}

/// Where a table, an operation and a table stand; where there is no room for all, the last alone.
struct ChangeLayout: FigureLayout {
  /// Columns that a window needs at least.
  private static let half = 26

  private let block: ChangeBlock
  private let width: Int
  private let ascii: Bool
  private let before: GridLayout
  private let after: GridLayout
  private var alone: [GridLayout]
  /// What it is done with, where that is a table of its own.
  private let operands: GridLayout?
  /// Columns of an operation with the arrow through it.
  private let between: Int
  private let isWhole: Bool

  init(_ block: ChangeBlock, width: Int, ascii: Bool) {
    self.block = block
    self.width = width
    self.ascii = ascii
    alone = [GridLayout(block.after, room: width)]
    let parts = Self.parts(block)
    operands = parts.operands.map { GridLayout($0, .full) }
    between =
      operands.map { Self.head.count + $0.widths.total + Self.tail.count }
      ?? (block.operations.map(\.displayWidth).max() ?? 0) + Self.head.count + 4
    let room = width - between
    var before = GridLayout(parts.before, .full)
    var after = GridLayout(parts.after, .full)
    if before.width + after.width > room, block.after.cut == nil {
      // The rows are those of the table at the left.
      var unnamed = parts.after
      unnamed.rowNames = []
      after = GridLayout(unnamed, .full)
    }
    isWhole = before.width + after.width <= room || block.after.cut != nil && room >= 2 * Self.half
    // Of a larger table a window stands at both sides.
    if block.after.cut != nil {
      before = GridLayout(parts.before, room: room / 2)
      after = GridLayout(parts.after, room: room - before.width)
    }
    (self.before, self.after) = (before, after)
  }

  /// What stands at both sides of the operation, and in it.
  private static func parts(
    _ block: ChangeBlock
  ) -> (before: Grid, operands: Grid?, after: Grid) {
    let last = block.after.size.columns - 1
    guard block.total != .none, last > 0, block.after.cut == nil else {
      return (block.before, nil, block.after)
    }
    var (table, totals) = (block.after.columns(0..<last), block.after.columns(last..<last + 1))
    totals.rowNames = []
    guard block.total == .result else {
      totals.title = ""
      return (block.before, totals, table)
    }
    table.title = block.before.title
    return (table, nil, totals)
  }

  var tight: ChangeLayout {
    var layout = self
    layout.alone = alone.tight
    return layout
  }

  var leavesOut: Bool {
    block.hasMoreOperands || (isWhole ? block.isCut : !earlier.isEmpty || alone.leavesOut(width))
  }

  /// The first table, for a page; what comes out of it alone is told in its own table.
  private var earlier: [GridLayout] {
    block.total == .result ? [] : [GridLayout(block.before, room: width)]
  }

  var unrolled: ChangeLayout {
    guard !isWhole else { return self }
    var layout = self
    layout.alone = (earlier + alone).unrolled(width)
    return layout
  }

  private var aloneHeight: Int { GridFlow.height(alone, width: width) }

  var height: Int { isWhole ? max(before.height, after.height) : aloneHeight }
  var small: Int { aloneHeight }
  var least: Int { min(4, aloneHeight) }
  var most: Int { isWhole ? max(before.most, after.most) : max(aloneHeight, alone[0].most) }

  func lines(height: Int) -> [[Cell]] {
    guard isWhole else {
      // A row of numbers comes before all else.
      return GridFlow.lines(alone, width: width, height: max(1, height), ascii: ascii)
    }
    let left = before.focused(on: after).lines(room: before.width, height: height, ascii: ascii)
    let right = after.focused(on: before).lines(room: after.width, height: height, ascii: ascii)
    let window = after.focused(on: before).rowWindow(max(1, height - 2))
    let head = right.count - window.count
    return right.indices.map { index in
      var line = left.indices.contains(index) ? left[index] : []
      line = line.padded(to: before.width)
      if index >= head {
        line += arrow(window.lowerBound + index - head)
      } else if index == head - 1, let operands {
        line = line.padded(to: line.count + Self.head.count) + operands.names([0])
      }
      return line.padded(to: before.width + between) + right[index]
    }
  }

  /// What stands before and behind an operand: no line before it, for a sign in ASCII would be a part
  /// of that.
  private static let (head, tail) = ("   ", "─▸ ")

  private func arrow(_ row: Int) -> [Cell] {
    guard block.operations.indices.contains(row) else { return [] }
    let isLit = block.after.selected?.row == row
    let style = isLit ? Style(.accent, .bold) : .muted
    let strong = isLit ? Style(.strong, .bold) : .text
    if let operands, case .operand(let sign) = block.total, block.operations[row].hasPrefix(sign) {
      var cells = [Cell](Self.head.dropLast() + sign, strong)
      cells = cells.padded(to: Self.head.count)
      return cells + operands.numbers(row, [0], ascii: ascii) + [Cell](Self.tail, style)
    }
    let cells = [Cell](Self.head.dropLast() + block.operations[row], strong)
    let line = between - cells.count - 3
    return cells + [Cell](" " + String(repeating: "─", count: max(0, line)) + "▸ ", style)
  }
}
