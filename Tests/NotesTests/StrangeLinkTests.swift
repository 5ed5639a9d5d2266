import Testing

@testable import Notes

/// Links in the forms of other tools, and to what is no note.
@Suite struct StrangeLinkTests {
  private func lesson(_ link: String, in notes: Library) -> String? {
    guard case .lesson(let id, _) = notes.resolve(link: link, from: notes.lessonIDs[0]) else {
      return nil
    }
    return notes[id]?.title
  }

  /// What a lesson shows, links named by what they lead to.
  private func shown(_ notes: Library) -> [Block] {
    var anchors = Anchors()
    let id = notes.lessonIDs[0]
    return notes.namingLinks(
      in: notes.turningWikiLinks(in: notes.markdown(of: id).blocks, of: 0), of: id, &anchors)
  }

  /// Pictures beside the words of a heading are no part of its name; both of GitHub's forms of it lead there.
  @Test(arguments: [
    ("# Tool ![b](x.svg)", "Tool", ["#tool", "#tool-"]),
    ("# Tool [![b](x.svg)](ci) [![c](y.svg)](ci)", "Tool", ["#tool", "#tool--"]),
    ("# <img src=\"l.png\" alt=\"L\"> Tool", "Tool", ["#tool", "#-tool"]),
    ("# ![Logo](l.png)", "Logo", ["#logo"]),
    ("# [Tool](a.md) of `code` ![b](x.svg)", "Tool of code", ["#tool-of-code-"]),
  ])
  func badges(heading: String, title: String, links: [String]) {
    let notes = library([("a.md", heading + "\n\nText.\n")])
    #expect(notes.documents[0].chapters[0].title == title)
    for link in links { #expect(lesson(link, in: notes) != nil, "\(link)") }
  }

  @Test func folders() {
    let notes = library([
      ("a.md", "# A\n\nText.\n"), ("book/1.md", "# One\n\nText.\n"),
      ("book/2.md", "# Two\n\nText.\n"), ("with/index.md", "# Front\n\nText.\n"),
      ("with/b.md", "# B\n\nText.\n"),
    ])
    for link in ["book", "book/", "./book/", "/book", "/site/book"] {
      #expect(lesson(link, in: notes) == "One", "\(link)")
    }
    #expect(lesson("with/", in: notes) == "Front")
    #expect(lesson("none/", in: notes) == nil)
    #expect(lesson("boo", in: notes) == nil)
  }

  /// What is no note may be there, and only a path tells where.
  @Test(arguments: [
    ("code/run.py", "x/code/run.py"), ("../a.pdf#page=3", "a.pdf"), ("a%20b.txt", "x/a b.txt"),
    ("#heading", nil), ("[[x]]", nil), ("ref:x", nil), ("/a.py", nil), ("mailto:a@b.c", nil),
  ])
  func otherFiles(link: String, place: String?) {
    let notes = library([("x/a.md", "# A\n\nText.\n")])
    #expect(notes.neighbour(ofLink: link, from: notes.lessonIDs[0])?.place == place)
  }

  /// `[[shown|Page]]` of GitHub is told from `[[Page|shown]]` by which of them is there.
  @Test(arguments: [
    ("[[Words|Other-Page]]", "[[Other-Page]]", "Words"),
    ("[[Words|Other Page]]", "[[Other Page]]", "Words"),
    ("[[Words|Other-Page#part]]", "[[Other-Page#part]]", "Words"),
    ("[[Other-Page|Words]]", "[[Other-Page]]", "Words"),
    ("[[Nothing|Nowhere]]", "[[Nothing]]", "Nowhere"),
  ])
  func wikis(written: String, destination: String, words: String) {
    let notes = library([
      ("a.md", "# A\n\n\(written)\n"), ("Other-Page.md", "# O\n\n## Part\n\nText.\n"),
    ])
    #expect(
      shown(notes).last?.kind == .paragraph([.link(destination: destination, [.text(words)])]))
  }

  /// MyST's short references to what another note names.
  @Test(arguments: ["@sec-b", "[](#sec-b)", "{ref}`sec-b`"])
  func namesOfOtherNotes(written: String) {
    let notes = library([
      ("a.md", "# A\n\nSee \(written), a@sec-b and @other.\n"),
      ("b.md", "# B\n\n(sec-b)=\n## Deep part\n\nText.\n"),
    ])
    guard case .paragraph(let inlines)? = shown(notes).last?.kind, inlines.count > 1,
      case .link(let destination, let words) = inlines[1]
    else {
      Issue.record("no link")
      return
    }
    #expect(words == [.text("Deep part")])
    #expect(lesson(destination, in: notes) == "Deep part")
    #expect(inlines.plainText == "See Deep part, a@sec-b and @other.")
  }

  @Test func namesWithSlashes() {
    let notes = library([
      ("a.md", "# A\n\nText.\n"), ("b.md", "# B\n\n(part/one)=\n## Deep\n\nText.\n"),
    ])
    #expect(lesson("part/one", in: notes) == "Deep")
  }

  /// Quarto's references lead to what they name.
  @Test func referencesLead() {
    let figure = "\n\n## Later\n\n![A](a.png){#fig-a}\n"
    let notes = library([
      ("a.qmd", "# A\n\n## First\n\nAs @fig-a has it, [see @fig-a](b.md).\n" + figure)
    ])
    guard case .paragraph(let inlines)? = shown(notes).last?.kind else {
      Issue.record("no text")
      return
    }
    #expect(
      inlines == [
        .text("As "), .link(destination: "#fig-a", [.text("Figure 1")]), .text(" has it, "),
        .link(destination: "b.md", [.text("see Figure 1")]), .text("."),
      ])
    #expect(lesson("#fig-a", in: notes) == "Later")
  }

  /// The notes that a page names are links to them.
  @Test func toctrees() {
    let tree = "```{toctree}\n:maxdepth: 2\n:caption: Parts\n\nb\nNamed <c>\n```\n"
    let others = [("b.md", "# Bee\n\nText.\n"), ("c.md", "# Sea\n\nText.\n")]
    let seen = shown(library([("a.md", "# A\n\n" + tree)] + others))
    #expect(seen.map { [$0].texts } == ["A", "Parts", "Bee|Named"])
    let hidden = shown(library([("a.md", "# A\n\n```{toctree}\n:hidden:\nb\n```\n")] + others))
    #expect(hidden.count == 1)
    let pattern = shown(library([("a.md", "# A\n\n:::{toctree}\n:glob:\n*\n:::\n")] + others))
    #expect(pattern.map { [$0].texts } == ["A", "Bee|Sea"])
    let example = shown(library([("a.md", "# A\n\n````md\n" + tree + "````\n")] + others))
    #expect(example.last?.kind == .code(info: "md", text: tree.trimmed))
  }

  /// A component's end and a rule below it make no lesson of it.
  @Test func componentsAreNoHeadings() {
    let choices = "choices={[{ text: \"x\", correct: true }, { text: \"y\" }]}"
    let notes = library([
      ("a.mdx", "# A\n\n## Which?\n\n<Question\n\(choices)\n/>\n---\n\n## B\n\nText.\n")
    ])
    #expect(notes.documents[0].chapters[0].lessons.map(\.title) == ["Which?", "B"])
  }
}

extension [Block] {
  fileprivate var texts: String {
    map { block in
      switch block.kind {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
      case .list(let list): list.items.map(\.blocks.texts).joined(separator: "|")
      default: "?"
      }
    }.joined(separator: "|")
  }
}
