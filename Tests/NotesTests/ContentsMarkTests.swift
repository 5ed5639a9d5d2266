import Testing

@testable import Notes

/// Lines that stand for a table of contents elsewhere, and keys that other programs read.
@Suite struct ContentsMarkTests {
  @Test(arguments: ["[TOC]", "{tableofcontents}", "[[_TOC_]]", "[[toc]]", "${toc}", "{:toc}"])
  func aTableOfContentsIsNotShown(mark: String) {
    let blocks = Markdown.parse(Array("A.\n\n\(mark)\n\nB.\n\n```\n\(mark)\n```\n".utf8)).blocks
    #expect(
      blocks.map(\.kind) == [
        .paragraph([.text("A.")]), .paragraph([.text("B.")]), .code(info: "", text: mark),
      ])
  }

  @Test(arguments: ["icon: x", "comments: true", "template: home.html", "hide: [toc]"])
  func keysOfToolsAreNoSentences(line: String) {
    let document = Document(path: "a.md", bytes: Array("---\n\(line)\n---\n\n# A\n".utf8))
    #expect(Losses.frontMatter(in: document).isEmpty)
  }
}
