import Notes
import Quiz
import Scheduling
import TextUI
import Testing

@testable import Screens

/// Questions that slip again and again lead to their lesson.
@Suite struct SlippingTests {
  /// Three lapses: another one makes it one that is told of.
  private func log(_ question: String) -> [Review] {
    (0..<15).map { number in
      Review(
        id: ReviewID(bits: UInt128(number + 1)), question: question,
        kind: .answer(number % 4 == 3 ? .again : .good),
        time: 1_700_000_000_000 - (60 - 3 * number) * 86_400_000, offset: 0)
    }
  }

  /// At the end of the quiz, below its lesson, which Enter opens.
  @Test(arguments: [(80, 24), (40, 12)]) func theEndTellsOfThem(columns: Int, rows: Int) {
    var quiz = Quizzing(columns: columns, rows: rows, log: log("one"))
    quiz.go(to: "Which part")
    quiz.press(.alt("r"), .enter, .alt("q"))
    let screen = quiz.screen
    #expect(screen.contains("To read again:"), "\(screen)")
    let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("\"Which part decides?\" slipped 4 times"), "\(screen)")
    quiz.press(.enter)
    #expect(quiz.screen.contains("What a score is."))
  }

  /// In lines the quiz waits for the number of the lesson.
  @Test func theEndTellsOfThemInLines() {
    var quiz = Quizzing(log: log("one"), isLinear: true)
    quiz.go(to: "Which part")
    quiz.press(.alt("r"))
    #expect(
      quiz.app.transcript.joined(separator: " ").contains("lesson reads it again"))
    quiz.press(.enter, .alt("q"))
    #expect(quiz.app.emptyLine == .says("leave"))
    #expect(quiz.app.transcript.last?.contains("number of a lesson") == true)
    quiz.line("1")
    #expect(quiz.app.transcript.joined().contains("What a score is."))
    // What is taken back did not slip.
    var other = Quizzing(log: log("one"), isLinear: true)
    other.go(to: "Which part")
    other.press(.alt("r"))
    other.press(.alt("u"), .alt("s"), .alt("q"))
    #expect(other.app.emptyLine == .nothing)
  }

  /// Of one that readers judge themselves no outcome is shown: it is said beside the next one.
  @Test func whatIsJudgedByOneselfIsToldToo() {
    let notes = "# C\n\n## L\n\n### Why?\n<!-- quiz id=why -->\n\n> [!NOTE]\n> Because.\n"
    var quiz = Quizzing(log: log("why"), notes: notes)
    quiz.press(.enter, .character("3"), .enter)
    #expect(quiz.rows.map(\.kind) == [.answer(.again)])
    #expect(quiz.app.message?.contains("\"Why?\" has slipped 4 times") == true)
  }

  /// Those are found again in the list of questions, the one that slips most first.
  @Test func aFilterListsThem() throws {
    let more =
      log("one")
      + log("two").map {
        Review(
          id: ReviewID(bits: $0.id.bits + 100), question: "two", kind: $0.kind, time: $0.time,
          offset: 0)
      }
      + (0..<2).map { number in
        Review(
          id: ReviewID(bits: UInt128(300 + number)), question: number == 0 ? "two" : "one",
          kind: .answer(.again), time: 1_700_000_000_000 - 16 * 86_400_000, offset: 0)
      }
    let quiz = Quizzing(.contents, log: more)
    let state = quiz.app.state
    let progress = try #require(state.progress)
    func found(_ filter: QuestionFilter, _ progress: Progress) -> [String] {
      filter.questions(
        of: state.bank, in: state.library, progress, text: "", now: state.now, today: state.today
      ).map(\.id)
    }
    #expect(progress.cards["one"]?.lapses == 4 && found(.slipping, progress) == ["one", "two"])
    var further = progress
    for (id, time) in [(400, -14), (401, -10), (402, -2)] {
      further.add([
        Review(
          id: ReviewID(bits: UInt128(id)), question: "two",
          kind: .answer(id == 402 ? .again : .good), time: 1_700_000_000_000 + time * 86_400_000,
          offset: 0)
      ])
    }
    #expect(further.cards["two"]?.lapses == 5 && found(.slipping, further) == ["two", "one"])
    #expect(found(.slipping, Progress()) == [] && found(.recognised, progress) == [])
    further.add([
      Review(.continues("zero"), of: "two", quiz.now, under: progress.scheduler)
    ])
    #expect(found(.recognised, further) == ["two"])
  }
}
