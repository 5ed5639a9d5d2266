import Testing

@testable import Notes

/// Obsidian's comments and what stands beside them.
@Suite struct VaultCommentTests {
  /// Only what stands in a comment is not shown, wherever others stand around it.
  @Test(arguments: [
    ("%% a %% text %% b %%", "text"), ("- %% a %% item %% b %%", "item"),
    ("> %% a %% quote %% b %%", "quote"), ("%% a %% one\ntwo %% b %%", "one two"),
    ("%% a\nb %% text", "text"), ("%%\n- a\n- b\n%%\n\ntext", "text"),
    ("> %%\n> a\n>\n> b\n> %%\n> quote", "quote"),
    ("%%\na\n\n```\nb\n```\n\n%%\n\ntext", "text"),
    ("%% a\n\nText, 100%% of it.", "%% a|Text, 100%% of it."),
    ("one %% a\n%% two", "one two"), ("%% a `%%` b\nc %%\n\ntext", "text"),
    ("$$\nx %% y\n%% z\n$$\n\n%% a %% text", "x %% y\n%% z|text"),
  ])
  func whatStandsBesideComments(_ written: String, _ shown: String) {
    func text(_ blocks: [Block]) -> [String] {
      blocks.flatMap { block -> [String] in
        switch block.kind {
        case .paragraph(let inlines): [inlines.plainText.trimmed]
        case .maths(let tex): [tex.trimmed]
        case .list(let list): list.items.flatMap { text($0.blocks) }
        case .quote(let inner): text(inner)
        default: ["?"]
        }
      }
    }
    #expect(text(blocks(written + "\n")).joined(separator: "|") == shown)
  }

  /// A heading in a comment begins no lesson, and what stands behind keeps its line.
  @Test func headingsInComments() {
    let notes = library([
      ("a.md", "# A\n\n## First\n\n%%\n\n## Hidden\n\nb\n%%\n\nText.\n\n## Seen\n\nc\n")
    ])
    #expect(notes.documents[0].chapters[0].lessons.map(\.title) == ["First", "Seen"])
    let read = notes.markdown(of: notes.lessonIDs[0]).blocks
    #expect(read.map(\.line) == [1, 3, 12])
  }
}
