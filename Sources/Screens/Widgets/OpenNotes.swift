import Notes
import Widgets

/// The text of the notes that are open, as an input of a widget.
struct OpenNotes {
  /// All of it, or its first bytes.
  let text: String
  let isAll: Bool
  /// Whose text it is.
  let source: String

  /// Their first `most` bytes; nil where they hold no text.
  init?(in state: AppState, most: Int) {
    (text, isAll) = state.library.text(most)
    source = state.library.isCourse ? "attend's course" : state.library.title
    if text.isEmpty { return nil }
  }

  static let none = Effect.say("The open notes hold no text")

  /// The inputs of a widget with it, and whose it is where the widget says so.
  func inputs(of type: any Widget.Type, key: String) -> Inputs {
    var inputs = Inputs([key: EscapedText.write(text)])
    // A widget may say whose text it holds.
    if type.inputKeys.contains(OwnNotesWidget.sourceKey) {
      inputs[OwnNotesWidget.sourceKey] = EscapedText.write(source)
    }
    return inputs
  }

  /// Which text it is.
  func told(_ key: String) -> Effect {
    .say("\(key): \(isAll ? "" : "the first \(text.utf8.count) bytes of ")\(source)")
  }

  /// What is said where it is not all.
  func part(_ key: String) -> [Effect] { isAll ? [] : [told(key)] }

  /// The figure that learns one's notes begins with those that are open; nil where that is the course, or they are
  /// too few for it.
  static func learning(in state: AppState) -> [Effect]? {
    let (type, key) = (OwnNotesWidget.self, OwnNotesWidget.textKey)
    guard !state.library.isCourse,
      let notes = OpenNotes(in: state, most: OwnNotesWidget.mostLearnt)
    else { return nil }
    var route = WidgetRoute.example(of: type)
    route.inputs = notes.inputs(of: type, key: key)
    return type.problems(route.inputs).isEmpty
      ? [.open(.widget(route))] + notes.part(key) : nil
  }
}
