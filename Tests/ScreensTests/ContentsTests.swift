import Notes
import Testing
import TextUI

@testable import Screens

@Suite struct ContentsTests {
  private let notes = [
    ("1.md", "# Vectors\n## Sums\ntext\n## Products\ntext\n"),
    ("2.md", "# Attention\n## Scores\nx\n"),
    ("single.md", "only text"),
  ]

  @Test func chaptersAndLessonsAreListed() {
    let script = Script(notes, columns: 40, rows: 12)
    #expect(
      script.screen == [
        " Attend   Notes               4 lessons", " 1  Vectors", "▸    1.1  Sums",
        "     1.2  Products", " 2  Attention", "     2.1  Scores", "   3  Single", "", "", "", "",
        " Enter open  t quiz      q quit  ? keys",
      ])
    #expect(script.marked(.selected).contains("1.1  Sums"))
  }

  @Test func movingStopsAtTheEnds() {
    var script = Script(notes)
    script.press(.character("G"))
    #expect(script.marked(.selected).contains("Single"))
    script.press(.down, .character("g"), .up)
    #expect(script.marked(.selected).contains("Vectors"))
    script.press(.character("]"))
    #expect(script.marked(.selected).contains("Attention"))
  }

  @Test func theFilterNarrowsAsOneTypes() {
    var script = Script(notes)
    script.type("/sco")
    #expect(script.screen.contains { $0.contains("Scores") })
    #expect(!script.screen.contains { $0.contains("Sums") })
    script.press(.enter, .enter)
    #expect(script.screen[0].contains("2.1 Scores"))
    script.press(.character("q"))
    #expect(script.screen[0].contains("1 lesson matches \"sco\""))
    script.press(.escape)
    #expect(script.screen.contains { $0.contains("Sums") })
  }

  @Test func aFilterThatNothingMatchesOpensNothing() {
    var script = Script(notes)
    script.type("/zzz")
    script.press(.enter, .enter, .down, .up)
    #expect(script.app.stack.count == 1 && script.app.selection == nil)
  }

  @Test func theCursorStandsOnTheLessonReadLast() {
    var script = Script(notes)
    script.press(.down, .enter, .character("q"))
    #expect(script.marked(.selected).contains("Products"))
  }

  @Test func qEndsTheProgramHereOnly() {
    var script = Script(notes)
    script.press(.enter, .character("q"))
    #expect(!script.effects.contains(.quit))
    script.press(.character("q"))
    #expect(script.effects.contains(.quit))
  }

  @Test func aClickOpens() {
    var script = Script(notes)
    script.send(.mouse(.click, Point(column: 8, row: 4)))
    #expect(script.screen[0].contains("1.2 Products"))
  }

  @Test func unreadNotesShowTheirNameUntilTheyAreRead() {
    var state = AppState(
      library: Library(
        title: "N", key: "k", documents: [Document(path: "02-my-notes.md"), Document(path: "b.md")])
    )
    state.ascii = false
    var app = App(state: state, size: Size(columns: 60, rows: 10), opening: [.contents])
    #expect(app.tickInterval == .zero)
    #expect(app.send(.tick) == [.read([0, 1])])
    app.take(
      .documents([
        DocumentRead(0, .success(Array("# Real title\n## L\nx".utf8))),
        DocumentRead(1, .failure(ReadProblem("cannot be read: permission denied"))),
      ]))
    #expect(app.send(.tick) == [.recall])
    #expect(app.tickInterval == nil)
    var canvas = Canvas(size: Size(columns: 60, rows: 10))
    app.draw(on: &canvas)
    #expect(canvas.text[1...4].joined().contains("Real title"))
    #expect(canvas.text.joined().contains("permission denied"))
  }
}
