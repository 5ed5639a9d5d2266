import Testing

@testable import Notes

/// Directives, roles and boxes of MyST, Sphinx and MkDocs that are text, and are read as what they say.
@Suite struct DirectiveTests {
  private func blocks(_ text: String) -> [Block.Kind] {
    Markdown.parse(Array(text.utf8)).blocks.map(\.kind)
  }

  private func text(_ source: String) -> String {
    Markdown.parse(Array(source.utf8)).blocks.map { Self.text($0) }.joined(separator: "|")
  }

  /// What blocks say, with the boxes they stand in.
  private static func text(_ block: Block) -> String {
    func inner(_ blocks: [Block]) -> String { blocks.map(text).joined(separator: ",") }
    switch block.kind {
    case .paragraph(let inlines): return inlines.plainText
    case .heading(_, let inlines): return "#" + inlines.plainText
    case .quote(let blocks): return "quote(\(inner(blocks)))"
    case .callout(let callout, let blocks):
      return "\(callout.name)[\(callout.heading.plainText)](\(inner(blocks)))"
    case .list(let list):
      return "list(\(list.items.map { inner($0.blocks) }.joined(separator: ";")))"
    case .code(_, let text): return "code(\(text))"
    case .table(let table):
      return
        "table(\((table.head + table.rows.flatMap { $0 }).map(\.plainText).joined(separator: ";")))"
    case .definitions(let all):
      return all.map { "\($0.term.plainText): \($0.texts.map(inner).joined(separator: "/"))" }
        .joined(separator: ";")
    case .maths(let tex): return "maths(\(tex))"
    case .rule: return "rule"
    case .html(let html): return "html(\(html))"
    case .footnotes: return "footnotes"
    }
  }

  // MARK: In items of lists

  @Test(arguments: [
    // MkDocs has four blanks under an item; an item of a list within eight.
    (
      "1. One\n\n    !!! note \"Mind\"\n\n        Inside.\n\n    After.\n\n2. Two\n",
      "list(One,note[Mind](Inside.),After.;Two)"
    ),
    ("- One\n\n    ??? tip\n        Folded.\n\n- Two\n", "list(One,tip[Tip](Folded.);Two)"),
    (
      "- One\n    - In\n\n        !!! note\n            Deep.\n- Two\n",
      "list(One,list(In,note[Note](Deep.));Two)"
    ),
    ("1. One\n\n   ```{note}\n   Inside.\n   ```\n2. Two\n", "list(One,note[Note](Inside.);Two)"),
    (
      "1. One\n\n   :::{tip} Hear\n   Inside.\n   :::\n\n2. Two\n",
      "list(One,tip[Hear](Inside.);Two)"
    ),
    (
      "!!! note\n\n    1. One\n\n        !!! tip\n            Deep.\n\n    2. Two\n",
      "note[Note](list(One,tip[Tip](Deep.);Two))"
    ),
    (
      "- One\n\n    === \"A\"\n        Of A.\n\n    === \"B\"\n        Of B.\n\n- Two\n",
      "list(One,#A,Of A.,#B,Of B.;Two)"
    ),
    // What no item holds and is indented so far is code.
    ("Words.\n\n    !!! note\n        x\n", "Words.|code(!!! note\n    x)"),
    ("- One\n\nWords.\n\n    !!! note\n", "list(One)|Words.|code(!!! note)"),
  ])
  func aBoxBelongsToItsItem(source: String, shown: String) {
    #expect(text(source) == shown)
  }

  @Test func tabsWithoutBlankLinesStayApart() {
    let source = "=== \"A\"\n    Of A.\n=== \"B\"\n    - Of B.\n===! \"C\"\n\n    Of C.\n"
    #expect(text(source) == "#A|Of A.|#B|list(Of B.)|#C|Of C.")
  }

  // MARK: Directives

