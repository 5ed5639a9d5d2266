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
    ("\u{434}", "\u{414}", true), ("i", "\u{130}", true),
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

  /// What a lesson pulls in is searched with it, and in no other lesson.
  @Test func whatIsPulledInIsSearched() {
    let text = "# A\n\n## One\n\nx\n\n## Two\n\n{{#include p.txt}}\n\n## Three\n\ny\n"
    let bytes = Array(text.utf8)
    let pulled = PulledFiles(for: "a.md", bytes) { $0 == "p.txt" ? Array("A walrus.\n".utf8) : nil }
    var script = Script([("a.md", "# A\n")])
    script.replace([
      Document(path: "a.md", bytes: bytes, pulled: pulled),
      Document(path: "b.md", bytes: Array("# B\n\n## Four\n\nA walrus too.\n".utf8)),
    ])
    script.type("swalrus")
    script.press(.enter)
    script.settle()
    let screen = script.screen.joined(separator: "\n")
    #expect(screen.contains("1.2  Two") && screen.contains("A walrus."))
    #expect(screen.contains("2.1  Four"))
    #expect(!screen.contains("One") && !screen.contains("Three"))
  }
}
