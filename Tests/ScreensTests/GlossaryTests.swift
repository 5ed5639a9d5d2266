import Notes
import Testing
import TextUI

@testable import Screens

@Suite struct GlossaryTests {
  private let lesson = LessonID(document: 0, chapter: 0, lesson: 0)
  private let notes = [
    (
      "a.md",
      """
      # Book

      ## One

      A [score](terms.md#score), a [group](terms.md#numbers) and [elsewhere](#two).

      ## Two

      end
      """
    ),
    (
      "terms.md",
      """
      # Glossary

      ## Numbers

      ### Dot product
      The sum of products of **two** vectors.

      ### Product
      What multiplying gives.

      ### Score
      The dot product of a query, here $x^2$, with queries.

      More of it. See also the product.

      ### Query
      See [score](#score).
      """
    ),
  ]
  private func reading(columns: Int = 80, rows: Int = 24, _ keys: Key...) -> Script {
    var script = Script(
      notes, columns: columns, rows: rows, opening: [.contents, .lesson(lesson, .top)])
    for key in keys { script.press(key) }
    return script
  }

  @Test func enterShowsTheDefinitionInPlaceAndEnterClosesIt() {
    for close in [Key.enter, .escape, .character("q"), .backspace] {
      var script = reading(.tab)
      let before = script.screen
      script.press(.enter)
      #expect(
        script.screen[9...13].map { String($0.prefix(60)) } == [
          "  A score, a group and elsewhere.",
          "  ── Score ─────────────────────────────────────────────────",
          "   The dot product of a query, here x², with queries.",
          "   See also  1 Dot product  2 Query  3 Product",
          "  ── Enter closes  o opens the glossary ────────────────────",
        ])
      #expect(
        script.screen.last
          == " 1–3 see also  o in the glossary                            Enter close  ? keys")
      #expect(script.marked(.selected) == "score")
      script.press(close)
      #expect(script.screen == before)
    }
  }

  @Test func theLongestNamesAreFoundFirst() {
    // "Dot product" is named and not "Product"; the second paragraph's is.
    var script = reading(.tab, .enter, .character("1"))
    #expect(script.screen.contains { $0.contains("── Dot product ──") })
    #expect(script.screen.contains { $0.hasPrefix("   See also  1 Product") })
    script.press(.enter)
    #expect(script.screen[0].contains("1.1 One"))
  }

  @Test func theGlossaryOpensAtTheTermAndTheWayBackLeadsHere() {
    var script = reading(rows: 10, .tab, .enter, .character("o"))
    #expect(script.screen[0].contains("2.1 Numbers"))
    #expect(script.screen.contains { $0.contains("More of it.") })
    script.press(.backspace)
    #expect(script.screen[0].contains("1.1 One"))
    #expect(!script.screen.contains { $0.contains("See also") })
  }

  @Test func anyOtherKeyClosesItAndDoesItsWork() {
    var script = reading(.tab, .enter, .tab)
    #expect(script.marked(.selected) == "group")
    #expect(!script.screen.contains { $0.contains("See also") })
    // A heading with nothing but other headings under it is not a term.
    script.press(.enter)
    #expect(script.screen[0].contains("2.1 Numbers"))
  }

  @Test func inTheGlossaryItselfALinkIsFollowed() {
    var script = reading(.tab, .enter, .character("o"), .tab, .enter)
    #expect(!script.screen.contains { $0.contains("closes") })
    script.press(.backspace)
    #expect(script.screen[0].contains("1.1 One"))
  }

  @Test func aClickOpensAndTheNextOneCloses() {
    var script = reading()
    script.send(.mouse(.click, Point(column: 5, row: 9)))
    #expect(script.screen.contains { $0.contains("── Score") })
    script.send(.mouse(.click, Point(column: 5, row: 11)))
    #expect(!script.screen.contains { $0.contains("── Score") })
  }

  @Test func itFitsWhereItCan() {
    for (columns, rows) in [(40, 12), (20, 6), (5, 4), (1, 1), (0, 0), (200, 60)] {
      var script = reading(columns: columns, rows: rows, .tab, .enter)
      #expect(script.canvas.cells.count == columns * rows)
      script.resize(40, 12)
      #expect(script.screen.contains { $0.contains("── Score ──") })
      #expect(script.screen.contains { $0.contains("x²") })
      #expect(script.marked(.selected) == "score")
    }
  }

  @Test func thePlainModeSaysIt() {
    var script = reading()
    let effects = script.choose("1")
    #expect(effects == [])
    #expect(
      script.app.message
        == "Score: The dot product of a query, here x², with queries. "
        + "See also 1 Dot product, 2 Query, 3 Product (type see and the number). "
        + "(glossary opens it in 2.1 Numbers)")
    #expect(!script.app.transcript.contains { $0.contains("See also") })
    #expect(script.app.claims("see 1") && !script.app.claims("see"))
    #expect(script.choose("see 1") == [])
    #expect(script.app.message?.hasPrefix("Dot product: The sum of products") == true)
    _ = script.choose("glossary")
    #expect(script.app.title.hasSuffix("2.1 Numbers"))
  }

  @Test func helpNamesItsKeys() {
    var script = reading(.tab, .enter, .character("?"))
    for row in GlossaryTerm.table.bindings {
      #expect(script.screen.contains { $0.contains(row.help) })
    }
    script.press(.character("q"))
    #expect(script.screen.contains { $0.contains("── Score") })
  }
}
