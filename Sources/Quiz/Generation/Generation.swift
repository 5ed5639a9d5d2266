import Notes

/// Questions made from notes that hold none, by rule, the same ones each time. A rule rather makes
/// no question than one that a teacher would strike out.
enum Generation {
  /// The questions of one file.
  static func questions(inDocument document: Int, of library: Library) -> [Question] {
    guard library.documents[document].state == .read else { return [] }
    let lessons = library.lessonIDs(inDocument: document).map { id in
      (id: id, blocks: library.markdown(of: id).blocks)
    }
    let definitions = lessons.map { Definition.all(in: $0.blocks) }
    var questions: [Question] = []
    for (index, lesson) in lessons.enumerated() {
      guard let contents = library[lesson.id] else { continue }
      let others = definitions.enumerated().filter { $0.offset != index }.flatMap(\.element)
      var sections = ListQuestions.sections(in: lesson.blocks, lesson: contents.title)
      sections += definitions[index].compactMap { $0.section(among: definitions[index] + others) }
      sections += BoundNumbers.sections(in: lesson.blocks, lesson: contents.title)
      for section in sections.sorted(by: { $0.line < $1.line }) {
        let question = try? Question(
          section, lesson: lesson.id, firstLine: contents.line, place: library.key(of: lesson.id),
          isGenerated: true)
        if let question { questions.append(question) }
      }
    }
    return questions
  }
}

extension Section {
  /// A made question with one right option among others, each with why it is wrong.
  static func choice(
    _ heading: String, line: Int, prompt: String, right: String,
    wrong: [(label: String, reason: String)], explanation: String
  ) -> Section {
    func item(_ label: String, _ reason: String, _ isRight: Bool) -> Block.List.Item {
      let quote = reason.isEmpty ? [] : [Block(.quote([Block(.paragraph([.text(reason)]))]))]
      return Block.List.Item(task: isRight, blocks: [Block(.paragraph([.text(label)]))] + quote)
    }
    let items = [item(right, "", true)] + wrong.map { item($0.label, $0.reason, false) }
    return Section(
      heading: heading, line: line, prompt: [Block(.paragraph([.text(prompt)]))],
      answers: Block.List(start: 1, isTight: true, items: items),
      explanation: [Block(.paragraph([.text(explanation)]))])
  }
}
