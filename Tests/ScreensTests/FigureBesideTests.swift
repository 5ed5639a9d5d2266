import Notes
import Testing
import TextUI

@testable import Screens

/// A lesson with its figure beside it, from 110 columns on.
@Suite struct FigureBesideTests {
  private static let text =
    "# C\n\n## L\n\nFirst [a link](https://x.org).\n\n```attention\nQ = 1 0\nK = 1 0; 0 1\nV = 1; 2\nstep = 1\n```\n\n"
    + (1...80).map { "Paragraph \($0).\n\n" }.joined()
    + "```softmax\nscores = 1, 2\n```\n\nLast.\n"

  private func reading(columns: Int = 120, rows: Int = 40) -> Script {
    Script(
      [("a.md", Self.text)], columns: columns, rows: rows,
      opening: [
        .contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top),
      ])
  }

  private func side(_ script: Script) -> String {
    script.screen.dropLast().map { $0.dropFirst(77).trimmed }.joined(separator: "\n")
  }

  @Test func itFollowsWhatIsRead() {
    var script = reading()
    #expect(side(script).contains("1 scores") && side(script).contains("Shift-Tab\n"))
    script.press(.character("G"))
    #expect(side(script).contains("temperature") && !side(script).contains("1 scores"))
    script.press(.character("g"))
    #expect(side(script).contains("1 scores"))
    script.resize(109, 40)
    #expect(!script.screen.joined().contains("past the links"))
  }

  @Test func tabGoesOverAfterTheLinksInSightAndEscComesBack() {
    var script = reading()
    let before = script.screen
    script.press(.tab)
    #expect(script.marked(.selected).contains("a link"))
    // The figure's own place in the text, then the figure.
    #expect(side(script).contains("Tab\n"))
    script.press(.tab)
    #expect(side(script).contains("Tab over\n"))
    script.press(.tab)
    #expect(side(script).contains("Esc back\n") || side(script).contains("q back\n"))
    script.press(.character("n"))
    #expect(side(script).contains("[2 scale]"))
    script.press(.escape)
    #expect(!side(script).contains("q back"))
    // Keys are the lesson's again.
    script.press(.character("j"))
    #expect(script.screen != before)
  }

  @Test func whatIsTypedIsKeptAndShownOnTheWholeScreenToo() {
    var script = reading()
    script.press(.tab, .tab, .tab, .tab)
    script.type("7")
    script.press(.enter)
    #expect(
      script.effects.contains {
        if case .saveDraft(_, let text) = $0 { text?.contains("7") == true } else { false }
      })
    script.press(.escape, .tab, .tab, .enter)
    #expect(script.screen.contains { $0.contains("7") && !$0.contains("│") })
    script.press(.character("n"), .character("q"))
    // What was done there shows beside the lesson again.
    #expect(side(script).contains("[2 scale]"))
  }

  /// However many links come first, one key goes over, and one leads to the whole screen.
  @Test func oneKeyGoesOver() {
    var script = reading()
    #expect(script.screen.last?.contains("Shift-Tab widget  O whole widget") == true)
    script.press(.backTab)
    #expect(side(script).contains("q back"))
    script.press(.escape, .tab)
    #expect(side(script).contains("Tab\n"))
    script.press(.escape, .character("O"))
    #expect(!side(script).contains("In this lesson"))
  }

  /// What is not stored, as the way back, is still there when more of the notes was read.
  @Test func itStaysAsItIsWhileNotesAreRead() throws {
    var script = reading()
    script.press(.tab, .tab, .tab, .tab)
    script.type("7")
    script.press(.enter, .character("g"))
    script.type("3")
    script.press(.enter, .character("q"))
    let before = side(script)
    #expect(before.contains("It is 7"), "\(before)")
    script.replace([("a.md", Self.text), ("b.md", "# More\n")])
    #expect(side(script) == before)
    script.press(.backTab, .character("g"), .character("u"))
    #expect(!side(script).contains("7"), "\(side(script))")
  }

  /// The cell under its cursor is kept when keys go to the text again.
  @Test func itsCursorStaysWhileNotesAreRead() {
    var script = reading()
    script.press(.tab, .tab, .tab, .tab, .down, .escape)
    let before = script.marked(.selected)
    script.replace([("a.md", Self.text), ("b.md", "# More\n")])
    #expect(script.marked(.selected) == before)
  }

  @Test func aPasteGoesToTheFigure() {
    var script = reading()
    script.press(.tab, .tab, .tab, .tab)
    script.send(.pasted("9"))
    #expect(script.app.prompt != nil || side(script).contains("9"))
    script.press(.escape)
    #expect(script.app.title.contains("L"))
  }

  @Test func aClickGoesOverAndBack() {
    var script = reading()
    script.send(.mouse(.click, Point(column: 90, row: 10)))
    #expect(side(script).contains("q back"))
    script.send(.mouse(.click, Point(column: 10, row: 20)))
    #expect(!side(script).contains("q back"))
  }

  @Test(arguments: [(110, 3), (110, 5), (111, 12), (300, 100)])
  func anySizeHolds(_ columns: Int, _ rows: Int) {
    var script = reading(columns: columns, rows: rows)
    script.press(.tab, .tab, .tab, .character("n"), .escape, .character("G"))
    _ = script.screen
    script.resize(80, 24)
    script.press(.character("k"))
    #expect(!script.screen.joined().contains("back to the text"))
  }

  // MARK: On the whole screen

  /// From the text and from the figure one key leads there, and the way back to where it was.
  @Test func oneKeyGivesItTheWholeScreen() {
    var script = reading()
    #expect(script.screen.contains { $0.contains("beside, live") && $0.contains("O: the whole") })
    script.press(.character("O"))
    #expect(
      script.app.screen is WidgetScreen && script.screen.contains { $0.contains("7 weights") })
    script.press(.character("q"))
    #expect(script.app.screen is Reader)
    script.press(.tab, .tab, .tab, .character("n"), .character("O"))
    #expect(
      script.app.screen is WidgetScreen && script.screen.contains { $0.contains("[2 scale]") })
    script.press(.character("q"))
    #expect(side(script).contains("[2 scale]"))
    // A narrow screen has no figure beside the text: the key is the same.
    script.resize(80, 24)
    script.press(.character("G"), .character("O"))
    #expect(
      script.app.screen is WidgetScreen && script.screen.contains { $0.contains("temperature") })
  }

  // MARK: Previews

  /// The picture in the text shows the step that the lesson opens the figure at, nothing beyond.
  @Test(arguments: [(1, "S = Q", "weights"), (7, "A = E ÷ Σ", "A·V")])
  func aPreviewShowsNoLaterResult(_ step: Int, _ shown: String, _ hidden: String) {
    let text =
      "# C\n\n## L\n\n```attention\nQ = 1 0\nK = 1 0; 0 1\nV = 10; 20\nstep = \(step)\n```\n"
    let script = Script(
      [("a.md", text)],
      opening: [.contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
    let screen = script.screen.joined(separator: "\n")
    #expect(screen.contains(shown) && !screen.contains(hidden), "\(screen)")
  }
}
