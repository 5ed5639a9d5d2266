import TextUI

/// The keys that go from cell to cell, for the kinds whose answer is typed.
enum BlankKeys {
  enum Action: Equatable { case step(Int), row(Int), empty }

  static func table(_ kind: any QuestionKind.Type) -> KeyTable<Action> {
    KeyTable(
      .answer(kind.name),
      [
        KeyBinding(
          [.enter], "empty", "to the first cell that is still empty", footer: .at(1, "next cell"),
          when: .when(.hasEmptyCell), .empty),
        KeyBinding(
          [.tab], "next", "to the next cell",
          footer: .at(2, "next cell", when: .when(.hasNextCell)),
          when: .when(.hasSeveralCells), .step(1)),
        KeyBinding(
          [.backTab], "previous", "to the cell before", when: .when(.hasSeveralCells), .step(-1)),
        KeyBinding([.up], "up", "to the cell above", when: .when(.hasSeveralCells), .row(-1)),
        KeyBinding([.down], "down", "to the cell below", when: .when(.hasSeveralCells), .row(1)),
        KeyBinding(
          [.left], "left", "from the start of a cell to the one before",
          when: .when(.isAtCellStart), .step(-1)),
        KeyBinding(
          [.right], "right", "from the end of a cell to the next one", when: .when(.isAtCellEnd),
          .step(1)),
        KeyBinding(
          [.backspace], "back-cell", "from an empty cell to the one before",
          when: .when(.isPastFirstCell), .step(-1)),
      ])
  }
}

extension KeyFact {
  static let hasSeveralCells = KeyFact("hasSeveralCells")
  static let hasNextCell = KeyFact("hasNextCell")
  /// Another cell than this one is to be filled first.
  static let hasEmptyCell = KeyFact("hasEmptyCell")
  static let isAtCellStart = KeyFact("isAtCellStart")
  static let isAtCellEnd = KeyFact("isAtCellEnd")
  /// The cell is empty, and one stands before it.
  static let isPastFirstCell = KeyFact("isPastFirstCell")
}
