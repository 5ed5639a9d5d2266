import Formulas
import Notes
import TextUI

/// What keys do in every widget.
enum PanelAction: Equatable {
  case left, right, up, down, first, last, pageUp, pageDown, goTo, nextArea, previousArea, edit,
    number(Character), type,
    words
  case addRow, removeRow, addColumn, removeColumn
  case random, fit, undo, reset, guess, pause, export, list, lesson, back
}

extension KeyScope {
  package static func widget(_ name: String) -> KeyScope {
    KeyScope("widget.\(name)", "Widget \(name)")
  }
}

extension KeyFact {
  /// A number may be typed here: over an input, or as a guess.
  static let takesNumber = KeyFact("takesNumber")
  /// What is typed here is a guess.
  static let isAGuess = KeyFact("isAGuess")
  /// A digit leads to the step that bears it.
  static let leadsToSteps = KeyFact("leadsToSteps")
  /// Results are hidden until one is guessed.
  static let isGuessing = KeyFact("isGuessing")
  /// Something moves when the step is played from the cell under the cursor.
  static let playsStep = KeyFact("playsStep")
  /// No step comes after this one.
  static let isAtLast = KeyFact("isAtLast")
  static let hasAreas = KeyFact("hasAreas")
  /// Some of what it shows finds no room.
  static let hasRest = KeyFact("hasRest")
  /// Whether files would tell what is still to be guessed.
  static let isKeptFromFiles = KeyFact("isKeptFromFiles")
  /// In a table of very many rows, PgDn moves by ten of them.
  static let movesRows = KeyFact("movesRows")
  /// It is gone through page by page.
  static let isPaging = KeyFact("isPaging")
  static let isOnLastPage = KeyFact("isOnLastPage")
  /// The table under the cursor has more rows or columns than one goes through cell by cell.
  static let isLarge = KeyFact("isLarge")
  /// Its areas are heads of a model.
  static let hasHeads = KeyFact("hasHeads")
  static let isPaused = KeyFact("isPaused")
  /// A lesson explains what is shown.
  static let hasLesson = KeyFact("hasLesson")
  static let isWorking = KeyFact("isWorking")
  /// It moves on by itself.
  static let isRolling = KeyFact("isRolling")
}

extension Widget {
  /// Its own keys.
  static var ownKeys: KeyTable<Action> { KeyTable(.widget(name), actions) }

  /// All keys, whatever its state, its own ones first.
  package static var keys: [Shortcut] { ownKeys.all + panelKeys.all.without(takenKeys) }

  /// Those of its own keys; what else they mean in every widget they do not mean in this one.
  static var takenKeys: [Key] { actions.flatMap(\.keys) }
  /// What it came with, in a word or two.
  static var ownInput: String { mainInput.map { "the \($0)" } ?? "the numbers" }
  /// Whether any of its inputs stand in a table.
  static var hasTables: Bool { fields.contains { $0.area != nil } }

  /// The keys of every widget, as far as they mean something in this one.
  static var panelKeys: KeyTable<PanelAction> {
    var rows = moving + paging + (hasTables ? [goingTo] + typing : []) + [wholeInput]
    if field("words") != nil {
      rows.append(
        KeyBinding([.character("W")], "words", "type the names of the rows", .words))
    }
    rows += changing
    if hasGuesses {
      rows.append(
        KeyBinding(
          [.character("g")], "guess",
          "predict first: results stay hidden until you type a guess",
          footer: .at(11, "guess first").saying("show all", when: .isGuessing, at: 3), .guess))
    }
    if Record.self != NoRecord.self {
      rows.append(
        KeyBinding(
          [.character(" ")], "pause", "stop computing, or go on",
          footer: .at(5, "stop", when: .when(.isWorking)).saying("go on", when: .isPaused), .pause))
    }
    return KeyTable(.widget(name), rows + leaving)
  }

  private static var moving: [KeyBinding<PanelAction>] {
    [
      KeyBinding(
        [.left], "left", "a cell to the left",
        footer: .at(3, "cell").beside(.down, .up, .right), .left),
      KeyBinding([.right], "right", "a cell to the right", .right),
      KeyBinding([.up], "up", "a cell up", .up),
      KeyBinding([.down], "down", "a cell down", .down),
      KeyBinding([.home], "first", "the first cell of the row", .first),
      KeyBinding([.end], "last", "the last cell of the row", .last),
      KeyBinding(
        [.tab], "area", "to the next table or grid",
        footer: .at(4, "table", when: .when(.hasAreas)).saying("next head", when: .hasHeads)
          .short("table"),
        .nextArea),
      KeyBinding([.backTab], "area-back", "to the table or grid before", .previousArea),
    ]
  }

