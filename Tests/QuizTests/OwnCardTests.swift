import Notes
import Testing

@testable import Quiz

/// Cards that were exported come back as the questions that they were.
@Suite struct OwnCardTests {
  private static let text = """
    # C

    ## L

    ### Which?
    <!-- quiz id=one-1 tags=a,b -->
    > A hint.

    1. [ ] scores
       > Not yet.
    1. [x] `weights[0]`

    > [!NOTE]
    > So $x<1$ it is.

    ### All?
    <!-- quiz id=b rev=2 -->
    - [x] a
    - [ ] b

    ### What prints this?
    <!-- quiz -->

    ```python
    x = {{a}}
    ```

    It is [[print(x)|x]].

    ### Order?
    <!-- quiz id=order -->
    1. a
    1. b
    1. c

    ### Match?
    <!-- quiz id=match -->
    - ebb :: falling
    - flow :: rising

    ### Draw?
    <!-- quiz id=draw d=int(2, 4) -->
    Twice {{d}} is [[= 2*d]].
    """

  private func cards(_ library: Library) -> [AnkiCard] {
    AnkiCard.all(QuestionBank(library), in: library)
  }

  private func back(
    _ cards: [AnkiCard], change: (String) -> String = { $0 }, taken: Set<String> = []
  ) throws -> ForeignCards {
    try ForeignCards(
      notes: cards.map {
        .init(guid: $0.id, deck: $0.deck, fields: [$0.front, change($0.back)])
      }, title: "Cards", taken: taken)
  }

  private func kinds(_ bank: QuestionBank) -> [String] {
    bank.questions.map { "\($0.kindName) \($0.title) \($0.section.directive.tags)" }
  }

  @Test func allKindsComeBack() throws {
    let library = notes(Self.text)
    let found = try back(cards(library))
    let (before, after) = (QuestionBank(library), QuestionBank(notes(found.text)))
    #expect(after.diagnostics == [] && kinds(after) == kinds(before))
    for (old, new) in zip(before.questions, after.questions) {
      #expect(new.id == old.id || old.section.directive.id == nil)
      let (old, new) = (
        try PresentedQuestion(old, seed: 3), try PresentedQuestion(new, seed: 3)
      )
      #expect(old.form.key == new.form.key && old.prompt.plainText == new.prompt.plainText)
      #expect(old.hints.map(\.plainText) == new.hints.map(\.plainText))
    }
  }

  /// Chapters and lessons have their names again, and no question takes one of another lesson along.
  @Test func lessonsComeBack() throws {
    let text = """
      # Bridges

      ## Cables

      ### What carries?
      <!-- quiz id=br1 -->
      The [[cables]].

      ## Arches: $a^2$

      ### What pushes?
      <!-- quiz id=br2 -->
      The [[arch]].

      # Rivers

      ### Where to?
      <!-- quiz id=rv1 -->
      To the [[sea]].
      """
    let library = notes(text)
    let cards = cards(library)
    let found = try back(cards)
    let after = notes(found.text)
    func places(_ library: Library) -> [String] {
      QuestionBank(library).questions.map {
        "\(library.chapter(of: $0.lesson)?.title ?? "") / \(library[$0.lesson]?.title ?? "")"
      }
    }
    #expect(places(after) == places(library))
    #expect(places(after)[..<2] == ["Bridges / Cables", "Bridges / Arches: a^2"])
    #expect(found.text.contains("\n## Arches: $a^2$\n"))
    #expect(found.text.allRanges(of: "## ").count == 6)
    // Cards of others stand before them, in a chapter of their own.
    let mixed = try ForeignCards(
      notes: cards.map { .init(guid: $0.id, deck: $0.deck, fields: [$0.front, $0.back]) }
        + [.init(guid: "zz9", deck: "D::E", fields: ["Q", "A"])], title: "Cards", taken: [])
    #expect(mixed.text.hasPrefix("# Cards\n\n## D, E\n"))
    #expect(mixed.text.contains("\n# Bridges\n\n## Cables\n"))
  }

