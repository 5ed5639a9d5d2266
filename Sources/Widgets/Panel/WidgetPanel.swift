import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// A widget that is open: the cursor, what is being typed, and the way back through its changes.
package struct WidgetPanel: Sendable {
  private static let deepest = 200

  /// What is shown now.
  package private(set) var widget: any Widget
  /// What it came with, for reset.
  package let original: Inputs
  /// Where the reader stands.
  package internal(set) var cursor: WidgetCursor
  /// The number or input that is being typed.
  package internal(set) var field: TextField?
  var isTypingInput = false
  private var past: [Inputs] = []
  /// Whether the reader predicts before results show.
  package internal(set) var isPredicting = false
  var isRevealed = false
  /// What the last guess was worth.
  var verdict: Judgement?
  /// How the last change was understood.
  private var note: String?
  /// Why what was typed could not be taken.
  private var problem: String?
  private var seed: UInt64 = 0
  private let firstCursor: WidgetCursor

  /// A widget with the inputs that it came with, and those that the reader left it with.
  package init(
    _ type: any Widget.Type, _ original: Inputs, draft: Draft? = nil
  ) throws(Diagnostic) {
    let fresh = try type.init(original)
    self.original = fresh.inputs
    widget = fresh
    cursor = fresh.firstCursor
    firstCursor = fresh.firstCursor
    seed = draft?.seed ?? 0
    if let draft, let drafted = try? type.init(draft.inputs) {
      widget = drafted
      cursor = draft.cursor
    }
    clamp()
  }

  var kind: any Widget.Type { type(of: widget) }
  private var view: WidgetView {
    WidgetView(cursor: cursor, isHidden: isPredicting && !isRevealed)
  }

  /// The keys that mean something here.
  package var keys: [KeyEntry] { Self.keys(of: kind) }
  /// What stands at the right of the title.
  package var status: String { isPredicting ? "\(widget.status)   predict" : widget.status }
  /// Whether there is more to compute, in slices.
  package var isWorking: Bool { widget.isWorking }
  /// Whether the reader has changed anything, be it only where they stand.
  package var isChanged: Bool { widget.inputs != original || cursor != firstCursor }
  /// Whether the numbers are not those that it came with.
  package var hasOwnNumbers: Bool { values(widget.inputs) != values(original) }
  /// What the widget holds now.
  package var inputs: Inputs { widget.inputs }

  /// The inputs without those that only say how they are looked at.
  private func values(_ inputs: Inputs) -> [Inputs.Entry] {
    let keys = kind.viewKeys
    return inputs.entries.filter { !keys.contains($0.key) }
  }

  // MARK: What is typed

  /// What stands before the field.
  package var fieldLabel: String {
    if isTypingInput { return "Input: " }
    if tables.indices.contains(cursor.area) {
      return tables[cursor.area].name(row: cursor.row, column: cursor.column) + ": "
    }
    return "Your guess: "
  }

  var tables: [InputTable] { widget.tables }

  /// The number of areas that Tab goes through.
  private var areas: [GridSize] {
    tables.map { GridSize(rows: $0.values.rows, columns: $0.values.columns) } + widget.results
  }

  mutating func clamp() {
    cursor.area = min(max(0, cursor.area), max(0, areas.count - 1))
    guard areas.indices.contains(cursor.area) else { return }
    cursor.row = min(max(0, cursor.row), max(0, areas[cursor.area].rows - 1))
    cursor.column = min(max(0, cursor.column), max(0, areas[cursor.area].columns - 1))
  }

  // MARK: Events

  /// Takes an event; what it asks for.
  package mutating func update(_ event: Event) -> [WidgetEffect] {
    if case .key = event { (problem, note) = (nil, nil) }
    if field != nil { return noting(updateField(event)) }
    switch event {
    case .pasted(let text):
      problem = nil
      return noting(paste(text))
    case .tick:
      widget.work()
      return []
    case .key(let key):
      if let action = kind.actions.action(for: key) { return perform(action) }
      if let action = Self.table.action(for: key) { return act(action) }
      if case .character(let character) = key, character.isNumber || "+-−.∞".contains(character) {
        return startTyping(String(character))
      }
    default: break
    }
    return []
  }

  /// A footer is too short for why a number could not be read: that stands below the numbers.
  private mutating func noting(_ effects: [WidgetEffect]) -> [WidgetEffect] {
    guard case .say(let text)? = effects.first else { return effects }
    problem = text
    return []
  }

  private mutating func perform(_ action: String) -> [WidgetEffect] {
    if isPredicting, !isRevealed, action == "next" {
      return [.say("Type a guess for the cell under the cursor first; g ends predicting")]
    }
    return attempt { (widget, cursor) throws(Diagnostic) in
      try widget.inputs(after: action, at: cursor)
    }
  }

  private mutating func act(_ action: Action) -> [WidgetEffect] {
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
    case .type: startInput("")
    case .words:
      guard kind.inputKeys.contains("words") else { return [.say("Rows have no names here")] }
      startInput("words = " + (widget.inputs["words"] ?? ""))
    case .addRow: return resize(.addRow)
    case .removeRow: return resize(.removeRow)
    case .addColumn: return resize(.addColumn)
    case .removeColumn: return resize(.removeColumn)
    case .random: return randomise(seed &+ 1)
    case .reset:
      let inputs = original
      return attempt { (_, _) throws(Diagnostic) in inputs }
    case .undo: return undo()
    case .guess: return togglePredicting()
    case .export:
      // What is exported is the whole of it, and not how far it has come.
      while widget.isWorking { widget.work() }
      return [.write(Export.files(widget))]
    case .list: return [.list]
    case .back: return [.back]
    }
    return []
  }

  mutating func randomise(_ number: UInt64) -> [WidgetEffect] {
    seed = number
    var generator = SeededGenerator(seed: number)
    let inputs = widget.inputs(random: &generator)
    return attempt { (_, _) throws(Diagnostic) in inputs } + [
      .say("Random numbers, seed \(number)")
    ]
  }

  // MARK: Moving

  mutating func move(rows: Int = 0, columns: Int = 0) {
    guard areas.indices.contains(cursor.area) else { return }
    verdict = nil
    let size = areas[cursor.area]
    let row = cursor.row + rows
    // Up and down go on into the next area.
    if row >= size.rows, cursor.area + 1 < areas.count {
      cursor.area += 1
      cursor.row = 0
    } else if row < 0, cursor.area > 0 {
      cursor.area -= 1
      cursor.row = areas[cursor.area].rows - 1
    } else {
      cursor.row = row
      cursor.column += columns
    }
    clamp()
  }

  private mutating func moveArea(_ step: Int) {
    guard !areas.isEmpty else { return }
    cursor = WidgetCursor(area: (cursor.area + step + areas.count) % areas.count)
    verdict = nil
  }

  // MARK: Changing

  private mutating func resize(_ change: Resizing) -> [WidgetEffect] {
    attempt { (widget, cursor) throws(Diagnostic) in
      try widget.inputs(resizing: change, at: cursor)
    }
  }

  /// Changes the inputs, or says why not; the old ones stay until the new ones are whole.
  mutating func attempt(
    _ change: (any Widget, WidgetCursor) throws(Diagnostic) -> Inputs
  ) -> [WidgetEffect] {
    do throws(Diagnostic) {
      let old = widget.inputs
      try take(try change(widget, cursor))
      note = widget.note(after: old)
      return []
    } catch { return [.say(error.message)] }
  }

  private mutating func take(_ inputs: Inputs) throws(Diagnostic) {
    let next = try kind.init(inputs)
    let old = widget.inputs
    guard next.inputs != old else { return }
    let isResult = cursor.area >= tables.count
    let fromEnd = areas.count - cursor.area
    if values(next.inputs) != values(old) { past.append(old) }
    if past.count > Self.deepest { past.removeFirst() }
    widget = next
    if isResult { cursor.area = max(tables.count, areas.count - fromEnd) }
    isRevealed = false
    verdict = nil
    clamp()
  }

  private mutating func undo() -> [WidgetEffect] {
    guard var last = past.popLast() else { return [.say("There is nothing to take back")] }
    for key in kind.viewKeys { last[key] = widget.inputs[key] }
    guard let old = try? kind.init(last) else { return [] }
    widget = old
    isRevealed = false
    verdict = nil
    clamp()
    return []
  }

  /// Begins to predict; hides again what a guess has shown; ends where nothing was guessed.
  private mutating func togglePredicting() -> [WidgetEffect] {
    let guessesAgain = isPredicting && isRevealed
    if !isPredicting || guessesAgain {
      guard widget.judge(0, at: WidgetCursor(area: tables.count)) != nil else {
        return [.say("There is nothing to guess here")]
      }
      if cursor.area < tables.count { cursor = WidgetCursor(area: tables.count) }
    }
    isPredicting = !isPredicting || guessesAgain
    isRevealed = false
    verdict = nil
    return isPredicting ? [.say("Results are hidden: type what you expect; g shows them")] : []
  }

  // MARK: Showing

  /// Draws it.
  package func draw(on canvas: inout Canvas, in area: Rect, ascii: Bool) {
    let margin = area.columns >= 20 ? 1 : 0
    let width = min(area.columns - margin, 132)
    guard width > 0, area.rows > 0 else { return }
    for (row, line) in lines(width: width, height: area.rows, ascii: ascii).enumerated() {
      canvas.put(line.prefix(width), column: area.column + margin, row: area.row + row)
      if let column = line.prefix(width).firstIndex(where: {
        $0.style.attributes.contains(.selected)
      }) {
        canvas.cursor = Point(column: area.column + margin + column, row: area.row + row)
      }
    }
  }

  private func lines(width: Int, height: Int, ascii: Bool) -> [[Cell]] {
    var view = view
    view.ascii = ascii
    return BlockLayout.lines(blocks(view), width: width, height: height, ascii: ascii)
  }

  private func blocks(_ view: WidgetView) -> [WidgetBlock] {
    var blocks = widget.blocks(view)
    let isRight = problem == nil && verdict?.isRight == true
    let lines = problem.map { [$0] } ?? verdict?.lines(view.numbers) ?? []
    if let first = lines.first {
      blocks.append(
        .text(
          [(view.ascii ? "" : isRight ? "✓ " : "✗ ") + first] + lines.dropFirst(),
          Style(isRight ? .good : .bad, .bold), rank: 0))
    } else if let note {
      blocks.append(.text([note], Style(.accent), rank: 0))
    } else if view.isHidden, cursor.area >= tables.count {
      let hint = widget.guessHint(at: cursor).map { [$0] } ?? []
      blocks.append(.text(["What do you expect here? Type a number and Enter."] + hint, rank: 1))
    }
    return blocks
  }

  /// Everything that it shows, as lines of text.
  package var transcript: [String] { BlockLayout.transcript(blocks(view)) }

  // MARK: Keeping

  /// What is to be kept until the reader comes back.
  package var draft: Draft {
    Draft(origin: original, inputs: widget.inputs, cursor: cursor, seed: seed)
  }
}