  private static var paging: [KeyBinding<PanelAction>] {
    [
      KeyBinding(
        [.pageUp], "page-up",
        hasTables ? "a page back, or in a table of 100 rows or more ten rows up" : "a page back",
        footer: .at(2, "a page back", when: .when(.isOnLastPage)), .pageUp),
      KeyBinding(
        [.pageDown], "page",
        hasTables
          ? "what finds no room, page by page; in a table of 100 rows or more first ten rows down"
          : "what finds no room, page by page",
        footer: .at(2, "the rest", when: .when(.hasRest)).saying("go on", when: .isPaging)
          .saying("ten rows", when: .movesRows).short("rest"), .pageDown),
    ]
  }

  private static var goingTo: KeyBinding<PanelAction> {
    KeyBinding(
      [.character(":")], "go-to", "go to a cell: type its row and column",
      footer: .at(4, "go to", when: .when(.isLarge)), .goTo)
  }

  private static var typing: [KeyBinding<PanelAction>] {
    [
      KeyBinding(
        [.enter], "edit",
        "type over the number under the cursor; Backspace edits it"
          + (hasMotion ? ". On a result, play the step" : ""),
        footer: .at(3, "play", when: .when(.playsStep)), .edit),
      KeyBinding.each(
        "0123456789+-−.∞", "number", "type over the number under the cursor",
        footer: .at(3, "type over", when: .when(.takesNumber)).saying("guess", when: .isAGuess)
          .short("type"), when: .unless(.leadsToSteps)
      ) { .number($0) },
    ]
      + (nextStep == nil
        ? []
        : [
          KeyBinding.each(
            "1234567890+-−.∞", "go-to-step", "on a result, go to the step of that number",
            footer: .at(5, "go to step").short("step"), when: .when(.leadsToSteps)
          ) { .number($0) }
        ])
  }

  private static var wholeInput: KeyBinding<PanelAction> {
    if let input = mainInput {
      return KeyBinding(
        [.character("=")], "type", "type the \(input), or another input in its place",
        footer: .at(inputRank, "type a \(input)", when: .unless(.isAsking)), .type)
    }
    return hasTables
      ? KeyBinding(
        [.character("=")], "type",
        "type an input as a whole, such as Q = 1 0; 0 1; what programs print can be pasted",
        footer: .at(14, "type a table"), .type)
      : KeyBinding(
        [.character("=")], "type", "type an input, such as \(sample(initial))",
        footer: .at(14, "type an input", when: .unless(.isAsking)), .type)
  }

  private static var changing: [KeyBinding<PanelAction>] {
    let size: [KeyBinding<PanelAction>] = [
      KeyBinding([.character("a")], "add", "add a row, or an entry", .addRow),
      KeyBinding([.character("d")], "remove", "take the row or entry away", .removeRow),
      KeyBinding([.character("A")], "add-column", "add a column", .addColumn),
      KeyBinding([.character("D")], "remove-column", "take the column away", .removeColumn),
    ]
    var rows =
      (hasTables && hasResizing ? size : []) + [
        KeyBinding(
          [.character("r")], "random",
          mainInput.map { "another \($0), the next seed each time" }
            ?? "random numbers, the next seed each time",
          footer: .at(8, when: .unless(.isAsking)), .random)
      ]
    if hasFit {
      rows.append(
        KeyBinding(
          [.character("f")], "fit",
          "make the other inputs fit what was typed: cut off, or filled up with 0", .fit))
    }
    return rows + [
      KeyBinding(
        [.character("u")], "undo", "take the last change back",
        footer: .at(10, when: .when(.canUndo)), .undo),
      KeyBinding([.character("R")], "reset", "\(ownInput) it came with", .reset),
    ]
  }

  private static var leaving: [KeyBinding<PanelAction>] {
    [
      KeyBinding(
        [.character("e")], "export", "write JSON, Markdown and a NumPy script here",
        footer: .at(12, when: .unless(.isKeptFromFiles)).saying("export", when: .isAtLast, at: 5),
        .export),
      KeyBinding([.character("w")], "widgets", "all widgets", .list),
      KeyBinding(
        [.character("o")], "lesson", "the lesson that explains what is shown",
        when: .when(.hasLesson),
        .lesson),
      KeyBinding(
        [.character("q"), .backspace, .escape], "back", "back to where it was opened",
        footer: .out("back"),
        .back),
    ]
  }
}

