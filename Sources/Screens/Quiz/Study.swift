import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// The ways to study: what is due, a chapter over and over, a test, where to start; and how much a day holds
/// in these notes.
struct Study: Screen {
  enum Action: Equatable { case choose, way(Int), move(ListView.Motion), more, less, back }

  static let table = KeyTable<Action>(
    .study,
    [
      KeyBinding(
        [.enter, .right], "choose", "begin what the cursor is on",
        footer: .at(1, "begin", when: .when(.canBegin)).saying("take it", when: .isTrying),
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

  /// What a line of the list is for.
  private enum Way: Equatable {
    case quiz(Plan.Scope)
    case list
    case limit(Limit)
  }
  private enum Limit: String {
    case new, due

    /// As it begins a line.
    var title: String { self == .new ? "New" : "Due" }
    var setting: Setting<Int> { self == .new ? .newADay : .dueADay }
    var place: WritableKeyPath<Plan.Limits, Int> { self == .new ? \.new : \.due }
  }

  private struct Line: Equatable {
    let way: Way
    let title: String
    let note: String
  }

  /// The lesson that the cursor was on: its chapter is offered.
  private let place: LessonID?
  private var list = ListView()
  private var size = Size(columns: 80, rows: 20)
  private var lines: [Line] = []
  /// A limit that is shown and not taken yet.
  private var tried: Tried?

  private struct Tried {
    let limit: Limit
    let value: Int
  }

  init(_ place: LessonID?, in state: AppState) {
    self.place = place ?? state.lastLesson.flatMap { state.library.lesson(withKey: $0) }
    layOut(state)
  }

  // MARK: What there is to choose from

  private static func lines(
    _ place: LessonID?, _ tried: Tried?, _ state: AppState
  ) -> [Line] {
    let outlook = Outlook(state)
    var lines = [
      Line(way: .quiz(Plan.Scope()), title: "What is due, then what is new", note: outlook.dueText)
    ]
    var new = Plan.Scope()
    new.isNewOnly = true
    let unseen = outlook.questions - outlook.asked
    lines.append(
      Line(
        way: .quiz(new), title: "New questions alone",
        note: unseen <= Plan.inASitting
          ? "\(unseen) were never asked"
          : "\(Plan.inASitting) of \(unseen): a day's \(Plan.dueADay) and \(Plan.newADay)"))
    if let place {
      let chapter = state.library.chapterName(of: place)
      let count = state.bank.questions(ofChapter: place).count
      if count > 0 {
        lines += [
          Line(
            way: .quiz(Plan.Scope(.cram, lesson: place, isChapter: true)), title: "Cram \(chapter)",
            note: "\(count), until each was right"),
          Line(
            way: .quiz(Plan.Scope(.test, lesson: place, isChapter: true, count: min(10, count))),
            title: "A test of \(chapter)", note: "\(min(10, count)), with a score"),
        ]
      }
    }
    let all = state.bank.questions.count
    lines += [
      Line(
        way: .quiz(Plan.Scope(.cram)), title: "Cram all of it",
        note: "\(all), until each was right"),
      Line(
        way: .quiz(Plan.Scope(.test)), title: "A test over all chapters",
        note: "\(min(Plan.inATest, all)), a score by chapter"),
      Line(
        way: .quiz(Plan.Scope(.test, minutes: min(Plan.inATest, max(1, all)))),
        title: "The same with a time",
        note: "a minute for each question"),
      Line(
        way: .quiz(Plan.Scope(.placement)), title: "Where to start",
        note: "at most \(Placement.most) questions"),
    ]
    return lines + [
      Line(
        way: .list, title: "All questions",
        note: "what became of each"),
      line(.new, tried, state), line(.due, tried, state),
    ]
  }

  private static func line(_ limit: Limit, _ tried: Tried?, _ state: AppState) -> Line {
    let value = state.settings[limit.setting]
    let title = "\(limit.title) a day, in these notes: \(value)"
    guard let tried, tried.limit == limit else {
      return Line(way: .limit(limit), title: title, note: "+ and - change it")
    }
    return Line(
      way: .limit(limit), title: title,
      note: "\(tried.value)? \(takes(state))")
  }

  /// How the limit that is shown is taken, or left.
  private static func takes(_ state: AppState) -> String {
    table.words(taking: .choose, leaving: .back, in: state)
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
    if lines.indices.contains(list.selected), case .limit = lines[list.selected].way {
      isAtLimit = true
    }
    return .those([
      .canMove: true, .isAtLimit: isAtLimit, .isTrying: isAtLimit && tried != nil,
      .canBegin: !isAtLimit || tried != nil,
    ])
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event):
      let before = list.selected
      let effects = react(to: event, state)
      // What was shown for one limit is not meant for another.
      if list.selected != before, tried != nil {
        tried = nil
        layOut(state)
      }
      return effects
    case .line(let line):
      guard let number = Int(line) else { return nil }
      return take(number - 1, state)
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
    case .way(let number):
      guard lines.indices.contains(number - 1) else { return [] }
      list.select(number - 1)
      return take(number - 1, state)
    case .more: return change(by: 1, state)
    case .less: return change(by: -1, state)
    case .back:
      guard tried != nil else { return [.back] }
      tried = nil
      layOut(state)
      return [.say("It stays as it was")]
    }
    return []
  }

  private mutating func take(_ index: Int, _ state: AppState) -> [Effect] {
    guard lines.indices.contains(index) else {
      return [.say("There are \(lines.count) ways here")]
    }
    switch lines[index].way {
    case .quiz(let scope): return [.open(.quiz(scope))]
    case .list: return [.open(.questions(.all))]
    case .limit(let limit):
      guard let tried, tried.limit == limit else {
        return [.say("+ and - change how many questions a day holds")]
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
    guard lines.indices.contains(list.selected), case .limit(let limit) = lines[list.selected].way
    else { return [.say("Put the cursor on a limit: + and - change it")] }
    let held = state.settings[limit.setting]
    let value = (tried.flatMap { $0.limit == limit ? $0.value : nil } ?? held) + step
    guard Setting<Int>.aDay.contains(value) else { return [] }
    let goal = "\(value) \(limit.rawValue) a day"
    defer { layOut(state) }
    guard value != held else {
      tried = nil
      return [.say("\(goal), as it is")]
    }
    var limits = state.settings.limits
    limits[keyPath: limit.place] = value
    let trial = Trial(limits: limits, in: state)
    tried = Tried(limit: limit, value: value)
    // The line under the cursor says how it is taken; line by line nothing else does.
    let takes = state.isLinear ? "; \(Self.takes(state))" : ""
    return [
      .say(
        "\(goal): \(trial?.words ?? Trial.notCounted)\(takes)"
          + (trial.map { ". \($0.weeks)" } ?? ""))
    ]
  }

  // MARK: Showing

  private mutating func layOut(_ state: AppState) {
    lines = Self.lines(place, tried, state)
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
      if case .limit(.new) = line.way { cells.append([]) }
      let start = cells.count
      let number = [Cell](index < 9 ? "\(index + 1)   " : "\(index + 1)  ", Style(.accent, .bold))
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
  }
}

extension KeyScope {
  static let study = KeyScope("study", "Ways to study")
}
