import Notes
import Quiz
import TextUI
import Widgets

/// Keys of a widget that cannot be opened.
enum WidgetKeys {
  enum Leaving: Equatable { case back }
  static let broken = KeyTable<Leaving>(
    .brokenWidget,
    [KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: .out(), .back)])
}

extension KeyScope {
  static let brokenWidget = KeyScope("broken-widget", "A widget that cannot be opened")
}

/// A widget that is open, on a screen of its own or beside a lesson: what is typed into it is kept at
/// once, so that nothing is lost, whatever ends the program.
struct OpenWidget: Sendable {
  let route: WidgetRoute
  /// Nil where it cannot be made.
  private(set) var panel: (any WidgetPanel)?
  /// Which of its states is stored.
  private var saved: Int?
  /// The lesson that was found for a step.
  private struct Related: Sendable {
    let topic: String?
    let id: LessonID?
  }
  private var related: Related?
  /// When the frame that is shown came up, in milliseconds of Unix time.
  private var frameBegan = 0

  init(_ route: WidgetRoute, in state: AppState) {
    self.route = route
    panel = route.panel(in: state)
    saved = panel?.revision
    panel?.isStill = state.isStill
    panel?.isLinear = state.isLinear
    panel?.ascii = state.ascii
  }

  /// Finds the lesson that explains what is shown; each step may have its own.
  mutating func relate(to library: Library, afresh: Bool = false) {
    guard let panel, afresh || related == nil || related?.topic != panel.stepTopic else { return }
    related = Related(
      topic: panel.stepTopic,
      id: ExplainingLesson.find(route.name, step: panel.stepTopic, in: library))
    self.panel?.lesson = related?.id.map { library.name(of: $0) }
  }

  /// While there is more to compute, the next slice comes at once; while a step is played, the next
  /// frame in its time.
  var tickInterval: Duration? {
    if panel?.isWorking == true { return .zero }
    return panel.flatMap { $0.isPlaying ? .milliseconds($0.frameTime) : nil }
  }

  mutating func update(_ event: Event, in state: AppState, _ now: Moment) -> [Effect] {
    let wasPlaying = panel?.isPlaying == true
    guard let effects = panel?.update(event) else {
      return WidgetKeys.broken.action(for: event) == nil ? [] : [.back]
    }
    play(wasPlaying, now)
    let carried = carry(effects, state)
    return save() + carried
  }

  /// The next frame of what moves by itself, once the one that is shown has had its time.
  private mutating func play(_ wasPlaying: Bool, _ now: Moment) {
    guard let panel, panel.isPlaying else { return }
    if !wasPlaying {
      frameBegan = now.utc
    } else if now.utc - frameBegan >= panel.frameTime {
      frameBegan = now.utc
      self.panel?.nextFrame()
    }
  }

  /// A line of the plain mode; nil where it means nothing here.
  mutating func choose(_ line: String, in state: AppState) -> [Effect]? {
    guard let effects = panel?.choose(line) else { return nil }
    let carried = carry(effects, state)
    return save() + carried
  }

  var shortcuts: [Shortcut] {
    panel?.keys ?? WidgetKeys.broken.shortcuts()
  }

  var prompt: Prompt? {
    guard let panel, let field = panel.field else { return nil }
    return Prompt(label: panel.fieldLabel, field: field)
  }

  /// What is to be kept of it, also where the cursor stands.
  var draft: [Effect] {
    guard let panel, !route.key.isEmpty else { return [] }
    return [.saveDraft(widget: route.key, panel.isChanged ? panel.draft.text : nil)]
  }

  /// Whether what is kept of it is what it holds: opened again it would be the same, but without what
  /// is not kept, as its undo history.
  func isKept(in state: AppState) -> Bool {
    guard let panel, !route.key.isEmpty else { return true }
    let own = panel.draft
    let kept = state.drafts[route.key].flatMap(Draft.init)
    // A draft that began with other inputs is void.
    return (kept?.origin == own.origin ? kept : nil) == (panel.isChanged ? own : nil)
  }

  private mutating func save() -> [Effect] {
    // What moves by itself is kept where it comes to rest.
    guard panel?.isPlaying != true, panel?.revision != saved else { return [] }
    saved = panel?.revision
    return draft
  }

  private mutating func carry(_ effects: [WidgetEffect], _ state: AppState) -> [Effect] {
    effects.flatMap { effect -> [Effect] in
      switch effect {
      case .say(let text): [.say(text)]
      case .write(let files): [.write(files)]
      case .openNotes(let key, let most):
        put(OpenNotes(in: state, most: most), into: key, state)
      case .openOnNotes(let name, let key, let most):
        open(name, on: OpenNotes(in: state, most: most), as: key)
      case .open(let name, let inputs): [opening(name, inputs)]
      case .list: [.open(.widgetList(at: route.name))]
      case .lesson: openLesson(state)
      case .back: [.back]
      }
    }
  }

  /// Where one came from there, that is back.
  private func openLesson(_ state: AppState) -> [Effect] {
    guard let id = related?.id, state.library[id] != nil else { return [] }
    return route.place == state.library.name(of: id) ? [.back] : [.open(.lesson(id, .lastPlace))]
  }

  /// Another widget over this one.
  private func opening(_ name: String, _ inputs: Inputs) -> Effect {
    .open(
      .widget(
        WidgetRoute(
          name: name, inputs: inputs, key: route.key.isEmpty ? "" : "\(route.key)>\(name)",
          place: inputs["source"] ?? route.place)))
  }

  /// Another widget on the notes that are open; what they are too few for is said here.
  private func open(
    _ name: String, on notes: OpenNotes?, as key: String
  ) -> [Effect] {
    guard let notes else { return [OpenNotes.none] }
    guard let type = allWidgets.first(where: { $0.name == name }) else { return [] }
    let inputs = notes.inputs(of: type, key: key)
    if let problem = type.problems(inputs).first { return [.say(problem.advice)] }
    return [opening(name, inputs)] + notes.part(key)
  }

  /// The notes in an input of the widget that is open.
  private mutating func put(
    _ notes: OpenNotes?, into key: String, _ state: AppState
  ) -> [Effect] {
    guard let notes else { return [OpenNotes.none] }
    guard let type = route.type else { return [] }
    let problems = panel?.set(notes.inputs(of: type, key: key)) ?? []
    return problems.isEmpty ? [notes.told(key)] : carry(problems, state)
  }
}
