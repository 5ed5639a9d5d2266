import Pages
import Testing
import TextUI

@testable import Notes
@testable import Screens

/// Ctrl-R in a search takes what is typed for a pattern; ↑ and ↓ bring back what was searched before; the
/// search over all lessons has first what is most about it.
@Suite struct PatternSearchTests {
  private static let notes = """
    # A

    ## One

    The weights of a row sum to one, and
    not to two. Weights 12 and 345.

    ```python
    def dot(u, v):
        return sum(u * v)
    ```

    - eine U\u{308}bung
    - an end
    """

  private func found(_ pattern: String, width: Int = 30) -> [String] {
    let blocks = Markdown.parse(Array(Self.notes.utf8)).blocks
    let page = PageComposer.compose(blocks.map(PageItem.block), width: width)
    return PageSearch(SearchTerm(text: pattern, isPattern: true), in: page).matches.map { match in
      match.map { Array(page.lines[$0.line].cells[$0.columns]).text }.joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("[0-9]+", ["12", "345"]), ("weights", ["weights", "Weights"]), ("Weights", ["Weights"]),
    ("^the\\b", ["The"]), ("345\\.$", ["345."]), ("^ +r\\w+", ["    return"]), ("^def", ["def"]),
    ("\u{FC}b", ["U\u{308}b"]), ("[\u{FC}\u{E4}]b", ["U\u{308}b"]), ("^an e", ["an e"]),
    ("dot.*return", []), ("$", []),
  ])
  func aPatternIsSearched(_ pattern: String, _ matches: [String]) {
    #expect(found(pattern) == matches)
  }

  @Test func aMatchGoesOverTheEndsOfLines() {
    #expect(
      found("one, and not", width: 26).map { $0.replacing("|", with: " ") } == ["one, and not"])
  }

  private func script() -> Script {
    var script = Script([("a.md", Self.notes)])
    script.press(.enter)
    return script
  }

  @Test func theKeyTurnsItOnAndOff() {
    var script = script()
    script.type("/[0-9]+")
    #expect(script.messageLine.contains("0 matches"))
    script.press(.control("r"))
    #expect(script.messageLine.contains("Search a pattern:"))
    #expect(script.messageLine.contains("2 matches"))
    script.press(.control("r"))
    #expect(script.messageLine.contains("0 matches"))
  }

  @Test func whatIsNoPatternIsSaid() {
    var script = script()
    script.type("/(a")
    script.press(.control("r"))
    #expect(script.messageLine.contains("missing closing parenthesis"))
    script.press(.enter)
    #expect(script.screen.suffix(4).joined().contains("is no pattern: missing closing parenthesis"))
  }

  @Test func searchesComeBack() {
    var script = script()
    script.type("/row")
    script.press(.enter)
    #expect(script.effects.contains(.set(.searches, to: [SearchTerm(text: "row")])))
    script.type("/t.o")
    script.press(.control("r"), .enter)
    script.type("/new")
    script.press(.up)
    #expect(script.messageLine.contains("Search a pattern: t.o"))
    script.press(.up)
    #expect(script.messageLine.contains("Search: row"))
    script.press(.up)
    #expect(script.messageLine.contains("Search: row"))
    script.press(.down, .down)
    #expect(script.messageLine.contains("Search: new"))
    script.press(.escape)
    script.type("/")
    script.press(.enter)
    #expect(script.screen[0].contains("match"))
  }

  @Test func searchesAreKept() {
    let terms = [SearchTerm(text: "a b"), SearchTerm(text: "/~", isPattern: true)]
    let change = Settings.Change(.searches, to: terms)
    #expect(Settings(["search.history": change.text ?? ""])[.searches] == terms)
    #expect(Settings(["search.history": "bad\n/a"])[.searches] == [])
    let many = (0..<60).reduce([]) { SearchTerm.history($0, adding: SearchTerm(text: "\($1)")) }
    #expect(many.count == SearchTerm.remembered)
    #expect(SearchTerm.history(many, adding: many[10]).last == many[10])
  }

  @Test func theBestComeFirst() {
    let notes = """
      # A

      ## Apart

      A mask. The row is causal.

      ## Often

      A causal mask, and a causal mask.

      ## Once

      A causal mask.

      ## Inside

      Text.

      ### The causal mask

      A causal mask.

      ## Causal mask

      The causal mask.
      """
    var script = Script([("a.md", notes)])
    script.type("scausal mask")
    script.press(.enter)
    let titles = script.screen.compactMap { line in
      ["Apart", "Often", "Once", "Inside", "Causal mask"].first { line.contains("  \($0)  ") }
    }
    #expect(titles == ["Causal mask", "Inside", "Often", "Once", "Apart"])
    #expect(script.screen.contains { $0.contains("the words apart") })
  }
}
