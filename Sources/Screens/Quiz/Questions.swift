import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// All questions of the notes, with filters; Enter opens what can be decided about the one under the cursor,
/// and what became of it.
struct Questions: Screen {
  enum Action: Equatable { case open, next, type, clear, lesson, move(ListView.Motion), back }

  static let table = KeyTable<Action>(
    .questions,
    [
      KeyBinding(
        [.enter, .right, .character("a")], "open",
        "the question under the cursor: what can be done about it, what became of it",
        footer: .at(1, "this question", when: .when(.hasItem)), takesName: true, .open),
      KeyBinding(
        [.tab], "filter",
        "show only those that are due; never asked; weak; slipping again and again; flagged; suspended; "
          + "recognised after a change; all of them",
        footer: .at(2, "filter"), .next),
      KeyBinding(
        [.character("o")], "lesson", "open its lesson",
        footer: .at(5, when: .when(.hasItem)), .lesson),
    ]
      + KeyBinding.filtering(
        "show only what holds these words: of the title, the lesson, its number, the kind",
        footer: 3, begin: .type, clear: .clear) + KeyBinding.motions(footer: 4) { .move($0) }
      + KeyBinding.leavingFiltered(.back))

  static let line = ListFilter.keys(.questionsLine)

  private var filter: QuestionFilter
  private var words = ListFilter()
  private var found: [Question] = []
  /// How many of those have each title.
  private var alike: [String: Int] = [:]
  private var list = ListView()

  init(_ filter: QuestionFilter, in state: AppState) {
    self.filter = filter
    search(state)
  }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] { [table.all, line.all] }
  var looksBack: Bool { true }
  var takesCount: Bool { !words.isTyped }
  func title(in state: AppState) -> String { "Questions  \(state.library.title)" }
  func status(in state: AppState) -> String {
    let holding = words.isOn ? " \"\(words.text)\"" : ""
    return "\(filter.name)\(holding): \(found.count) of \(state.bank.questions.count)"
  }
  func keys(in state: AppState) -> [Shortcut] {
    words.isTyped
      ? Self.line.shortcuts(given: words.facts) : Self.table.shortcuts(given: facts)
  }
  private var facts: Set<KeyFact> {
    .those([
      .hasItem: !found.isEmpty, .canMove: found.count > 1, .isFiltered: words.isOn,
    ])
  }
  var prompt: Prompt? { words.prompt }

  private mutating func search(_ state: AppState) {
    let before = found.indices.contains(list.selected) ? found[list.selected].id : nil
    guard let progress = state.progress else { return }
    found = filter.questions(
      of: state.bank, in: state.library, progress, text: words.text, now: state.now,
      today: state.today)
    alike = Dictionary(found.map { ($0.title, 1) }, uniquingKeysWith: +)
    list.hold(found.count)
    if let place = found.firstIndex(where: { $0.id == before }) { list.select(place) }
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state)
    case .line(let line):
      if let (filter, problem) = Self.filter(line) {
        guard let filter else { return [.say(problem)] }
        self.filter = filter
        search(state)
        return []
      }
      guard let place = Int(ordinal: line) else { return nil }
      return open(place, state)
    case .stateChanged:
      search(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState) -> [Effect] {
    if let isOther = words.update(event, by: Self.line) {
      if isOther { search(state) }
      return []
    }
    switch event {
    case .resized(let size): list.resize(size.rows)
    case .mouse:
      if let item = list.picked(by: event) { return open(item, state) }
    case .key(let key):
      // While letters are typed only arrows come here.
      if let action = Self.table.action(for: key, given: facts) { return act(action, state) }
    default: break
    }
    return []
  }

  private mutating func act(_ action: Action, _ state: AppState) -> [Effect] {
    switch action {
    case .move(let motion): list.move(motion)
    case .open: return open(list.selected, state)
    case .lesson:
      guard found.indices.contains(list.selected) else { return [] }
      return [.open(.lesson(found[list.selected].lesson, .top))]
    case .next:
      filter = filter.following
      search(state)
    case .type: words.begin()
    case .clear:
      words.clear()
      search(state)
    case .back: return [.back]
    }
    return []
  }

  private func open(_ index: Int, _ state: AppState) -> [Effect] {
    guard found.indices.contains(index) else { return [.say("There is no such question here")] }
    return [.open(.about(found[index].id))]
  }

  // MARK: Showing

  private func cells(_ question: Question, _ state: AppState) -> [Cell] {
    let number = [Cell](state.library.number(of: question.lesson), .muted).fitted(to: 7)
    return [.blank, .blank] + number + [Cell](state.listedName(of: question, among: alike))
  }

  /// What stands at the right of a row: what was decided, or how it stands.
  private func note(_ question: Question, _ state: AppState) -> String {
    guard let progress = state.progress else { return "" }
    let standing = progress.standing(of: question.id)
    if standing.flag != nil { return "flagged" }
    switch standing.hold {
    case .suspended: return "suspended"
    case .known: return "known"
    case .asked: break
    }
    let card = progress.cards[question.id]
    if !standing.isAsked(on: state.today, isNew: card == nil) {
      let until = [standing.buriedUntil, card == nil ? standing.due : nil].compactMap(\.self).max()
      return "put off" + (until.map { " until \($0.iso)" } ?? "")
    }
    guard let card else { return "new" }
    if card.isDue(at: state.now, on: state.today) { return "due" }
    switch card.dueDay.days(since: state.today) {
    case 0: return "today"
    case 1: return "tomorrow"
    case let days: return "in \(days) days"
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    if found.isEmpty { canvas.put(empty: empty, in: area) }
    list.draw(on: &canvas, in: area) { index in
      .spread(
        cells(found[index], state), [Cell](note(found[index], state), .muted), width: area.columns)
    }
  }

  private var empty: String {
    let none =
      switch filter {
      case .all: "No question is here"
      case .new: "No question is left that was never asked"
      case .slipping: "No question slips again and again"
      default: "No question is \(filter.name)"
      }
    return none + (words.isOn ? " and has these words." : ".")
  }

  func selection(in state: AppState) -> String? {
    found.indices.contains(list.selected)
      ? "\(list.selected + 1)  \(state.listedName(of: found[list.selected], among: alike))" : nil
  }

  func transcript(in state: AppState) -> [String] {
    let heading = "Questions, \(status(in: state)) (type a number):"
    return ["", found.isEmpty ? empty : heading]
      + found.enumerated().map { index, question in
        "  \(index + 1)  \(state.library.number(of: question.lesson)) "
          + "\(state.listedName(of: question, among: alike)): \(note(question, state))"
      }
  }
}

extension KeyScope {
  static let questions = KeyScope("questions", "Questions")
  static let questionsLine = KeyScope(
    "questions-line", "Questions, typing a filter", takesText: true)
}
