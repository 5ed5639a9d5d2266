import Notes
import Quiz
import Scheduling
import TextUI
import Testing

@testable import Screens

/// Notes with a question of several kinds.
private let text = """
  # Course

  ## Scores

  What a score is.

  ### Which part decides?
  <!-- quiz id=one -->
  > It sums to one.

  1. [ ] the scores
     > Scores are not normalised.
  1. [x] the weights
  1. [ ] the values

  > [!NOTE]
  > Softmax makes weights.

  ## Numbers

  What a number is.

  ### How much?
  <!-- quiz id=two u=choice([1,2,3]) v=choice([4,5,6]) -->
  > Three products.

  u · v = [[= dot(u,v)]].

  > [!NOTE]
  > {{= dot(u,v)}}.
  """

/// The program in a quiz, its answers taken in as the outside does.
struct Quizzing {
  var app: App
  var size: Size
  var now = Moment(utc: 1_700_000_000_000, random: 1)
  var rows: [Review] = []
  var last: [Effect] = []

  init(
    _ route: Route = .quiz(Plan.Scope(seed: 3)), columns: Int = 80, rows: Int = 24,
    log: [Review] = [], known: KnownQuestions? = nil, isLinear: Bool = false,
    notes: String? = nil
  ) {
    size = Size(columns: columns, rows: rows)
    let document = Document(path: "a.md", bytes: Array((notes ?? text).utf8))
    var state = AppState(library: Library(title: "Notes", key: "k", documents: [document]))
    state.isLinear = isLinear
    app = App(state: state, size: size, opening: [.contents, route])
    for _ in 0..<10 where app.tickInterval == .zero {
      let effects = app.send(.tick, now: now)
      if effects.contains(.recall) {
        app.take(
          .progress(Progress(History(log), now: now.utc), settings: Settings(), known: known))
      }
      for case .record(let new) in effects { self.rows += new }
      last += effects
    }
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      now.utc += 1000
      now.random += 10
      last = app.send(.key(key), now: now)
      for case .record(let new) in last { rows += new }
      while app.tickInterval == .zero { _ = app.send(.tick, now: now) }
    }
  }
  mutating func type(_ text: String) { for character in text { press(.character(character)) } }
  mutating func resize(_ columns: Int, _ rows: Int) {
    size = Size(columns: columns, rows: rows)
    _ = app.send(.resized(size), now: now)
  }
  mutating func line(_ text: String) {
    now.utc += 1000
    now.random += 10
    last = app.update(.line(text), now: now) ?? []
    for case .record(let new) in last { rows += new }
  }
  var screen: String {
    var canvas = Canvas(size: size)
    app.draw(on: &canvas)
    return canvas.text.joined(separator: "\n")
  }
  /// Goes to the question of that heading.
  mutating func go(to heading: String) {
    for _ in 0..<3 where !screen.contains(heading) { press(.alt("s")) }
    rows = []
  }
}
