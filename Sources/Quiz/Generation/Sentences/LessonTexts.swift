import Notes

/// The texts of a lesson that are asked for sentence by sentence, and what is known of their words.
struct LessonTexts {
  struct Text {
    let coded: CodedText
    let sentences: [String]
    let heading: String
    let line: Int
    /// The formula that its last sentence leads on to.
    let formula: Block?
  }

  /// How often a lesson speaks of its themes.
  private static let timesOfTheme = 4
  /// Headings of parts that say once more what was said.
  private static let again: Set<String> = [
    "summary", "conclusion", "conclusions", "recap", "takeaways", "takeaway",
  ]

  private(set) var texts: [Text] = []
  private(set) var names = Names()
  /// How many words there are.
  private(set) var words = 0
  /// The stems of what it speaks of all along.
  private(set) var themes: Set<String> = []

  init(_ lesson: LessonProse) {
    for (index, piece) in lesson.pieces.enumerated()
    where !Heads.isAside(piece.heading)
      && !Sentences.words(piece.heading).contains(where: Self.again.contains)
    {
      var formula: Block?
      if index + 1 < lesson.pieces.count, case .maths = lesson.pieces[index + 1].block.kind {
        formula = lesson.pieces[index + 1].block
      }
      add([piece.block], piece, formula, depth: 0)
    }
    var counts: [String: Int] = [:]
    for sentence in texts.flatMap(\.sentences) {
      names.add(sentence)
      words += sentence.split(separator: " ").count
      for stem in Stems.parts(of: sentence).compactMap({ Stems.stem($0) }) {
        counts[stem, default: 0] += 1
      }
    }
    themes = Set(counts.filter { $0.value >= Self.timesOfTheme }.keys)
  }

  private mutating func add(
    _ blocks: [Block], _ piece: LessonProse.Piece, _ formula: Block?, depth: Int
  ) {
    guard depth < 4 else { return }
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines):
        if case .strong(let label)? = inlines.first, Self.isExample(label.prose) { return }
        let line = block.line > 0 ? block.line : piece.block.line
        let entry = ListQuestions.Entry(inlines, line: line)
        let coded = CodedText(entry?.body ?? inlines)
        let sentences = Sentences.of(coded.text)
        texts.append(
          Text(
            coded: coded, sentences: Array(sentences.prefix { !Self.beginsExample($0) }),
            heading: entry.flatMap { Heads.isTerm($0.term) ? $0.term : nil } ?? piece.heading,
            line: line, formula: formula))
      case .list(let list):
        for item in list.items where item.task == nil {
          add(item.blocks, piece, nil, depth: depth + 1)
        }
      case .callout(_, let inner), .quote(let inner): add(inner, piece, nil, depth: depth + 1)
      default: break
      }
    }
  }

  private static func isExample(_ label: String) -> Bool {
    ["example", "exercise"].contains(Sentences.words(label).first ?? "")
  }

  /// Whether a sentence begins an example to the end of its paragraph: its figures are none to be learnt.
  private static func beginsExample(_ sentence: String) -> Bool {
    let lower = sentence.lowercased()
    return ["let's use", "let's take", "let us take", "here's a", "here is a"].contains(
      where: lower.hasPrefix)
      || Sentences.words(lower).contains("toy")
  }
}
