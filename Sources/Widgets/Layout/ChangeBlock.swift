import Numerics
import TextUI

/// A table before and after one operation, which stands between them; the same cell is lit in both.
struct ChangeBlock: Figure {
  var before: Grid
  var after: Grid
  /// What is done to a row: `÷ 2.493`.
  struct Operation: Sendable {
    /// What is done, and the number that it is done with, if there is one.
    var sign: String
    var operand: Double?
    var numbers = NumberText()

    /// With the number as tables write it, where it stands in them.
    func text(_ tabled: [Double: String] = [:]) -> String {
      guard let operand else { return sign }
      return "\(sign) \(numbers.factor(tabled[operand] ?? numbers.text(operand)))"
    }
  }

  /// Row by row.
  var operations: [Operation]

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    ChangeLayout(self, width: width, ascii: ascii)
  }

  var transcript: [String] {
    let texts = operations.map { $0.text() }
    let rows = zip(after.rowNames, texts).map { "\($0): \($1)" }
    let operation = Set(texts).count == 1 ? texts[0] : rows.joined(separator: ", ")
    return before.transcript + ["", operation, ""] + after.transcript
  }

  var spelledInASCII: ChangeBlock {
    ChangeBlock(
      before: before.spelledInASCII, after: after.spelledInASCII,
      operations: operations.map { operation in
        var operation = operation
        operation.sign = ASCIISpelling.text(operation.sign)
        return operation
      })
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
  private let operations: [String]

  init(_ block: ChangeBlock, width: Int, ascii: Bool) {
    self.block = block
    self.width = width
    self.ascii = ascii
    var (before, after) = (GridLayout(block.before, .full), GridLayout(block.after, .full))
    /// The operations with the digits of the tables, and the columns that they leave.
    func texts() -> [String] {
      let tabled = Dictionary((before.written + after.written).map { ($0.value, $0.text) }) { $1 }
      return block.operations.map { $0.text(tabled) }
    }
    func columns(_ texts: [String]) -> Int { (texts.map(\.displayWidth).max() ?? 0) + 7 }
    func room() -> Int { width - Self.margin - columns(texts()) }
    for detail in NumberText.Detail.allCases.dropFirst() where before.width + after.width > room() {
      (before, after) = (GridLayout(block.before, detail), GridLayout(block.after, detail))
    }
    operations = texts()
    between = columns(operations)
    let room = width - Self.margin - between
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

  var written: [(value: Double, text: String)] {
    guard isWhole else { return alone.written }
    let spoken = block.operations.compactMap { operation in
      operation.operand.map { ($0, operation.numbers.text($0)) }
    }
    let tables = before.written + after.written
    return tables + spoken.filter { value, _ in !tables.contains { $0.value == value } }
  }

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
    guard operations.indices.contains(row) else { return [] }
    let text = operations[row]
    let isLit = block.after.selected?.row == row
    let style = isLit ? Style(.accent, .bold) : .muted
    let line = between - 3 - text.displayWidth
    var cells = [Cell](" " + String(repeating: "─", count: line / 2), style)
    cells.append(text, isLit ? Style(.strong, .bold) : .text)
    cells.append(String(repeating: "─", count: line - line / 2) + "▸", style)
    return cells
  }
}
