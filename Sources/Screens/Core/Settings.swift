import Quiz
import Scheduling

/// One thing that the reader may choose, with the type of its values.
package struct Setting<Value: Equatable & Sendable>: Sendable {
  /// Its name where it is kept and wherever it is spoken of, such as `quiz.retention`.
  package let name: String
  let kind: SettingKind<Value>
  /// What holds until the reader chooses.
  let fallback: Value
  let words: String
  /// Whether each of the reader's notes has its own.
  var isOfNotes = false
}

/// The settings there are; a new one is declared here and named in `Settings.table`.
extension Setting where Value == Double {
  package static let retention = Setting(
    name: "quiz.retention", kind: .share(Scheduler.retentions), fallback: 0.9,
    words: "The chance of recall at which a question comes back; + and - in Statistics change it")
}

extension Setting where Value == Int {
  /// What a day may hold.
  package static let aDay = 0...500

  package static let newADay = Setting(
    name: "quiz.new", kind: .count(aDay), fallback: Plan.newADay,
    words: "New questions a day, of each of the notes; + and - in Ways to study change it",
    isOfNotes: true)
  package static let dueADay = Setting(
    name: "quiz.due", kind: .count(aDay), fallback: Plan.dueADay,
    words: "Due questions a day, of each of the notes; + and - in Ways to study change it",
    isOfNotes: true)
}

extension Setting where Value == Bool {
  package static let confidence = Setting(
    name: "quiz.confidence", kind: .yesOrNo, fallback: false,
    words: "Whether the quiz asks how sure you are; c in the quiz changes it")
}

/// What was chosen; a value that cannot be read, as another program may write one, counts as none.
package struct Settings: Equatable, Sendable {
  private var texts: [String: String]

  /// Settings as they are kept: texts by name.
  package init(_ texts: [String: String] = [:]) { self.texts = texts }

  package subscript<Value>(setting: Setting<Value>) -> Value {
    texts[setting.name].flatMap(setting.kind.read) ?? setting.fallback
  }

  /// Takes in one choice.
  package mutating func apply(_ change: Change) { texts[change.name] = change.text }

  /// One choice, as it is kept.
  package struct Change: Equatable, Sendable {
    package let name: String
    /// Nil where the reader went back to what holds without a choice.
    package let text: String?

    package init<Value>(_ setting: Setting<Value>, to value: Value) {
      name = setting.name
      text = value == setting.fallback ? nil : setting.kind.text(value)
    }
  }

  /// All settings, from which reading the state file and the manual page follow.
  package static let table = [
    Row(Setting.retention), Row(Setting.newADay), Row(Setting.dueADay), Row(Setting.confidence),
    Row(Setting.theme), Row(Setting.searches),
  ]

  /// A setting of any type, in words.
  package struct Row: Sendable {
    package let name: String
    /// The values that it may have: `70 % to 99 %`.
    package let values: String
    /// The value that holds until the reader chooses.
    package let fallback: String
    package let words: String
    private let isOfNotes: Bool

    /// The name under which it is kept for notes of that key.
    package func name(for key: String) -> String { isOfNotes ? "\(name)@\(key)" : name }

    fileprivate init<Value>(_ setting: Setting<Value>) {
      isOfNotes = setting.isOfNotes
      name = setting.name
      values = setting.kind.words
      fallback = setting.kind.shown(setting.fallback)
      words = setting.words
    }
  }

  /// How much a day holds, of the notes that are open.
  package var limits: Plan.Limits { Plan.Limits(due: self[.dueADay], new: self[.newADay]) }

  /// The scheduler that the settings ask for.
  package var scheduler: Scheduler { Scheduler(retention: self[.retention]) }
}
