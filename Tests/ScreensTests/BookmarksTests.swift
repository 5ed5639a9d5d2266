import Notes
import Testing
import TextUI

@testable import Screens

@Suite struct BookmarksTests {
  private static let first = LessonID(document: 0, chapter: 0, lesson: 0)
  private static let notes = [
    (
      "a.md",
      "# Book\n## One\n" + (1...400).map { "word\($0)" }.joined(separator: " ")
        + "\n\n## Two\nElsewhere.\n"
    )
  ]

  private func reading() -> Script {
    Script(
      Self.notes, columns: 60, rows: 16, opening: [.contents, .lesson(Self.first, .top)])
  }

  @Test func aMarkIsSetAndGoneTo() {
    var script = reading()
    script.press(.character(" "), .character(" "))
    let there = script.screen[2..<15]
    script.type("ma")
    guard case .saveBookmark("a", let place?)? = script.effects.first else {
      Issue.record("\(script.effects)")
      return
    }
    #expect(place.lesson == "a.md#One" && place.word > 0)
    #expect(script.app.message?.hasPrefix("Mark a is set") == true)
    script.type("g'a")
    #expect(script.screen[2..<15] == there)
    // At another width the word is on top again.
    let word = script.screen[3].split(separator: " ")[0]
    script.type("g")
    script.resize(40, 20)
    script.type("'a")
    #expect(script.screen[3].contains(word))
  }

  @Test func goingToAnotherLessonLeavesTheWayBack() {
    var script = reading()
    script.type(" ma]'a")
    #expect(script.screen[0].contains("1.1 One"))
    script.press(.backspace)
    #expect(script.screen[0].contains("1.2 Two"))
  }

  @Test func forwardFromTheMarksLeadsWhereOneCameFrom() {
    var script = reading()
    script.type(" ma")
    script.press(.character("B"), .enter)
    #expect(script.screen[0].contains("1.1 One"))
    script.press(.backspace)
    #expect(script.screen[0].contains("Bookmarks"))
    script.press(.character("L"))
    #expect(script.screen[0].contains("1.1 One"))
  }

  @Test func twiceTheQuoteReturnsFromTheLastJump() {
    var script = reading()
    script.type("''")
    #expect(script.app.message == "There has been no jump yet")
    script.type(" ")
    let there = script.screen[3]
    script.type("G''")
    #expect(script.screen[3] == there)
    script.type("''")
    #expect(script.screen[3] != there)
    // From another lesson too.
    script.type("ma]'a''")
    #expect(script.screen[0].contains("1.2 Two"))
  }

  /// A search is a jump, as in `less`, and so is each match after the first.
  @Test func aSearchLeavesTheWayBack() {
    var script = reading()
    let there = script.screen[3]
    script.type("/word300")
    script.press(.enter)
    let found = script.screen[3]
    #expect(found != there)
    script.type("''")
    #expect(script.screen[3] == there)
    script.type("n")
    #expect(script.screen[3] == found)
    script.type("''")
    #expect(script.screen[3] == there)
  }

  /// The key after `m` and `'` is a letter, whatever it does elsewhere.
  @Test func lettersOfMarksAreNoKeys() {
    var script = reading()
    for letter in "qntsGB" {
      script.type("m\(letter)")
      #expect(script.app.state.bookmarks[letter] != nil)
      #expect(script.screen[0].contains("1.1 One"))
    }
    for key in [Key.character("1"), .character("é"), .character(" ")] {
      let before = script.app.state.bookmarks
      script.press(.character("m"), key)
      #expect(script.app.message == "A mark is named by a letter, a to z or A to Z")
      #expect(script.app.state.bookmarks == before)
    }
    script.press(.character("m"), .escape, .character("z"))
    #expect(script.app.state.bookmarks["z"] == nil)
    script.type("'z")
    #expect(script.app.message == "There is no mark z; B lists all marks")
  }

  @Test func theListGoesThereTakesAwayAndBringsBack() {
    var script = reading()
    script.type(" mb]maB")
    #expect(script.screen[3].contains("a  1.2 Two") && script.screen[4].contains("b  1.1 One"))
    #expect(script.screen[4].contains("word"))
    script.type("x")
    #expect(script.app.state.bookmarks["a"] == nil && script.screen[3].contains("b  1.1 One"))
    #expect(script.effects == [.saveBookmark("a", nil)])
    script.type("u")
    #expect(script.app.state.bookmarks["a"] != nil && script.screen[4].contains("b  1.1 One"))
    script.press(.down, .enter)
    #expect(script.screen[0].contains("1.1 One"))
    script.type("''")
    #expect(script.screen[0].contains("1.2 Two"))
  }

  @Test func aLessonThatIsGoneSaysSo() {
    var script = reading()
    script.type("]maq")
    script.replace([("a.md", "# Book\n## One\nx\n## Three\ny\n")])
    script.type("B")
    #expect(script.screen.contains { $0.contains("no longer in the notes") })
    script.press(.enter)
    #expect(script.app.message == "The lesson of mark a is no longer in the notes")
  }

  @Test func thePlainModeHasThemToo() {
    var script = reading()
    script.press(.character("m"))
    #expect(script.app.message?.hasPrefix("Mark this place: type a letter") == true)
    _ = script.choose("a")
    #expect(script.app.state.bookmarks["a"] != nil)
    script.type("]B")
    #expect(script.app.transcript.contains { $0.contains("a  1.1 One") })
    _ = script.choose("a")
    #expect(script.app.title.hasSuffix("1.1 One"))
    script.type("B")
    #expect(script.app.claims("delete a"))
    _ = script.choose("delete a")
    #expect(script.app.state.bookmarks.isEmpty)
    #expect(script.app.transcript.last?.hasPrefix("No marks yet: m and a letter") == true)
  }
}
