import Basics
import Formulas
import Notes
import Numerics
import TextUI

/// A widget that is open: the cursor, what is being typed, and its undo history.
///
/// The file is longer than others because all that changes its state stands here, out of reach of what
/// lies around it.
struct Panel<W: Widget>: WidgetPanel {
  /// What is being typed.
  enum Typing {
    /// A number, or a guess at one, in the cell under the cursor.
    case number(TextField)
    /// A line `key = value`.
    case input(TextField)

    var isNumber: Bool { if case .number = self { true } else { false } }

    /// The same with another text.
    func holding(_ field: TextField) -> Typing { isNumber ? .number(field) : .input(field) }
  }

  /// What is shown now.
  private(set) var widget: W
  /// What it came with, for reset.
  private let original: W.Parameters
  /// The same as drafts write it: once, as that takes long for large tables.
  private let origin: Inputs
  private let firstCursor: W.Cursor
  /// Whether its numbers are those of a place in a model, which other pictures show too.
  private let isOfAModel: Bool
  private(set) var cursor: W.Cursor
  private(set) var typing: Typing?
  private(set) var prediction = Prediction<W.Area>()
  private var history = History<W.Parameters>()
  private var shelf = RecordShelf<W.Record>()
  /// Whether the reader stopped the computation.
  private(set) var isPaused = false
  /// Whether the files are to be written once everything is computed.
  private var awaitsExport = false
  /// Whether it was said that they are not.
  private var hasWarned = false
  /// The number and title of the lesson that explains what is shown.
  var lesson: String? { didSet { if lesson != oldValue { redraw() } } }
  /// How the last change was understood.
  var note: String?
  /// What was typed and does not fit yet.
  var waiting: Waiting? { didSet { revision += 1 } }
  /// What waited before the event that is dealt with: taking back brings it back.
  private var waitingBefore: Waiting?
  /// The line of inputs that were dropped, until the next one is typed.
  var droppedLine = ""
  /// Whether the line was put there to be taken again: what is typed first takes its place.
  var isLineOffered = false
  /// How often what is to be kept at once has changed.
  private(set) var revision = 0
  /// Why what was typed could not be taken.
  private(set) var problem: String?
  private var seed: UInt64 = 0
  /// The widget before the last change, and where the cursor stood then: what moved is marked until the
  /// next one.
  private var lastChange: (before: W, cursor: W.Cursor)?
  /// How much of the step that is played has moved.
  private(set) var frame: Int?
  /// Where what is played began, where that was a change.
  private(set) var beginning: W?
  /// Whether it moves on by itself, picture after picture.
  private(set) var isRolling = false
  /// Whether what was done last took an answer to its question, but not by Enter.
  private var hasAnswered = false
  var isStill = true
  var isLinear = false
  var ascii = false { didSet { redraw() } }
  /// The room for its picture, where that is known.
  private(set) var room: Size?
  /// The page that is shown of all that it shows; 0 while it is laid out for its room.
  private(set) var page = 0
  /// What is drawn of it as it stands, which its keys depend on too.
  private(set) var drawn = Memo<Size, BlockLayout.Picture>()
  private(set) var drawnPages = Memo<Size, [[[Cell]]]>()

  /// As it opens: with the cursor where it is asked to stand, results hidden where they are to be guessed,
  /// or as a draft has it.
  init(
    _ fresh: W, at place: W.Cursor? = nil, isGuessing: Bool = false, isOfAModel: Bool = false,
    draft: Draft? = nil
  ) {
    self.isOfAModel = isOfAModel
    original = fresh.parameters
    origin = W.inputs(of: original)
    widget = fresh
    firstCursor = place ?? fresh.firstCursor
    cursor = firstCursor
    if isGuessing { _ = togglePrediction() }
    guard let draft else { return }
    seed = draft.seed
    guard let drafted = try? W(draft.inputs) else { return }
    widget = drafted
    cursor = Moving(drafted).cursor(at: draft.place) ?? drafted.firstCursor
    hold(draft.waiting)
    if hasOwnNumbers {
      note =
        isOfAModel
        ? "\(changedInputs.joined(separator: ", ")) as you left it: \(KeyMention.of("reset")) brings back what the model has"
        : "As you left it; \(KeyMention.of("reset")) brings back \(W.ownInput) that it came with"
    }
  }

