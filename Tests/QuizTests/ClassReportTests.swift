import Formulas
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Quiz

/// What a teacher is told of a class, held against NumPy, and what it is made of.
@Suite struct ClassReportTests {
  /// Notes with so many questions, whose ids are q1, q2 and so on.
  private func notes(of count: Int) -> Library {
    let questions = (1...count).map { "### Q\($0)?\n<!-- quiz id=q\($0) -->\nIt is [[right]].\n" }
    return QuizTests.notes("# C\n\n## L\n\nText.\n\n" + questions.joined(separator: "\n"))
  }

  /// Rows with names of their own.
  private struct Rows {
    private(set) var number: UInt128 = 0

    mutating func answer(
      _ question: String, right: Bool, _ text: String = "x", duration: Int = 0, hints: Int = 0,
      seed: UInt64 = 0
    ) -> Review {
      number += 1
      return Review(
        id: ReviewID(bits: number), question: question,
        kind: .answer(Grade(correct: right, hints: hints)),
        time: noon + Int(number) * 1000, offset: 0, seed: seed, answer: text,
        credit: right ? 1 : 0, hints: hints, duration: duration)
    }

    mutating func row(_ question: String, _ kind: Review.Kind) -> Review {
      number += 1
      return Review(
        id: ReviewID(bits: number), question: question, kind: kind,
        time: noon + Int(number) * 1000, offset: 0)
    }
  }

  /// Each class of the fixture: each learner's answers, and what is expected of each question.
  private struct Case {
    var learners: [[String]] = []
    var expected: [[Double?]] = []
  }

