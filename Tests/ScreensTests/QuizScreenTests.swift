import Notes
import Quiz
import Scheduling
import TextUI
import Testing

@testable import Screens

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
private struct Quizzing {
  var app: App
  var size: Size
  var now = Moment(utc: 1_700_000_000_000, random: 1)
  var rows: [Review] = []
  var last: [Effect] = []

  init(
    _ route: Route = .quiz(Plan.Scope(seed: 3)), columns: Int = 80, rows: Int = 24,
    log: [Review] = []
  ) {
    size = Size(columns: columns, rows: rows)
    let document = Document(path: "a.md", bytes: Array(text.utf8))
    let world = World(library: Library(title: "Notes", key: "k", documents: [document]))
    app = App(world: world, size: size, opening: [.contents, route])
    for _ in 0..<10 where app.tickInterval == .zero {
      let effects = app.send(.tick, now: now)
      if effects.contains(.recall) { app.take(.progress(Progress(reviews: log), settings: [:])) }
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

@Suite struct QuizScreenTests {
  @Test func aWrongAnswerIsExplainedAndStoredAtOnce() {
    var quiz = Quizzing()
    quiz.go(to: "Which part decides?")
    let order = quiz.app.transcript.joined()
    let wrong = ["1", "2", "3"].first { order.contains("\($0)  the scores") } ?? "1"
    quiz.type(wrong)
    quiz.press(.enter)
    #expect(
      quiz.rows.map(\.kind) == [.answer(.again)] && quiz.rows[0].question == "one"
        && quiz.rows[0].answer == "1")
    #expect(!quiz.screen.contains("Right is"))
    quiz.press(.enter)
    #expect(quiz.screen.contains("Right is: the weights"))
  }

  @Test func aLargerScreenShowsAllThatFits() {
    var quiz = Quizzing(columns: 30, rows: 9)
    quiz.go(to: "Which part decides?")
    quiz.press(.enter)
    #expect(!quiz.screen.contains("Which part decides?"))
    quiz.resize(80, 40)
    #expect(quiz.screen.contains("Which part decides?"))
  }

  @Test func aHintMakesItHardAndUndoTakesItBack() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    // In a number `h` is no text, so it is a key.
    quiz.press(.character("h"))
    #expect(quiz.screen.contains("Hint: Three products."))
    quiz.type("32")
    quiz.press(.enter)
    #expect(
      quiz.rows.map(\.kind) == [.answer(.hard)] && quiz.screen.contains("Right, with a hint."))
    let answered = quiz.rows[0].id
    quiz.press(.character("u"))
    #expect(quiz.rows.last?.kind == .void(answered) && quiz.screen.contains("Answer  [_"))
    // After a restart too: the log is all that is needed.
    var again = Quizzing(log: quiz.rows.dropLast())
    again.press(.alt("u"))
    #expect(again.rows.map(\.kind) == [.void(answered)] && again.screen.contains("How much?"))
  }

  @Test func aMistakeInANumberIsNamedAndTheWidgetOpens() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.type("0,5")
    quiz.press(.enter)
    #expect(quiz.rows.isEmpty)
    quiz.press(.backspace, .backspace, .backspace)
    quiz.type("90")
    quiz.press(.enter)
    quiz.press(.enter, .character("w"))
    #expect(quiz.app.stack.last is WidgetScreen)
    #expect(quiz.app.transcript.contains { $0.hasSuffix("= 32") })
    quiz.press(.character("q"), .character("o"))
    #expect(quiz.app.title == "Attend   1.2 Numbers")
  }

  @Test func theEndSaysWhatToReadAgain() {
    var quiz = Quizzing()
    for _ in 0..<6 { quiz.press(.alt("r"), .enter) }
    #expect(quiz.screen.contains("6 answers, 0 right"))
    quiz.press(.down, .enter)
    #expect(quiz.app.title == "Attend   1.2 Numbers")
  }

  @Test func confidenceIsASetting() {
    var quiz = Quizzing()
    quiz.go(to: "Which part decides?")
    quiz.press(.character("c"))
    #expect(quiz.last.contains(.set(name: Setting.confidence, to: "yes")))
    quiz.press(.enter)
    #expect(quiz.rows.isEmpty)
    quiz.press(.character("2"))
    #expect(quiz.rows.map(\.confidence) == [50])
  }

  @Test func plainModeAnswersByLines() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.line("thirty")
    #expect(quiz.app.message?.contains("is no number") == true)
    quiz.line("64/2")
    #expect(quiz.rows.map(\.kind) == [.answer(.good)])
    #expect(quiz.app.transcript.joined(separator: "\n").contains("✓ Right."))
  }

  @Test func aQuestionStandsInItsLessonWithoutItsAnswer() {
    var quiz = Quizzing(.lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top))
    for hidden in ["the weights", "the scores", "Softmax", "It sums to one"] {
      #expect(!quiz.screen.contains(hidden))
    }
    quiz.press(.tab, .enter)
    #expect(quiz.screen.contains("the weights"))
    quiz.press(.character("q"), .character("t"))
    #expect(quiz.app.title == "Quiz   1.1 Scores")
  }

  @Test func theStatisticsShowWhatWasDone() {
    var quiz = Quizzing()
    quiz.press(.alt("r"), .enter)
    var statistics = Quizzing(.statistics, log: quiz.rows)
    #expect(statistics.screen.contains("1 answer to 1 question in 1 day"))
    statistics.press(.character("+"))
    #expect(statistics.last.contains(.set(name: Setting.retention, to: "0.91")))
    statistics.press(.enter)
    #expect(statistics.app.title.hasPrefix("Attend   1."))
  }

  /// Another program has answered meanwhile: what opens next knows of it.
  @Test(arguments: [Key.character("t"), .character("S")])
  func whatAnotherProgramAnsweredIsLearntOf(_ key: Key) {
    var reader = Quizzing(.contents)
    let now = reader.now.utc
    let effects = reader.app.send(.key(key), now: reader.now)
    #expect(effects.contains(.recall))
    let other = Review(
      id: ReviewID(bits: 77), question: "one", kind: .answer(.easy), time: now - 60_000, offset: 0)
    reader.app.take(.news([other, other], settings: [Setting.retention: "0.8"]))
    #expect(reader.app.world.progress?.cards["one"]?.reviews == 1)
    #expect(reader.app.world.progress?.scheduler.retention == 0.8)
    #expect(reader.app.world.settings[Setting.retention] == "0.8")
  }

  @Test(arguments: [(0, 0), (1, 1), (5, 2), (20, 6), (40, 12), (200, 60)])
  func anySizeHolds(_ columns: Int, _ rows: Int) {
    var quiz = Quizzing(columns: columns, rows: rows)
    for _ in 0..<12 {
      quiz.press(.down, .character("1"), .enter, .pageDown, .pageUp, .enter)
      _ = quiz.screen
    }
    let statistics = Quizzing(.statistics, columns: columns, rows: rows, log: quiz.rows)
    _ = statistics.screen
  }
}
