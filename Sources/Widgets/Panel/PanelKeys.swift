import TextUI

extension WidgetPanel {
  /// What keys do in every widget.
  enum Action: Equatable {
    case up, down, left, right, first, last, nextArea, previousArea, edit
    case addRow, removeRow, addColumn, removeColumn
    case type, words, random, reset, undo, guess, export, list, back
  }

  static let table: [KeyRow<Action>] = [
    KeyRow([.left], "left", "a cell to the left", .left),
    KeyRow([.right], "right", "a cell to the right", .right),
    KeyRow([.up], "up", "a cell up", .up),
    KeyRow([.down], "down", "a cell down", .down),
    KeyRow([.home], "first", "the first cell of the row", .first),
    KeyRow([.end], "last", "the last cell of the row", .last),
    KeyRow([.tab], "area", "to the next table or grid", footer: 3, .nextArea),
    KeyRow([.backTab], "area-back", "to the table or grid before", .previousArea),
    KeyRow(
      [.enter], "edit", "type over the number under the cursor; a digit does too", footer: 7,
      .edit),
    KeyRow([.character("=")], "type", "type an input as a whole, such as Q = 1 0; 0 1", .type),
    KeyRow([.character("W")], "words", "type the names of the rows", .words),
    KeyRow([.character("a")], "add", "add a row, or an entry", .addRow),
    KeyRow([.character("d")], "remove", "take the row or entry away", .removeRow),
    KeyRow([.character("A")], "add-column", "add a column", .addColumn),
    KeyRow([.character("D")], "remove-column", "take the column away", .removeColumn),
    KeyRow(
      [.character("r")], "random", "random numbers, the next seed each time", footer: 8,
      .random),
    KeyRow([.character("u")], "undo", "take the last change back", footer: 10, .undo),
    KeyRow([.character("R")], "reset", "the numbers it came with", .reset),
    KeyRow(
      [.character("g")], "guess", "predict first: results stay hidden until you type a guess",
      footer: 11, .guess),
    KeyRow(
      [.character("e")], "export", "write JSON, Markdown and a NumPy script here", footer: 12,
      .export),
    KeyRow([.character("w")], "widgets", "all widgets", .list),
    KeyRow([.character("q"), .backspace, .escape], "back", "back to the lesson", footer: 4, .back),
  ]

  /// All keys of a kind of widget, its own ones first.
  package static func keys(of type: any Widget.Type) -> [KeyEntry] {
    let takes = { (row: KeyRow<Action>) in
      row.action != .words || type.inputKeys.contains("words")
    }
    return type.actions.map(\.entry) + table.filter(takes).map(\.entry)
  }
}
