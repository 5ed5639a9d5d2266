import Formulas
import Notes
import Numerics
import TextUI

/// A widget that is open: the cursor, what is being typed, and the way back through its changes.
struct Panel<W: Widget>: WidgetPanel {
  /// What is being typed.
  enum Typing {
    /// A number, or a guess at one, in the cell under the cursor.
    case number(TextField)
    /// A line `key = value`.
    case input(TextField)
  }

  /// What is shown now.
  private(set) var widget: W
  /// What it came with, for reset.
  private let original: W.Parameters
  private let firstCursor: W.Cursor
  private(set) var cursor: W.Cursor
  private(set) var typing: Typing?
  private(set) var prediction = Prediction()
  private var history = History<W.Parameters>()
  private var shelf = RecordShelf<W.Record>()
  /// Whether the reader stopped the computation.
  private var isPaused = false
  private(set) var isPlaying = false
  /// Whether the files are to be written once everything is computed.
  private var awaitsExport = false
  /// How the last change was understood.
  private(set) var note: String?
  /// Why what was typed could not be taken.
  private(set) var problem: String?
  private var seed: UInt64 = 0

  init(_ fresh: W, draft: Draft? = nil) {
    original = fresh.parameters
    widget = fresh
    firstCursor = fresh.firstCursor
    cursor = firstCursor
    guard let draft else { return }
    seed = draft.seed
    guard let drafted = try? W(draft.inputs) else { return }
    widget = drafted
    cursor = Moving(drafted).cursor(at: draft.place) ?? drafted.firstCursor
  }

  var status: String { prediction.isOn ? "\(widget.status)   predict" : widget.status }
  var summary: [[String]] { widget.summary }
  var isWorking: Bool { !isPaused && !widget.record.isComplete }
  var isChanged: Bool { widget.parameters != original || cursor != firstCursor }
  var hasOwnNumbers: Bool { widget.seen(original) != widget.parameters }
  var inputs: Inputs { widget.inputs }
  var draft: Draft {
    Draft(
      origin: W.inputs(of: original), inputs: widget.inputs,
      place: Moving(widget).place(of: cursor), seed: seed)
  }

  /// The table that the cursor stands in; nil on a result.
  var table: InputTable? { widget.table(in: cursor.area) }

  // MARK: Events

