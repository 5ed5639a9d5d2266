import Quiz
import Notes
import TextUI
import Widgets

/// Which widget opens, with what, and where its draft is kept.
package struct WidgetRoute: Equatable, Sendable {
  /// The name of its kind.
  package var name: String
  /// What it came with.
  package var inputs: Inputs
  /// The key that what is typed into it is kept under.
  package var key: String
  /// What stands in the title before the widget's own.
  package var place = ""

  /// A way to a widget.
  package init(name: String, inputs: Inputs, key: String, place: String = "") {
    self.name = name
    self.inputs = inputs
    self.key = key
    self.place = place
  }

  /// Its kind.
  var type: (any Widget.Type)? { allWidgets.first { $0.name == name } }

  /// What it holds now, with what the reader left in it; nil where it cannot be made.
  func panel(in state: AppState) -> (any WidgetPanel)? {
    try? type?.opened(inputs, draft: state.drafts[key].flatMap(Draft.init))
  }
}

/// Keys on the screen of a widget beside those of the widget itself.
enum WidgetKeys {
  enum Leaving: Equatable { case back }
  /// Where the widget cannot be opened.
  static let broken = KeyTable<Leaving>(
    .brokenWidget,
    [KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: .out(), .back)])
}

extension Route {
  /// The title of the widget that it leads to.
  var widgetTitle: String? {
    if case .widget(let route) = self { route.type?.title } else { nil }
  }
}

/// Any widget on the whole screen.
struct WidgetScreen: Screen {
  private let route: WidgetRoute
  private var panel: (any WidgetPanel)?
  private var size = Size(columns: 80, rows: 20)
  private let ascii: Bool
  /// How long a frame of a step that is played is shown, in milliseconds: all of them take less than
  /// a second.
  private var frameTime: Int { min(120, 900 / max(1, panel?.frameCount ?? 1)) }
  /// When the frame that is shown came up, in milliseconds of Unix time.
  private var frameBegan = 0
  /// The inputs as they are stored.
  private var saved: Inputs?

  init(_ route: WidgetRoute, in state: AppState) {
    self.route = route
    ascii = state.ascii
    panel = route.panel(in: state)
    saved = panel?.inputs
    panel?.isStill = state.isStill
  }

  static var tables: [[Shortcut]] {
    allWidgets.map { $0.keys } + [TypingAction.table.all, WidgetKeys.broken.all]
  }
  func title(in state: AppState) -> String {
    "Attend   \(route.place.isEmpty ? route.type?.title ?? route.name : route.place)"
  }
  func status(in state: AppState) -> String { panel?.status ?? "" }
  func keys(in state: AppState) -> [Shortcut] {
    panel?.keys ?? WidgetKeys.broken.shortcuts()
  }
  var prompt: Prompt? {
    guard let panel, let field = panel.field else { return nil }
    return Prompt(label: panel.fieldLabel, field: field)
  }
  var takesText: Bool { panel != nil }
  /// While there is more to compute, the next slice comes at once.
  func tickInterval(in state: AppState) -> Duration? {
    if panel?.isWorking == true { return .zero }
    return panel?.isPlaying == true ? .milliseconds(frameTime) : nil
  }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line): return choose(line, state, now)
    case .stateChanged: return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    if case .resized(let size) = event {
      self.size = size
      return []
    }
    guard panel != nil else {
      guard case .key(let key) = event else { return [] }
      return WidgetKeys.broken.action(for: key) == nil ? [] : [.back]
    }
    let wasPlaying = panel?.isPlaying == true
    let effects = panel?.update(event) ?? []
    play(wasPlaying, now)
    return save() + carry(effects)
  }

  /// The next frame of a step that is played, once the one that is shown has had its time.
  private mutating func play(_ wasPlaying: Bool, _ now: Moment) {
    guard panel?.isPlaying == true else { return }
    if !wasPlaying {
      frameBegan = now.utc
    } else if now.utc - frameBegan >= frameTime {
      frameBegan = now.utc
      panel?.nextFrame()
    }
  }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    guard let effects = panel?.choose(line) else {
      return [.say("\"\(line)\" means nothing here; help lists what does")]
    }
    return save() + carry(effects)
  }

  func claims(_ line: String) -> Bool {
    guard panel?.field == nil else { return false }
    var copy = panel
    return copy?.choose(line) != nil
  }

  /// What was typed is kept at once: nothing is lost, whatever ends the program.
  private mutating func save() -> [Effect] {
    guard panel?.inputs != saved else { return [] }
    saved = panel?.inputs
    return draft
  }

  private var draft: [Effect] {
    guard let panel, !route.key.isEmpty else { return [] }
    return [.saveDraft(widget: route.key, panel.isChanged ? panel.draft.text : nil)]
  }

  private func carry(_ effects: [WidgetEffect]) -> [Effect] {
    effects.map { effect in
      switch effect {
      case .say(let text): .say(text)
      case .write(let files): .write(files)
      case .list: .open(.widgets)
      case .back: .back
      }
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    guard let panel else {
      canvas.put("This widget cannot be opened.", column: area.column, row: area.row)
      return
    }
    panel.draw(on: &canvas, in: area, ascii: ascii)
  }

  func transcript(in state: AppState) -> [String] {
    ["", "\(title(in: state))   \(status(in: state))", ""] + (panel?.transcript ?? [])
  }

  /// Where the cursor stands is kept when the widget is left.
  func leaving(_ state: AppState) -> [Effect] { draft }
}

extension KeyScope {
  static let brokenWidget = KeyScope("broken-widget", "A widget that cannot be opened")
}
