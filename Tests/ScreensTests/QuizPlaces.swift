import Quiz
import TextUI

@testable import Screens

extension Plan.Scope {
  /// What asks the same each time.
  static func seeded(_ mode: Plan.Mode, _ count: Int? = nil) -> Plan.Scope {
    var scope = Plan.Scope(mode, count: count)
    scope.seed = 2
    return scope
  }
}

extension Place {
  /// Every kind of question at each point on its way, and what a quiz says besides.
  static let quiz: [Place] =
    Past.kinds.flatMap { kind in
      [
        Place("Quiz", "\(kind), asked", .begun, [.question(kind)]),
        Place("Quiz", "\(kind), a hint", .begun, [.question(kind)], .press(.alt("h"))),
        Place("Quiz", "\(kind), revealed", .begun, [.question(kind)], .press(.alt("r"))),
      ]
    } + [
      Place("Quiz", "one, right", .begun, [.question("one")], "2", .enter),
      Place("Quiz", "one, wrong", .begun, [.question("one")], "1", .enter),
      Place("Quiz", "one, nothing chosen", .begun, [.question("one")], .enter),
      Place("Quiz", "one, a second try", .begun, [.question("one")], "1", .enter, "t2", .enter),
      Place("Quiz", "one, wrong and told", .begun, [.question("one")], "1", .enter, .enter),
      Place("Quiz", "one, why", .begun, [.question("one")], "i"),
      Place("Quiz", "one, why it is new", .fresh, [.question("one")], "i"),
      Place("Quiz", "one, how sure", .begun, [.question("one")], "c2", .enter),
      Place("Quiz", "one, taken back", .begun, [.question("one")], "2", .enter, "u"),
      Place("Quiz", "one, nothing to take back", .fresh, [.question("one")], "u"),

      Place("Quiz", "all, partly answered", .begun, [.question("all")], "1"),
      Place("Quiz", "all, right", .begun, [.question("all")], "12", .enter),
      Place("Quiz", "all, half right", .begun, [.question("all")], "1", .enter, .enter),

      Place("Quiz", "order, partly answered", .begun, [.question("order")], "2K"),
      Place("Quiz", "order, wrong", .begun, [.question("order")], "2K", .enter, .enter),
      Place("Quiz", "order, nothing moved", .begun, [.question("order")], .enter),

      Place("Quiz", "words, partly answered", .begun, [.question("words")], "dot pro"),
      Place("Quiz", "words, right", .begun, [.question("words")], "dot product", .enter),
      Place("Quiz", "words, a slip", .begun, [.question("words")], "dot prodct", .enter),
      Place("Quiz", "words, wrong", .begun, [.question("words")], "cross sum", .enter, .enter),
      Place("Quiz", "words, then a key", .begun, [.question("words")], "dot", .escape),

      Place("Quiz", "number, partly answered", .begun, [.question("number")], "3"),
      Place("Quiz", "number, unreadable", .begun, [.question("number")], "1,234", .enter),
      Place("Quiz", "number, right", .begun, [.question("number")], "32", .enter),
      Place("Quiz", "number, a known mistake", .begun, [.question("number")], "90", .enter),
      Place("Quiz", "number, told", .begun, [.question("number")], "90", .enter, .enter),

      Place("Quiz", "cells, partly answered", .begun, [.question("cells")], "0.5", .tab),
      Place("Quiz", "cells, right", .begun, [.question("cells")], "0.5", .tab, "0.5", .enter),
      Place(
        "Quiz", "cells, one wrong", .begun, [.question("cells")], "0.5", .tab, "1", .enter, .enter),

      Place("Quiz", "recall, judging", .begun, [.question("recall")], .enter),

      Place("Quiz", "pairs, asked", .pairs, [.question("pairs")]),
      Place("Quiz", "pairs, partly answered", .pairs, [.question("pairs")], "13"),
      Place(
        "Quiz", "pairs, a term without a definition", .pairs, [.question("pairs")], "13", .enter),
      Place("Quiz", "pairs, half right", .pairs, [.question("pairs")], "1234", .enter),
      Place(
        "Quiz", "pairs, half right and told", .pairs, [.question("pairs")], "1234", .enter, .enter),
      Place("Quiz", "pairs, revealed", .pairs, [.question("pairs")], .press(.alt("r"))),

      Place("Quiz", "matrices, asked", .course, [.question("tmmk8f")]),
      Place(
        "Quiz", "matrices, wrong and told", .course, [.question("tmmk8f")], "1", .enter, .enter),
      Place(
        "Quiz", "a matrix, wrong and told", .course, [.question("zs0lv6")], "9", .tab, "9", .tab,
        "9", .tab, "9", .enter, .enter),
      Place("Quiz", "on the way", .course, [.quiz(Plan.Scope(count: 5, seed: 2))], .failedOnce),
      Place("Quiz", "summary", .begun, [.quiz(.one)], .failedThrice),
      Place("Quiz", "summary, all right", .begun, [.quiz(.one)], "23", .enter, .enter),
      Place(
        "Quiz", "left early", .begun, [.quiz(Plan.Scope(seed: 1))], .press(.alt("r")),
        .press(.alt("q"))),
      Place("Quiz", "skipped", .begun, [.quiz(Plan.Scope(seed: 1))], .press(.alt("s"))),
      Place("Quiz", "cramming", .begun, [.quiz(.seeded(.cram))], .press(.alt("r"))),
      Place("Quiz", "a test", .course, [.quiz(.seeded(.test))]),
      Place("Quiz", "a test's score", .course, [.quiz(.seeded(.test, 6))], .again(6, .alt("r"))),
      Place(
        "Quiz", "a test looked through", .course, [.quiz(.seeded(.test, 6))], .again(6, .alt("r")),
        "v"),
      Place(
        "Quiz", "where to start", .course, [.quiz(.seeded(.placement))], .again(12, .alt("r"))),
      Place("Question", "never asked", .fresh, [.about("one")]),
      Place("Question", "asked before", .begun, [.about("one")], .down),
      Place("Question", "a remark", .begun, [.about("one")], "fthe hint"),
      Place("Questions", "all", .course, [.questions(.all)], .down),
      Place("Questions", "weak", .course, [.questions(.weak)]),
      Place("Questions", "found", .course, [.questions(.due)], "/score", .enter),
      Place("Questions", "none", .begun, [.questions(.flagged)]),
      Place("Study", "the course", .course, [.study(.scores)], .down),
      Place("Study", "a limit", .begun, [.study(nil)], "G"),
      Place("Quiz", "nothing due", .allAnswered, [.quiz(Plan.Scope(seed: 1))]),
      Place("Quiz", "no questions", .oneLine, [.quiz(Plan.Scope(seed: 1))]),
    ]
}