  mutating func update(_ event: Event) -> [WidgetEffect] {
    if case .key = event { (problem, note) = (nil, nil) }
    if event == .tick {
      // What is computed goes on while something is typed.
      if isWorking { widget.record.advance() }
      if isPlaying { playOn() }
      return awaitsExport && widget.record.isComplete ? export() : []
    }
    if typing != nil { return noting(type(event)) }
    switch event {
    case .pasted(let text):
      problem = nil
      return noting(paste(text))
    case .key(let key):
      if let action = ownKeys.action(for: key) { return perform(action) }
      if W.actions.contains(where: { $0.keys.contains(key) }) { return [] }
      if key == .escape, let dismissed = widget.dismissed {
        isPlaying = true
        return change { (_, _) throws(InputProblem) in dismissed }
      }
      if let action = W.panelKeys.action(for: key) { return act(action) }
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

  mutating func perform(_ action: W.Action) -> [WidgetEffect] {
    if prediction.isHiding, action == W.nextStep {
      return [.say("Type a guess for the cell under the cursor first; g ends predicting")]
    }
    // Whatever its keys do, they stop what moves.
    let plays = !isPlaying && widget.plays(after: action)
    isPlaying = false
    let effects = widget.effects(of: action, at: cursor)
    let said = change { (widget, cursor) throws(InputProblem) in
      try widget.changed(by: action, at: cursor)
    }
    isPlaying = plays
    return effects + said
  }

  private mutating func playOn() {
    if let next = widget.next.flatMap({ try? W($0) }) { show(next) } else { isPlaying = false }
  }

  // MARK: Moving

  mutating func move(rows: Int = 0, columns: Int = 0) {
    cursor = Moving(widget).moved(cursor, rows: rows, columns: columns)
    prediction.forgetVerdict()
  }

  mutating func moveArea(_ step: Int) {
    cursor = Moving(widget).area(step, from: cursor)
    prediction.forgetVerdict()
  }

  /// Goes to a cell; false where there is none.
  mutating func go(to wanted: W.Cursor, exactly: Bool) -> Bool {
    guard let found = Moving(widget).clamped(wanted), !exactly || found == wanted else {
      return false
    }
    cursor = found
    return true
  }

  // MARK: Changing

  /// Changes the parameters, or says why not; the old ones stay until the new ones are whole.
  mutating func change(
    _ changed: (W, W.Cursor) throws(InputProblem) -> W.Parameters
  ) -> [WidgetEffect] {
    let old = widget.parameters
    do throws(InputProblem) {
      let parameters = try changed(widget, cursor)
      guard parameters != old else { return [] }
      try show(W(checking: parameters))
    } catch { return [.say(error.message)] }
    if widget.seen(old) != widget.parameters { history.add(old) }
    note = widget.note(after: old)
    return []
  }

  mutating func undo() -> [WidgetEffect] {
    guard let last = history.takeBack() else { return [.say("There is nothing to take back")] }
    if let old = try? W(checking: widget.seen(last)) { show(old) }
    return []
  }

  mutating func reset() -> [WidgetEffect] {
    let original = original
    return change { (_, _) throws(InputProblem) in original }
  }

  /// Random numbers: those of a seed, or of the next one.
  mutating func randomise(_ number: UInt64? = nil) -> [WidgetEffect] {
    let seed = number ?? seed &+ 1
    self.seed = seed
    var generator = SeededGenerator(seed: seed)
    let random = widget.random(using: &generator)
    return change { (_, _) throws(InputProblem) in random } + [
      .say("Random numbers, seed \(seed)")
    ]
  }

  /// Puts another widget in the place of this one; its record goes on where one of the same recipe
  /// stopped.
  private mutating func show(_ next: W) {
    let old = widget.record
    var next = next
    if next.record.recipe == old.recipe {
      next.record = old
    } else {
      shelf.keep(old)
      if let kept = shelf.take(next.record.recipe) {
        next.record = kept
      } else {
        next.record.adopt(old)
      }
      (isPaused, awaitsExport) = (false, false)
    }
    widget = next
    cursor = Moving(next).clamped(cursor) ?? next.firstCursor
    prediction.hide()
  }

  /// Computes all that there is to compute.
  mutating func finish() { while !widget.record.isComplete { widget.record.advance() } }

  /// What is exported is the whole of it, and not how far it has come.
  mutating func export() -> [WidgetEffect] {
    awaitsExport = !widget.record.isComplete
    guard awaitsExport else { return [.write(Export.files(widget))] }
    isPaused = false
    return [.say("It is written as soon as everything is computed")]
  }

  /// Stops computing, or goes on.
  mutating func pause() -> [WidgetEffect] {
    if widget.record.isComplete { return [.say("Everything is computed")] }
    isPaused.toggle()
    return [.say(isPaused ? "Stopped; Space goes on" : "Computing")]
  }

  // MARK: Predicting

  mutating func togglePrediction() -> [WidgetEffect] {
    if !prediction.isHiding, !canBeGuessed(cursor) {
      guard let first = Moving(widget).cells.first(where: canBeGuessed) else {
        return [.say("There is nothing to guess here")]
      }
      cursor = first
    }
    prediction.toggle()
    return prediction.isOn ? [.say("Results are hidden: type what you expect; g shows them")] : []
  }

  private func canBeGuessed(_ cell: W.Cursor) -> Bool {
    widget.table(in: cell.area) == nil && widget.judge(0, at: cell) != nil
  }

  mutating func reveal(_ verdict: Judgement) { prediction.reveal(verdict) }

  // MARK: Typing

  mutating func begin(_ typing: Typing) { self.typing = typing }

  /// Ends typing; what was typed.
  mutating func endTyping() -> Typing? {
    defer { typing = nil }
    return typing
  }

  mutating func edit(_ event: Event) {
    switch typing {
    case .number(var field):
      _ = field.update(event)
      typing = .number(field)
    case .input(var field):
      _ = field.update(event)
      typing = .input(field)
    case nil: break
    }
  }
}
