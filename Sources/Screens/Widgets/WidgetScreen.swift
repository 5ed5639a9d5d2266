import Quiz
import Notes
import TextUI
import Widgets

extension WidgetRoute {
  /// What it holds now, with what the reader left in it; nil where it cannot be made.
  func panel(in state: AppState) -> (any WidgetPanel)? {
    try? type?.opened(inputs, draft: state.drafts[key].flatMap(Draft.init))
  }
}

extension Route {
  /// The title of the widget that it leads to.
  var widgetTitle: String? {
    if case .widget(let route) = self { route.type?.title } else { nil }
  }
}

/// Any widget on the whole screen.
struct WidgetScreen: Screen {
  private var open: OpenWidget

  init(_ route: WidgetRoute, in state: AppState) {
    open = OpenWidget(route, in: state)
    open.relate(to: state.library)
  }

  private var panel: (any WidgetPanel)? { open.panel }

  static var tables: [[Shortcut]] {
    allWidgets.map { $0.keys } + [TypingAction.table.all, WidgetKeys.broken.all]
  }
  func title(in state: AppState) -> String {
    let route = open.route
    return Chrome.name + (route.place.isEmpty ? route.type?.title ?? route.name : route.place)
  }
  func status(in state: AppState) -> String { panel?.status ?? "" }
  func progress(in state: AppState) -> Double? { panel?.progress }
  var fillsBody: Bool { true }
  func keys(in state: AppState) -> [Shortcut] { open.shortcuts }
  var prompt: Prompt? { open.prompt }
  var takesText: Bool { panel != nil }
  var longestPaste: Int { Paste.limit }
  var escapesWithin: Bool { panel?.escapesWithin ?? false }
  func tickInterval(in state: AppState) -> Duration? { open.tickInterval }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    defer { open.relate(to: state.library, afresh: event == .stateChanged) }
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line):
      return open.choose(line, in: state) ?? [
        .say("\"\(line)\" is not a command here; help lists those that are")
      ]
    case .stateChanged: return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    open.update(event, in: state, now)
  }

  func claims(_ line: String) -> Bool {
    guard panel?.field == nil else { return false }
    var copy = panel
    return copy?.choose(line) != nil
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    guard let panel else {
      canvas.put("This widget cannot be opened.", column: area.column, row: area.row)
      return
    }
    panel.draw(on: &canvas, in: area)
  }

  func transcript(in state: AppState) -> [String] {
    ["", "\(title(in: state))   \(status(in: state))", ""] + (panel?.transcript ?? [])
  }

  /// Where the cursor stands is kept when the widget is left.
  func leaving(_ state: AppState) -> [Effect] { open.draft }
}
