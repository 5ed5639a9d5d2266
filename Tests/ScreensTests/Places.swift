import Notes
import Quiz
import Scheduling
import Testing
import TextUI

@testable import Screens

/// One place of the program, with something under the cursor wherever a screen has a cursor.
struct Place: Sendable, CustomTestStringConvertible {
  let name: String
  private let routes: [Route]
  private let keys: [Key]
  var testDescription: String { name }

  private init(_ name: String, _ routes: [Route], _ keys: [Key] = []) {
    self.name = name
    self.routes = routes
    self.keys = keys
  }

  /// The program there.
  func script(columns: Int = 100, rows: Int = 200, ascii: Bool = false) -> Script {
    var script = Script(
      Self.notes, columns: columns, rows: rows, opening: [.contents] + routes,
      places: ["a.md#Numbers": 5], read: ["a.md#Links"], ascii: ascii, log: Self.log)
    for key in keys {
      script.press(key)
      script.settle()
    }
    return script
  }

  static let links = LessonID(document: 0, chapter: 0, lesson: 0)
  private static let questions = ["one", "all", "order", "words", "number", "cells", "recall"]
  private static func question(_ id: String) -> [Route] {
    [.quiz(Plan.Scope(question: id, seed: 3))]
  }
  private static func typed(_ text: String) -> [Key] { text.map { Key.character($0) } }

  /// Every screen, and what opens in it.
  static let all: [Place] =
    [
      Place("contents", [], [.down]),
      Place("contents, filtered", [], [.character("/")] + typed("num")),
      Place("lesson", [.lesson(links, .top)], [.tab]),
      Place("lesson, a definition", [.lesson(links, .top)], [.tab, .enter]),
      Place("lesson, its outline", [.lesson(links, .top)], [.character("o"), .down]),
      Place(
        "lesson, searched", [.lesson(links, .top)], [.character("/")] + typed("word") + [.enter]),
      Place("search", [.search("")], typed("word") + [.enter, .down]),
      Place("widgets", [.widgets], [.down]),
      Place("help", [.lesson(links, .top)], [.character("?")]),
      Place("statistics", [.statistics], [Key](repeating: .down, count: 30)),
      Place("summary", [.quiz(Plan.Scope(count: 1, seed: 1))], [.alt("r"), .enter, .alt("q")]),
    ]
    + questions.map { Place("question \($0)", question($0)) }
    + questions.map { Place("question \($0), with a hint", question($0), [.alt("h")]) }
    + questions.map { Place("question \($0), answered", question($0), [.alt("r"), .enter]) }
    + ["dot-product", "attention", "softmax", "scaling", "positions", "shapes", "sampling"]
    .enumerated().map { index, name in
      Place(
        "widget \(name)", [.widgets],
        [.home] + [Key](repeating: .down, count: index) + [.enter, .tab])
    }

  static func named(_ name: String) -> Place? { all.first { $0.name == name } }

  private static let log = (1...3).map { number in
    Review(
      id: ReviewID(bits: UInt128(number)), question: number < 3 ? "one" : "all",
      kind: .answer(.again), time: number * 60_000, offset: 0)
  }

  private static let notes = [
    (
      "a.md",
      """
      # Course

      ## Links

      A [score](terms.md#score), [elsewhere](#numbers), a [page](https://example.org/) and a
      note[^1]. A word and another word.

      [^1]: What the footnote says.

      ### Softmax

      ```softmax
      scores = 1 2 3
      ```

      ## Numbers

      The word again, to be found.

      ## Questions

      ### Which part decides?
      <!-- quiz id=one -->
      > It sums to one.

      1. [ ] the scores
         > Scores are not normalised.
      1. [x] the weights
      1. [ ] the values

      > [!NOTE]
      > Softmax makes weights.

      ### Which are vectors?
      <!-- quiz id=all -->
      > Two of them.

      - [x] queries
      - [x] keys
      - [ ] scales

      ### In which order?
      <!-- quiz id=order -->
      > Scores first.

      1. scores
      1. softmax
      1. sums

      ### What is it called?
      <!-- quiz id=words -->
      > Two words.

      It is the [[dot product]].

      ### How much?
      <!-- quiz id=number -->
      > Count.

      1 + 1 = [[= 1 + 1]]

      ### Which cells?
      <!-- quiz id=cells -->
      > Each by itself.

      [[= softmax([0, 0])]]

      ### What is attention?
      <!-- quiz id=recall -->
      > Weights.

      > [!NOTE]
      > A weighted sum.
      """
    ),
    (
      "terms.md",
      """
      # Glossary

      ## Numbers

      ### Dot product
      The sum of products of two vectors.

      ### Score
      The dot product of a query and a key.
      """
    ),
  ]
}
