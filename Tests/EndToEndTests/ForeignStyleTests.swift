import TerminalTesting
import TestSupport
import Testing

/// Notes as eight kinds of tools have them, in words of our own: `check` finds nothing wrong in them that is
/// not, and what is wrong it still finds.
@Suite struct ForeignStyleTests {
  private static let styles = [
    "obsidian", "github", "assistant", "mdbook", "mkdocs", "myst", "quarto", "notebook",
    "huggingface",
  ]
  private static func folder(_ style: String) -> String {
    "\(Files.tests)/Fixtures/styles/\(style)"
  }

  @Test(arguments: styles) func checkFindsNoErrorThatIsNone(style: String) throws {
    let run = try Workbench().run(["check", Self.folder(style)])
    #expect(run.status == 0 && !run.output.contains("error:"), "\(run.output)")
  }

  /// A vault of Obsidian's keeps its lines, unless its settings say otherwise; other notes have Markdown's.
  @Test(
    arguments: [
      (nil, false), ("{}", true), ("{\n  \"strictLineBreaks\": true\n}", false), ("{", true),
    ] as [(String?, Bool)])
  func aVaultKeepsItsLines(settings: String?, keeps: Bool) throws {
    let bench = try Workbench()
    Files.makeFolder("\(bench.folder)/vault")
    try bench.write("vault/a.md", "# A\n\n## L\n\none *two\nthree* four\n\n> five\n> six\n")
    if let settings {
      Files.makeFolder("\(bench.folder)/vault/.obsidian")
      try bench.write("vault/.obsidian/app.json", settings)
    }
    for path in ["vault", "vault/a.md"] {
      let shown = try bench.run(["show", "1.1", path]).output
      #expect(shown.contains("one two three four") == !keeps, "\(shown)")
      #expect(shown.contains("five six") == !keeps, "\(shown)")
      #expect(shown.contains("three four") && shown.contains("six"))
    }
  }

  /// What stands above a file's heading for the tool alone makes no chapter, nor does a line or two of its author's.
  @Test(arguments: [
    ("(start)=\n# Real\n\ntext\n", 1), ("<!-- one\ntwo -->\n# Real\n\ntext\n", 1),
    ("import T from '../t'\n\n<Switch {fw} />\n\n# Real\n\ntext\n", 1),
    ("<Banner\n  a={1}\n/>\n<a id=\"x\"></a>\n# Real\n\ntext\n", 1),
    ("<Tip>\nread this\n</Tip>\n# Real\n\ntext\n", 2), ("Some words.\n\n# Real\n\ntext\n", 1),
    ("<Banner>\n\n# Real\n\ntext\n", 1), ("some\n\nmore\n\nwords\n\n# Real\n\ntext\n", 2),
  ]) func whatIsForTheToolMakesNoChapter(notes: String, chapters: Int) throws {
    let bench = try Workbench()
    try bench.write("a.mdx", notes)
    let list = try bench.run(["list", "a.mdx"]).output
    #expect(list.contains("\(chapters)  Real") && !list.contains("\(chapters + 1)  "), "\(list)")
  }

  /// A page of a site from its root may be there, and one that the builder makes is; files are missed.
  @Test func pagesOfSitesAreNoErrors() throws {
    let bench = try Workbench()
    Files.makeFolder("\(bench.folder)/n")
    try bench.write(
      "n/a.md",
      "# A\n\n[p](print.html) [d](/docs/x/y) [e](/course/a.html#b) [f](/docs/img/f.pdf) [g](gone.html)\n"
        + "[t](#top) [l](a.md?plain=1#L1-L3)\n")
    let run = try bench.run(["check", "n"])
    func told(_ link: String) -> String? {
      run.output.split(separator: "\n").first { $0.contains("link to \(link) ") }
        .map { $0.contains("note:") ? "note" : $0.contains("warning:") ? "warning" : "error" }
    }
    #expect(run.status == 0)
    #expect(
      ["print.html", "/docs/x/y", "/course/a.html#b", "/docs/img/f.pdf", "gone.html", "#top"]
        .map(told) == [nil, "note", "note", "warning", "warning", nil], "\(run.output)")
  }

  /// A link to each kind of place that these styles name is followed, and one to none is told.
  @Test(arguments: [
    ("# A\n\n[there](#one) [none](#two)\n\n## One\n\ntext\n", "two"),
    ("# A\n\n[there](#first) [none](#second)\n\n## One {#first .x}\n\ntext\n", "second"),
    ("# A\n\n[there](#first) [none](#second)\n\n## One { #first }\n\ntext\n", "second"),
    ("# A\n\n[there](#first) [none](#second)\n\n(first)=\n\n## One\n\ntext\n", "second"),
    ("# A\n\n[there](#first) [none](#second)\n\n## One[[first]]\n\ntext\n", "second"),
    ("# A\n\n[there](#first) [none](#second)\n\n<a id=\"first\"></a>\n\ntext\n", "second"),
    ("# A\n\n[there](#fn:1) [none](#fn:2)\n\ntext[^1]\n\n[^1]: said\n", "fn:2"),
    (
      "# A\n\n[there](#__tabbed_1_1) [none](#__tabbed_1_2)\n\n=== \"One\"\n\n    text\n",
      "__tabbed_1_2"
    ),
    ("# A\n\n[there](#one) [none](#two)\n\n## One :material-rocket:\n\ntext\n", "two"),
    ("# A\n\n[[#One]] [none](#two)\n\n## One\n\ntext\n", "two"),
  ]) func aLinkToNothingIsStillFound(notes: String, missing: String) throws {
    let bench = try Workbench()
    try bench.write("a.md", notes)
    let errors = try bench.run(["check", "a.md"]).output.split(separator: "\n").filter {
      $0.contains("error:")
    }
    #expect(errors.count == 1 && errors.first?.contains(missing) == true, "\(errors)")
  }
}
