import Testing

@testable import Notes

/// What MkDocs, Critic Markup, Quarto and Hugo write among the words of a line.
@Suite struct LineMarksTests {
  private func blocks(_ text: String) -> [Block.Kind] {
    Markdown.parse(Array(text.utf8)).blocks.map(\.kind)
  }

  private func said(_ text: String) -> String {
    guard case .paragraph(let inlines)? = blocks(text).first else { return "" }
    return inlines.plainText
  }

  @Test(arguments: [
    ("It {++was++} said", [Inline.text("It was said")]),
    ("It {--was--} x", [.text("It "), .struck([.text("was")]), .text(" x")]),
    ("{~~old~>new~~} x", [.struck([.text("old")]), .text(" new x")]),
    ("A {==b c==} d", [.text("A "), .marked([.text("b c")]), .text(" d")]),
    ("A {>>why<<} d", [.text("A "), .emphasis([.text("(why)")]), .text(" d")]),
    ("A{++ b++} c", [.text("A b c")]),
  ])
  func criticMarksAreRead(written: String, inlines: [Inline]) {
    #expect(blocks(written + "\n") == [.paragraph(inlines)])
  }

  @Test func marksAroundParagraphsGo() {
    #expect(blocks("{++\n\nNew\n\n++}\n") == [.paragraph([.text("New")])])
  }

  @Test(arguments: [
    ("Press ++ctrl+alt+c++ now", "Press Ctrl+Alt+C now"), ("(++enter++)", "(Enter)"),
    ("++page-up++ or ++\"Any\"++", "Page Up or Any"),
    ("C++ and D++ and E++", "C++ and D++ and E++"), ("i++ + ++j++", "i++ + ++j++"),
    ("a ++b++ c", "a ++b++ c"), ("x++ctrl++y", "x++ctrl++y"),
    ("`++ctrl++` {{ x }} {++", "++ctrl++ {{ x }} {++"),
    ("{{-- a --}} and {{++x}}", "{{-- a --}} and {{++x}}"),
    ("Cost {++}. `{++x++}`", "Cost {++}. {++x++}"),
    ("{{< kbd Ctrl-C >}} and `{{< kbd x >}}`", "Ctrl-C and {{< kbd x >}}"),
    ("a {{< fa star >}} b{{< pagebreak >}}", "a  b"), ("{{{< meta x >}}}", "{{< meta x >}}"),
    ("{{< meta title >}}", "title"), ("{{< odd 1 >}}", "{odd 1}"),
    ("Given {{<T>}} here", "Given {{<T>}} here"),
  ])
  func keysAndShortcodesAreRead(written: String, shown: String) {
    #expect(said(written + "\n") == shown)
  }

  @Test func shortcodesLeadToVideosAndPages() {
    #expect(
      blocks("{{< video https://x.org/v >}}\n")
        == [.paragraph([.link(destination: "https://x.org/v", [.text("A video")])])])
    #expect(
      blocks("[a]({{< ref \"b.md\" >}})\n")
        == [.paragraph([.link(destination: "b.md", [.text("a")])])])
    #expect(
      blocks("{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n")
        == [.code(info: "go", text: "x := 1")])
  }

  @Test func boxesOfHugoAreTheirTitles() {
    #expect(
      blocks("{{< tabs >}}\n{{< tab name=\"One\" >}}\nText\n{{< /tab >}}\n{{< /tabs >}}\n")
        == [.paragraph([.strong([.text("One")]), .lineBreak, .text("Text")])])
    #expect(
      blocks("{{< card link=\"b.md\" title=\"B\" >}}\n")
        == [.paragraph([.link(destination: "b.md", [.text("B")])])])
  }

  @Test func abbreviationsAreAList() {
    let found = blocks("The HTML.\n\n*[HTML]: Hyper Text\n*[A B]: C\n")
    #expect(found.first == .paragraph([.text("The HTML.")]))
    guard case .list(let list)? = found.last else {
      Issue.record("\(found)")
      return
    }
    #expect(
      list.items.map { $0.blocks.map(\.kind) } == [
        [.paragraph([.strong([.text("HTML")]), .text(": Hyper Text")])],
        [.paragraph([.strong([.text("A B")]), .text(": C")])],
      ])
    #expect(
      blocks("*[note]: it is so*\n") == [.paragraph([.emphasis([.text("[note]: it is so")])])])
    #expect(blocks("```\n*[HTML]: x\n```\n") == [.code(info: "", text: "*[HTML]: x")])
  }

  @Test(arguments: [
    ("Go :material-account: there", "Go there"), (":octicons-heart-16:{ .x } Love", "Love"),
    ("Yes :material-check:", "Yes ✓"), (":fontawesome-brands-github:", "github"),
    (":material-close-circle:", "✗"), ("a:material-b:c", "a:material-b:c"),
    ("at 10:simple-x:", "at 10:simple-x:"), ("`:material-x:`", ":material-x:"),
    ("End :material-account:", "End"), ("x :material-a-b:`c`x :material-a-b:", "x cx"),
  ])
  func iconsSayNothingBesideWords(written: String, shown: String) {
    #expect(said(written + "\n") == shown)
  }

  @Test(arguments: [
    ("Text\n{: .class }", "Text"), ("Text (1)\n{ .annotate }", "Text (1)"),
    ("**b**{ .x } c", "b c"), ("Text {: #id }", "Text"), ("[a](b){ .md-button data-x }", "a"),
    ("A set {a} and { b }", "A set {a} and { b }"), ("x { y }", "x { y }"),
  ])
  func attributesAreNotShown(written: String, shown: String) {
    #expect(said(written + "\n") == shown)
  }

  @Test func formulasAndCodeStay() {
    #expect(blocks("$a^{++}b^{++}$\n") == [.paragraph([.maths("a^{++}b^{++}")])])
    #expect(blocks("$$\n{--a--}\n$$\n") == [.maths("{--a--}")])
    #expect(blocks("```\n{++a++}\n```\n") == [.code(info: "", text: "{++a++}")])
  }

  /// Of a long row what is not there is looked for once, and shows no less than in a short one.
  @Test(arguments: [2, 3_000])
  func longRowsAreReadAsShortOnes(count: Int) {
    for (written, behind, shown) in [
      ("$a ", "{++x++}", "x"), ("$$a ", "$b$ {++x++}", "$b$ x"), ("`a ", "{++x++} ``", "x ``"),
      ("```a ", "``{++x++}`` {++y++}", "``{++x++}`` y"), ("{++ ", "{--x--}", "~~x~~"),
      ("{++ ", "{++x++} {++y++}", "x y"), ("{== ", "x} `==}` {++y++}", "x} `==}` y"),
      ("{{{< a ", "{++x++}", "x"),
    ] {
      let row = String(repeating: written, count: count)
      #expect(LineMarks.rewritten((row + behind)[...]) == row + shown, "\(written)")
    }
  }
}