extension Panel {
  var keys: [Shortcut] {
    guard typing == nil else { return TypingAction.table.shortcuts(given: typingFacts) }
    let facts = facts
    return W.ownKeys.shortcuts(
      given: facts, choosingFrom: widget.choiceCount, offers: isOffered)
      + W.panelKeys.shortcuts(given: facts).without(W.takenKeys)
  }

  var facts: Set<KeyFact> {
    .those([
      .takesNumber: table != nil || takesGuess, .isAGuess: takesGuess,
      .leadsToSteps: leadsToSteps, .playsStep: canPlay && table == nil,
      .hasRest: page == 0 ? hasRest : page < pages,
      .movesRows: movedByRows(1) != nil, .isPaging: page > 0,
      .isOnLastPage: page > 0 && page >= pages,
      .isAtLast: isAtLast,
      .isKeptFromFiles: prediction.isOn || widget.whyNotExported != nil,
      .isGuessing: prediction.isOn, .isAsking: prediction.isOn,
      .hasAreas: widget.areas.count > 1 && widget.dismissed == nil,
      .canUndo: canUndo && widget.dismissed == nil,
      .isPaused: isPaused, .isLarge: isLarge, .hasLesson: lesson != nil,
      .isWorking: !widget.record.isComplete, .isRolling: isRolling,
    ]).union(widget.facts)
  }

  var escapesWithin: Bool { typing == nil && (widget.dismissed != nil || page > 0) }

  private var isAtLast: Bool {
    !prediction.isOn && W.nextStep.map { !widget.offers($0, at: cursor) } ?? false
  }

  /// Whether a guess can be typed at the cursor.
  private var takesGuess: Bool { prediction.isOn && canBeGuessed(cursor) }

  var isLarge: Bool {
    let size = widget.size(of: cursor.area)
    return max(size.rows, size.columns) > 16
  }

  /// Whether a digit leads to the step that bears it.
  private var leadsToSteps: Bool {
    table == nil && !prediction.isOn && W.nextStep != nil && widget.atStage(1) != nil
  }

  /// A key that would change nothing, or is refused, is not offered.
  private func isOffered(_ action: W.Action) -> Bool {
    // Nor is one that takes the guesses away.
    let isKept = W.actions.contains {
      $0.actions.contains(action)
        && $0.keys.allSatisfy { prediction.isOn && isNoWayOn($0) || isKeptBack($0) }
    }
    return !isKept && !isAtRest(action) && !isWaitingForGuess(before: action)
      && widget.offers(action, at: cursor)
  }

  mutating func act(_ action: PanelAction) -> [WidgetEffect] {
    switch action {
    case .up:
      move(rows: -1)
      followMark()
    case .down:
      move(rows: 1)
      followMark()
    case .left: move(columns: -1)
    case .right: move(columns: 1)
    case .first: move(columns: -1000)
    case .last: move(columns: 1000)
    case .pageUp: turnPage(by: -1)
    case .pageDown: turnPage(by: 1)
    case .goTo:
      begin(.input(TextField("cell " + (table.map { $0.key(row: cursor.row) + " " } ?? ""))))
    case .nextArea:
      moveArea(1)
      followMark()
    case .previousArea:
      moveArea(-1)
      followMark()
    case .edit: return startTyping("")
    case .number(let character): return startTyping(String(character))
    case .type:
      let start = droppedLine.isEmpty ? W.mainInput.map { "\($0) = " } ?? "" : droppedLine
      begin(.input(TextField(start)))
      (isLineOffered, droppedLine) = (!droppedLine.isEmpty, "")
    case .words: begin(.input(TextField("words = " + (inputs["words"] ?? ""))))
    case .addRow: return resize(.addRow)
    case .removeRow: return resize(.removeRow)
    case .addColumn: return resize(.addColumn)
    case .removeColumn: return resize(.removeColumn)
    case .random: return randomise()
    case .reset: return reset()
    case .fit: return fit()
    case .undo: return undo()
    case .guess: return togglePrediction()
    case .pause: return pause()
    case .export: return export()
    case .list: return leave(.list)
    case .lesson: return lesson == nil ? [] : leave(.lesson)
    case .back: return leave(.back)
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
    _ = whole.change { (widget, _) throws(InputProblem) in widget.exported }
    return Export.files(whole.widget, at: whole.cursor)
  }
}

extension Key {
  /// The digit that a full-width one is, as keyboards for East Asian text type it.
  var ofNumber: Key {
    guard case .character(let character) = self, character.isNumber, !character.isASCII,
      let digit = character.wholeNumberValue, (0...9).contains(digit)
    else { return self }
    return .character(Character("\(digit)"))
  }
}
