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
  /// While a number or an input is typed. The widget takes these keys.
  static let field = KeyTable<LineEntry.Action>(
    .widgetField,
    [
      KeyBinding([.enter], "keep", "take what was typed", footer: 1, .finish),
      KeyBinding([.escape], "cancel", "leave what was there", footer: 2, .cancel),
    ])

  enum Leaving: Equatable { case back }
  /// Where the widget cannot be opened.
  static let broken = KeyTable<Leaving>(
    .widgetField,
    [KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: 1, .back)])
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
  /// The inputs as they are stored.
  private var saved: Inputs?

  init(_ route: WidgetRoute, in state: AppState) {
    self.route = route
    ascii = state.ascii
    panel = route.panel(in: state)
    saved = panel?.inputs
  }

  func title(in state: AppState) -> String {
    "Attend   \(route.place.isEmpty ? route.type?.title ?? route.name : route.place)"
  }
  func status(in state: AppState) -> String { panel?.status ?? "" }
  func keys(in state: AppState) -> [Shortcut] {
    guard let panel else { return WidgetKeys.broken.shortcuts() }
    if panel.field != nil { return WidgetKeys.field.shortcuts() }
    return panel.keys.map { Shortcut($0, in: .widget(route.name)) }
  }
  var prompt: Prompt? {
    guard let panel, let field = panel.field else { return nil }
    return Prompt(label: panel.fieldLabel, field: field)
  }
  var takesText: Bool { panel != nil }
  var isPlaying: Bool { panel?.isPlaying == true }
  /// While there is more to compute, the next slice comes at once.
  func tickInterval(in state: AppState) -> Duration? {
    guard let panel else { return nil }
    return panel.isWorking ? .zero : panel.isPlaying ? .milliseconds(Pace.interval) : nil
  }

  mutating func update(_ event: Event, in state: AppState, now: Moment) -> [Effect] {
    if case .resized(let size) = event {
      self.size = size
      return []
    }
    guard panel != nil else {
      guard case .key(let key) = event else { return [] }
      return WidgetKeys.broken.action(for: key) == nil ? [] : [.back]
    }
    let effects = panel?.update(event) ?? []
    return save() + carry(effects)
  }

  mutating func choose(_ line: String, in state: AppState, now: Moment) -> [Effect]? {
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
    // What moves by itself is kept where it comes to rest.
    guard panel?.isPlaying != true, panel?.inputs != saved else { return [] }
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
      case .open(let name, let inputs):
        .open(
          .widget(
            WidgetRoute(
              name: name, inputs: inputs, key: route.key.isEmpty ? "" : "\(route.key)#\(name)",
              place: route.place)))
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
