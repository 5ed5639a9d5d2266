import Notes
import TextUI
import Widgets

/// A widget that is open, on a screen of its own or beside a lesson: what is typed into it is kept at
/// once, so that nothing is lost, whatever ends the program.
struct OpenWidget: Sendable {
  let route: WidgetRoute
  /// Nil where it cannot be made.
  private(set) var panel: (any WidgetPanel)?
  /// The inputs as they are stored.
  private var saved: Inputs?

  init(_ route: WidgetRoute, in state: AppState) {
    self.route = route
    panel = route.panel(in: state)
    saved = panel?.inputs
  }

  mutating func update(_ event: Event) -> [Effect] {
    let effects = panel?.update(event) ?? []
    return save() + carry(effects)
  }

  /// A line of the plain mode; nil where it means nothing here.
  mutating func choose(_ line: String) -> [Effect]? {
    guard let effects = panel?.choose(line) else { return nil }
    return save() + carry(effects)
  }

  var shortcuts: [Shortcut] {
    guard let panel else { return WidgetKeys.broken.shortcuts() }
    if panel.field != nil { return WidgetKeys.field.shortcuts() }
    return panel.keys.map { Shortcut($0, in: .widget(route.name)) }
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

  private mutating func save() -> [Effect] {
    guard panel?.inputs != saved else { return [] }
    saved = panel?.inputs
    return draft
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
}
