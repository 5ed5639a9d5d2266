import Notes

/// Parts of a text that have a name of their own: `**Theorem 3 (Name).**`, `**Definition 2.**` with a term set
/// apart in it, and boxes with a title. The reader says what stands in them.
enum NamedPartQuestions {
  private static let statements: Set<String> = [
    "theorem", "lemma", "proposition", "corollary", "law", "principle", "rule", "axiom", "claim",
  ]
  /// Longer ones are no answer.
  private static let words = 5...120

  static func sections(in lesson: LessonProse) -> [QuestionSection] {
    lesson.pieces.indices.compactMap { index in
      let piece = lesson.pieces[index]
      guard !Heads.isAside(piece.heading) else { return nil }
      switch piece.block.kind {
      case .paragraph(let inlines):
        guard let question = question(inlines, piece.heading) else { return nil }
        return section(question, answer(from: lesson.pieces[index...]), piece.block.line)
      case .callout(let callout, let inner):
        guard let title = title(callout) else { return nil }
        return section(
          "What do the notes say of “\(title)”?", inner, piece.block.line, in: piece.heading)
      default: return nil
      }
    }
  }

  private static func section(
    _ question: String, _ answer: [Block], _ line: Int, in part: String? = nil
  ) -> QuestionSection? {
    guard words.contains(answer.plainText.split(separator: " ").count) else { return nil }
    return .recall([.text(question)], line: line, in: part, answer: answer)
  }

  /// What a paragraph is asked for that begins with the name of a statement.
  private static func question(_ inlines: [Inline], _ heading: String) -> String? {
    guard case .strong(let inner)? = inlines.first else { return nil }
    var label = inner.prose
    while let last = label.last, ".:".contains(last) { label.removeLast() }
    let kind = Sentences.words(label).first ?? ""
    // `**Why it pays.**`, and `**Remark 2 (why it pays).**`
    let bracket =
      label.hasSuffix(")")
      ? label.firstIndex(of: "(").map { label[$0...].dropFirst().dropLast() } : nil
    let subject = heading.split(separator: " ").count <= 4 ? heading.withoutSentenceCase : nil
    if let asked = IndirectQuestion.asked(bracket.map(String.init) ?? label, of: subject) {
      return asked
    }
    if kind == "definition",
      let at = inlines.indices.dropFirst().first(where: { inlines[$0].setApart != nil }),
      let term = inlines[at].setApart,
      TermEnd.isBefore(inlines.index(after: at) < inlines.endIndex ? inlines[at + 1] : nil)
    {
      return "How is “\(term)” defined?"
    }
    guard statements.contains(kind), label.hasSuffix(")"), let open = label.firstIndex(of: "("),
      label[open...].count > 5, label[open...].dropFirst().first?.isLetter == true
    else { return nil }
    return "What does \(label.prefix(80)) say?"
  }

  /// The paragraph, with the formulas that it goes on with.
  private static func answer(from pieces: ArraySlice<LessonProse.Piece>) -> [Block] {
    var answer: [Block] = []
    for piece in pieces.prefix(4) {
      switch piece.block.kind {
      case .maths where !answer.isEmpty: answer.append(piece.block)
      case .paragraph(let inlines):
        let goesOn = answer.last.map { $0.prose == nil || $0.prose?.hasSuffix(":") == true } ?? true
        guard goesOn, answer.isEmpty || inlines.first?.isStrong == false else {
          return whole(answer)
        }
        answer.append(piece.block)
      // What a line leads on to is the answer.
      case .list where answer.last?.prose?.hasSuffix(":") == true:
        return answer + [piece.block]
      default: return whole(answer)
      }
    }
    return whole(answer)
  }

  /// Nothing where its end leads on to what is not there.
  private static func whole(_ answer: [Block]) -> [Block] {
    answer.last?.prose?.hasSuffix(":") == true ? [] : answer
  }

  /// Words of boxes that speak of the document rather than of its matter.
  private static let ofDocuments: Set<String> = [
    "code", "compatibility", "equivalent", "upgrading", "experimental", "tip", "note", "notes",
    "objective", "objectives",
    "planned", "version", "versions", "same", "also", "syntax", "define", "full", "on", "whole",
    "number", "usage",
    "example", "demo", "step", "steps", "question", "exercise", "solution", "answer", "title",
    "update", "link",
  ]

  /// The title of a box, where it names a thing.
  private static func title(_ callout: Callout) -> String? {
    let title = callout.title.prose
    let words = Sentences.words(title)
    guard (1...5).contains(words.count), title.count > 3, Heads.isTerm(title),
      !Heads.isAside(title),
      !title.contains(where: { ".,:;/`|".contains($0) }),
      title.lowercased() != callout.name.lowercased(),
      !words.contains(where: Verbs.auxiliary.contains), !words[0].hasSuffix("ly"),
      !words[0].hasSuffix("ing"), !words.contains(where: ofDocuments.contains)
    else { return nil }
    return title
  }
}

extension Inline {
  fileprivate var isStrong: Bool { if case .strong = self { true } else { false } }

  /// A term that is emphasised.
  fileprivate var setApart: String? {
    switch self {
    case .emphasis(let inner), .strong(let inner), .marked(let inner):
      let text = inner.prose
      return text.count > 2 && text.count < 60 && !text.contains(Sentences.hole) ? text : nil
    default: return nil
    }
  }
}
