import TextUI
import Testing

@testable import Notes
@testable import Screens

/// The lesson as the text of a file: `y` copies from it, `E` edits it, `:` goes to a line of it.
@Suite struct SourceTests {
  private static let notes = """
    # A

    ## One

    words [link](https://a.org/x) words

    ```py
    a = 1

    b = "\u{3bb}"
    ```

    \((1...60).map { "paragraph \($0)\n\n" }.joined())
    ## Two

    other

    last
    """

  private static func reader() -> Script {
    Script(
      [("a.md", notes)],
      opening: [.contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
  }

  @Test func codeInSightIsCopiedAsItWasWritten() {
    var script = Self.reader()
    script.type("y")
    #expect(script.effects == [.copy("a = 1\n\nb = \"\u{3bb}\"", said: "Copied 3 lines of py")])
  }

  @Test func ofASelectedLinkTheAddressIsCopied() {
    var script = Self.reader()
    script.press(.tab)
    script.type("y")
    #expect(script.effects == [.copy("https://a.org/x", said: "Copied https://a.org/x")])
  }

  @Test func whereNothingCanBeCopiedThatIsSaid() {
    var script = Self.reader()
    script.type("Gy")
    #expect(script.effects.isEmpty)
    #expect(script.messageLine.contains("Nothing to copy"))
  }

  @Test func theNoteIsEditedAtTheLineOnTop() {
    var script = Self.reader()
    script.type("E")
    #expect(script.effects.last == .edit(document: 0, line: 1))
    script.type(":53")
    script.press(.enter)
    script.type("E")
    #expect(script.effects.last == .edit(document: 0, line: 53))
  }

  @Test(arguments: [
    ("1", "One", "paragraph 1"), ("53", "One", "paragraph 21"), ("52", "One", "paragraph 20"),
    ("999", "Two", "other"), ("137", "Two", "other"),
  ])
  func aLineOfTheSourceIsGoneTo(_ line: String, _ title: String, _ text: String) {
    var script = Self.reader()
    script.type(":" + line)
    script.press(.enter)
    #expect(script.screen[0].contains(title))
    #expect(script.screen.joined().contains(text))
    // And back.
    script.type("''")
    #expect(script.screen[0].contains("One"))
  }

  @Test(arguments: ["abc", "1.5", "-1", "99999999999999999999"])
  func whatIsNoLineIsSaid(_ typed: String) {
    var script = Self.reader()
    script.type(":" + typed)
    script.press(.enter)
    #expect(script.screen.joined().contains("is not the number of a line: 12 is one"))
  }

  @Test func aNotebookIsNotEdited() {
    let notebook = ##"{"cells": [{"cell_type": "markdown", "source": "# A\n\n## One\n\ntext"}]}"##
    var script = Script(
      [("a.ipynb", notebook)],
      opening: [.contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
    script.type("E")
    #expect(!script.effects.contains { if case .edit = $0 { true } else { false } })
    #expect(script.messageLine.contains("Jupyter"))
  }

  @Test func theMouseIsLeftToTheTerminalAndTakenAgain() {
    var script = Self.reader()
    script.type("M")
    #expect(script.effects == [.takeMouse(false)])
    script.type("M")
    #expect(script.effects == [.takeMouse(true)])
  }
}
