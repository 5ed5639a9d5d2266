import Notes
import Testing

@testable import Quiz

/// What made questions leave out of a definition, when a definition tells its term, and what a glossary says.
@Suite struct PointerTests {
  private func titles(_ text: String) -> [String] {
    QuestionBank(notes(text)).questions.map { "\($0.kindName): \($0.section.prompt.plainText)" }
  }

  /// What sends the reader elsewhere is no part of what a thing is.
  @Test(arguments: [
    ("A head is a part; see also Layer.", "A head is a part."),
    ("A head is a part (see Layer).", "A head is a part."),
    ("A head is a part [see also Layer]", "A head is a part"),
    ("A head is a part, see also Layer (below).", "A head is a part."),
    ("A head is a part; see also Layer; see Block.", "A head is a part."),
    ("Heads, see different parts.", "Heads, see different parts."),
    ("A part (see Layer) of it.", "A part (see Layer) of it."),
    ("A part (so see) of it.", "A part (so see) of it."), ("; see also Layer", "; see also Layer"),
  ])
  func pointersAreCut(written: String, left: String) {
    #expect(Pointers.taken(from: written) == left)
    let cut = [Inline.text(written)].withoutPointer.plainText
    #expect(cut == left)
  }

  @Test func aLinkInAPointerGoesWithIt() {
    let inlines: [Inline] = [
      .text("A "), .strong([.text("part")]), .text(" of it; see also "),
      .link(destination: "b.md", [.text("Layer")]), .text("."),
    ]
    #expect(
      inlines.withoutPointer == [.text("A "), .strong([.text("part")]), .text(" of it.")])
  }

  /// `tokenizers` tell `token`, and `weighted` tells `weight`; a short beginning tells nothing.
  @Test func aLongerWordTellsItsBeginning() {
    #expect(Stems.told(Stems.of("Token"), in: Stems.of("the unit of tokenizers")) != [])
    #expect(Stems.told(Stems.of("Weight"), in: Stems.of("a weighted sum")) != [])
    #expect(Stems.told(Stems.of("Net"), in: Stems.of("a network of cells")) == [])
    let list = """
      # T

      ## Words

      - **Token:** the unit which tokenizers make of text
      - **Layer:** one step of many in a model
      - **Score:** how well a query fits a key
      """
    #expect(!titles(list).contains { $0.hasPrefix("match") })
    #expect(
      titles(list.replacing("tokenizers", with: "readers")).contains { $0.hasPrefix("match") })
  }

  /// A glossary by itself says why nothing is asked; beside notes it is none of theirs.
  @Test func aGlossaryAloneSaysWhyNothingIsAsked() throws {
    let text = "# Glossary\n\n## Token\n\nA token is a piece.\n\n## Layer\n\nA layer is a step.\n"
    func reasons(_ others: [Document]) -> [String] {
      let library = Library(
        title: "g", key: "g",
        documents: [Document(path: "glossary.md", bytes: Array(text.utf8))] + others)
      return library.lessonIDs(inDocument: 0).compactMap { Yield.reason($0, in: library) }
    }
    let alone = reasons([])
    #expect(alone.count == 1 && alone.first?.contains("rename it") == true)
    #expect(reasons([Document(path: "a.md", bytes: Array("# A\n\n## B\n".utf8))]) == [])
  }
}