  @Test(arguments: [
    ("```{rubric} Sources\n```\n", "Sources"), (":::{rubric} Sources\n:::\n", "Sources"),
    ("```{versionadded} 1.2\nThe `x`.\n```\n", "Added in version 1.2. The x."),
    ("```{versionchanged} 1.3 Now so.\n```\n", "Changed in version 1.3: Now so."),
    (":::{deprecated} 1.4\n:::\n", "Deprecated since version 1.4."),
    ("```{seealso}\nMore.\n```\n", "seealso[See also](More.)"),
    ("```{epigraph}\nA motto.\n```\n", "quote(A motto.)"),
    (":::{pull-quote}\nWords.\n:::\n", "quote(Words.)"),
    ("```{only} html\nSeen.\n```\n", "Seen."), ("a\n\n```{only} latex\nUnseen.\n```\n\nb\n", "a|b"),
    ("```{raw} html\n<b>Seen</b>\n```\n", "Seen"), ("a\n\n```{raw} latex\n\\x\n```\n\nb\n", "a|b"),
    ("```{aside}\nBeside.\n```\n", "aside[Aside](Beside.)"),
    ("```{button-link} https://a.org\n:color: primary\nPress *me*\n```\n", "Press me"),
    (":::{button-ref} name\nGo\n:::\n", "Go"),
    ("```{button-link} https://a.org\n```\n", "https://a.org"),
    ("```{hlist}\n:columns: 2\n\n- a\n- b\n```\n", "list(a;b)"),
    ("```{parsed-literal}\nx *y*\n  z\n```\n", "code(x y\n  z)"),
    ("```{glossary}\nOne\n  Meaning.\nTwo\n: Other.\n```\n", "One: Meaning.;Two: Other."),
    (":::{glossary}\nOne\n  Meaning.\n:::\n", "One: Meaning."),
    (":::{math}\nx = y\n:::\n", "maths(x = y)"),
    (":::{code-block} python\n!!! note\n:::\n", "code(!!! note)"),
    ("```{index} x\n```\nWords.\n", "Words."),
    ("````{grid} 2\n```{grid-item}\nWords.\n```\n````\n", "Words."),
    ("```{card} Title\n:header: Head\n:footer: Foot\n\nBody.\n```\n", "Head Title|Body. Foot"),
    ("```{card}\nHead\n^^^\nBody\n+++\nFoot\n```\n", "Head|Body|Foot"),
    ("```{list-table}\n* - A\n  - - x\n    - y\n```\n", "table(;;A;• x • y)"),
    (
      "```{note}\n:class: x\nWords.\n```\n\n:Author: Me\n:Date: Now\n\nx\n",
      "note[Note](Words.)|Author: Me Date: Now|x"
    ),
    (":rocket: fast\n:lock: safe\n\n```{note}\nx\n```\n", "🚀 fast 🔒 safe|note[Note](x)"),
  ])
  func aDirectiveIsReadAsWhatItSays(source: String, shown: String) {
    #expect(text(source) == shown)
  }

