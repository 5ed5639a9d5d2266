import Notes
import Pages
import Testing
import TextUI

@testable import Screens

/// What the notes fold: opened and folded by a key, and found all the same.
@Suite struct FoldTests {
  private static let note = """
    # A

    ## One

    Before.

    > [!question]- Why?
    > Because of the secret.

    <details>
    <summary>The proof</summary>

    Left as an exercise.

    ### Lemma

    Inner.

    </details>

    > [!tip]+ A hint
    > Seen at first.

    See [the lemma](#lemma).
    """

  private func opened() -> Script {
    Script(
      [("a.md", Self.note)], columns: 60, rows: 30,
      opening: [.contents, .lesson(.init(document: 0, chapter: 0, lesson: 0), .top)])
  }

  private func shows(_ text: String, _ script: Script) -> Bool {
    script.screen.contains { $0.contains(text) }
  }

  @Test func enterOpensAndFolds() {
    var script = opened()
    #expect(shows("▸ Why?", script) && !shows("secret", script))
    #expect(shows("▸ The proof", script) && !shows("exercise", script))
    #expect(shows("▾ A hint", script) && shows("Seen at first", script))
    script.press(.tab, .enter)
    #expect(shows("▾ Why?", script) && shows("secret", script) && !shows("exercise", script))
    script.press(.enter)
    #expect(shows("▸ Why?", script) && !shows("secret", script))
    script.press(.tab, .tab, .enter)
    #expect(shows("▸ A hint", script) && !shows("Seen at first", script))
  }

  /// However the element and its title are written, the answer is folded, under that title.
  @Test(arguments: [
    "<details markdown=\"1\">\n<summary>Reveal</summary>\n\nSix.\n\n</details>",
    "<details markdown>\n<summary markdown=\"span\">Reveal</summary>\n\nSix.\n\n</details>",
    "<details>\n<summary><h3>Reveal</h3></summary>\n\nSix.\n\n</details>",
    "<details>\n<summary><p>Reveal</p></summary>\n\nSix.\n\n</details>",
  ])
  func anElementThatFoldsIsFolded(_ text: String) {
    let script = Script(
      [("a.md", "# A\n\n## One\n\n\(text)\n\nEnd.\n")],
      opening: [.contents, .lesson(.init(document: 0, chapter: 0, lesson: 0), .top)])
    #expect(shows("▸ Reveal", script) && !shows("Six.", script) && shows("End.", script))
  }

  @Test func whatIsSearchedStandsOpenAndNothingElse() {
    var script = opened()
    script.press(.character("/"))
    script.type("exercise")
    #expect(shows("Left as an exercise.", script) && !shows("secret", script))
    #expect(shows("match 1 of 1", script) || shows("1 match", script))
    script.press(.enter)
    #expect(shows("▾ The proof", script) && shows("▸ Why?", script))
    script.press(.escape)
    #expect(shows("▾ The proof", script) && shows("▸ Why?", script))
  }

  /// Each match opens what it stands in, and what the one before stood in folds again.
  @Test func eachMatchOpensItsOwn() {
    var script = opened()
    script.press(.character("/"))
    script.type("e")
    script.press(.backspace)
    script.type("se")
    // "because", "secret", "exercise", "Seen".
    script.press(.enter)
    #expect(shows("secret", script) && !shows("exercise", script))
    script.press(.character("n"))
    #expect(shows("secret", script) && !shows("exercise", script))
    script.press(.character("n"))
    #expect(!shows("secret", script) && shows("exercise", script))
    script.press(.character("n"))
    #expect(!shows("secret", script) && !shows("exercise", script) && shows("Seen", script))
    script.press(.character("N"))
    #expect(shows("exercise", script))
  }

  @Test func aSearchThatIsNotWantedFoldsAgain() {
    var script = opened()
    let before = script.screen
    script.press(.character("/"))
    script.type("lemma")
    #expect(shows("▾ The proof", script))
    script.press(.escape)
    #expect(script.screen == before)
  }

  /// In a search over all lessons the title stands for what is folded under it.
  @Test func allLessonsAreSearchedFoldedOrNot() {
    var script = opened()
    script.type("sexercise")
    script.settle()
    #expect(shows("▸ The proof", script) && !shows("Left as", script))
    script.press(.enter)
    #expect(shows("Left as an exercise.", script) && !shows("secret", script))
  }

  /// Folding takes whole lines away, wherever it stands: lines of the one are lines of the other.
  @Test(arguments: [
    note, "> [!a]- A\n> > [!b]- B\n> > x\n>\n> y\n\nz\n",
    "- one\n\n  > [!a]- A\n  > - b\n  > - c\n- two\n",
    "> [!a]- A\n> # H\n\n# H\n\n> [!b]-\n\n```\ncode\n```\n",
    "<details><summary>S</summary>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</details>\nEnd",
  ])
  func foldedLinesAreLinesOfTheWhole(_ text: String) {
    let library = Library(
      title: "n", key: "k", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    for width in [12, 40] {
      var lesson = LessonPage(
        .init(document: 0, chapter: 0, lesson: 0), in: AppState(library: library))
      lesson.fit(width: width, ascii: false)
      #expect(!lesson.page.closedFolds.isEmpty)
      while let first = lesson.page.closedFolds.min() {
        let lines = lesson.foldedLines()
        var shown = 0
        for (index, line) in lines.whole.lines.enumerated() {
          guard let place = lines.shown(index) else { continue }
          shown += 1
          #expect(lines.whole(place) == index)
          let now = lesson.page.lines[place].cells.text
          #expect(now.replacing("▸", with: "▾") == line.cells.text)
        }
        #expect(shown == lesson.page.lines.count)
        lesson.open([first])
      }
    }
  }

  @Test func aLinkToWhatIsFoldedOpensIt() {
    var script = opened()
    script.press(.tab, .tab, .tab, .tab, .enter)
    #expect(shows("Lemma", script) && shows("Inner.", script))
  }

  /// What cannot be opened is not folded: lines that are printed.
  @Test func whatIsPrintedStandsOpen() {
    let library = Library(
      title: "n", key: "k", documents: [Document(path: "a.md", bytes: Array(Self.note.utf8))])
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    let lines = LessonText.lines(of: id, in: library, width: 60, ascii: false)
    #expect(lines.contains { $0.contains("secret") } && lines.contains { $0.contains("exercise") })
    #expect(!lines.contains { $0.contains("▸") || $0.contains("▾") })
  }
}
