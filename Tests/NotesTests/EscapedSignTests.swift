import Testing

@testable import Notes

/// Brackets that a backslash makes text are neither a wiki's link nor a footnote, other signs no marks.
@Suite struct EscapedSignTests {
  /// Brackets behind a backslash are text, in a heading too; as CommonMark has them.
  @Test(arguments: [
    ("Rows \\[\\[a\\]\\] here", "Rows [[a]] here"), ("\\[[a]]", "[[a]]"), ("[\\[a]]", "[[a]]"),
    ("[[a\\]\\]", "[[a]]"), ("x \\[^1] y", "x [^1] y"), ("**\\[\\[a\\]\\]**", "[[a]]"),
    ("a \\==b== c", "a ==b== c"), ("a ==b\\== c", "a ==b== c"), ("a \\=\\=b== c", "a ==b== c"),
    ("a \\:smile: b", "a :smile: b"), ("a \\%%b%% c", "a %%b%% c"),
    ("12\\:30 and 1\\=1", "12:30 and 1=1"),
  ])
  func escapedBracketsAreText(_ written: String, _ shown: String) {
    let note = "\n\n[^1]: note\n"
    let found = inlines(written + note)
    #expect(found.plainText == shown)
    #expect(found == [.text(shown)] || found == [.strong([.text(shown)])])
    guard case .heading(_, let title)? = blocks("# \(written)\(note)").first?.kind else {
      Issue.record("no heading")
      return
    }
    #expect(title == found)
  }

  @Test func theyAreTextInLinksAndPictures() {
    #expect(
      inlines("[\\[\\[a\\]\\]](b.md)") == [.link(destination: "b.md", [.text("[[a]]")])])
    #expect(
      inlines("![\\[\\[a\\]\\]](b.png)")
        == [.image(alternative: [.text("[[a]]")], source: "b.png")])
  }

  /// Lists of lessons show them as the lesson does.
  @Test func titlesKeepThem() {
    let library = Library(
      title: "a", key: "a",
      documents: [
        Document(path: "a.md", bytes: Array("# C\n\n## Rows \\[\\[a\\]\\] here\n\nText.\n".utf8))
      ])
    #expect(library.lessonIDs.compactMap { library[$0]?.title } == ["Rows [[a]] here"])
  }
}
