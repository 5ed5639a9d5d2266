import Basics
import Notes
import Numerics
import Quiz
import TextUI
import Widgets

/// What this is, and the ways in: shown once, before anything was read or answered. `?` leads here
/// again.
struct Welcome: Screen {
  enum Action: Equatable {
    case move(ListView.Motion), start, choose(Int), quiz, search, widgets, statistics, back
  }

  static let table = KeyTable<Action>(
    .welcome,
    [
      KeyBinding([.enter, .right], "start", "take the way under the cursor", footer: 1, .start),
      KeyBinding.numbers(through: 9, "way", "the way of that number") { .choose($0) },
    ] + KeyBinding.motions(footer: 2) { .move($0) } + [
      KeyBinding([.character("t")], "quiz", "test yourself", .quiz),
      KeyBinding([.character("s")], "search", "search the text of all lessons", .search),
      KeyBinding([.character("w")], "widgets", "all widgets", .widgets),
      KeyBinding(
        [.character("S")], "statistics", "your progress, and what is due", .statistics),
      KeyBinding(
        [.character("q"), .escape, .backspace], "back", "to the list of all chapters",
        footer: .out("all chapters"), .back),
    ])

  /// A way in.
  private struct Way {
    let title: String
    let note: String
    let route: Route
  }

  private var ways: [Way] = []
  private var list = ListView()
  private var size = Size(columns: 80, rows: 20)

  init(in state: AppState) {
    ways = Self.ways(in: state)
    list.hold(ways.count)
  }

  // MARK: The ways in

  private static func ways(in state: AppState) -> [Way] {
    let library = state.library
    var ways: [Way] = []
    if let first = library.firstLesson {
      let minutes = counted(StudyTime.minutes(words: library.wordsToRead(first)), "minute")
      ways.append(
        Way(
          title: "Start at the beginning", note: "\(library.name(of: first)), \(minutes)",
          route: .lesson(first, .lastPlace)))
    }
    if let attention = lesson(on: "attention", in: library) {
      ways.append(
        Way(
          title: "Go straight to attention",
          note: "\(library.number(of: attention)), if vectors are familiar",
          route: .lesson(attention, .lastPlace)))
    }
    ways.append(
      Way(
        title: "Play with a widget", note: "attention on three words, step by step",
        route: .widget(.example(of: AttentionWidget.self))))
    let mayPlace =
      !state.knowsQuestions || state.bank.questions.contains { !$0.isSelfJudged }
    if library.hasSeveralChapters, mayPlace {
      ways.append(
        Way(
          title: "Find where to start", note: "at most \(Placement.most) questions",
          route: .quiz(Plan.Scope(.placement))))
    }
    return ways
  }

