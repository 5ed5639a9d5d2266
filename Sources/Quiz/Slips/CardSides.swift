import Notes

/// Both sides of a card by their names, `Front: What do bees collect?` and `Back: nectar`, all of which would be shown.
enum CardSides {
  /// What the sides are called.
  private static let sides = [
    ("front", "back"), ("q", "a"), ("question", "answer"), ("term", "definition"),
    ("vorderseite", "r\u{FC}ckseite"),
    ("vorne", "hinten"), ("frage", "antwort"), ("recto", "verso"), ("question", "r\u{E9}ponse"),
    ("anverso", "reverso"), ("pregunta", "respuesta"), ("domanda", "risposta"), ("fronte", "retro"),
    ("pergunta", "resposta"),
  ]

  /// A side as it stands.
  private struct Side {
    let line: Int
    let column: Int
    let name: String
    let text: String
  }

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard !section.hasAnswers else { return [] }
    return section.prompt.enumerated().flatMap { index, block -> [Diagnostic] in
      if section.isGiven(index) { return [] }
      switch block.kind {
      case .list(let list) where !list.isTasks: return told(all(of: list, source), section, source)
      case .paragraph:
        // What is called the answer there is told as such.
        let lines = source.lines.paragraph(from: block.line).compactMap { line in
          side(line.text, line.number, 1)
        }
        return told(lines.filter { !AnswerWords.isName($0.name) }, section, source)
      default: return []
      }
    }
  }

  /// Whether the items of a list are the sides of a card, and no pairs.
  static func areAll(of list: Block.List, _ source: QuestionSource) -> Bool {
    let found = all(of: list, source)
    return found.count == list.items.count && found.count == 2 && isCard(found[0], found[1])
  }

  private static func all(of list: Block.List, _ source: QuestionSource) -> [Side] {
    list.items.compactMap { item in
      guard let (number, line) = source.line(of: item) else { return nil }
      return side(String(line.text), number, line.column)
    }
  }

  private static func side(_ text: String, _ line: Int, _ column: Int) -> Side? {
    ToldAnswers.label(text).map { Side(line: line, column: column, name: $0.word, text: $0.rest) }
  }

  private static func isCard(_ front: Side, _ back: Side) -> Bool {
    sides.contains { $0.0 == front.name && $0.1 == back.name }
  }

  private static func told(
    _ found: [Side], _ section: QuestionSection, _ source: QuestionSource
  ) -> [Diagnostic] {
    guard found.count == 2, isCard(found[0], found[1]) else { return [] }
    let (front, back) = (found[0], found[1])
    let marks = source[section.line].map { $0.prefix { $0 == "#" } } ?? "###"
    let heading = "\(marks.isEmpty ? "###" : marks) \(front.text)"
    let message = "this side of a card is shown before the answer, as all that is asked is"
    let said = back.text
    return [
      Diagnostic(
        line: front.line, column: front.column, message,
        remedy: "write \(heading) in place of the question's heading, and take this line away"),
      Diagnostic(
        line: back.line, column: back.column, message,
        remedy: section.explanation.isEmpty
          ? "write > [!NOTE] and > \(said) below an empty line in place of it"
          : "write > \(said) below > [!NOTE], and take this line away"),
    ]
  }
}