  private func cases() throws -> [Case] {
    let text = try Files.text(of: "\(Files.tests)/Fixtures/class/report.txt")
    var cases: [Case] = []
    var left = 0
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words[0] == "class" {
        cases.append(Case())
        left = try #require(Int(words[1]))
      } else if left > 0 {
        cases[cases.count - 1].learners.append(words)
        left -= 1
      } else {
        cases[cases.count - 1].expected.append(words.map { Double($0) })
      }
    }
    return cases
  }

  @Test func numbersAreNumPys() throws {
    let cases = try cases()
    #expect(cases.count == 8)
    var told = 0
    for one in cases {
      var rows = Rows()
      let library = notes(of: one.expected.count)
      let learners = one.learners.enumerated().map { index, cells in
        var learner = Learner("learner \(index)")
        for (question, cell) in cells.enumerated() where cell != "-" {
          learner.add(
            cell.split(separator: ",").map { answer in
              let parts = answer.split(separator: "/").compactMap { Int($0) }
              return rows.answer(
                "q\(question + 1)", right: parts[0] == 1, duration: parts[1], hints: parts[2])
            })
        }
        return learner
      }
      let report = ClassReport(learners, bank: QuestionBank(library), in: library)
      for asked in report.questions {
        let number = try #require(Int(asked.question.id.dropFirst()))
        let expected = one.expected[number - 1]
        let found: [Double?] = [
          Double(asked.tally.learners), asked.tally.firstShare, asked.tally.share,
          asked.tally.hintedShare, asked.tally.seconds, asked.discrimination,
        ]
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) {
          guard let found, let expected else {
            #expect(found == nil && expected == nil, "\(asked.question.id)")
            continue
          }
          #expect(abs(found - expected) <= 1e-12 * max(1, abs(expected)), "\(asked.question.id)")
        }
        told += asked.discrimination == nil ? 0 : 1
      }
      #expect(
        report.tally.answers
          == one.learners.joined().reduce(0) { sum, cell in
            sum + (cell == "-" ? 0 : cell.split(separator: ",").count)
          })
      #expect(report.members.map(\.name) == learners.map(\.name))
    }
    // Else nothing was compared.
    #expect(told >= 20)
  }

  @Test func optionsAreCountedByTheirPlaceInTheNotes() throws {
    let library = QuizTests.notes(
      """
      # C

      ## L

      ### One?
      <!-- quiz id=one -->
      1. [ ] *scores*
         > Not yet.
      1. [x] *weights*
      1. [ ] values

      ### All?
      <!-- quiz id=all -->
      - [x] a
      - [x] b
      - [ ] c

      ### Typed?
      <!-- quiz id=typed -->
      It is [[one]].

      ### Drawn?
      <!-- quiz id=drawn a=int(2,2) -->
      Twice {{a}} is [[= 2*a]].
      """)
    var rows = Rows()
    var anna = Learner("anna")
    anna.add([
      rows.answer("one", right: false, "3"), rows.answer("one", right: true, "2"),
      rows.answer("one", right: false, ""), rows.answer("one", right: false, "9"),
      rows.answer("all", right: true, "1 2"), rows.answer("all", right: false, "none"),
      rows.answer("all", right: false, "1 3"), rows.answer("typed", right: true, "one"),
      rows.answer("typed", right: false, "two"), rows.answer("typed", right: false, "two"),
      rows.answer("typed", right: false, "three"),
      rows.answer("drawn", right: false, "5", seed: 7), rows.answer("drawn", right: true, seed: 7),
      rows.answer("drawn", right: true, seed: 8), rows.answer("gone", right: true),
    ])
    let report = ClassReport([anna], bank: QuestionBank(library), in: library)
    func chosen(_ index: Int) -> [String] {
      report.questions[index].chosen.map {
        "\($0.text) \($0.isRight) \($0.answers) \($0.firstAnswers)"
      }
    }
    #expect(
      chosen(0) == ["scores false 0 0", "weights true 1 0", "values false 1 1", " false 1 0"])
    #expect(chosen(1) == ["a true 2 1", "b true 1 1", "c false 1 0", "none false 1 0"])
    #expect(chosen(2) == ["two false 2 0", "three false 1 0"])
    #expect(chosen(3) == [])
    let draw = try #require(report.questions[3].wrongDraws.first)
    #expect(report.questions[3].wrongDraws.count == 1 && draw.seed == 7 && draw.drawn == "a = 2")
    #expect(draw.answers == 2 && draw.wrong == 1 && draw.answer == "5")
    #expect(report.elsewhere.questions == 1 && report.elsewhere.answers == 1)
    #expect(report.lessons.map(\.asked) == [4] && report.unasked == 0)
  }

  /// The log has numbers for the places of steps and pairs, and a teacher is told their words.
  @Test func stepsAndPairsAreToldByTheirWords() {
    let library = QuizTests.notes(
      """
      # C

      ## L

      ### In which order?
      <!-- quiz id=order -->
      1. heat
      2. stir
      3. cool

      ### What belongs together?
      <!-- quiz id=pairs -->
      - ebb :: falling
      - flow :: rising
      - neap :: weak
      """)
    var rows = Rows()
    var anna = Learner("anna")
    anna.add([
      rows.answer("order", right: false, "2 1 3"), rows.answer("order", right: false, "2 1 3"),
      rows.answer("order", right: false, "1 2"), rows.answer("order", right: false, "1 1 9"),
      rows.answer("pairs", right: false, "2 1 3"), rows.answer("pairs", right: false, "1 2 -"),
    ])
    let report = ClassReport([anna], bank: QuestionBank(library), in: library)
    #expect(
      report.questions.map { $0.chosen.map { "\($0.answers) \($0.text)" } } == [
        ["2 stir \u{2192} heat \u{2192} cool", "1 1 1 9", "1 1 2"],
        ["1 ebb :: rising; flow :: falling", "1 neap :: nothing"],
      ])
  }

  /// Of a draw the words are those that it showed.
  @Test func drawnStepsAreToldAsTheyWereShown() throws {
    let library = QuizTests.notes(
      """
      # C

      ## L

      ### In which order?
      <!-- quiz id=order a=int(2,2) -->
      1. take {{a}}
      2. take {{a+1}}
      3. take {{a+2}}

      ### Which?
      <!-- quiz id=which a=int(2,2) -->
      - [x] the {{a}}
      - [ ] the {{a+1}}
      """)
    var rows = Rows()
    var anna = Learner("anna")
    anna.add([
      rows.answer("order", right: false, "2 1 3", seed: 7),
      rows.answer("which", right: false, "2", seed: 7),
    ])
    let report = ClassReport([anna], bank: QuestionBank(library), in: library)
    #expect(
      report.questions.map { $0.wrongDraws.map(\.answer) } == [
        ["take 3 \u{2192} take 2 \u{2192} take 4"], ["the 3"],
      ])
    #expect(report.questions[1].chosen.map(\.text) == ["the {{a}}", "the {{a+1}}"])
  }

  /// Where the first draw of a seed makes options alike and so is drawn again, what is told is of that one.
  @Test func whatWasDrawnAgainIsTold() throws {
    let library = QuizTests.notes(
      "# C\n\n## L\n\n### Which?\n<!-- quiz id=which a=int(1,3) b=int(1,3) -->\n- [x] the {{a}}\n- [ ] the {{b}}\n"
    )
    let bank = QuestionBank(library)
    let question = try #require(bank.questions.first)
    let seed = try #require(
      (UInt64(0)..<200).first { (seed: UInt64) in
        guard let draw = try? Draw(of: question.section, seed: seed) else { return false }
        return draw.values["a"] == draw.values["b"]
      })
    let asked = try PresentedQuestion(question, seed: seed)
    let number = try #require(asked.values["b"]).typed
    var rows = Rows()
    var anna = Learner("anna")
    anna.add([rows.answer("which", right: false, "2", seed: seed)])
    let told = try #require(
      ClassReport([anna], bank: bank, in: library).questions.first?.wrongDraws.first)
    #expect(told.answer == "the \(number)" && told.drawn.contains("b = \(number)"), "\(told)")
  }

  /// What was taken back, a second try and a question's former name are read as in one's own progress.
  @Test func onlyWhatCountsIsCounted() {
    let library = notes(of: 2)
    var rows = Rows()
    let slip = rows.answer("q1", right: false)
    var anna = Learner("anna")
    let log = [
      slip, rows.row("q1", .void(slip.id)), rows.row("q1", .skip), rows.answer("q1", right: true),
      rows.answer("former", right: false), rows.row("q2", .action(.continues("former"))),
    ]
    anna.add(log)
    // The same log once more, as of another week.
    anna.add(log + [rows.answer("q2", right: true)])
    let report = ClassReport([anna], bank: QuestionBank(library), in: library)
    #expect(report.questions.map(\.tally.answers) == [1, 2])
    #expect(report.questions.map(\.tally.firstRight) == [1, 0])
    #expect(report.elsewhere.answers == 0)
    let nobody = ClassReport([Learner("nobody")], bank: QuestionBank(library), in: library)
    #expect(nobody.questions.isEmpty && nobody.unasked == 2 && nobody.members[0].asked == 0)
  }

  /// What stands in the notes and cannot be asked is not told as missing.
  @Test func brokenQuestionsAreToldApart() {
    let library = QuizTests.notes(
      "# C\n\n## L\n\n### A?\n<!-- quiz id=q1 -->\nIt is [[right]].\n\n### B?\n<!-- quiz id=q2 -->\nIt is [[right].\n\n"
        + "### D?\n<!-- Quiz id=q3 -->\nIt is [[right]].\n")
    var rows = Rows()
    let reviews = ["q1", "q2", "q2", "q3", "q4"].map { rows.answer($0, right: true) }
    var ada = Learner("Ada")
    ada.add(reviews)
    let report = ClassReport([ada], bank: QuestionBank(library), in: library)
    #expect(report.broken.questions == 2 && report.broken.answers == 3)
    #expect(report.elsewhere.questions == 1 && report.elsewhere.answers == 1)
  }
}