  /// The first lesson of the first chapter, but the very first, that is called so.
  private static func lesson(on word: String, in library: Library) -> LessonID? {
    for document in library.documents.indices {
      for (number, chapter) in library.documents[document].chapters.enumerated()
      where chapter.title.folded.contains(word) {
        let id = LessonID(document: document, chapter: number, lesson: 0)
        return id == library.firstLesson || library[id] == nil ? nil : id
      }
    }
    return nil
  }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] { [table.all] }
  func title(in state: AppState) -> String { "Attend" }
  func status(in state: AppState) -> String { state.isFirstTime ? "first time here" : "" }
  func keys(in state: AppState) -> [Shortcut] {
    Self.table.shortcuts(given: [.canMove], choosingFrom: ways.count)
  }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): react(to: event, state)
    case .line(let line): choose(line, state)
    case .stateChanged: []
    }
  }

  private mutating func react(to event: Event, _ state: AppState) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      list.resize(max(1, ways.count))
    case .mouse(.click, let point):
      guard let way = picture(state).ways[point.row] else { return [] }
      list.select(way)
      return take(way)
    case .key(let key):
      switch Self.table.action(for: key) {
      case .start: return take(list.selected)
      case .choose(let number): return take(number - 1)
      case .move(let motion): list.move(motion)
      case .quiz: return [.replace(.quiz(Plan.Scope()))]
      case .search: return [.replace(.search(""))]
      case .widgets: return [.replace(.widgets)]
      case .statistics: return [.replace(.statistics)]
      case .back: return [.back]
      case nil: break
      }
    default: break
    }
    return []
  }

  /// The page makes way for what was chosen, and back from there leads to the chapters.
  private func take(_ way: Int) -> [Effect] {
    ways.indices.contains(way) ? [.replace(ways[way].route)] : []
  }

  // MARK: Showing

  private static let question = "How does a language model know which words matter to a word?"
  private static let answer =
    "It lets them look at each other. Here \"\(example.query)\" looks at:"

  /// One word of the figure that the third way leads to.
  private static let example = AttentionWidget.exampleLooks
  private static var looks: [AttentionWidget.Look] { example.looks }

  private func facts(_ state: AppState) -> String {
    var parts = [
      counted(state.library.lessonCount, "lesson"), counted(allWidgets.count, "widget"),
    ]
    if state.knowsQuestions { parts.append(counted(state.bank.questions.count, "question")) }
    return parts.joined(separator: ", ") + ". Nothing leaves this machine."
  }

  private static let ownNotes = "Your own notes:  attend notes.md"

  private func under(_ state: AppState) -> String {
    "?, then \(Help.table.label(.welcome, in: state))"
  }

  private func notes(_ state: AppState) -> [String] {
    [
      Self.ownNotes,
      "Everywhere: Enter goes in, q goes back, ? lists the keys.",
      "The next start goes straight to the lessons; this page stays under \(under(state)).",
    ]
  }

  /// The lines, and the ways that stand in them.
  private func picture(_ state: AppState) -> (lines: [[Cell]], ways: [Int: Int]) {
    let width = max(1, min(80, size.columns - 2 * column - 1))
    var parts: [(rank: Int, lines: [[Cell]])] = []
    func text(_ text: String, _ style: Style = .text) -> [[Cell]] {
      [Cell](text, style).wrapped(to: width)
    }
    let bars = Self.looks.map { look -> [Cell] in
      let room = max(4, min(36, width - 16))
      return [Cell]("  \(look.key)  ") + Meter.cells(look.weight, width: room, ascii: state.ascii)
        + [Cell]("  " + look.text)
    }
    let longest = ways.map(\.title.count).max() ?? 0
    let choices = ways.enumerated().flatMap { index, way -> [[Cell]] in
      let mark = [Cell](index == list.selected ? "▸ " : "  ", Style(.accent, .bold))
      let number = [Cell]("\(index + 1)  ", Style(.accent, .bold))
      let style = Style(.text, index == list.selected ? .bold : [])
      let head = mark + number + [Cell](way.title, style)
      let note = [Cell](way.note)
      let indent = mark.count + number.count + longest + 2
      return [
        indent + note.count <= width ? head.fitted(to: indent) + note : head
      ]
    }
    parts.append((2, text(Self.question, Style(.strong, .bold))))
    parts.append((4, text(Self.answer)))
    parts.append((4, bars))
    parts.append((3, text(facts(state))))
    parts.append((0, choices))
    // What can be found later goes first.
    for (index, note) in notes(state).enumerated() { parts.append((5 + index / 2, text(note))) }
    let room = size.rows - top
    func height() -> Int { parts.reduce(parts.count - 1) { $0 + $1.lines.count } }
    while height() > room, let worst = parts.map(\.rank).max(), worst > 0 {
      parts.removeAll { $0.rank == worst }
    }
    var lines: [[Cell]] = []
    var places: [Int: Int] = [:]
    for part in parts {
      if !lines.isEmpty { lines.append([]) }
      if part.rank == 0 {
        for way in ways.indices { places[top + lines.count + way] = way }
      }
      lines += part.lines
    }
    return (lines, places)
  }

  private var column: Int { size.columns < 44 ? 1 : max(3, (size.columns - 92) / 2) }
  private var top: Int { size.rows >= 30 ? 3 : 0 }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let picture = picture(state)
    for (row, line) in picture.lines.enumerated() {
      canvas.put(line, column: area.column + column, row: area.row + top + row)
    }
    if let row = picture.ways.first(where: { $0.value == list.selected })?.key {
      canvas.cursor = Point(column: area.column + column, row: area.row + row)
    }
  }

  // MARK: Plain mode

  func selection(in state: AppState) -> String? {
    ways.indices.contains(list.selected) ? ways[list.selected].title : nil
  }

  func transcript(in state: AppState) -> [String] {
    ["", Self.question, Self.answer]
      + Self.looks.map { "  \($0.key)  \($0.text)" } + [facts(state), ""]
      + ways.enumerated().map { "  \($0 + 1)  \($1.title): \($1.note)" }
      + [""] + (state.isLinear ? [Self.ownNotes] : notes(state))
      + ["Type a number; an empty line is the first, back leads to all chapters."]
  }

  var emptyLine: EmptyLine { .goesOn }

  private func choose(_ line: String, _ state: AppState) -> [Effect]? {
    if let place = Int(ordinal: line), ways.indices.contains(place) { return take(place) }
    do {
      return [.replace(.lesson(try LessonName.find(line, in: state.library), .lastPlace))]
    } catch { return [.say(error.message)] }
  }
}

extension KeyScope {
  static let welcome = KeyScope("welcome", "First page")
}
