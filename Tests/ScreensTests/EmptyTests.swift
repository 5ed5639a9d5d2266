import Notes
import Testing
import TextUI

@testable import Screens

/// Where there is nothing to show a screen says so, in the plain mode too, and offers no key that
/// would do nothing.
@Suite struct EmptyTests {
  @Test(arguments: [
    ("Contents, no notes", "No notes here."),
    ("Contents, nothing matches", "No title holds \"zzz\"."),
    ("Search, empty", "Type what to look for."),
    ("Search, nothing found", "No lesson holds \"zzz\"."),
    ("Bookmarks, none yet", "No marks yet: m and a letter in a lesson sets one."),
    ("Statistics, empty", "No question has been answered yet."),
    ("Quiz, no questions", "There are no questions in these notes."),
  ])
  func itIsSaidInBothModes(name: String, sentence: String) throws {
    var script = try #require(Place.named(name)).script(columns: 80, rows: 24)
    #expect(script.screen.contains { $0.trimmed == sentence })
    #expect(script.app.transcript.contains(sentence))
    if script.app.prompt != nil { script.press(.enter) }
    #expect(!(script.screen.last ?? "").contains("Enter open"))
  }

  /// The title goes last, however small the screen.
  @Test(arguments: Place.all) func theTitleStays(place: Place) {
    let script = place.script(columns: 20, rows: 5)
    let title = Chrome.withoutChapter(script.app.title).prefix(12)
    #expect(script.screen[0].contains(title), "\(script.screen[0])")
  }

  /// Text begins at the same column on every screen, however wide.
  @Test(arguments: [40, 80, 120, 200]) func textHasOneLeftEdge(columns: Int) throws {
    for name in [
      "Reader, plain", "Quiz, one, asked", "Statistics, two months", "Statistics, empty",
      "Contents, no notes", "Search, empty",
    ] {
      let script = try #require(Place.named(name)).script(columns: columns, rows: 24)
      let line = try #require(script.screen.dropFirst(2).first { !$0.trimmed.isEmpty })
      let edge = line.prefix { $0 == " " }.count
      #expect(edge == TextFrame(columns: columns).column, "\(name) at \(columns): \(line)")
    }
  }

  @Test func aQuestionFromALessonCountsNothing() throws {
    let script = try #require(Place.named("Quiz, one, asked")).script(columns: 80, rows: 24)
    #expect(!script.screen[0].contains("1 of 1"))
  }

  @Test func theWeakestQuestionIsOnTheFirstScreen() throws {
    var script = try #require(Place.named("Statistics, two months")).script(columns: 80, rows: 24)
    #expect(script.screen.contains { $0.hasPrefix("▸ ") && $0.contains("%") })
    let first = script.app.selection
    for _ in 0..<40 { script.press(.down) }
    #expect(script.app.selection != first && script.screen.contains { $0.contains("▸") })
  }
}
