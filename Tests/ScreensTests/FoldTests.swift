import Notes
import Testing
import TextUI

@testable import Screens

/// What the notes fold: opened and folded by a key, and found all the same.
@Suite struct FoldTests {
  private let note = """
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
      [("a.md", note)], columns: 60, rows: 30,
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

  @Test func whatIsSearchedStandsOpen() {
    var script = opened()
    script.press(.character("/"))
    script.type("exercise")
    #expect(shows("Left as an exercise.", script))
    script.press(.enter)
    #expect(shows("▾ The proof", script))
  }

  @Test func aLinkToWhatIsFoldedOpensIt() {
    var script = opened()
    script.press(.tab, .tab, .tab, .tab, .enter)
    #expect(shows("Lemma", script) && shows("Inner.", script))
  }

  /// What cannot be opened is not folded: lines that are printed.
  @Test func whatIsPrintedStandsOpen() {
    let library = Library(
      title: "n", key: "k", documents: [Document(path: "a.md", bytes: Array(note.utf8))])
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    let lines = LessonText.lines(of: id, in: library, width: 60, ascii: false)
    #expect(lines.contains { $0.contains("secret") } && lines.contains { $0.contains("exercise") })
    #expect(!lines.contains { $0.contains("▸") || $0.contains("▾") })
  }
}
