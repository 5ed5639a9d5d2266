import Formulas
import FuzzTargets
import JSONText
import Notes
import Numerics
import Quiz
import Scheduling
import Screens
import Storage
import TextUI
import Typesetting
import Widgets

/// A way that text from outside takes through the program.
struct GrowthPath: Sendable {
  let name: String
  /// The fuzz targets whose words go this way.
  let vocabularies: Set<String>
  /// Whether a person waits for it: a fuzz target does many such things, one after the other.
  var isInteractive = true
  let run: @Sendable ([UInt8], Step) -> Void

  /// Measures one thing that a person waits for.
  typealias Step = (() -> Void) -> Void

  /// Lessons opened of one input: a person opens one at a time.
  private static let lessons = 64

  /// Every way; the fuzz targets themselves last, each with its own words.
  static let all =
    [
      GrowthPath(name: "notes read", vocabularies: ["notes", "maths"]) { bytes, step in
        step { _ = library(bytes) }
      },
      GrowthPath(name: "a lesson's page", vocabularies: ["notes", "questions", "maths", "numbers"])
      {
        let library = library($0)
        for id in library.lessonIDs.prefix(lessons) {
          $1 { _ = LessonText.lines(of: id, in: library, width: 80, ascii: false) }
        }
      },
      GrowthPath(name: "a key", vocabularies: ["notes", "questions", "maths"]) { bytes, step in
        let lesson = LessonID(document: 0, chapter: 0, lesson: 0)
        var app = app(library(bytes), [.lesson(lesson, .top)])
        for key in "Gg\too/ax\nqG/ax\n" { step { press(key, &app) } }
      },
      GrowthPath(name: "search", vocabularies: ["notes", "maths"]) { bytes, step in
        var app = app(library(bytes), [.search("aax")])
        step { press("a", &app) }
      },
      GrowthPath(name: "links", vocabularies: ["notes"]) { bytes, step in
        let library = library(bytes)
        for id in library.lessonIDs.prefix(lessons) {
          step { _ = library.resolve(link: "#nowhere", from: id) }
          step { _ = library.lesson(withKey: library.key(of: id)) }
        }
      },
      GrowthPath(name: "questions", vocabularies: ["questions", "notes"]) { bytes, step in
        let library = library(bytes)
        var bank = QuestionBank()
        while !bank.isComplete(library) { step { bank.fill(from: library) } }
        for question in bank.questions { step { pose(question) } }
        step {
          _ = Plan(
            .init(), bank: bank, progress: Progress(), now: 1_800_000_000_000,
            today: StudyDay(time: 1_800_000_000_000, offset: 0))
        }
      },
      GrowthPath(name: "Anki", vocabularies: ["questions", "notes"]) { bytes, step in
        let library = library(bytes)
        let bank = QuestionBank(library)
        step { _ = AnkiText(bank, in: library).text }
      },
      GrowthPath(name: "a widget block", vocabularies: ["widgets", "numbers"]) { bytes, step in
        let text = String(decoding: bytes, as: UTF8.self)
        var inputs = Inputs()
        step { inputs = (try? Inputs(text: text, after: 0)) ?? Inputs() }
        for type in allWidgets { step { _ = try? type.init(inputs) } }
      },
      GrowthPath(name: "a widget's input", vocabularies: ["widgets", "numbers"]) { bytes, step in
        let text = String(decoding: bytes, as: UTF8.self)
        for type in allWidgets {
          for entry in type.example.entries {
            step { _ = try? type.init(type.example.with(entry.key, text)) }
          }
        }
      },
      GrowthPath(name: "numbers", vocabularies: ["numbers"]) { bytes, step in
        let text = String(decoding: bytes, as: UTF8.self)
        step { _ = try? NumberReader.number(text) }
        step { _ = try? NumberReader.vector(text) }
        step { _ = try? NumberReader.matrix(text) }
        step { _ = try? Expression(text) }
      },
      GrowthPath(name: "JSON", vocabularies: ["json", "widgets", "progress"]) { bytes, step in
        step { _ = try? JSON.parse(utf8: bytes).text }
        step { _ = try? Export.read(bytes) }
      },
      GrowthPath(name: "the log", vocabularies: ["progress", "json"]) { bytes, step in
        step {
          let log = ReviewLog(bytes, path: "log")
          _ = Progress(reviews: union([log.reviews, log.reviews]))
        }
      },
      GrowthPath(name: "maths", vocabularies: ["maths"]) { bytes, step in
        let text = String(decoding: bytes, as: UTF8.self)
        step { _ = Maths.inline(text) }
        step { _ = Maths.display(text, width: 80) }
      },
      GrowthPath(name: "a paste", vocabularies: ["keys", "widgets", "numbers"]) { bytes, step in
        let text = String(decoding: bytes, as: UTF8.self)
        let notes = Array("# A\n\n## B\n\n### Q?\n<!-- quiz -->\nIt is [[one]].\n".utf8)
        let openings: [[Route]] =
          [[], [.search("")], [.quiz(Plan.Scope())]]
          + allWidgets.map { [.widget(WidgetRoute(name: $0.name, inputs: $0.example, key: "w"))] }
        for opening in openings {
          var app = app(library(notes), opening)
          if opening.isEmpty { press("/", &app) }
          step { send(.pasted(text), &app) }
          step { press("x", &app) }
          step { press("\n", &app) }
        }
      },
    ]
    + allTargets.map { target in
      GrowthPath(name: "fuzz \(target.name)", vocabularies: [target.name], isInteractive: false) {
        bytes, step in
        step { try? target.run(bytes) }
      }
    }

  // MARK: Parts of a way

  private static func library(_ bytes: [UInt8]) -> Library {
    Library(title: "", key: "", documents: [Document(path: "a.md", bytes: bytes)])
  }

  private static func app(_ library: Library, _ opening: [Route]) -> App {
    var state = AppState(library: library)
    state.progress = Progress()
    var app = App(
      state: state, size: Size(columns: 80, rows: 24), opening: [.contents] + opening)
    work(&app)
    return app
  }

  private static func press(_ key: Character, _ app: inout App) {
    let keys: [Character: Key] = ["\n": .enter, "\t": .tab]
    send(.key(keys[key] ?? .character(key)), &app)
  }

  private static func send(_ event: Event, _ app: inout App) {
    _ = app.update(.terminal(event), now: Moment(utc: 1_800_000_000_000))
    var canvas = Canvas(size: Size(columns: 80, rows: 24))
    app.draw(on: &canvas)
    work(&app)
  }

  /// What goes on while no key is pressed.
  private static func work(_ app: inout App) {
    for _ in 0..<10_000 where app.tickInterval == .zero {
      _ = app.update(.terminal(.tick), now: Moment(utc: 1_800_000_000_000))
    }
  }

  private static func pose(_ question: Question) {
    guard var posed = try? PresentedQuestion(question, seed: 1, support: 0) else { return }
    for reveal in [Reveal.nothing, .marks, .all] {
      _ = posed.form.picture(reveal, width: 78, ascii: false)
    }
    _ = posed.form.take(posed.form.key)
    if posed.form.obstacle == nil { _ = posed.form.verdict }
    _ = (posed.form.answer, posed.form.solution, posed.hints, posed.figure)
  }
}
