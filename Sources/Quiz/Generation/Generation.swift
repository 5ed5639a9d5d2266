import Notes

/// Questions made from notes that hold none, by rule, the same ones each time. A rule rather makes
/// no question than one that a teacher would strike out.
enum Generation {
  /// A text says in its first kilobytes or at its cards that it holds cards.
  private static let tag = ByteSearch("flashcard")

  /// What is looked up in a glossary is asked where it is taught.
  static func isGlossary(_ document: Document) -> Bool {
    document.path.split(separator: "/").last?.lowercased() == "glossary.md"
  }

  /// Whether a file says that it holds cards.
  static func hasCards(_ document: Document) -> Bool {
    let bytes = document.bytes
    return tag?.first(in: bytes, from: 0, to: bytes.count) != nil
  }

  /// The questions of one lesson, from its definitions and from others of the file for the wrong
  /// options.
  ///
  /// - Parameter hasCards: whether its file says that it holds cards.
  static func questions(
    of id: LessonID, in library: Library, hasCards: Bool, definitions own: [Definition],
    others: some Sequence<Definition>
  ) -> [Question] {
    guard let lesson = library[id], !isGlossary(library.documents[id.document]) else { return [] }
    let blocks = library.markdown(of: id).blocks
    let prose = LessonProse(blocks, title: lesson.title, hasCards: hasCards)
    let candidates = own.prefix(Definition.enough) + others
    var sections = CardQuestions.sections(in: prose)
    sections += ListQuestions.sections(in: prose)
    sections += own.compactMap { $0.section(among: candidates) }
    sections += TableQuestions.sections(in: prose)
    sections += GapQuestions.sections(in: prose)
    sections += NamedPartQuestions.sections(in: prose).filter { part in
      !own.contains { $0.line == part.line }
    }
    sections += FormulaQuestions.sections(in: prose).filter { part in
      !sections.contains { $0.line == part.line }
    }
    sections += BoundNumbers.sections(in: blocks, lesson: lesson.title)
    sections = sections.withoutDoubles
    // A heading is asked for where nothing below it tells the same.
    for section in HeadingQuestions.sections(in: prose) {
      let words = Stems.of(section.heading.plainText)
      let isThere = sections.contains { other in
        other.explanation.plainText.count > 20
          && section.explanation.plainText.hasPrefix(other.explanation.plainText)
          || Stems.of(other.heading.plainText) == words
      }
      if !isThere { sections.append(section) }
    }
    sections += LeadQuestions.sections(in: prose, besides: sections)
    sections += SentenceQuestions.sections(in: prose, besides: sections)
    sections += TopicQuestions.sections(in: prose, besides: sections)
    return sections.sorted { $0.line < $1.line }.compactMap { section in
      try? Question(
        section, lesson: id, firstLine: lesson.line, place: LessonPlace(id, in: library),
        isGenerated: true)
    }
  }
}

extension [QuestionSection] {
  /// Each once: two rules may find the same.
  fileprivate var withoutDoubles: [QuestionSection] {
    var seen: Set<String> = []
    return filter { section in
      let text =
        section.heading.plainText + section.prompt.plainText
        + (section.answers?.plainText ?? section.explanation.plainText)
      return seen.insert(text.lowercased()).inserted
    }
  }
}

extension QuestionSection {
  /// A made question with one right option among others, each with why it is wrong.
  static func choice(
    _ heading: String, line: Int, prompt: String, right: String,
    wrong: [(label: String, reason: String)], explanation: String
  ) -> QuestionSection {
    func item(_ label: String, _ reason: String, _ isRight: Bool) -> Block.List.Item {
      let quote = reason.isEmpty ? [] : [Block(.quote([Block(.paragraph([.text(reason)]))]))]
      return Block.List.Item(task: isRight, blocks: [Block(.paragraph([.text(label)]))] + quote)
    }
    let items = [item(right, "", true)] + wrong.map { item($0.label, $0.reason, false) }
    return QuestionSection(
      heading: heading, line: line, prompt: [Block(.paragraph([.text(prompt)]))],
      answers: Block(.list(Block.List(start: 1, isTight: true, items: items))),
      explanation: [Block(.paragraph([.text(explanation)]))])
  }
}
