import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// The ways to study: what is due, a chapter over and over, a test, where to start; and how much a day holds
/// in these notes.
struct Study: Screen {
  enum Action: Equatable { case choose, take, way(Int), move(ListView.Motion), more, less, back }

  static let table = KeyTable<Action>(
    .study,
    [
      KeyBinding(
        [.enter, .right], "take", "take the limit whose days ahead are shown",
        footer: .at(1, "take it", when: .when(.isTrying)).saying("back to it", when: .isOutOfSight),
        when: .when(.isTrying), .take),
      KeyBinding(
        [.enter, .right], "choose", "begin what the cursor is on",
        footer: .at(1, "begin", when: .when(.canBegin)), when: .unless(.isTrying),
        takesName: true, .choose),
      KeyBinding(
        [.character("+")], "more", "see what one more a day means, where the cursor is on a limit",
        footer: .at(2, "a day", when: .when(.isAtLimit)).beside(.less), .more),
      KeyBinding(
        [.character("-")], "less", "see what one fewer a day means, where the cursor is on a limit",
        .less),
      KeyBinding.numbers(through: 9, "way", "the way of that number") { .way($0) },
    ] + KeyBinding.motions(footer: 3) { .move($0) } + [
      KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: .out(), .back)
    ])

  /// The lesson that the cursor was on: its chapter is offered.
  private let place: LessonID?
  private var list = ListView()
  private var size = Size(columns: 80, rows: 20)
  private var lines: [StudyWay] = []
  /// A limit that is shown and not taken yet.
  private var tried: Tried?

  private struct Tried {
    let limit: StudyWay.Limit
    let value: Int
    /// What it asks for; nil before anything is known of the questions.
    let trial: Trial?
  }

  init(_ place: LessonID?, in state: AppState) {
    self.place = place ?? state.lastLesson.flatMap { state.library.lesson(withKey: $0) }
    layOut(state)
  }

  /// How the limit that is shown is taken, or left.
  static func takes(_ state: AppState) -> String {
    table.words(taking: .take, leaving: .back, in: state)
  }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] { [table.all] }
  var looksBack: Bool { true }
  func title(in state: AppState) -> String { "Ways to study  \(state.library.title)" }
  func keys(in state: AppState) -> [Shortcut] {
    Self.table.shortcuts(given: facts, choosingFrom: lines.count)
  }
  private var facts: Set<KeyFact> {
    var isAtLimit = false
    if lines.indices.contains(list.selected), case .limit = lines[list.selected].kind {
      isAtLimit = true
    }
    return .those([
      .canMove: true, .isAtLimit: isAtLimit, .isTrying: isAtLimit && tried != nil,
      .isOutOfSight: isAtLimit && tried != nil && !showsTried, .canBegin: !isAtLimit,
    ])
  }
  /// Whether the limit under the cursor is in sight, with what is said of it.
  private var showsTried: Bool {
    let rows = list.lines(of: list.selected)
    let last = min(rows.upperBound, rows.lowerBound + list.height)
    return rows.lowerBound >= list.top && last <= list.top + list.height
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event):
      let before = list.selected
      let effects = react(to: event, state)
      // What was shown for one limit is not meant for another.
      if list.selected != before, let tried {
        self.tried = nil
        layOut(state)
        return effects + [.say(Self.stays(tried.limit, state))]
      }
      return effects
    case .line(let line): return read(line, state)
    case .stateChanged:
      layOut(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      layOut(state)
    case .mouse:
      if let item = list.picked(by: event) { return take(item, state) }
    case .key(let key):
      guard let action = Self.table.action(for: key, given: facts) else { return [] }
      return act(action, state)
    default: break
    }
    return []
  }

  private mutating func act(_ action: Action, _ state: AppState) -> [Effect] {
    switch action {
    case .move(let motion): list.move(motion)
    case .choose: return take(list.selected, state)
    case .take:
      // What nobody sees is not taken.
      guard showsTried else {
        list.select(list.selected)
        return []
      }
      return take(list.selected, state)
    case .way(let number):
      guard lines.indices.contains(number - 1) else { return [] }
      list.select(number - 1)
      return take(number - 1, state)
    case .more: return change(by: 1, state)
    case .less: return change(by: -1, state)
    case .back:
      guard let tried else { return [.back] }
      self.tried = nil
      layOut(state)
      return [.say(Self.stays(tried.limit, state))]
    }
    return []
  }

  private static func stays(_ limit: StudyWay.Limit, _ state: AppState) -> String {
    "\(limit.title) a day stays \(state.settings[limit.setting])"
  }

  private mutating func take(_ index: Int, _ state: AppState) -> [Effect] {
    guard lines.indices.contains(index) else {
      return [.say("There are \(lines.count) ways here")]
    }
    switch lines[index].kind {
    case .quiz(let scope): return [.open(.quiz(scope))]
    case .list: return [.open(.questions(.all))]
    case .limit(let limit):
      guard let tried, tried.limit == limit else {
        return [.say("\(limit.title) a day: \(limit.changes(state))")]
      }
      self.tried = nil
      return [
        .set(limit.setting, to: tried.value),
        .say("\(tried.value) \(limit.rawValue) a day in these notes; others keep theirs"),
      ]
    }
  }

  /// Shows what another limit asks for; it is taken by the key that begins elsewhere.
  private mutating func change(by step: Int, _ state: AppState) -> [Effect] {
    guard lines.indices.contains(list.selected), case .limit(let limit) = lines[list.selected].kind
    else {
      let keys = [Action.more, .less].map { Self.table.label($0, in: state) }
      let numbers = lines.indices.filter { if case .limit = lines[$0].kind { true } else { false } }
      return [
        .say(
          state.isLinear
            ? "Choose a limit first (\(numbers.map { "\($0 + 1)" }.joined(separator: ", "))); then "
              + "\(keys[0]) and \(keys[1]) change it"
            : "Put the cursor on a limit: \(keys[0]) and \(keys[1]) change it")
      ]
    }
    let old = tried.flatMap { $0.limit == limit ? $0.value : nil } ?? state.settings[limit.setting]
    return show(limit, at: old + step, state)
  }

  /// Shows what a limit of that value asks for.
  private mutating func show(_ limit: StudyWay.Limit, at wanted: Int, _ state: AppState) -> [Effect]
  {
    let held = state.settings[limit.setting]
    let bounds = Setting<Int>.aDay
    let value = min(max(wanted, bounds.lowerBound), bounds.upperBound)
    let goal = "\(value) \(limit.rawValue) a day"
    if value != wanted, value == tried?.value ?? held {
      return [.say("\(goal) is as \(wanted < value ? "few" : "many") as it goes")]
    }
    guard value != held else {
      tried = nil
      layOut(state)
      return [.say("\(goal), as it is")]
    }
    var limits = state.settings.limits
    limits[keyPath: limit.place] = value
    let trial = Trial(limits: limits, in: state)
    tried = Tried(limit: limit, value: value, trial: trial)
    layOut(state)
    // The page says it there.
    if state.isLinear {
      guard value != wanted else { return [] }
      let word = limit.rawValue
      return [
        .say("\(word) goes from \(bounds.lowerBound) to \(bounds.upperBound): \(value) is shown")
      ]
    }
    guard let trial else { return [.say("\(goal): \(Trial.notCounted)")] }
    // As much as stands below the list, or in one row.
    let told = ["\(goal): \(trial.words)"] + [trial.weeks, trial.excess].compactMap(\.self)
    let room = 1 + max(0, size.rows - list.lineCount)
    let fitting = (1...told.count).reversed().lazy.map { told.prefix($0).joined(separator: ". ") }
      .first { Wrapping.lines(of: $0, width: max(1, size.columns - 2)).count <= room }
    return [.say(fitting ?? "\(goal): \(trial.fewWords)")]
  }

  // MARK: Line by line

  private mutating func read(_ line: String, _ state: AppState) -> [Effect]? {
    if let place = Int(ordinal: line) {
      guard lines.indices.contains(place), case .limit(let limit) = lines[place].kind
      else { return take(place, state) }
      return choose(limit, state)
    }
    if let limit = StudyWay.Limit(rawValue: line) { return choose(limit, state) }
    guard claims(line), let given = WordAndNumber(line) else { return nil }
    if let limit = StudyWay.Limit(rawValue: given.word) {
      guard let count = given.count else {
        return [.say(WordAndNumber.takes(given.word, Setting<Int>.aDay, example: 20))]
      }
      return go(to: limit, state) + show(limit, at: count, state)
    }
    guard let step = given.count else {
      return [.say(WordAndNumber.takes(given.word, example: 5))]
    }
    return change(by: Self.table.action(named: given.word) == .more ? step : -step, state)
  }

  func claims(_ line: String) -> Bool {
    if StudyWay.Limit(rawValue: line) != nil { return true }
    guard let word = WordAndNumber(line)?.word else { return false }
    let action = Self.table.action(named: word)
    return StudyWay.Limit(rawValue: word) != nil || action == .more || action == .less
  }

  var phrases: [Phrase] {
    let bounds = Setting<Int>.aDay
    let range = "from \(bounds.lowerBound) to \(bounds.upperBound)"
    return [
      Phrase(
        "new 20", "see what 20 new questions a day mean, in these notes; \(range); take takes it"),
      Phrase("due 40", "see what 40 due ones a day mean; \(range)"),
      Phrase("more 5", "see what 5 more a day mean, where the cursor is on a limit"),
      Phrase("less 5", "see what 5 fewer a day mean"),
    ]
  }

  /// Puts the cursor on a limit, and says what can be done there.
  private mutating func choose(_ limit: StudyWay.Limit, _ state: AppState) -> [Effect] {
    let left = go(to: limit, state)
    if let tried { return [.say("\(tried.value) is not taken yet: \(Self.takes(state))")] }
    return left.isEmpty ? [.say("\(limit.title) a day: \(limit.changes(state))")] : left
  }

  /// Puts the cursor on a limit; what was shown for another one is not meant for it.
  private mutating func go(to limit: StudyWay.Limit, _ state: AppState) -> [Effect] {
    guard let index = lines.firstIndex(where: { $0.kind == .limit(limit) }) else { return [] }
    list.select(index)
    guard let tried, tried.limit != limit else { return [] }
    self.tried = nil
    layOut(state)
    return [.say(Self.stays(tried.limit, state))]
  }

  // MARK: Showing

  private mutating func layOut(_ state: AppState) {
    lines = StudyWay.all(place, tried.map { ($0.limit, $0.value) }, state)
    let built = rows
    list.hold(lines: built.lines.count, items: built.items)
    list.resize(size.rows)
  }

  private var rows: (lines: [[Cell]], items: [Range<Int>]) {
    let width = max(10, TextFrame(columns: size.columns).width)
    let longest = lines.map { [Cell]($0.title).count }.max() ?? 0
    var cells: [[Cell]] = []
    var items: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .limit(.new) = line.kind { cells.append([]) }
      let start = cells.count
      // A second digit would never be waited for.
      let number = [Cell](index < 9 ? "\(index + 1)   " : "    ", Style(.accent, .bold))
      let head = number + [Cell](line.title)
      let note = [Cell](line.note, .muted)
      let indent = number.count + longest + 2
      if indent + note.count <= width {
        cells.append(head.fitted(to: indent) + note)
      } else {
        let room = max(4, width - number.count)
        let margin = [Cell](repeating: .blank, count: number.count)
        for (row, title) in [Cell](line.title).wrapped(to: room).enumerated() {
          cells.append((row == 0 ? number : margin) + title)
        }
        cells += note.wrapped(to: room).map { margin + $0 }
      }
      items.append(start..<cells.count)
    }
    return (cells, items)
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let lines = rows.lines
    let margin = [Cell](repeating: .blank, count: TextFrame(columns: area.columns).column)
    list.draw(on: &canvas, in: area) { $0 < lines.count ? margin + lines[$0] : [] }
  }

  func selection(in state: AppState) -> String? {
    lines.indices.contains(list.selected)
      ? "\(list.selected + 1)  \(lines[list.selected].title)" : nil
  }

  func transcript(in state: AppState) -> [String] {
    ["", "Ways to study (type a number):"]
      + lines.enumerated().map { "  \($0 + 1)  \($1.title): \($1.note)" }
      + (tried.map { tried in
        let trial = tried.trial
        return [
          "", "\(tried.value) \(tried.limit.rawValue) a day: \(trial?.words ?? Trial.notCounted).",
        ] + [trial?.weeks, trial?.excess].compactMap { $0.map { $0 + "." } }
          + [Self.takes(state) + "."]
      } ?? [])
  }
}

extension KeyScope {
  static let study = KeyScope("study", "Ways to study")
}
