import Notes
import Quiz
import TextUI

/// A question as its author sees it, opened from its lesson: its key stands there, and nothing is kept.
struct PreviewScreen: Screen {
  enum Action: Equatable { case move(ListView.Motion), edit, back }
  static let table = KeyTable<Action>(
    .preview,
    [
      KeyBinding(
        [.character("q"), .escape, .enter, .backspace], "back", "back to the lesson",
        footer: .out(), .back),
      KeyBinding(
        [.character("E")], "edit", "edit the question, in VISUAL or EDITOR", footer: .at(3, "edit"),
        .edit),
    ] + KeyBinding.motions(footer: 2) { .move($0) })

  /// Columns at the left, as all text has them.
  private static let margin = 2

  private let lesson: LessonID
  private let id: String
  private var text = ReadLines()

  init(_ lesson: LessonID, question id: String) {
    self.lesson = lesson
    self.id = id
  }

  static var tables: [[Shortcut]] { [table.all] }
  var takesCount: Bool { true }
  var nearDocument: Int { lesson.document }
  func title(in state: AppState) -> String { "Preview  \(state.shownName(of: lesson))" }
  func status(in state: AppState) -> String { "nothing is kept" }
  func keys(in state: AppState) -> [Shortcut] {
    Self.table.shortcuts(given: text.page.isLonger ? [.canMove] : [])
  }

  private func question(_ state: AppState) -> Question? {
    LessonQuestions(lesson, in: state.library).written.first { $0.question.id == id }?.question
  }

  private mutating func layOut(_ state: AppState) {
    text.hold(lines(width: text.size.columns, state))
  }

  /// What is wrong with the question where it cannot be asked as it stands now: its title, and each finding with what to
  /// write. Of one without an identity the first that cannot.
  private func broken(_ state: AppState) -> (line: Int, title: String, findings: [Diagnostic])? {
    let all = LessonQuestions(lesson, in: state.library)
    guard let broken = all.broken.first(where: { $0.id == id }) ?? all.broken.first else {
      return nil
    }
    let findings = all.diagnostics.filter { broken.lines.contains($0.line) }
    return (
      broken.lines.lowerBound, broken.title, findings.isEmpty ? [broken.problem] : findings
    )
  }

  private func lines(width: Int, _ state: AppState) -> [[Cell]] {
    let room = max(1, width - Self.margin)
    let lines =
      question(state).map { QuestionPreview($0).lines(width: room, ascii: state.ascii) }
      ?? broken(state).map { _, title, findings in
        [Cell](title, Style(.strong, .bold)).wrapped(to: room)
          + [Cell]("It cannot be asked as it is written now:", Style(.warning)).wrapped(to: room)
          + findings.flatMap { [Cell]("Line \($0.line): \($0.advice)").wrapped(to: room) }
      }
      ?? [Cell]("This question is no more in the notes", .muted).wrapped(to: room)
    return lines.map { $0.isEmpty ? [] : [Cell](repeating: .blank, count: Self.margin) + $0 }
  }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state)
    case .line: return nil
    case .stateChanged:
      layOut(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState) -> [Effect] {
    switch event {
    case .resized(let size):
      text.resize(size)
      layOut(state)
    case .mouse: ListView.Motion(event).map { text.move($0) }
    case .key(let key):
      switch Self.table.action(for: key) {
      case .back: return [.back]
      case .edit:
        let line = question(state)?.line ?? broken(state)?.line
        return line.map { [.edit(document: lesson.document, line: $0)] } ?? []
      case .move(let motion): text.move(motion)
      case nil: break
      }
    default: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    text.draw(on: &canvas, in: area)
  }

  func transcript(in state: AppState) -> [String] {
    ["", title(in: state), ""] + lines(width: 80, state).map { $0.text }
  }
}

extension KeyScope {
  static let preview = KeyScope("preview", "Preview of a question")
}
