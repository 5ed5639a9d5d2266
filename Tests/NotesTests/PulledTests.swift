import Testing

@testable import Notes

/// Files that notes pull in, where they do.
@Suite struct PulledTests {
  /// The lesson of a note that lies among other files.
  private func markdown(
    _ text: String, at path: String = "a.md", among files: [String: String] = [:]
  ) -> Markdown {
    let bytes = Array(text.utf8)
    let pulled = PulledFiles(for: path, bytes) { files[$0].map { Array($0.utf8) } }
    let library = Library(
      title: "n", key: "n", documents: [Document(path: path, bytes: bytes, pulled: pulled)])
    return library.markdown(of: LessonID(document: 0, chapter: 0, lesson: 0))
  }

  private func blocks(
    _ text: String, at path: String = "a.md", among files: [String: String] = [:]
  ) -> [Block.Kind] {
    markdown(text, at: path, among: files).blocks.map(\.kind)
  }

  private func code(_ text: String, among files: [String: String]) -> String? {
    if case .code(_, let text)? = blocks(text, among: files).first { text } else { nil }
  }

  /// What stands in a file's place is marked as what nobody wrote there.
  private func label(_ words: String, _ name: String, sign: String = "▲ ") -> Block.Kind {
    .paragraph([.emphasis([.text("[\(sign)Text of "), .code(name), .text(", \(words).]")])])
  }

  /// What pulls a file in may have a name itself.
  @Test func inclusionsHaveNames() {
    let bytes = Array(
      "# A\n\n[](#src)\n\n## B\n\n:::{literalinclude} u.mjs\n:name: src\n:::\n".utf8)
    let files = PulledFiles(for: "a.md", bytes) { _ in Array("export {}\n".utf8) }
    let library = Library(
      title: "n", key: "n", documents: [Document(path: "a.md", bytes: bytes, pulled: files)])
    guard case .lesson(let id, _) = library.resolve(link: "#src", from: library.lessonIDs[0]) else {
      Issue.record("no place")
      return
    }
    #expect(library[id]?.title == "B")
  }

  @Test(arguments: [
    ("{{#include p.md}}", 4), ("{{ #include p.md }}", 4), ("{{#include p.md:1}}", 1),
    ("{{#include p.md::3}}", 3), ("{{#include p.md:2:3}}", 2), ("{{#include p.md:3:}}", 2),
    ("{{#include p.md:here}}", 1), ("--8<-- \"p.md\"", 4), ("-8<- 'p.md:2:3'", 2),
    ("--8<-- \"p.md:1:1,3:4\"", 3), ("--8<--\np.md\n; p.md\n--8<--", 4),
    ("{{< include p.md >}}", 4), ("```{include} p.md\n:start-line: 1\n```", 3),
    (":::{include} p.md\n:end-line: -1\n:::", 3),
  ])
  func aFileStandsWhereItIsPulledIn(written: String, lines: Int) {
    let file = "- 1\n- 2 <!-- ANCHOR: here -->\n- 3\n- 4 <!-- ANCHOR_END: here -->\n"
    guard case .list(let list)? = blocks(written + "\n", among: ["p.md": file]).first else {
      Issue.record("\(blocks(written, among: ["p.md": file]))")
      return
    }
    #expect(list.items.count == lines)
  }

  @Test func codeIsPulledIntoFences() {
    let rust = "fn a() {}\n// ANCHOR: b\nfn b() {}\n// ANCHOR_END: b\n"
    #expect(
      code("```rust\n{{#rustdoc_include m.rs:b}}\n```\n", among: ["m.rs": rust]) == "fn b() {}")
    #expect(code("{{#playground m.rs editable}}\n", among: ["m.rs": "x\n"]) == "x")
    let python = "# --8<-- [start:f]\ndef f():\n    pass\n# --8<-- [end:f]\nf()\n"
    for (written, expected) in [
      ("```py\n--8<-- \"m.py:f\"\n```\n", "def f():\n    pass"),
      ("```py\n--8<-- \"m.py\"\n```\n", "def f():\n    pass\nf()"),
      ("```{literalinclude} m.py\n:lines: 2-3, 5\n```\n", "def f():\n    pass\nf()"),
      ("```{literalinclude} m.py\n:pyobject: f\n```\n", "def f():\n    pass"),
      (
        "```{literalinclude} m.py\n:start-after: def\n:end-before: [end\n:dedent:\n```\n", "pass"
      ),
    ] { #expect(code(written, among: ["m.py": python]) == expected) }
  }

