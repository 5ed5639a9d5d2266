import Quiz
import Basics
import Notes
import Pages
import TextUI

/// All marks of the notes that are open, by their letters; Enter goes to the one under the cursor.
struct Bookmarks: Screen {
  enum Action: Equatable { case move(ListView.Motion), open, delete, undo, forward, back }

  static let table = KeyTable<Action>(
    .bookmarks,
    [
      KeyBinding(
        [.enter, .right], "open", "go to the mark under the cursor",
        footer: .at(1, "go there", when: .when(.hasItem)), takesName: true, .open),
      KeyBinding(
        [.character("x"), .delete], "delete", "take the mark away",
        footer: .at(3, when: .when(.hasItem)), .delete),
      KeyBinding(
        [.character("u")], "undo", "bring back the mark that was taken away last",
        footer: .at(4, "bring it back", when: .when(.canUndo)), .undo),
    ]
      + KeyBinding.motions([.up, .down, .pageDown, .pageUp, .top, .bottom], footer: 5) { .move($0) }
      + [
        KeyBinding([.character("L")], "forward", "forward to where you came back from", .forward),
        KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: .out(), .back),
      ])

  private struct Row {
    let letter: Character
    /// Nil where the notes have lost the lesson.
    let lesson: LessonID?
    let word: Int
    let cells: [Cell]
  }

  private var rows: [Row] = []
  private var list = ListView()
  /// Marks that were taken away, the last one at the end.
  private var deleted: [(letter: Character, place: ReadingPlace)] = []

  init(in state: AppState) { makeRows(state) }

  static var tables: [[Shortcut]] { [table.all] }
  var takesCount: Bool { true }
  func title(in state: AppState) -> String { "Attend  Bookmarks" }
  func status(in state: AppState) -> String { rows.isEmpty ? "" : counted(rows.count, "mark") }
  func keys(in state: AppState) -> [Shortcut] {
    Self.table.shortcuts(
      given: .those([
        .hasItem: !rows.isEmpty, .canMove: rows.count > 1, .canUndo: !deleted.isEmpty,
      ]))
  }

  /// Each row asks for a whole lesson, so not for each part of the notes that is read.
  private mutating func stateChanged(_ state: AppState) {
    if state.library.isComplete || rows.count != state.bookmarks.count { makeRows(state) }
  }

  private mutating func makeRows(_ state: AppState) {
    rows = state.bookmarks.sorted { $0.key < $1.key }.map { letter, place in
      let id = state.library.lesson(withKey: place.lesson)
      var cells = [Cell]("  \(letter)  ", Style(.accent, .bold))
      cells.append(id.map(state.library.name(of:)) ?? place.lesson, .text)
      let missing = state.library.isComplete ? "no longer in the notes" : "not read yet"
      let words = id.map { Self.words(at: place.word, of: $0, state) } ?? missing
      cells.append("  \(words)", .text)
      return Row(letter: letter, lesson: id, word: place.word, cells: cells)
    }
    list.hold(rows.count)
  }

  /// The line that a mark is on, for the reader to know it by.
  private static func words(at word: Int, of id: LessonID, _ state: AppState) -> String {
    var lesson = LessonPage(id, in: state)
    lesson.fit(width: TextFrame.widest, ascii: state.ascii)
    let lines = lesson.page.lines.dropFirst(lesson.page.line(ofWord: word)).map(\.cells.text)
    return lines.first { $0.contains { $0.isLetter || $0.isNumber } }?.trimmed ?? ""
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line): return choose(line, state, now)
    case .stateChanged:
      stateChanged(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    switch event {
    case .resized(let size): list.resize(size.rows)
    case .mouse:
      if let row = list.picked(by: event) { return open(row, state) }
    case .key(let key): if let action = Self.table.action(for: key) { return act(action, state) }
    default: break
    }
    return []
  }

  private mutating func act(_ action: Action, _ state: AppState) -> [Effect] {
    switch action {
    case .move(let motion): list.move(motion)
    case .open: return open(list.selected, state)
    case .delete: return delete(list.selected, state)
    case .undo:
      guard let (letter, place) = deleted.popLast() else {
        return [.say("There is no mark to bring back")]
      }
      return [.saveBookmark(letter, place)]
    case .forward: return [.forward]
    case .back: return [.back]
    }
    return []
  }

  private func open(_ index: Int, _ state: AppState) -> [Effect] {
    guard rows.indices.contains(index) else { return [] }
    guard let lesson = rows[index].lesson else {
      return [.say("The lesson of mark \(rows[index].letter) is no longer in the notes")]
    }
    let from = state.lastLesson.map { ReadingPlace(lesson: $0, word: state.places[$0] ?? 0) }
    return (from.map { [.jumped(from: $0)] } ?? []) + [
      .open(.lesson(lesson, .word(rows[index].word)))
    ]
  }

  private mutating func delete(_ index: Int, _ state: AppState) -> [Effect] {
    guard rows.indices.contains(index), let place = state.bookmarks[rows[index].letter] else {
      return []
    }
    let letter = rows[index].letter
    deleted.append((letter, place))
    let undo = Self.table.label(.undo, in: state)
    return [.saveBookmark(letter, nil), .say("Mark \(letter) is gone; \(undo) brings it back")]
  }

  // MARK: Showing

  private func emptyText(_ state: AppState) -> String? {
    guard rows.isEmpty else { return nil }
    let mark = ReaderKeys.table.label(.mark(.set), in: state)
    return "No marks yet: \(mark) and a letter in a lesson sets one."
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    emptyText(state).map { canvas.put(empty: $0, in: area) }
    list.draw(on: &canvas, in: area) { rows[$0].cells }
  }

  func selection(in state: AppState) -> String? {
    rows.indices.contains(list.selected) ? rows[list.selected].cells.text.trimmed : nil
  }

  func transcript(in state: AppState) -> [String] {
    ["", emptyText(state) ?? "Marks (type a letter to go there, delete and the letter):"]
      + rows.map(\.cells.text)
  }

  /// A mark that is named is taken away, not the one under the cursor.
  func claims(_ line: String) -> Bool { Self.named(line)?.action == .delete }

  private static func named(_ line: String) -> (action: Action, name: Substring)? {
    let words = line.split(separator: " ")
    guard words.count == 2, let action = table.action(named: words[0]) else { return nil }
    return (action, words[1])
  }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    let named = Self.named(line)
    let name = named?.name ?? line[...]
    guard name.count == 1, let index = rows.firstIndex(where: { String($0.letter) == name })
    else { return [.say("There is no mark \"\(line)\" here")] }
    list.select(index)
    return named?.action == .delete ? delete(index, state) : open(index, state)
  }
}

extension KeyScope {
  static let bookmarks = KeyScope("bookmarks", "Bookmarks")
}