  /// Questions that were made from notes come back as what they were.
  @Test func madeQuestionsComeBack() throws {
    let library = notes(
      GardeningNotes.text(worms: "Crumbs that hold 2*3 `x_1` waters [well]"))
    let before = QuestionBank(library)
    #expect(before.questions.count >= 6 && before.questions.allSatisfy(\.isGenerated))
    let cards = cards(library)
    let after = QuestionBank(notes(try back(cards).text))
    #expect(after.diagnostics == [])
    #expect(Set(before.questions.map(\.kindName)).count > 2)
    #expect(after.questions.map(\.kindName) == before.questions.map(\.kindName))
    #expect(after.questions.map(\.id) == before.questions.map(\.id))
    for (old, new) in zip(before.questions, after.questions) {
      #expect(
        try PresentedQuestion(old, seed: 3).form.key == PresentedQuestion(new, seed: 3).form.key)
    }
  }

  /// So do the questions of components, whose own lines are none here, with what is said of each choice.
  @Test func componentsComeBack() throws {
    let text = """
      # C

      ## L

      ### What is first?

      <Question
      \tchoices={[
      \t\t{ text: "The `model`", explain: "It comes [after](https://w.org/a)." },
      \t\t{ text: "The tokenizer", explain: "Text comes first.", correct: true },
      \t\t{ text: "The head" },
      \t]}
      />
      """
    let library = Library(
      title: "n", key: "n", documents: [Document(path: "a.mdx", bytes: Array(text.utf8))])
    let cards = cards(library)
    #expect(cards.count == 1)
    for reason in ["Text comes first.", "It comes"] { #expect(cards[0].back.contains(reason)) }
    let bank = QuestionBank(notes(try back(cards).text))
    #expect(bank.questions.map(\.kindName) == ["one-of-several"] && bank.diagnostics == [])
    let form = try PresentedQuestion(bank.questions[0], seed: 1).form
    #expect(
      Set(form.reasons.map { "\($0.isRight) \($0.reason.plainText)" })
        == ["false It comes after.", "true Text comes first.", "false "])
  }

  /// What was changed elsewhere is what it is there.
  @Test func changedCardsAreTakenAsTheyAre() throws {
    let found = try back(cards(notes(Self.text)), change: { "New: \($0)" })
    let bank = QuestionBank(notes(found.text))
    #expect(Set(bank.questions.map(\.kindName)) == ["recall"] && bank.diagnostics == [])
    #expect(!found.text.contains("attend:") && !found.text.contains("<!--attend"))
  }

  @Test func whatIsThereAlreadyIsLeftOut() throws {
    let all = cards(notes(Self.text))
    let found = try back(all, taken: Set(all.map(\.id)))
    #expect(found.count == 0 && found.alreadyThere == all.count)
    let changed = try back(all, change: { "New: \($0)" }, taken: Set(all.map(\.id)))
    #expect(changed.count == 0 && changed.alreadyThere == all.count)
    let bank = QuestionBank(notes(Self.text))
    #expect(changed.changed(from: bank).count == all.count)
    #expect(found.changed(from: bank) == [])
  }

  /// Links to notes that a question does not come along with are words; others, and what is none, stay.
  @Test func linksThatLeadNowhereAreWords() throws {
    let library = notes(
      """
      # C

      ## L

      ### Which of $f[x](y)$?
      <!-- quiz id=one -->
      See [the *[first]*](a.md#x "A title"), [it](#here), ![p](p.png), `[c](c.md)`, [web](https://w.org/(a)) and
      [left](left.md).

      1. [x] [this](<b.md>)
      1. [ ] that
      """)
    let cards = cards(library)
    let found = try ForeignCards(
      notes: cards.map { .init(guid: $0.id, deck: $0.deck, fields: [$0.front, $0.back]) },
      title: "Cards", taken: [], isFile: { $0 == "left.md" })
    #expect(
      found.text.contains(
        "See the *[first]*, it, ![p](p.png), `[c](c.md)`, [web](https://w.org/(a)) and\n[left](left.md)."
      ))
    #expect(found.text.contains("1. [x] this\n") && found.text.contains("$f[x](y)$"))
  }

  /// A card of someone else can carry anything: what leaves something open, or is more than one question, is
  /// none of ours.
  @Test(arguments: [
    "### A\n<!-- quiz -->\nIt is [[one]].\n\n```\nx",
    "### A\n<!-- quiz -->\nIt is [[one]].\n\n<!--",
    "### A\n<!-- quiz -->\nIt is [[one]].\n\n## B\n\n### C\n<!-- quiz -->\nIt is [[two]].",
    "### A\n<!-- quiz -->\nIt is [[one].", "Text", "", "### A\nText\n<!-- quiz -->\nIt is [[one]].",
    "### A\n<!-- quiz -->\n$$\nIt is",
  ]) func hostileCardsMakeNoQuestion(markdown: String) throws {
    let front = "Q"
    let remark = OwnCard.remark(for: markdown, front: front, back: "A")
    let found = try ForeignCards(
      notes: [
        .init(guid: "aaa", deck: "D", fields: [front, "A" + remark]),
        .init(guid: "bbb", deck: "D", fields: ["Second", "B"]),
      ], title: "Cards", taken: [])
    let bank = QuestionBank(notes(found.text))
    #expect(bank.questions.map(\.kindName) == ["recall", "recall"] && bank.diagnostics == [])
    #expect(bank.questions.map(\.title) == ["Q", "Second"])
  }

  /// Looked through once, be it full of what is never closed; a deck or a note a hundred thousand times.
  @Test func muchOfNothingIsRead() throws {
    let open = ["[sound:", "\\(", "[$]", "<", "<script ", "[latex]", "&", "<img "]
    for sign in open {
      let field = String(repeating: sign, count: 100_000)
      #expect(!CardText.markdown(field, isHTML: true).isEmpty || sign == "<script ", "\(sign)")
    }
    let same = (0..<20_000).map { number in
      ForeignCards.Note(guid: "x y", deck: "D\(number)", fields: ["Q", "A"])
    }
    let found = try ForeignCards(notes: same, title: "Cards", taken: [])
    #expect(found.count == 1 && found.repeated == 19_999)
    let others = (0..<20_000).map { number in
      ForeignCards.Note(guid: "x y", deck: "D", fields: ["Q\(number)", "A"])
    }
    #expect(try ForeignCards(notes: others, title: "Cards", taken: []).count == 20_000)
  }
}
