import Notes
import Quiz
import TextUI

@testable import Screens

extension LessonID {
  /// Lessons of `Tests/Fixtures/notes`.
  static let links = LessonID(document: 0, chapter: 0, lesson: 0)
  static let tables = LessonID(document: 0, chapter: 0, lesson: 1)
  static let questions = LessonID(document: 1, chapter: 0, lesson: 0)
  /// The course's lesson on scores, which has a figure.
  static let scores = LessonID(document: 5, chapter: 0, lesson: 1)
}

extension Place {
  /// Lists, lessons, help and statistics.
  static let screens: [Place] = [
    Place("Welcome", "the first time", .newcomer, [.welcome], .down),
    Place("Contents", "fresh", .fresh),
    Place("Contents", "the course", .course),
    Place("Contents", "a folded chapter", .course, [], "g"),
    Place("Contents", "partly read", .begun, [], .down),
    Place("Contents", "filter open", .begun, [], "/num"),
    Place("Contents", "filtered", .begun, [], "/num", .enter),
    Place("Contents", "nothing matches", .begun, [], "/zzz"),
    Place("Contents", "due", .long, [], "G"),
    Place("Contents", "no notes", .noNotes),
    Place("Contents", "one note", .oneLine),
    Place("Contents", "a message", .begun, [], "L"),
    Place(
      "Contents", "nothing can be stored", .begun, [],
      .trouble("Nothing is stored: the disk is full; make room, then press a key")),

    Place("Reader", "plain", .begun, [.lesson(.links, .top)]),
    Place("Reader", "at a link", .begun, [.lesson(.links, .top)], .tab),
    Place("Reader", "a definition", .begun, [.lesson(.links, .top)], .tab, .enter),
    Place("Reader", "link question", .begun, [.lesson(.links, .top)], .tab, .tab, .tab, .enter),
    Place(
      "Reader", "a footnote", .begun, [.lesson(.links, .top)], .tab, .tab, .tab, .tab, .enter),
    Place("Reader", "search open", .begun, [.lesson(.links, .top)], "/word"),
    Place(
      "Reader", "a pattern", .begun, [.lesson(.links, .top)], "/w.rd", .press(.control("r"))),
    Place(
      "Reader", "half a pattern", .begun, [.lesson(.links, .top)], "/w(", .press(.control("r"))),
    Place("Reader", "nothing found", .begun, [.lesson(.links, .top)], "/zzz"),
    Place("Reader", "searched", .begun, [.lesson(.links, .top)], "/word", .enter),
    Place("Reader", "outline focused", .begun, [.lesson(.links, .top)], "o", .down),
    Place("Reader", "outline left", .begun, [.lesson(.links, .top)], "o", .escape),
    Place(
      "Reader", "a widget", .begun, [.lesson(.links, .top)], .tab, .tab, .tab, .tab, .tab),
    Place("Reader", "the end", .begun, [.lesson(.links, .bottom)], " "),
    Place("Reader", "beside a figure", .course, [.lesson(.scores, .top)]),
    Place("Reader", "over at the figure", .course, [.lesson(.scores, .top)], .again(8, .tab)),
    Place("Reader", "a figure in the text", .course, [.lesson(.scores, .top)], "  "),
    Place("Reader", "a formula, a table", .begun, [.lesson(.tables, .top)]),
    Place("Reader", "code, a wrong sum", .begun, [.lesson(.tables, .bottom)]),
    Place("Reader", "a question", .begun, [.lesson(.questions, .top)], .tab),

    Place("Preview", "a question", .begun, [.lesson(.questions, .top)], .tab, "P"),

    Place("Finder", "titles", .course, [.finder], "dotp"),
    Place("Finder", "nothing", .begun, [.finder], "zzz"),
    Place("Search", "empty", .begun, [.search("")]),
    Place("Search", "typing", .begun, [.search("")], "word"),
    Place("Search", "found", .begun, [.search("")], "word", .enter, .down),
    Place("Search", "nothing found", .begun, [.search("")], "zzz", .enter),

    Place("Bookmarks", "none yet", .begun, [.bookmarks]),
    Place("Bookmarks", "two", .begun, [.lesson(.links, .top)], "maG", "mbB", .down),
    Place("Bookmarks", "one taken away", .begun, [.lesson(.links, .top)], "maG", "mbB", "x"),
    Place("Reader", "a mark asked for", .begun, [.lesson(.links, .top)], "'"),

    Place("Widgets", "list", .begun, [.widgets], .down),
    Place("Widgets", "filter open", .begun, [.widgets], "/atten"),
    Place("Widgets", "nothing matches", .begun, [.widgets], "/zzz"),

    Place("Statistics", "empty", .fresh, [.statistics]),
    Place("Statistics", "a few answers", .begun, [.statistics]),
    Place("Statistics", "the course", .course, [.statistics]),
    Place("Statistics", "two months", .long, [.statistics]),
    Place("Statistics", "a weak question", .long, [.statistics], .again(30, .down)),

    Place("Help", "Contents", .begun, [], "?"),
    Place("Help", "Reader", .begun, [.lesson(.links, .top)], "?"),
    Place("Help", "a definition", .begun, [.lesson(.links, .top)], .tab, .enter, "?"),
    Place("Help", "outline", .begun, [.lesson(.links, .top)], "o", "?"),
    Place("Help", "Search", .begun, [.search("")], "word", .enter, "?"),
    Place("Help", "Widgets", .begun, [.widgets], "?"),
    Place("Help", "Bookmarks", .begun, [.bookmarks], "?"),
    Place("Help", "Statistics", .begun, [.statistics], "?"),
    Place("Help", "a widget", .begun, [.widgets], .line("attention"), "?"),
    Place("Help", "Quiz, choices", .begun, [.question("one")], "?"),
    Place("Help", "Quiz, answered", .begun, [.question("one")], .press(.alt("r")), "?"),
    Place("Help", "Quiz, summary", .begun, [.quiz(.one)], .failedThrice, "?"),
  ]
}

extension Route {
  static func question(_ id: String) -> Route { .quiz(Plan.Scope(question: id, seed: 3)) }
}

extension Plan.Scope {
  /// A quiz of one question, the one of the vectors.
  static let one = Plan.Scope(count: 1, seed: 1)
}
