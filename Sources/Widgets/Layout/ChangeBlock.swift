import Numerics
import TextUI

/// A table before and after one operation, which stands between them; the same cell is lit in both.
struct ChangeBlock: Figure {
  var before: Grid
  var after: Grid
  /// What is done, row by row: `÷ 2.493`.
  var operations: [String]

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    ChangeLayout(self, width: width, ascii: ascii)
  }

  var transcript: [String] {
    let isOne = Set(operations).count == 1
    let rows = zip(after.rowNames, operations).map { "\($0): \($1)" }
    let operation = isOne ? operations.prefix(1).joined() : rows.joined(separator: ", ")
    return before.transcript + ["", operation, ""] + after.transcript
  }

  var spelledInASCII: ChangeBlock {
    ChangeBlock(
      before: before.spelledInASCII, after: after.spelledInASCII,
      operations: operations.map(ASCIISpelling.text))
  }
}

/// Where a table, an operation and a table stand; where there is no room for all, the last alone.
struct ChangeLayout: FigureLayout {
  private static let margin = 2
  /// Columns that a window needs at least.
  private static let half = 26

  private let block: ChangeBlock
  private let width: Int
  private let ascii: Bool
  private let before: GridLayout
  private let after: GridLayout
  private let alone: GridLayout
  /// Columns of an operation with the arrow through it.
  private let between: Int
  private let isWhole: Bool

  init(_ block: ChangeBlock, width: Int, ascii: Bool) {
    self.block = block
    self.width = width
    self.ascii = ascii
    between = (block.operations.map(\.displayWidth).max() ?? 0) + 7
    let room = width - Self.margin - between
    var (before, after) = (GridLayout(block.before, .full), GridLayout(block.after, .full))
    for detail in NumberText.Detail.allCases.dropFirst() where before.width + after.width > room {
      (before, after) = (GridLayout(block.before, detail), GridLayout(block.after, detail))
    }
    isWhole = before.width + after.width <= room || block.after.cut != nil && room >= 2 * Self.half
    // Of a larger table a window stands at both sides.
    if block.after.cut != nil {
      before = GridLayout(block.before, room: room / 2)
      after = GridLayout(block.after, room: room - before.width)
    }
    (self.before, self.after) = (before, after)
    alone = GridLayout(block.after, room: width)
  }

  var height: Int { isWhole ? max(before.height, after.height) : alone.height }
  var small: Int { alone.height }
  var least: Int { min(4, alone.height) }
  var most: Int { isWhole ? max(before.most, after.most) : alone.most }

  func lines(height: Int) -> [[Cell]] {
    guard isWhole else { return alone.lines(room: width, height: height, ascii: ascii) }
    let left = before.focused(on: after).lines(room: before.width, height: height, ascii: ascii)
    let right = after.lines(room: after.width, height: height, ascii: ascii)
    let window = after.rowWindow(max(1, height - 2))
    let head = right.count - window.count
    return right.indices.map { index in
      var line = [Cell]().padded(to: Self.margin)
      line += left.indices.contains(index) ? left[index] : []
      line = line.padded(to: Self.margin + before.width)
      line += index < head ? [] : arrow(window.lowerBound + index - head)
      return line.padded(to: Self.margin + before.width + between) + right[index]
    }
  }

  private func arrow(_ row: Int) -> [Cell] {
    guard block.operations.indices.contains(row) else { return [] }
    let text = block.operations[row]
    let isLit = block.after.selected?.row == row
    let style = isLit ? Style(.accent, .bold) : .muted
    let line = between - 3 - text.displayWidth
    var cells = [Cell](" " + String(repeating: "─", count: line / 2), style)
    cells.append(text, isLit ? Style(.strong, .bold) : .text)
    cells.append(String(repeating: "─", count: line - line / 2) + "▸", style)
    return cells
  }
}
