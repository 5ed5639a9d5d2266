import Testing

@testable import Notes

/// Commands that a file defines for its formulas.
@Suite struct MacroTests {
  private func expanded(_ definitions: String, _ tex: String) -> String {
    TeXMacros(Array(definitions.utf8)).expanded(tex)
  }

  @Test(arguments: [
    ("\\newcommand{\\R}{\\mathbb{R}}", "x \\in \\R^n", "x \\in \\mathbb{R}^n"),
    ("\\newcommand\\R{\\mathbb{R}}", "\\R", "\\mathbb{R}"),
    ("\\newcommand{\\v}[1]{\\mathbf{#1}}", "\\v{x} + \\v y", "\\mathbf{x} + \\mathbf{y}"),
    ("\\newcommand*{\\p}[2][2]{#2^{#1}}", "\\p{x} \\p[3]{y}", "x^{2} y^{3}"),
    ("\\renewcommand{\\vec}[1]{\\boldsymbol{#1}}", "\\vec{a}", "\\boldsymbol{a}"),
    ("\\def\\half#1{\\frac{#1}{2}}", "\\half{a+b}", "\\frac{a+b}{2}"),
    ("\\def\\swap#1#2{#2#1}", "\\swap ab", "ba"),
    ("\\DeclareMathOperator{\\softmax}{softmax}", "\\softmax(z)", "\\operatorname{softmax}(z)"),
    (
      "\\DeclareMathOperator*{\\argmax}{arg\\,max}", "\\argmax_x",
      "\\operatorname*{arg\\,max}_x"
    ),
    ("\\let\\eps=\\varepsilon", "\\eps a", "\\varepsilon a"),
    ("\\newcommand{\\a}{\\b c}\n\\newcommand{\\b}{\\beta}", "\\a", "\\beta c"),
    // What stands behind a command that is replaced by another does not run into it.
    ("\\newcommand{\\e}{\\epsilon}", "\\e{}x \\e x", "\\epsilon{}x \\epsilon x"),
    // Definitions in the formula itself are no part of what is shown.
    ("\\newcommand{\\R}{\\mathbb{R}}", "\\newcommand{\\R}{\\mathbb{R}} \\R", " \\mathbb{R}"),
    // A longer name is another command; an escaped sign is none.
    ("\\def\\R{x}", "\\Rho \\\\R \\{\\R\\}", "\\Rho \\\\R \\{x\\}"),
    // What is missing stays for the formula's reader to name.
    ("\\newcommand{\\f}[2]{\\frac{#1}{#2}}", "\\f{a}", "\\f{a}"),
    ("\\newcommand{\\x}[a]{b}", "\\x", "\\x"), ("\\newcommand{\\x}", "\\x", "\\x"),
  ])
  func formulasAreExpanded(definitions: String, tex: String, wanted: String) {
    #expect(expanded(definitions, tex) == wanted)
  }

  /// Definitions among the words are not shown, whatever signs of Markdown they hold; code and prose about them are.
  @Test(arguments: [
    ("\\newcommand{\\Q}{\\mathbb{Q}} text after.", "text after."),
    ("\\newcommand{\\set}[1]{\\left\\{ #1_a\\right.}\n\\def\\x{*a*}\nText $\\x$.", "Text ."),
    ("\\newcommand{\\two}{\n  a\n}\nWords.", "Words."),
    ("Write \\newcommand{\\x}{y} for it.", "Write \\newcommand{\\x}{y} for it."),
    ("\\def begins one.", "\\def begins one."), ("    \\def\\x{y}", nil),
  ])
  func definitionsAmongWords(text: String, shown: String?) {
    let words = inlines(text).filter { if case .maths = $0 { false } else { true } }.plainText
    #expect(words.trimmed == shown ?? "", "\(words)")
    let lines = Markdown.parse(Array((text + "\n\nBehind.").utf8)).blocks.map(\.line)
    #expect(lines.last == text.split(separator: "\n").count + 2)
  }

  /// What would never end, or grow without bound, is left as it was.
  @Test(arguments: [
    "\\newcommand{\\a}{\\a}", "\\def\\a{\\b}\\def\\b{\\a}",
    (0..<20).map {
      "\\def\\\(Character(Unicode.Scalar(97 + UInt8($0)))){\\\(Character(Unicode.Scalar(98 + UInt8($0))))\\\(Character(Unicode.Scalar(98 + UInt8($0))))}"
    }.joined()
      + "\\def\\u{xxxxxxxxxx}",
  ])
  func whatDoesNotEndStays(definitions: String) {
    #expect(expanded(definitions, "\\a + 1") == "\\a + 1")
  }

  private func blocks(_ text: String) -> [Block.Kind] {
    let document = Document(path: "a.md", bytes: Array(text.utf8))
    let library = Library(title: "", key: "", documents: [document])
    return library.lessonIDs.flatMap { library.markdown(of: $0).blocks.map(\.kind) }
  }

  /// A line of code that begins with three signs is no fence, and a shorter fence ends none.
  @Test(arguments: [
    ("```x``` is code.\n\\def\\a{b}\n", "b"), ("~~~\n```\n~~~\n\\def\\a{b}\n", "b"),
    ("````\n```\n\\def\\a{b}\n````\n", "\\a"), ("> ```\n> x\n\n\\def\\a{b}\n", "b"),
    ("```\n> ```\n\\def\\a{b}\n```\n", "\\a"),
  ]) func fencesAreThoseOfMarkdown(text: String, wanted: String) {
    #expect(expanded(text, "\\a") == wanted)
  }

  /// They hold over the whole file, wherever they stand, but for what a fence only shows.
  @Test func theyHoldOverTheWholeFile() {
    let found = blocks(
      """
      # A

      $x \\in \\R$ here, and $\\F$.

      ```latex
      \\newcommand{\\F}{\\mathbb{F}}
      ```

      ## B

      $$
      \\newcommand{\\R}{\\mathbb{R}}
      $$

      \\DeclareMathOperator{\\rank}{rank}

      $$\\rank A$$
      """)
    #expect(
      found.contains(
        .paragraph([.maths("x \\in \\mathbb{R}"), .text(" here, and "), .maths("\\F"), .text(".")]))
    )
    #expect(found.contains(.maths("\\operatorname{rank} A")))
    #expect(!found.contains { "\($0)".contains("newcommand") && !"\($0)".contains("code") })
    #expect(!found.contains { "\($0)".contains("DeclareMathOperator") })
  }
}
