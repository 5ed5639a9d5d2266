import Pages
import TextUI
import Testing

@testable import Notes
@testable import Screens

/// Searches find letters with marks however they and the notes were typed, and capitals by small letters.
@Suite struct FoldedSearchTests {
  private static let composed = "caf\u{E9}"
  private static let apart = "cafe\u{301}"

  @Test(arguments: [
    ("\u{FC}bung", "\u{DC}bung", true), (composed, apart, true), (apart, composed, true),
    ("CAF\u{C9}", apart, false), ("cafe", composed, false), ("\u{3C3}", "\u{3A3}", true),
    ("\u{434}", "\u{414}", true), ("i\u{307}", "\u{130}", true),
    ("\u{1EC7}", "e\u{323}\u{302}", true),
  ])
  func aPageIsSearched(_ typed: String, _ written: String, _ isFound: Bool) {
    let blocks = Markdown.parse(Array("a \(written) b".utf8)).blocks
    let page = PageComposer.compose(blocks.map(PageItem.block), width: 40)
    #expect(PageSearch(SearchTerm(text: typed), in: page).matches.isEmpty != isFound)
  }

  @Test(arguments: ["\u{FC}bung", "\u{DC}BUNG", "u\u{308}bung"])
  func titlesAreFound(_ typed: String) throws {
    let library = Library(
      title: "", key: "",
      documents: [Document(path: "a.md", bytes: Array("# A\n\n## One\n\n## \u{DC}bung\n".utf8))])
    #expect(try LessonName.find(typed, in: library).lesson == 1)
  }

  @Test(arguments: ["\u{FC}bung", "u\u{308}bung", composed, "nothing"])
  func allLessonsAreSearched(_ typed: String) {
    let notes = "# A\n\n## One\n\nx\n\n## Two\n\nEine U\u{308}bung im \(Self.apart).\n"
    var script = Script([("a.md", notes)])
    script.type("s" + typed)
    script.press(.enter)
    #expect(
      script.screen.joined(separator: "\n").contains(
        typed == "nothing" ? "No lesson holds" : "bung im"))
  }
}