  /// What the numbers are compared with. At another input than the one that was changed, marks say what
  /// depends on that.
  var before: W? {
    table == nil || lastChange?.cursor == cursor ? lastChange?.before : nil
  }
  var canUndo: Bool { !history.isEmpty }
  var status: String {
    // What was opened from a map is no longer what the map shows.
    (isOfAModel && hasOwnNumbers ? "changed   " : "") + widget.status
      + (prediction.isOn ? "   predict" : "")
  }
  /// The inputs that are not what it came with, but for the step that is shown.
  private var changedInputs: [String] {
    let inputs = widget.inputs
    return W.inputKeys.filter { $0 != "step" && inputs[$0] != origin[$0] }
  }
  var progress: Double? { widget.progress }
  var isWorking: Bool { !isPaused && !widget.record.isComplete }
  var isChanged: Bool {
    widget.parameters != original || cursor != firstCursor || waiting != nil
  }
  var hasOwnNumbers: Bool { widget.seen(original) != widget.parameters }
  var inputs: Inputs { widget.inputs }
  var draft: Draft {
    Draft(
      origin: origin, inputs: widget.inputs,
      place: Moving(widget).place(of: cursor), seed: seed, waiting: waiting?.kept ?? Inputs())
  }

  /// The table that the cursor stands in; nil on a result.
  var table: InputTable? { widget.table(in: cursor.area) }

  // MARK: Events

  mutating func update(_ event: Event) -> [WidgetEffect] {
    defer { redraw() }
    return spoken(react(to: event))
  }

  /// Ends what an event brought: what was drawn is no more.
  mutating func redraw() {
    (drawn, drawnPages) = (Memo(), Memo())
    waitingBefore = waiting
  }

  private mutating func react(to event: Event) -> [WidgetEffect] {
    let wasRolling = isRolling
    if case .resized(let size) = event {
      (room, page) = (size, 0)
      return []
    }
    if case .key(let key) = event {
      let wasPaging = page > 0
      let turnsPage = key == .pageDown || key == .pageUp
      // Where its question is out of sight, the first key leads back to it, and answers nothing.
      if wasPaging, !turnsPage, typing == nil, widget.asksNow, !showsQuestion {
        page = 0
        return []
      }
      // Nor is a head opened that is on another page.
      if wasPaging, key == .enter, typing == nil, widget.facts.contains(.hasHeads), !showsMark,
        let marked = pageOfMark
      {
        page = marked
        return []
      }
      if !turnsPage, !staysOnPage(key) { page = 0 }
      // They lead back to the figure before they lead out.
      if wasPaging, typing == nil, key == .escape || key == .backspace { return [] }
      // Who chose by a digit may press Enter too, to say so: it takes nothing, and opens nothing.
      let confirms = hasAnswered && key == .enter && typing == nil
      hasAnswered = false
      if confirms { return [.say(confirmation)] }
      let isTold = problem != nil || typing == nil && prediction.verdict != nil
      // What is told now is on a page too.
      if !turnsPage { (problem, note) = (nil, nil) }
      if key == .escape { prediction.forgetVerdict() }
      // Esc closes what was said, and what was kept, before it leaves.
      if key == .escape, typing == nil, !isPlaying, isTold || waiting != nil {
        return isTold ? [] : drop()
      }
      // Any key ends what is played; the one that began it does no more than that.
      isRolling = false
      if frame != nil {
        (frame, beginning) = (nil, nil)
        if key == .enter { return [] }
      }
    }
    if event == .tick {
      // What is computed goes on while something is typed.
      if isWorking { widget.record.advance() }
      if isStill { rollToTheEnd() }
      return awaitsExport && widget.record.isComplete ? export() : []
    }
    if typing != nil { return noting(type(event)) }
    switch event {
    case .pasted(let text):
      problem = nil
      return noting(paste(text))
    case .key(let key):
      // It mends a number before it leads out.
      if key == .backspace, table != nil || asksForGuess { return correct() }
      if isKeptBack(key) {
        return [
          .say(
            "A guess is a number; \(KeyMention.of("guess")) shows the results, and gives letters their meaning"
          )
        ]
      }
      if let action = W.ownKeys.action(for: key) {
        let effects = perform(action, ending: wasRolling)
        // Who took the guess with Enter means something else by the next one.
        if key == .enter { hasAnswered = false }
        return effects
      }
      if key == .escape, let dismissed = widget.dismissed {
        let plays = widget.playsUnanswered
        return change { (_, _) throws(InputProblem) in dismissed } + (plays ? roll() : [])
      }
      let known: Set<KeyFact> = lesson == nil ? [] : [.hasLesson]
      if let action = W.panelKeys.action(for: key.ofNumber, given: known) { return act(action) }
    default: break
    }
    return []
  }

