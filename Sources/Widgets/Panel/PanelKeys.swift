import Notes
import TextUI

/// What keys do in every widget.
enum PanelAction: CaseIterable, Equatable {
  case left, right, up, down, first, last, nextArea, previousArea, edit, type, words
  case addRow, removeRow, addColumn, removeColumn
  case random, undo, reset, guess, pause, export, list, back
}

extension Widget {
  static var panelKeys: [KeyRow<PanelAction>] {
    PanelAction.allCases.filter(takes).map(row)
  }

  /// All keys, its own ones first.
  package static var keys: [KeyEntry] { keys(actions) }

  /// These keys of its own, and those of the panel that none of all its own takes.
  static func keys(_ own: [KeyRow<Action>]) -> [KeyEntry] {
    let taken = actions.flatMap(\.keys)
    return own.map(\.entry)
      + panelKeys.compactMap { row in
        let free = row.keys.filter { !taken.contains($0) }
        return free.isEmpty
          ? nil : KeyEntry(keys: free, word: row.word, help: row.help, footer: row.footer)
      }
  }

  private static func takes(_ action: PanelAction) -> Bool {
    switch action {
    case .edit, .addRow, .removeRow, .addColumn, .removeColumn:
      fields.contains { $0.area != nil }
    case .words: field("words") != nil
    case .guess: hasGuesses
    case .pause: Record.self != NoRecord.self
    default: true
    }
  }

  private static func row(_ action: PanelAction) -> KeyRow<PanelAction> {
    func row(
      _ keys: Key..., word: String, _ help: String, footer: Int? = nil
    ) -> KeyRow<PanelAction> {
      KeyRow(keys, word, help, footer: footer, action)
    }
    return switch action {
    case .left: row(.left, word: "left", "a cell to the left")
    case .right: row(.right, word: "right", "a cell to the right")
    case .up: row(.up, word: "up", "a cell up")
    case .down: row(.down, word: "down", "a cell down")
    case .first: row(.home, word: "first", "the first cell of the row")
    case .last: row(.end, word: "last", "the last cell of the row")
    case .nextArea: row(.tab, word: "area", "to the next table or grid", footer: 3)
    case .previousArea: row(.backTab, word: "area-back", "to the table or grid before")
    case .edit:
      row(
        .enter, word: "edit", "type over the number under the cursor; a digit does too", footer: 7)
    case .type:
      row(.character("="), word: "type", "type an input as a whole, such as Q = 1 0; 0 1")
    case .words: row(.character("W"), word: "words", "type the names of the rows")
    case .addRow: row(.character("a"), word: "add", "add a row, or an entry")
    case .removeRow: row(.character("d"), word: "remove", "take the row or entry away")
    case .addColumn: row(.character("A"), word: "add-column", "add a column")
    case .removeColumn: row(.character("D"), word: "remove-column", "take the column away")
    case .random:
      row(
        .character("r"), word: "random", "random numbers, the next seed each time", footer: 8)
    case .undo: row(.character("u"), word: "undo", "take the last change back", footer: 10)
    case .reset: row(.character("R"), word: "reset", "the numbers it came with")
    case .guess:
      row(
        .character("g"), word: "guess",
        "predict first: results stay hidden until you type a guess", footer: 11)
    case .pause: row(.character(" "), word: "pause", "stop computing, or go on", footer: 5)
    case .export:
      row(
        .character("e"), word: "export", "write JSON, Markdown and a NumPy script here", footer: 12)
    case .list: row(.character("w"), word: "widgets", "all widgets")
    case .back:
      row(.character("q"), .backspace, .escape, word: "back", "back to the lesson", footer: 4)
    }
  }
}

extension Panel {
  var keys: [KeyEntry] {
    // There is nowhere to go where there is one area alone.
    let isAlone = widget.areas.count == 1
    return W.keys(ownKeys).filter { !isAlone || !["area", "area-back"].contains($0.word) }
  }
  /// Those of the widget that mean something now.
  var ownKeys: [KeyRow<W.Action>] { W.actions.filter { widget.offers($0.action) } }

  mutating func act(_ action: PanelAction) -> [WidgetEffect] {
    switch action {
    case .up: move(rows: -1)
    case .down: move(rows: 1)
    case .left: move(columns: -1)
    case .right: move(columns: 1)
    case .first: move(columns: -1000)
    case .last: move(columns: 1000)
    case .nextArea: moveArea(1)
    case .previousArea: moveArea(-1)
    case .edit: return startTyping("")
    case .type: begin(.input(TextField("")))
    case .words: begin(.input(TextField("words = " + (inputs["words"] ?? ""))))
    case .addRow: return resize(.addRow)
    case .removeRow: return resize(.removeRow)
    case .addColumn: return resize(.addColumn)
    case .removeColumn: return resize(.removeColumn)
    case .random: return randomise()
    case .reset: return reset()
    case .undo: return undo()
    case .guess: return togglePrediction()
    case .pause: return pause()
    case .export: return export()
    case .list: return [.list]
    case .back: return [.back]
    }
    return []
  }

  private mutating func resize(_ change: Resizing) -> [WidgetEffect] {
    self.change { (widget, cursor) throws(InputProblem) in
      try widget.resized(by: change, at: cursor)
    }
  }

  var files: [ExportFile] {
    var whole = self
    whole.finish()
    return Export.files(whole.widget)
  }
}
