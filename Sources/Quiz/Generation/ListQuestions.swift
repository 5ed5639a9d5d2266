import Notes

/// Questions from lists: an ordered list of steps is put in order; where items begin with a term, what
/// is said of the term asks for it, its siblings being the other options.
enum ListQuestions {
  /// An item that begins with a term.
  struct Entry {
    var term: String
    /// What is said of it.
    var body: [Inline]
    var sentences: [String]
    var line: Int
    /// Whether its term ends in a full stop, as a sentence does: `**Probing.** …`.
    var isRunIn = false

    /// Whether what is said of it ends where a sentence does, and does not go on with a formula below.
    var isWhole: Bool { body.prose.trimmed.last.map { ".!?)”\"".contains($0) } ?? false }

    /// Whether its term is one that can be asked for.
    var isOfTerm: Bool { Heads.isTerm(term) && (!isRunIn || RunInLabel.isTerm(term)) }
  }

  /// Words of a definition up to which terms are matched with theirs in one question.
  private static let mostShort = 10

  static func sections(in lesson: LessonProse) -> [QuestionSection] {
    var sections: [QuestionSection] = []
    for piece in lesson.pieces {
      guard case .list(let list) = piece.block.kind, list.items.count >= 3,
        !list.items.contains(where: { $0.task != nil })
      else { continue }
      sections += self.sections(
        list, line: piece.block.line, lesson: piece.heading, lead: piece.lead)
    }
    return sections
  }

  private static func sections(
    _ list: Block.List, line: Int, lesson: String, lead: String
  ) -> [QuestionSection] {
    var entries = list.items.compactMap { Entry($0, line: line) }
    if entries.isEmpty {
      entries = list.items.compactMap { Entry(plain: $0, line: line) }
      let isAside = Heads.isOfNoTerms(lesson) || lead.hasSuffix(":") && Heads.isOfNoTerms(lead)
      if entries.count < list.items.count, !isAside, let pairs = plainPairs(entries, lesson, line) {
        return [pairs]
      }
    }
    let isOrdered = list.start != nil
    // One item in four may be a remark on the others.
    let isWhole =
      entries.count == list.items.count
      || !isOrdered && entries.count >= 3 && entries.count * 4 >= list.items.count * 3
    // What stands nearest decides: the line before the list, then the title.
    let isOfSteps = isOrdered && Heads.isOfSteps(lead: lead, title: lesson)
    var sections: [QuestionSection] = []
    if isOfSteps, let order = order(list, isWhole ? entries : [], lesson, line) {
      sections.append(order)
    }
    guard isWhole, !Heads.differByNumberAlone(entries.map(\.term)),
      !Heads.isOfNoTerms(lesson),
      !(lead.hasSuffix(":") && Heads.isOfNoTerms(Sentences.of(lead).last ?? lead))
    else { return sections }
    // Steps are called as commands are; terms are not.
    guard isOfSteps || entries.allSatisfy(\.isOfTerm) else { return sections }
    if !isOrdered, let pairs = pairs(entries, lesson, line) {
      sections.append(pairs)
    } else {
      sections += terms(entries, isOfSteps: isOfSteps, lesson: lesson)
    }
    return sections
  }

  // MARK: Order

  private static func order(
    _ list: Block.List, _ entries: [Entry], _ lesson: String, _ line: Int
  ) -> QuestionSection? {
    guard (3...9).contains(list.items.count) else { return nil }
    var labels = entries.map(\.term)
    if labels.isEmpty {
      labels = list.items.compactMap { item in
        guard let text = item.blocks.first?.prose, text.count <= 90,
          !text.contains(Sentences.hole), !text.hasSuffix("?"), !text.contains("http")
        else { return nil }
        let first = text.lowercased().split(separator: " ").first.map(String.init) ?? ""
        let tells = [
          "first", "first,", "second", "then", "next", "next,", "finally", "finally,", "last",
          "lastly,",
          "repeat", "now",
        ]
        return tells.contains(first) ? nil : text
      }
    }
    guard labels.count == list.items.count, Set(labels).count == labels.count,
      !Heads.differByNumberAlone(labels)
    else { return nil }
    let items = labels.map { [Block(.paragraph([.text($0)]))] }
    return QuestionSection(
      heading: "In which order are these steps taken?", line: line,
      prompt: [Block(.paragraph([.text("They are the steps of “\(lesson)”.")]))],
      answers: .list(of: items, start: 1),
      explanation: explanation(of: entries, lesson: lesson))
  }

