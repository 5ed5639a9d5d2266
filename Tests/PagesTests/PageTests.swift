import Notes
import Testing
import TextUI

@testable import Pages

@Suite struct PageTests {
  private func page(_ text: String, width: Int = 40) -> Page {
    let blocks = Markdown.parse(Array(text.utf8)).blocks
    return PageComposer.compose(blocks.map(PageItem.block), width: width)
  }

  @Test func whatCanBeOpenedStandsOnTheLinesThatThereAre() {
    let insert = PageItem.insert(number: 0) { _ in [[Cell]("too wide"), [], [Cell]("ab"), []] }
    let page = PageComposer.compose([insert], width: 3)
    #expect(page.lines.map(\.cells.text) == ["too", "", "ab"])
    #expect(
      page.targets.map(\.spans) == [
        [Page.Span(line: 0, columns: 0..<3), Page.Span(line: 2, columns: 0..<2)]
      ])
  }

  @Test func picturesAreKnown() {
    let page = page(
      "text\n\n| a |\n|---|\n| 1 |\n\n$$x$$\n\n$$\\frac{a}{b}$$\n\n- item\n\n  $$\\frac{a}{b}$$\n")
    let drawn = page.pictures.map { page.text[$0].map { $0.filter { !$0.isWhitespace } } }
    #expect(
      drawn == [["a", "─", "1"], ["a", "───", "b"], ["a", "───", "b"]], "\(page.text)")
    for picture in page.pictures {
      #expect(page.picture(across: picture.lowerBound) == nil)
      #expect(page.picture(across: picture.lowerBound + 1) == picture)
      #expect(page.picture(across: picture.upperBound) == nil)
    }
  }

  @Test func blocksAreLaidOut() {
    let text = """
      # Title
      Some *text* that is long enough to be wrapped.

      1. first
      2. second
         - inner
      - [x] done

      > quoted

      > [!TIP]
      > help

      ---
      """
    #expect(
      page(text).text == [
        "Title", "━━━━━", "", "Some text that is long enough to be", "wrapped.", "", "1. first",
        "2. second", "   ◦ inner", "", "☑ done", "", "│ quoted", "", "▌ ✦ Tip", "▌ help", "",
        "────────────────────────────────────────",
      ])
  }

  @Test func tablesFitShrinkAndStack() {
    let table = """
      | name | meaning |
      |:-----|--------:|
      | q | what is looked for |
      | k | what is offered |
      """
    #expect(
      page(table).text == [
        "name │            meaning", "─────┼───────────────────", "q    │ what is looked for",
        "k    │    what is offered",
      ])
    #expect(
      page(table, width: 20).text == [
        "name │       meaning", "─────┼──────────────", "q    │       what is",
        "     │    looked for", "k    │       what is", "     │       offered",
      ])
    #expect(
      page(table, width: 12).text == [
        "name: q", "meaning:", "what is", "looked for", "─ ─ ─", "name: k", "meaning:", "what is",
        "offered",
      ])
  }

  @Test func codeIsKeptAndLongLinesGoOnBehindAHook() {
    #expect(
      page("```py\nif x:\n\treturn 'a long line'\n```\n", width: 20).text
        == ["▏ if x:", "▏     return 'a long", "▏ ↪  line'"])
  }

  @Test func linksAreTargetsWhereTheyStand() {
    let page = page("a [link over two lines](x) and [b](y)", width: 14)
    #expect(page.text == ["a link over", "two lines and", "b"])
    #expect(
      page.targets == [
        .init(
          kind: .link("x"),
          spans: [.init(line: 0, columns: 2..<11), .init(line: 1, columns: 0..<9)]),
        .init(kind: .link("y"), spans: [.init(line: 2, columns: 0..<1)]),
      ])
  }

  @Test func headingsHaveAnchors() {
    let page = page("## One Two\n\n### One two\n")
    #expect(page.headings.map(\.slug) == ["one-two", "one-two-1"])
    #expect(page.headings.map(\.line) == [0, 3])
  }

  @Test func footnotesStandAtTheEnd() {
    let page = page("text[^a]\n\n[^a]: the note\n")
    #expect(page.text == ["text[1]", "", "────────────────────", "[1] the note"])
    #expect(page.footnoteLines == [1: 3])
  }

  @Test func theSameWordStaysOnTop() {
    let text = (1...200).map { "w\($0)" }.joined(separator: " ")
    let wide = page(text, width: 60)
    let narrow = page(text, width: 23)
    for line in wide.lines.indices {
      let there = narrow.line(ofWord: wide.lines[line].word)
      let first = wide.text[line].split(separator: " ")[0]
      #expect(narrow.text[there].split(separator: " ").contains(first))
    }
  }

  @Test func noLineIsWiderThanThePage() {
    let text = """
      # A rather long title of a chapter

      - a list
        - with a nested one
          - and **another** with `code spans` and [links](https://example.org/a/b/c)

      > > quotes in quotes with 注意力机制 and 👩‍🔬

      | a | b | c | d |
      |---|---|---|---|
      | some words | some more words | 1 | https://example.org/long/address |

      ```
      code with a very long line that has to be broken somewhere in the middle of it
      ```

      $$\\frac{a}{b}$$
      """
    for width in 1...90 {
      let page = page(text, width: width)
      for line in page.lines where width >= 12 {
        #expect(line.cells.count <= width, "\(width): \(line.cells.text)")
      }
    }
  }

  @Test func rawHTMLShowsItsTextOnly() {
    #expect(page("<div>\nshown <b>text</b>\n<!-- not\nthis -->\n</div>\n").text == ["shown text"])
    #expect(page("<!-- only -->\n").text == [])
    #expect(
      page("<p>AT&amp;T <s> <think> 1 < 2 <img src=x alt='A cat'></p>\n").text == [
        "AT&T <s> <think> 1 < 2 [image: A cat]"
      ])
  }
}