  /// Whether a key changes what is on the page, and not which page it is.
  private func staysOnPage(_ key: Key) -> Bool {
    guard W.staysOnPage, typing == nil else { return false }
    let moves: [PanelAction] = [.up, .down, .nextArea, .previousArea]
    return W.ownKeys.action(for: key) != nil
      || W.panelKeys.action(for: key).map(moves.contains) == true
  }

  /// A footer is too short for why a number could not be read: that stands below the numbers.
  private mutating func noting(_ effects: [WidgetEffect]) -> [WidgetEffect] {
    guard case .say(let text)? = effects.first else { return effects }
    problem = text
    return []
  }

  func isWaitingForGuess(before action: W.Action) -> Bool {
    prediction.isWaiting && W.strides.contains(action)
  }

  /// Does what a key of its own does; `wasRolling` says that the key ended what moved by itself.
  mutating func perform(_ action: W.Action, ending wasRolling: Bool = false) -> [WidgetEffect] {
    if isWaitingForGuess(before: action) {
      return [
        .say(
          "Type a guess for the cell under the cursor first; \(KeyMention.of("guess")) ends predicting"
        )
      ]
    }
    if wasRolling, widget.plays(after: action) { return [] }
    if widget.pauses(after: action) { return pause() }
    if isAtRest(action) {
      return [.say("This is the end; \(KeyMention.of("first-step")) leads to the beginning")]
    }
    let isOver = isStill && widget.dismissed == nil && widget.next == nil
    let rolls = !isOver && widget.plays(after: action)
    let asked = widget.effects(of: action, at: cursor)
    let wasAsking = widget.dismissed != nil
    let parameters = widget.parameters
    let said = change { (widget, cursor) throws(InputProblem) in
      try widget.changed(by: action, at: cursor)
    }
    // A question is seen where it is asked.
    if !wasAsking, widget.dismissed != nil { page = 0 }
    let answers = wasAsking && widget.dismissed == nil
    // Of a key that does nothing then, one may think that it is broken.
    if wasAsking, !rolls, asked.isEmpty, said.isEmpty, widget.parameters == parameters {
      return [keptFrom]
    }
    return asked + said + (rolls ? roll(answers: answers) : [])
  }

  /// What keeps a key from what it does while a question stands, and the ways on.
  private var keptFrom: WidgetEffect {
    let count = widget.choiceCount ?? 0
    guard !isLinear else {
      return .say(
        "First a guess: type \(count > 0 ? "1–\(count)" : "a number"), or take; esc skips")
    }
    return .say("First a guess: \(count > 0 ? "1–\(count) or " : "")Enter; Esc skips")
  }

  private var confirmation: String {
    let key = isLinear ? "open" : "Enter again"
    return "Your guess is taken"
      + (widget.facts.contains(.hasHeads) ? "; \(key) opens the head" : "")
  }

  /// Whether a key would play what is at its end, where nothing is to move: it would show the beginning
  /// and no more.
  func isAtRest(_ action: W.Action) -> Bool {
    isStill && widget.facts.contains(.isOver) && widget.plays(after: action)
  }

  // MARK: Moving

  mutating func move(rows: Int = 0, columns: Int = 0) {
    cursor = Moving(widget).moved(cursor, rows: rows, columns: columns)
    prediction.forgetVerdict()
  }

