import Notes
import Quiz
import Scheduling
import TextUI

@testable import Screens

/// The program driven by events, its screen as text: what every test of a screen goes through.
struct Script: Sendable {
  private(set) var app: App
  private(set) var effects: [Effect] = []
  private(set) var size: Size
  /// Each event comes a second after the one before, with other random bits.
  private var now: Moment
  /// What was answered before.
  private let log: [Review]

  /// Notes given as (path, Markdown), opened at Contents or at a lesson.
  init(
    _ notes: [(String, String)], columns: Int = 80, rows: Int = 24,
    opening routes: [Route] = [.contents],
    places: [String: Int] = [:], read: Set<String> = [], ascii: Bool = false, log: [Review] = [],
    clock: Int = 0, bank: QuestionBank = QuestionBank()
  ) {
    now = Moment(utc: clock)
    self.log = log
    let documents = notes.map { Document(path: $0.0, bytes: Array($0.1.utf8)) }
    var state = AppState(library: Library(title: "Notes", key: "k", documents: documents))
    state.places = places
    state.lessonsRead = read
    state.ascii = ascii
    state.bank = bank
    size = Size(columns: columns, rows: rows)
    app = App(state: state, size: size, opening: routes)
    settle()
    effects = []
  }

  mutating func send(_ event: Event) {
    now.utc += 1000
    now.random += 10
    effects = []
    _ = app.deliver(.terminal(event), now: now) { effect, _ in
      effects.append(effect)
      return effect == .recall ? [.progress(Progress(reviews: log), settings: Settings())] : []
    }
    if case .resized(let size) = event { self.size = size }
  }

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }
  /// A line typed in the plain mode.
  mutating func choose(_ line: String) -> [Effect]? { app.update(.line(line), now: now) }
  mutating func type(_ text: String) { for character in text { press(.character(character)) } }
  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.resized(Size(columns: columns, rows: rows)))
  }
  /// What goes wrong outside.
  mutating func warn(_ text: String) { _ = app.update(.result(.trouble(text)), now: now) }
  /// The reader's own keys from now on.
  mutating func rebind(_ keymap: Keymap) { _ = app.update(.result(.keymap(keymap)), now: now) }
  mutating func replace(_ notes: [(String, String)]) {
    replace(notes.map { Document(path: $0.0, bytes: Array($0.1.utf8)) })
  }
  mutating func replace(_ documents: [Document]) {
    let library = Library(title: "Notes", key: "k", documents: documents)
    _ = app.update(.result(.library(library)), now: now)
  }
  /// Ticks until nothing is left to be done in slices.
  mutating func settle() { while app.tickInterval == .zero { send(.tick) } }

  var canvas: Canvas {
    var canvas = Canvas(size: size)
    app.draw(on: &canvas)
    return canvas
  }
  var screen: [String] { canvas.text }
  /// The row above the footer.
  var messageLine: String { screen.dropLast().last ?? "" }
  /// The text of cells with an attribute.
  func marked(_ attribute: Style.Attributes) -> String {
    Array(canvas.cells.filter { $0.style.attributes.contains(attribute) }).text
  }
}

extension App {
  /// What an event of the terminal asks of the outside.
  mutating func send(_ event: Event, now: Moment = Moment(utc: 0)) -> [Effect] {
    update(.terminal(event), now: now) ?? []
  }
  /// The program after something came from outside.
  mutating func take(_ result: EffectResult) { _ = update(.result(result), now: Moment(utc: 0)) }
}