  /// What the notes say of each step, in short.
  private static func explanation(of entries: [Entry], lesson: String) -> [Block] {
    guard !entries.isEmpty else {
      return [Block(.paragraph([.text("So they stand in “\(lesson)”.")]))]
    }
    let items = entries.map { entry in
      let said = entry.sentences.first { !$0.contains(Sentences.hole) }.map { ": \($0)" } ?? ""
      return Block.List.Item(
        blocks: [Block(.paragraph([.strong([.text(entry.term)]), .text(said)]))])
    }
    return [Block(.list(Block.List(start: 1, isTight: true, items: items)))]
  }

  // MARK: Pairs

  /// Terms with a few words on each are matched.
  static func pairs(_ entries: [Entry], _ lesson: String, _ line: Int) -> QuestionSection? {
    guard (3...6).contains(entries.count) else { return nil }
    var pairs: [Pair] = []
    for entry in entries {
      let text = entry.body.plainText
      let words = text.split(separator: " ").count
      guard entry.sentences.count == 1, (3...mostShort).contains(words), entry.body.isShown,
        !text.contains("::"), !entry.term.contains("::"),
        Stems.told(Stems.of(entry.term), in: Stems.of(text)).isEmpty,
        !Sentences.words(text).contains(where: { ["this", "these", "above", "below"].contains($0) })
      else { return nil }
      pairs.append(Pair(term: [.text(entry.term)], definition: entry.body))
    }
    guard Set(pairs.map(\.definition.plainText)).count == pairs.count,
      Set(entries.map(\.term)).count == pairs.count
    else { return nil }
    // “Grows with the context” is said of a thing, and is no meaning of it.
    let isSaid = pairs.contains { pair in
      Sentences.words(pair.definition.plainText).first.map { word in
        Verbs.form(word, after: ["x"], before: "") != nil
          || Verbs.auxiliary.contains(word)
      } ?? false
    }
    return isSaid
      ? .pairs(
        pairs, line: line, prompt: "They stand in “\(lesson)”.",
        explanation: "So they stand in “\(lesson)”.",
        heading: "What is said of which?")
      : .pairs(
        pairs, line: line, prompt: "They are explained in “\(lesson)”.",
        explanation: "So they stand in “\(lesson)”.")
  }

  /// Those of a list in which others have no term.
  private static func plainPairs(
    _ entries: [Entry], _ lesson: String, _ line: Int
  ) -> QuestionSection? {
    let terms = entries.filter { entry in
      Heads.isTerm(entry.term)
        && (3...mostShort).contains(entry.body.plainText.split(separator: " ").count)
        && Stems.told(Stems.of(entry.term), in: Stems.of(entry.body.plainText)).isEmpty
    }
    return terms.count >= 3 ? pairs(Array(terms.prefix(6)), lesson, line) : nil
  }
}

extension QuestionSection {
  /// A question that matches terms with what they mean.
  static func pairs(
    _ pairs: some Collection<Pair>, line: Int, prompt: String, explanation: String,
    heading: String = "What does each of these mean?"
  ) -> QuestionSection {
    QuestionSection(
      heading: heading, line: line, prompt: [Block(.paragraph([.text(prompt)]))],
      answers: .list(of: pairs.map { [Block(.paragraph($0.item))] }),
      explanation: [Block(.paragraph([.text(explanation)]))])
  }

  /// A question whose answer is said, then compared with.
  ///
  /// - Parameter part: what the part of the notes is called that it is asked from, where that is to be said.
  static func recall(
    _ heading: [Inline], line: Int, in part: String? = nil, answer: [Block]
  ) -> QuestionSection {
    let prompt = part.map { [Block(.paragraph([.text("In “\($0)”.")]))] } ?? []
    var section = QuestionSection(heading: "", line: line, prompt: prompt, explanation: answer)
    section.heading = heading
    return section
  }
}

extension [Inline] {
  /// Whether each of them shows as it stands in another place: no picture, footnote or HTML.
  var isShown: Bool {
    allSatisfy { inline in
      switch inline {
      case .text, .lineBreak, .softBreak, .code, .maths: true
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
        .link(_, let inner):
        inner.isShown
      case .displayMaths, .image, .footnote, .html: false
      }
    }
  }
}