  /// Where PgDn leads in a table of so many rows that no page is looked through for one of them; nil
  /// where it turns the page.
  func movedByRows(_ step: Int) -> W.Cursor? {
    guard page == 0, widget.size(of: cursor.area).rows >= 100 else { return nil }
    let next = Moving(widget).paged(cursor, rows: step * 10)
    return next == cursor ? nil : next
  }

  /// Ten rows on in a table of very many; else, or at its end, a page on through all that is shown.
  mutating func turnPage(by step: Int) {
    if let next = movedByRows(step) {
      cursor = next
      (problem, note) = (nil, nil)
      prediction.forgetVerdict()
    } else {
      // A page that is no more has given way to the last one.
      page = min(max(0, min(page, pages) + step), pages)
    }
  }

  /// On the pages of a low screen the one with the mark comes, where that was moved.
  mutating func followMark() {
    guard page > 0, W.staysOnPage else { return }
    redraw()
    page = pageOfMark ?? page
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
    if found != cursor { prediction.forgetVerdict() }
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
      let (shown, hadGuesses) = (widget, prediction.hasGuesses)
      try W.fields.check(parameters)
      try show(W.next(parameters, after: widget))
      note = widget.note(after: old)
      tellOfGuesses(hadGuesses)
      guard widget.seen(old) != widget.parameters else { return [] }
      history.add(old, waitingBefore)
      lastChange = (shown, cursor)
      if !isStill, !prediction.isOn, widget.frames(from: shown) > 0 {
        (frame, beginning) = (0, shown)
      }
    } catch { return [.say(error.message)] }
    retry()
    return []
  }

  /// Marks nothing as moved: tables of other sizes were typed, and their numbers have nothing to do with
  /// those before.
  mutating func compareAnew() { lastChange = nil }

  mutating func undo() -> [WidgetEffect] {
    if waiting != nil { return drop() }
    // It would take back what was done before, out of sight, and the question with it.
    if widget.dismissed != nil { return [keptFrom] }
    guard let last = history.takeBack() else {
      // What was changed before the reader came back is no longer known step by step.
      return [
        .say(
          hasOwnNumbers
            ? "Nothing to undo here; \(KeyMention.of("reset")) brings what it came with"
            : "Nothing to undo")
      ]
    }
    let (shown, hadGuesses) = (widget, prediction.hasGuesses)
    if let old = try? W(checking: widget.seen(last.parameters)) {
      show(old)
      waiting = last.waiting
      lastChange = (shown, cursor)
      tellOfGuesses(hadGuesses)
    }
    return []
  }

  /// Says so where guesses went with the numbers that they were at.
  private mutating func tellOfGuesses(_ had: Bool) {
    guard had, !prediction.hasGuesses else { return }
    note = ["Other numbers: guess them anew.", note].compactMap(\.self)
      .joined(separator: " ")
  }

  mutating func reset() -> [WidgetEffect] {
    let original = original
    waiting = nil
    return change { (widget, _) throws(InputProblem) in widget.reset(to: original) }
  }

  /// Random numbers: those of a seed, or of the next one.
  mutating func randomise(_ number: UInt64? = nil) -> [WidgetEffect] {
    let seed = number ?? seed &+ 1
    self.seed = seed
    var generator = SeededGenerator(seed: seed)
    let random = widget.random(using: &generator)
    return change { (_, _) throws(InputProblem) in random } + [
      .say((W.mainInput.map { "Another \($0)" } ?? "Random numbers") + ", seed \(seed)")
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
      }
      // One that was put away too may take over what was computed since.
      next.record.adopt(old)
      (isPaused, awaitsExport) = (false, false)
    }
    cursor = Moving(next).clamped(next.cursor(cursor, from: widget)) ?? next.firstCursor
    let isStage = next.stage != widget.stage && next.seen(widget.parameters) == next.parameters
    if isStage { prediction.turn(from: widget.stage, to: next.stage) } else { prediction.hide() }
    if !next.isLook(from: widget.parameters) { revision += 1 }
    widget = next
  }

  /// Computes all that there is to compute.
  mutating func finish() { while !widget.record.isComplete { widget.record.advance() } }

  /// What is exported is the whole of it, and not how far it has come.
  mutating func export() -> [WidgetEffect] {
    (awaitsExport, hasWarned) = (false, false)
    if let refusal = widget.whyNotExported { return [.say(refusal)] }
    awaitsExport = !widget.record.isComplete
    guard awaitsExport else {
      tellExported()
      if let waiting { note = "Written without \(waiting.names), which is kept until it fits" }
      return [.write(Export.files(widget, at: cursor))]
    }
    isPaused = false
    return [.say("It is written as soon as everything is computed")]
  }

  /// Whoever has it written has seen it: what was covered is shown, and not asked any more.
  private mutating func tellExported() {
    let wasOpen = prediction.isOn || widget.exported != widget.parameters
    if prediction.isOn { prediction.toggle() }
    _ = change { (widget, _) throws(InputProblem) in widget.exported }
    if wasOpen { note = "The files tell what was asked: it is shown here too" }
  }

  /// Leaves; where files are still to be written, only once that was said.
  mutating func leave(_ effect: WidgetEffect) -> [WidgetEffect] {
    guard awaitsExport, !hasWarned else { return [effect] }
    hasWarned = true
    return [.say("Nothing is written yet: it is still computing. The same key again leaves")]
  }

  /// Stops computing, or goes on.
  mutating func pause() -> [WidgetEffect] {
    if widget.record.isComplete { return [.say("Everything is computed")] }
    isPaused.toggle()
    return [.say(isPaused ? "Stopped; \(KeyMention.of("pause")) goes on" : "Computing")]
  }

  // MARK: Predicting

  mutating func togglePrediction() -> [WidgetEffect] {
    if !prediction.isOn, !canBeGuessed(cursor) {
      guard let first = Moving(widget).cells.first(where: canBeGuessed) else {
        return [.say("There is nothing to guess here")]
      }
      cursor = first
    }
    prediction.toggle()
    return prediction.isOn
      ? [.say("Results are hidden: type a number, or those of a whole row")] : []
  }

  func canBeGuessed(_ cell: W.Cursor) -> Bool {
    widget.table(in: cell.area) == nil && widget.judge(0, at: cell) != nil
  }

  mutating func reveal(_ judged: [(cell: W.Cursor, judgement: Judgement)]) {
    prediction.reveal(judged)
  }

  // MARK: Playing

  var isPlaying: Bool { frame != nil || isRolling }
  /// All frames of a step that is played take less than a second; what rolls has 30 a second.
  var frameTime: Int {
    isRolling ? 33 : min(120, 900 / max(1, frameCount))
  }
  private var frameCount: Int {
    beginning.map(widget.frames(from:)) ?? widget.frames(at: cursor)
  }

  /// Whether anything moves when the step is played.
  var canPlay: Bool { !isStill && !prediction.isOn && widget.frames(at: cursor) > 0 }

  /// Begins to play the step; false where nothing moves.
  mutating func play() -> Bool {
    guard canPlay else { return false }
    (frame, beginning) = (0, nil)
    return true
  }

  mutating func nextFrame() {
    defer { redraw() }
    if isRolling { isRolling = showsNext() }
    guard let shown = frame else { return }
    frame = shown + 1 < frameCount ? shown + 1 : nil
    if frame == nil { beginning = nil }
  }

  /// Begins to move on by itself, as it does once its question has an answer.
  mutating func roll(answers: Bool = false) -> [WidgetEffect] {
    isRolling = true
    hasAnswered = answers
    if isStill { rollToTheEnd() }
    return []
  }

  /// Shows the next picture; false where there is none.
  private mutating func showsNext() -> Bool {
    guard let next = widget.next.flatMap({ try? W(checking: $0) }) else { return false }
    show(next)
    return true
  }

  /// Where nothing is to move, the last picture comes at once: the last that can be computed.
  private mutating func rollToTheEnd() {
    guard widget.record.isComplete else { return }
    while isRolling { isRolling = showsNext() }
  }

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