  /// mdBook takes the sign away that keeps one from being read.
  @Test func anEscapedInclusionIsShownWithoutItsSign() {
    #expect(
      blocks("See \\{{#include p.md}} and `\\{{#playground m.rs}}`.\n", among: ["p.md": "P\n"]) == [
        .paragraph([
          .text("See {{#include p.md}} and "), .code("{{#playground m.rs}}"), .text("."),
        ])
      ])
    #expect(code("```\n\\{{#include p.md}}\n```\n", among: ["p.md": "P\n"]) == "{{#include p.md}}")
  }

  /// A file is found from where it is written, and none outside of the notes or hidden.
  @Test func filesLieAmongTheNotes() {
    let files = ["x/p.md": "P\n", "q.md": "Q\n", ".env": "secret\n", "../r.md": "R\n"]
    func text(_ written: String) -> [Block.Kind] { blocks(written, at: "x/a.md", among: files) }
    #expect(text("{{#include p.md}}\n") == [.paragraph([.text("P")])])
    #expect(text("{{#include ../q.md}}\n") == [.paragraph([.text("Q")])])
    #expect(text("--8<-- \"q.md\"\n") == [.paragraph([.text("Q")])])
    #expect(text("--8<-- \"p.md\"\n") == [.paragraph([.text("P")])])
    for path in ["../../r.md", "../.env"] {
      #expect(
        text("{{#include \(path)}}\n") == [label("which lies outside of these notes", path)])
    }
  }

  @Test func filesPullInOthersAndNotThemselves() {
    let files = ["b/p.md": "P\n\n{{#include q.md}}\n", "b/q.md": "Q\n\n{{#include p.md}}\n"]
    let found = markdown("Start\n\n{{#include b/p.md}}\n\nEnd\n", among: files)
    #expect(
      found.blocks.map(\.kind) == [
        .paragraph([.text("Start")]), .paragraph([.text("P")]), .paragraph([.text("Q")]),
        label("which pulls in itself", "p.md"), .paragraph([.text("End")]),
      ])
    #expect(found.blocks.map(\.line) == [1, 3, 3, 3, 5])
    #expect(found.diagnostics.map(\.line) == [3])
    // What pulls in others twice, and they others twice, has an end.
    var many: [String: String] = [:]
    for level in 0..<8 {
      many["\(level).md"] = String(repeating: "{{#include \(level + 1).md}}\n\n", count: 30)
    }
    many["8.md"] = String(repeating: "x", count: 10_000)
    #expect(blocks("{{#include 0.md}}\n", among: many).count < 20_000)
  }

  @Test func whatIsNotThereIsToldByItsName() {
    let found = markdown("A\n\n{{#include p.md}}\n\n```rust\n{{#include m.rs}}\n```\n")
    #expect(
      found.blocks.map(\.kind) == [
        .paragraph([.text("A")]), label("which is not there", "p.md"),
        .code(info: "rust", text: "[text of m.rs, which is not there]"),
      ])
    #expect(
      found.diagnostics.map(\.text) == [
        "a.md:3: warning: the file p.md, which is pulled in here, is not there: check its path",
        "a.md:6: warning: the file m.rs, which is pulled in here, is not there: check its path",
      ])
    let part = markdown("{{#include p.md:b}}\n", among: ["p.md": "P\n"])
    #expect(part.blocks.map(\.kind) == [label("which has no such part", "p.md")])
    #expect(part.diagnostics.count == 1)
    let web = markdown("--8<-- \"https://x.org/p.md\"\n")
    #expect(
      web.blocks.map(\.kind) == [label("which is on the web", "https://x.org/p.md", sign: "")])
    #expect(web.diagnostics.isEmpty)
  }

  @Test(arguments: ["By ", "v"]) func amongWordsItIsToldToo(before: String) {
    #expect(
      blocks("\(before){{#include p.md}} now.\n") == [
        .paragraph([
          .text("\(before)[▲ text of "), .code("p.md"), .text(", which is not there] now."),
        ])
      ])
  }

  /// The line that is meant stands in the file that holds it, whichever note is told of it.
  @Test func whoPullsInWhatIsTold() {
    func told(_ text: String, among files: [String: String]) -> [String] {
      markdown(text, among: files).diagnostics.map(\.text)
    }
    #expect(
      told("A\n\n{{#include b/p.md}}\n", among: ["b/p.md": "{{#include none.md}}\n"]) == [
        "a.md:3: warning: the file none.md, which b/p.md pulls in, is not there: check its path"
      ])
    #expect(
      told(
        "{{#include p.md}}\n",
        among: ["p.md": "{{#include q.md}}\n", "q.md": "{{#include p.md}}\n"])
        == [
          "a.md:1: warning: the file p.md, which q.md pulls in, pulls in itself: take that line out of q.md"
        ])
    #expect(
      told("{{#include a.md}}\n", among: ["a.md": "{{#include a.md}}\n"]) == [
        "a.md:1: warning: the file a.md, which is pulled in here, pulls in itself: take this line out"
      ])
  }

  // MARK: Fences of notes

  /// A note that pulls in files elsewhere, or is of a book, means its fences so too: mdBook and MkDocs know no
  /// difference.
  @Test(arguments: [
    ("```\n{{#include none.md}}\n```\n", "\\{{#include none.md}}"),
    ("```text\n{{#include none.md}}\n```\n", "\\{{#include none.md}}"),
    ("~~~yaml\n{{#include none.md:4}}\n~~~\n", "\\{{#include none.md:4}}"),
    ("```md\n--8<-- \"none.md\"\n```\n", ";--8<-- \"none.md\""),
  ])
  func aFenceTellsWhatIsNotThere(written: String, escaped: String) {
    let told =
      "the file none.md, which is pulled in here, is not there: check its path, or write \(escaped) to "
      + "show how it is written"
    let found = markdown(written + "\n{{#include p.md}}\n", among: ["p.md": "P\n"])
    #expect(found.diagnostics.map(\.advice) == [told])
    #expect(found.diagnostics.map(\.line) == [2])
    // What is told is typed, and all is well.
    let line = escaped.drop { "\\;".contains($0) }
    let mended = written.replacing(String(line), with: escaped) + "\n{{#include p.md}}\n"
    #expect(markdown(mended, among: ["p.md": "P\n"]).diagnostics.isEmpty)
    var document = Document(path: "a.md", section: ["Part"])
    document.fill(
      Array(written.utf8), pulled: PulledFiles(for: "a.md", Array(written.utf8)) { _ in nil })
    let library = Library(title: "n", key: "n", documents: [document])
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    #expect(library.markdown(of: id).diagnostics.map(\.advice) == [told])
  }

  /// What is pulled in shows no key: its questions are asked where they stand.
  @Test(arguments: [
    "{{#include q.md}}", "--8<-- \"q.md\"", "```{include} q.md\n```", "- {{#include q.md}}",
  ])
  func questionsAreNotPulledIn(written: String) {
    let file = """
      Before.

      ### Q?

      <!-- quiz id=q -->
      1. [ ] no
      1. [x] secret

      ```text
      # secret
      ```

      > [!NOTE]
      > It is secret.

      ### G?
      <!--quiz-->
      It is [[secret]].

      #### Behind
      After.
      """
    let found = markdown(written + "\n", among: ["q.md": file])
    let text = found.blocks.description
    #expect(!text.contains("secret") && text.contains("Before.") && text.contains("Behind"))
    #expect(found.diagnostics.map(\.line) == [1])
    #expect(found.diagnostics.first?.message.hasPrefix("the questions of q.md") == true)
    // Code shows how one is written.
    #expect(
      code("```md\n{{#include q.md}}\n```\n", among: ["q.md": file])?.contains("secret") == true)
  }

  /// A part that begins below the comment of a question is of that question.
  @Test(arguments: [
    "{{#include q.md:4:6}}", "--8<-- \"q.md:4:\"", "{{#include q.md:key}}",
    "```{include} q.md\n:start-after: \"id=q\"\n```",
    "```{include} q.md\n:start-line: 4\n:dedent:\n```",
  ])
  func partsOfQuestionsAreNotPulledIn(written: String) {
    let file =
      "### Q?\n<!-- quiz id=q -->\n\n<!-- ANCHOR: key -->\n1. [x] secret\n"
      + "2. [ ] no\n<!-- ANCHOR_END: key -->\n\n## After\n\nText.\n"
    let found = markdown(written + "\n", among: ["q.md": file])
    #expect(!found.blocks.description.contains("secret"))
    #expect(found.diagnostics.count == 1)
  }

  // MARK: Files that are there

  /// Of a file that is there and is not read, that is told, and not that there is none.
  @Test(arguments: [
    (PulledFiles.Refusal.liesOutside, "which lies outside of these notes"),
    (.isTooLarge, "which is too large"),
  ])
  func whyAFileIsNotRead(refusal: PulledFiles.Refusal, words: String) {
    let bytes = Array("{{#include p.md}}\n".utf8)
    let pulled = PulledFiles(for: "a.md", bytes) { _ in
      nil
    } refusing: {
      $0 == "p.md" ? refusal : nil
    }
    let library = Library(
      title: "n", key: "n", documents: [Document(path: "a.md", bytes: bytes, pulled: pulled)])
    let found = library.markdown(of: LessonID(document: 0, chapter: 0, lesson: 0))
    #expect(found.blocks.map(\.kind) == [label(words, "p.md")])
    #expect(found.diagnostics.count == 1)
  }

  /// To mdBook and MkDocs a path with `/` is one of the disk, to MyST and Quarto one of the notes.
  @Test(arguments: [
    ("{{#include /p.md}}", true), ("--8<-- \"/p.md\"", true), ("{{< include /p.md >}}", false),
    ("```{include} /p.md\n```", false),
  ])
  func pathsFromTheRoot(written: String, isOfDisk: Bool) {
    #expect(
      blocks("\(written)\n") == [
        label(isOfDisk ? "which lies outside of these notes" : "which is not there", "/p.md")
      ])
  }

  /// A text about these signs shows them.
  @Test(arguments: [
    "Write `{{#include p.md}}` there.\n", "```\n{{#include p.md}}\n```\n",
    "```md\n--8<-- \"p.md\"\n```\n", "{{ name }} and {{#if x}} and {{/if}}\n",
    "-- >8 --\n", "--8<--\n", "````md\n```{include} p.md\n```\n````\n",
  ])
  func signsInATextStay(written: String) {
    let found = markdown(written)
    #expect(found.diagnostics.isEmpty)
    #expect(found.blocks.map(\.kind) == Markdown.parse(Array(written.utf8)).blocks.map(\.kind))
  }

  @Test func textsAmongWordsAndInListsArePulledIn() {
    #expect(
      blocks("Version {{#include v.txt}}, that is.\n", among: ["v.txt": "1.2\n"])
        == [.paragraph([.text("Version 1.2, that is.")])])
    guard
      case .list(let list)? = blocks(
        "- Do:\n\n  ```sh\n  {{#include s.sh}}\n  ```\n", among: ["s.sh": "a\n\nb\n"]
      ).first
    else { return }
    #expect(list.items[0].blocks.last?.kind == .code(info: "sh", text: "a\n\nb"))
    #expect(
      blocks("{{#include p.md}}\n", among: ["p.md": "---\ntitle: X\n---\n\nP\n"])
        == [.paragraph([.text("P")])])
  }

  // MARK: Limits

  /// What is taken many times over counts as often, be it within a file or on one line.
  @Test func aNoteHasRoomForSoMuch() throws {
    let file = String(repeating: "0123456789\n", count: 9_000)
    let ranges = repeatElement("1-", count: 100).joined(separator: ",")
    let written = "```{literalinclude} p.md\n:lines: \(ranges)\n```\n"
    let found = markdown(written, among: ["p.md": file])
    #expect(found.blocks.map(\.kind) == [label("which would be too much", "p.md")])
    #expect(
      found.diagnostics.map(\.text) == [
        "a.md:1: warning: the file p.md, which is pulled in here, would be too much: split what pulls it in"
      ])
    #expect(
      FilePart.options(["lines": ranges]).lines(of: Array(file.utf8)[...])?.count == 8_000_000 / 11
        + 1)
    let line = Array(String(repeating: "{{#include p.md}}", count: 200).utf8)
    let pulled = PulledFiles(for: "a.md", line) { _ in Array(file.utf8) }
    let (text, diagnostics) = try #require(PullingIn.text(of: line, in: "a.md", pulled))
    #expect(diagnostics.count == 200 - 8_000_000 / 99_000)
    #expect(text.bytes.count < 8_010_000)
    // What stands before each line counts too.
    let quotes = Array((String(repeating: "> ", count: 500) + "{{#include p.md}}\n").utf8)
    let (refused, _) = try #require(PullingIn.text(of: quotes, in: "a.md", pulled))
    #expect(refused.bytes.count < 2_000)
  }

  @Test func ofOneFileOneIsRead() {
    var read: [String] = []
    let pulled = PulledFiles(for: "x/a.md", Array("--8<-- \"p.md\"\n\n--8<-- \"p.md\"\n".utf8)) {
      read.append($0)
      return Array("P\n".utf8)
    }
    #expect(read == ["p.md"])
    #expect(pulled?.texts.count == 1)
  }

  // MARK: Code about notes

  @Test func aFileInAFenceIsWhole() {
    let file = "---\ntitle: X\n---\n\nP\n"
    #expect(
      code("```yaml\n{{#include p.md}}\n```\n", among: ["p.md": file])
        == "---\ntitle: X\n---\n\nP")
  }

  @Test func aListOfSnippetsStaysOnce() {
    #expect(
      code("```md\n--8<--\np.md\nq.md\n--8<--\n```\n", among: [:]) == "--8<--\np.md\nq.md\n--8<--")
  }

  @Test(arguments: ["-", "*", "+"])
  func anItemPullsIn(sign: String) {
    guard
      case .list(let list)? = blocks("\(sign) {{#include p.md}}\n", among: ["p.md": "P\n"]).first
    else {
      Issue.record("no list")
      return
    }
    #expect(list.items.map { $0.blocks.map(\.kind) } == [[.paragraph([.text("P")])]])
  }

  @Test func optionsThatSayNothing() {
    let files = ["m.py": "x = 1\n"]
    #expect(
      blocks("```{literalinclude} m.py\n:pyobject: nothing\n```\n", among: files)
        == [label("which has no such part", "m.py")])
    #expect(
      blocks("```{literalinclude} m.py\n:caption: \"\"\n```\n", among: files)
        == [.code(info: "python", text: "x = 1")])
    #expect(
      blocks("```{literalinclude} m.py\n:caption: \"X\"\n```\n", among: files)
        == [.paragraph([.strong([.text("X")])]), .code(info: "python", text: "x = 1")])
    #expect(
      blocks("--8<-- \"\"\n", among: files)
        == Markdown.parse(Array("--8<-- \"\"\n".utf8)).blocks.map(\.kind))
  }
}