  @Test func aCardLeadsWhereItSays() {
    let source = "```{card} Title\n:link: intro\n:link-type: doc\n\nBody.\n```\n"
    #expect(
      blocks(source).first
        == .paragraph([.strong([.link(destination: "doc:intro", [.text("Title")])])]))
  }

  // MARK: Roles

  @Test(arguments: [
    ("{menuselection}`File --> Open`", [Inline.text("File ‣ Open")]),
    ("{guilabel}`&OK`", [.text("OK")]), ("{kbd}`Ctrl-C`", [.text("Ctrl-C")]),
    ("{file}`/usr/{name}`", [.code("/usr/name")]), ("{samp}`print {x}`", [.code("print x")]),
    ("{command}`rm`", [.strong([.text("rm")])]), ("{dfn}`A`", [.emphasis([.text("A")])]),
    ("{envvar}`HOME`", [.code("HOME")]), ("{class}`~a.b.C`", [.code("C")]),
    ("{py:func}`foo.bar`", [.code("foo.bar")]), ("{bdg-primary}`New`", [.text("New")]),
    ("{pep}`8`", [.link(destination: "https://peps.python.org/pep-0008/", [.text("PEP 8")])]),
    ("{button}`Go <a.md>`", [.link(destination: "a.md", [.text("Go")])]),
    ("{prf:ref}`t`", [.link(destination: "ref:t", [.text("t")])]),
  ])
  func aRoleIsItsWords(source: String, shown: [Inline]) {
    #expect(blocks("A \(source)\n").first == .paragraph([.text("A ")] + shown))
  }

  /// Of roles that are not known the words are shown; a command's argument, and a set, are none.
  @Test(arguments: [
    ("{si}`10 m` b", [Inline.text("10 m b")]),
    ("({my-role}`x <y>`)", [.text("(x)")]),
    ("{chem}`SO4^2-`", [.text("SO"), .maths("_{4}"), .maths("^{2-}")]),
    ("{chem}`Ca(OH)2`", [.text("Ca(OH)"), .maths("_{2}")]),
    ("text{unknown}`x`", [.text("text{unknown}"), .code("x")]),
    ("{x}`y`", [.text("{x}"), .code("y")]), ("{a b}`y`", [.text("{a b}"), .code("y")]),
  ])
  func rolesThatAreNotKnown(source: String, shown: [Inline]) {
    #expect(inlines(source) == shown)
  }

  // MARK: Numbers, names and commands

  private func shown(_ source: String) -> String {
    let notes = library([("a.md", source), ("b.md", "# Other\n\nWords.\n")])
    var anchors = Anchors()
    return notes.lessonIDs.prefix(1).map { id in
      notes.namingLinks(in: notes.markdown(of: id).blocks, of: id, &anchors).map(Self.text)
        .joined(separator: "|")
    }.joined()
  }

  @Test func figuresInAFigureAreItsParts() {
    let source = """
      # A

      ::::{figure}
      :name: both

      :::{figure} a.png
      :name: left
      The left.
      :::

      (right)=
      ![](b.png)

      Of both.
      ::::

      :::{figure} c.png
      :name: next

      The *next* one.
      :::

      {numref}`both` {numref}`left` {numref}`right` {numref}`next` {numref}`{number} is {name} <next>`

      """
    let last = shown(source).split(separator: "|").last
    #expect(last == "Figure 1 Figure 1a Figure 1b Figure 2 2 is The next one.")
    #expect(shown(source).contains("Figure 1: Of both."))
    #expect(shown(source).contains("Figure 1a: The left."))
  }

  @Test func proofsAndExercisesHaveNumbers() {
    let source = """
      # A

      ```{prf:theorem} Mine
      :label: thm
      Holds.
      ```

      ```{prf:axiom}
      :label: ax
      Is.
      ```

      ```{exercise}
      :label: ex
      Do.
      ```

      ```{solution} ex
      :label: sol
      Done.
      ```

      {prf:ref}`thm` {prf:ref}`ax` {ref}`ex` {ref}`sol`

      """
    let all = shown(source)
    #expect(all.contains("theorem[Theorem 1: Mine](Holds.)"))
    #expect(all.contains("axiom[Axiom 1](Is.)"))
    #expect(all.hasSuffix("Theorem 1 Axiom 1 Exercise 1 Solution to Exercise 1"))
  }

  @Test func namesLeadToPlacesAndNotes() {
    let notes = library([
      ("a.md", "# A\n\n(Here)=\n## Place\n\nWords.\n\n```{note}\nx\n```\n"), ("b.md", "# B\n\nx\n"),
    ])
    let id = notes.lessonIDs[0]
    for link in ["here", "ref:here", "#Here", "ref:b", "doc:b"] {
      guard case .lesson = notes.resolve(link: link, from: id) else {
        Issue.record("\(link) leads nowhere")
        continue
      }
    }
    guard case .lesson = notes.resolve(link: "ref:gone", from: id) else { return }
    Issue.record("a name that nothing has leads somewhere")
  }

  @Test func commandsOfAFrontMatterHold() {
    let source =
      "---\nmath:\n  '\\RR': '\\mathbb{R}'\n  '\\vv': '\\mathbf{#1}'\n---\n# A\n\n$\\RR \\vv{x}$\n"
    let notes = library([("a.md", source)])
    #expect(
      notes.markdown(of: notes.lessonIDs[0]).blocks.last?.kind
        == .paragraph([.maths("\\mathbb{R} \\mathbf{x}")]))
  }

  @Test func substitutionsThatMeanNothingAreTold() {
    let head = "---\nsubstitutions:\n  key: Value\n---\n# A\n\n"
    let text = head + "{{ key }} {{ kee }} `{{ x }}` {{ gone }}\n"
    let found = Losses.substitutions(in: library([("a.md", text)]).documents[0])
    #expect(found.map(\.line) == [7, 7])
    #expect(found.first?.advice.contains("did you mean {{ key }}?") == true)
    #expect(Losses.substitutions(in: library([("a.md", "# A\n\n{{ x }}\n")]).documents[0]).isEmpty)
  }
}
