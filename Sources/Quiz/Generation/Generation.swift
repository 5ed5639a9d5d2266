import Notes

/// Questions made from notes that hold none, by rule, the same ones each time. A rule rather makes
/// no question than one that a teacher would strike out.
enum Generation {
  /// The questions of one lesson, from its definitions and from others of the file for the wrong
  /// options.
  static func questions(
    of id: LessonID, in library: Library, definitions own: [Definition],
    others: some Sequence<Definition>
  ) -> [Question] {
    guard let lesson = library[id] else { return [] }
    let blocks = library.markdown(of: id).blocks
    let candidates = own.prefix(Definition.enough) + others
    let sections =
      ListQuestions.sections(in: blocks, lesson: lesson.title)
      + own.compactMap { $0.section(among: candidates) }
      + TableQuestions.sections(in: blocks, lesson: lesson.title)
      + BoundNumbers.sections(in: blocks, lesson: lesson.title)
    return sections.sorted { $0.line < $1.line }.compactMap { section in
      try? Question(
        section, lesson: id, firstLine: lesson.line, place: library.key(of: id), isGenerated: true)
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
