import Testing

@testable import Notes

/// `<details>` as what folds, and what Pandoc sets higher and lower.
@Suite struct DetailsTests {
  private func blocks(_ text: String) -> [Block.Kind] {
    Markdown.parse(Array(text.utf8)).blocks.map(\.kind)
  }

  private func texts(_ text: String) -> [String] {
    func told(_ blocks: [Block]) -> String {
      blocks.map { block in
        switch block.kind {
        case .paragraph(let inlines): return inlines.plainText
        case .html(let html): return "html \(html.trimmed)"
        case .callout(let callout, let inner):
          let fold = callout.fold.map { $0 == .open ? "+" : "-" } ?? ""
          return "\(fold)\(callout.heading.plainText)(\(told(inner)))"
        default: return "other"
        }
      }.joined(separator: "|")
    }
    return [told(Markdown.parse(Array(text.utf8)).blocks)]
  }

  @Test(arguments: [
    (
      "<details>\n<summary>Why <b>so</b>?</summary>\n\nSo.\n\n</details>\n\nEnd.",
      "-Why so?(So.)|End."
    ),
    ("<details open><summary>S</summary>\n\nT\n\n</details>", "+S(T)"),
    ("<details><summary>S</summary>raw</details>", "-S(html raw)"),
    ("<details>\n\nT\n\n</details>", "-Details(T)"),
    (
      "<details>\n<summary>A</summary>\n\n<details>\n<summary>B</summary>\n\nT\n\n</details>\n\nU\n\n</details>",
      "-A(-B(T)|U)"
    ),
    ("<DETAILS>\n<SUMMARY>S</summary>\n\nT\n\n</DETAILS>", "-S(T)"),
    ("> [!note]- A title\n> text", "-A title(text)"), ("> [!note]+\n> text", "+Note(text)"),
    ("> [!note]\n> text", "Note(text)"), ("??? tip \"T\"\n    text", "-T(text)"),
    ("???+ tip\n    text", "+Tip(text)"), ("!!! tip\n    text", "Tip(text)"),
    (":::details More\ntext\n:::", "-More(text)"),
  ]) func whatFolds(text: String, told: String) { #expect(texts(text) == [told]) }

  @Test func whatNothingClosesStaysHTML() {
    let found = texts("<details>\n<summary>S</summary>\n\nT\n\n## H")
    #expect(found == ["html <details>\n<summary>S</summary>|T|other"])
    // In time that grows with the text, however deep.
    let many = String(repeating: "<details>\n\n", count: 5_000)
    #expect(blocks(many + "x").count > 4_000)
    #expect(blocks(many + String(repeating: "\n</details>\n\n", count: 5_000)).count > 1_000)
  }

  private func inlines(_ text: String) -> [Inline] {
    guard case .paragraph(let inlines)? = blocks(text).first else { return [] }
    return inlines
  }

  @Test(
    arguments: [
      ("2^10^ bytes", [.text("2"), .maths("^{10}"), .text(" bytes")]),
      ("H~2~O", [.text("H"), .maths("_{2}"), .text("O")]),
      ("x~i~, a~b~c", [.text("x"), .maths("_{i}"), .text(", a~b~c")]),
      ("the 2^nd^.", [.text("the 2"), .maths("^{nd}"), .text(".")]),
      ("2<sup>10</sup>", [.text("2"), .maths("^{10}")]),
      ("a^2+b^2 and x^2, y^2", [.text("a^2+b^2 and x^2, y^2")]), ("a^b^c", [.text("a^b^c")]),
      ("A^T^A", [.text("A"), .maths("^{T}"), .text("A")]),
      ("^up^ k^i^j^", [.maths("^{up}"), .text(" k^i^j^")]),
      (
        "of ^14^C, (^2^H) or ^^x^",
        [
          .text("of "), .maths("^{14}"), .text("C, ("), .maths("^{2}"), .text("H) or ^^x^"),
        ]
      ),
      ("^*^ a ^ b ^ c ^two words^", [.text("^*^ a ^ b ^ c ^two words^")]),
      ("~5 to ~10", [.text("~5 to ~10")]), ("**x**^2^", [.strong([.text("x")]), .maths("^{2}")]),
      ("not ~this~ one", [.text("not "), .struck([.text("this")]), .text(" one")]),
      ("x~~2~~", [.text("x"), .struck([.text("2")])]),
      ("x~two words~", [.text("x~two words~")]),
    ] as [(String, [Inline])]) func whatIsRaisedAndLowered(text: String, told: [Inline])
  {
    #expect(inlines(text) == told)
  }
}
