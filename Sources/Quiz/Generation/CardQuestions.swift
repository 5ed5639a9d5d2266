import Notes

/// Cards in the syntaxes that people write them in: those of Obsidian's spaced repetition (`a::b`,
/// `a:::b`, `?` and `??` between lines, `==gap==`), Anki's gaps (`{{c1::gap}}`), `Q:` and `A:`, `C:` with
/// gaps in brackets, Logseq's `#card`, `**Term**: text`, definition lists and folded answers.
enum CardQuestions {
  static func sections(in lesson: LessonProse) -> [QuestionSection] {
    var sections: [QuestionSection] = []
    var terms: [ListQuestions.Entry] = []
    func endTerms() {
      sections += Self.sections(of: terms, lesson)
      terms = []
    }
    for (index, piece) in lesson.pieces.enumerated() {
      let next = index + 1 < lesson.pieces.count ? lesson.pieces[index + 1].block : nil
      if case .paragraph(let inlines) = piece.block.kind {
        if let entry = ListQuestions.Entry(inlines, line: piece.block.line), isTerm(entry) {
          terms.append(entry)
          continue
        }
        var reader = CardReader(hasCards: lesson.hasCards, line: piece.block.line)
        reader.read(inlines.lines, next: next)
        sections += reader.sections
      }
      endTerms()
      switch piece.block.kind {
      case .list(let list): sections += Self.sections(of: list, piece.block.line, lesson)
      case .definitions(let definitions):
        sections += Self.sections(of: definitions, piece.block.line, lesson)
      default: break
      }
    }
    endTerms()
    return sections
  }

  // MARK: Terms

  /// Longer ones tell more than what a term means.
  private static let mostWords = 90

  private static func isTerm(_ entry: ListQuestions.Entry) -> Bool {
    entry.isOfTerm && !RunInLabel.isOfText(entry.term) && entry.body.isShown
      && entry.body.plainText.split(separator: " ").count >= 4
      && entry.sentences.first?.hasSuffix(":") == false
      && !["q", "a", "question", "answer"].contains(entry.term.lowercased())
  }

  /// Paragraphs that begin with a term: several are told apart, one or two are said.
  private static func sections(
    of entries: [ListQuestions.Entry], _ lesson: LessonProse
  ) -> [QuestionSection] {
    guard let first = entries.first, !Heads.isOfNoTerms(lesson.title) else { return [] }
    if entries.count >= 3, !Heads.differByNumberAlone(entries.map(\.term)) {
      if let pairs = ListQuestions.pairs(entries, lesson.title, first.line) { return [pairs] }
      return ListQuestions.terms(entries, isOfSteps: false, lesson: lesson.title)
    }
    return entries.compactMap { entry in
      // What leans on the text around it is no definition.
      guard let sentence = entry.sentences.first, entry.sentences.count <= 6,
        !entry.isRunIn || entry.isWhole,
        entry.body.plainText.split(separator: " ").count <= mostWords,
        Sentences.standsAlone(sentence)
          || entry.sentences.allSatisfy({ Sentences.standsAlone("X is " + $0) }),
        entry.sentences.count <= 3 || sentence.split(separator: " ").count >= 5,
        !Stems.of(entry.term).isSubset(of: Stems.of(sentence)),
        Stems.of(sentence).subtracting(Stems.of(entry.term)).count >= 3
      else { return nil }
      return .recall(
        [.text("What does “\(entry.term)” mean?")], line: entry.line,
        answer: [Block(.paragraph([.strong([.text(entry.term)]), .text(": ")] + entry.body))])
    }
  }

  /// A definition list.
  private static func sections(
    of definitions: [Block.Definition], _ line: Int, _ lesson: LessonProse
  ) -> [QuestionSection] {
    let entries = definitions.compactMap { definition -> ListQuestions.Entry? in
      guard definition.texts.count == 1, definition.texts[0].count == 1,
        case .paragraph(let written)? = definition.texts[0].first?.kind,
        case let body = written.withoutPointer, body.isShown, definition.term.isShown
      else { return nil }
      return ListQuestions.Entry(
        term: definition.term.plainText.trimmed, body: body, sentences: Sentences.of(body.prose),
        line: line)
    }
    let whole = entries.filter { $0.body.plainText.split(separator: " ").count >= 4 }
    if whole.count == definitions.count, let pairs = ListQuestions.pairs(whole, lesson.title, line)
    {
      return [pairs]
    }
    return whole.compactMap { entry in
      guard Heads.isTerm(entry.term),
        Stems.of(entry.body.plainText).subtracting(Stems.of(entry.term)).count >= 2
      else { return nil }
      return .recall(
        [.text("What does “\(entry.term)” mean?")], line: line,
        answer: [Block(.paragraph(entry.body))])
    }
  }

  // MARK: Items

  /// Items that are cards: `#card` of Logseq, or one of the syntaxes of paragraphs.
  private static func sections(
    of list: Block.List, _ line: Int, _ lesson: LessonProse, depth: Int = 0
  ) -> [QuestionSection] {
    guard depth < 4 else { return [] }
    return list.items.flatMap { item -> [QuestionSection] in
      guard item.task == nil, case .paragraph(let inlines)? = item.blocks.first?.kind else {
        return []
      }
      let own = item.blocks[0].line > 0 ? item.blocks[0].line : line
      let text = inlines.plainText
      if text.firstRange(of: "#card") != nil, item.blocks.count > 1 {
        let heading = inlines.mapText { text in
          text.firstRange(of: "#card").map {
            String(text[..<$0.lowerBound] + text[$0.upperBound...].drop { !$0.isWhitespace })
          } ?? text
        }.trimmed
        return heading.isEmpty
          ? [] : [.recall(heading, line: own, answer: Array(item.blocks.dropFirst()))]
      }
      var reader = CardReader(hasCards: lesson.hasCards, line: own)
      reader.read(inlines.lines, next: nil)
      var sections = reader.sections
      for case .list(let inner) in item.blocks.dropFirst().map(\.kind) {
        sections += Self.sections(of: inner, own, lesson, depth: depth + 1)
      }
      return sections
    }
  }
}

/// Reads the cards of one paragraph, line by line.
private struct CardReader {
  let hasCards: Bool
  let line: Int
  private(set) var sections: [QuestionSection] = []

  init(hasCards: Bool, line: Int) {
    self.hasCards = hasCards
    self.line = line
  }

  mutating func read(_ lines: [[Inline]], next: Block?) {
    guard lines.count < 500 else { return }
    var at = 0
    /// Lines that may be the question of a `?` to come.
    var before: [[Inline]] = []
    while at < lines.count {
      let text = lines[at].plainText.trimmed
      if text == "?" || text == "??", !before.isEmpty {
        let rest = Array(lines[(at + 1)...])
        // The answer goes up to the next card.
        let end = rest.firstIndex { isCard($0) } ?? rest.count
        var answer = rest.isEmpty ? next.map { [$0] } ?? [] : []
        if end > 0 { answer = [Block(.paragraph(Self.joined(rest[..<end])))] }
        add(before, answer, isBothWays: text == "??")
        before = []
        at += 1 + end
        continue
      }
      if let question = Self.behind(["Q:", "Question:"], lines[at]) {
        let rest = lines[(at + 1)...]
        if let answerAt = rest.prefix(while: { Self.behind(["Q:", "Question:"], $0) == nil })
          .firstIndex(where: { Self.behind(["A:", "Answer:"], $0) != nil }),
          let first = Self.behind(["A:", "Answer:"], lines[answerAt])
        {
          let more = lines[(answerAt + 1)...].prefix { !isCard($0) }
          add(
            [question] + Array(lines[(at + 1)..<answerAt]),
            [Block(.paragraph(Self.joined([first] + more)))])
          at = answerAt + 1 + more.count
          before = []
          continue
        }
        if let (asked, answer) = Self.split(question, at: ["A:", "Answer:"]) {
          add([asked], [Block(.paragraph(answer))])
          at += 1
          before = []
          continue
        }
      }
      if let (asked, answer, isBothWays) = double(lines[at]) {
        add([asked], [Block(.paragraph(answer))], isBothWays: isBothWays)
        before = []
      } else if let gaps = gaps(lines[at]) {
        sections.append(gaps)
        before = []
      } else {
        before.append(lines[at])
      }
      at += 1
    }
  }

  private func isCard(_ line: [Inline]) -> Bool {
    double(line) != nil || Self.behind(["Q:", "Question:", "C:"], line) != nil || gaps(line) != nil
  }

  private mutating func add(_ question: [[Inline]], _ answer: [Block], isBothWays: Bool = false) {
    let heading = Self.joined(question).trimmed
    let words = heading.plainText.split(separator: " ").count
    guard !heading.isEmpty, !answer.isEmpty, heading.isShown || hasCards,
      !answer.plainText.trimmed.isEmpty,
      hasCards || words >= 2
    else { return }
    sections.append(.recall(heading, line: line, answer: answer))
    if isBothWays, case .paragraph(let inlines) = answer[0].kind {
      sections.append(
        .recall(inlines.trimmed, line: line, answer: [Block(.paragraph(heading))]))
    }
  }

  private static func joined(_ lines: some Collection<[Inline]>) -> [Inline] {
    Array(lines.joined(separator: [.softBreak]))
  }

  // MARK: Signs

  /// What stands behind a label at the beginning of a line, be it bold.
  private static func behind(_ labels: [String], _ line: [Inline]) -> [Inline]? {
    guard let first = line.first else { return nil }
    switch first {
    case .text(let text):
      for label in labels where text.hasPrefix(label) {
        let rest = text.dropFirst(label.count)
        guard rest.isEmpty || rest.first == " " else { continue }
        return ([.text(String(rest))] + line.dropFirst()).trimmed
      }
    case .strong(let inner):
      guard
        labels.contains(inner.plainText.trimmed)
          || labels.contains(inner.plainText.trimmed + ":")
            && line.dropFirst().first.map({ [$0].plainText.hasPrefix(":") }) == true
      else { return nil }
      var rest = Array(line.dropFirst())
      if case .text(let text)? = rest.first, text.hasPrefix(":") {
        rest[0] = .text(String(text.dropFirst()))
      }
      return rest.trimmed
    default: break
    }
    return nil
  }

  /// A line split at a label in the middle of it.
  private static func split(_ line: [Inline], at labels: [String]) -> ([Inline], [Inline])? {
    for index in line.indices.dropFirst() {
      if let rest = behind(labels, Array(line[index...])) {
        return (Array(line[..<index]).trimmed, rest)
      }
    }
    return nil
  }

  /// A line `question::answer`, and whether it goes both ways.
  private func double(_ line: [Inline]) -> ([Inline], [Inline], isBothWays: Bool)? {
    for (index, inline) in line.enumerated() {
      guard case .text(let text) = inline, let sign = text.firstRange(of: "::") else { continue }
      let isBothWays = text[sign.upperBound...].hasPrefix(":")
      let left = text[..<sign.lowerBound]
      let right = text[sign.upperBound...].dropFirst(isBothWays ? 1 : 0)
      // `{{c1::x}}` is a gap; `:::` alone opens a box.
      guard text.firstRange(of: "{{c") == nil else { return nil }
      let asked = (line[..<index] + [.text(String(left))]).trimmed
      let answer = ([.text(String(right))] + line[(index + 1)...]).trimmed
      guard !asked.isEmpty, !answer.isEmpty, isAsked(asked.plainText, left, right) else {
        return nil
      }
      return (asked, answer, isBothWays)
    }
    return nil
  }

  /// Whether it is a card, and neither a name such as `std::vector` nor a field such as `status:: done`.
  private func isAsked(_ question: String, _ left: Substring, _ right: Substring) -> Bool {
    if question.hasSuffix("?") { return true }
    let words = question.split(separator: " ").count
    let isSpaced = left.last?.isWhitespace == true || right.first?.isWhitespace == true
    let isName =
      !isSpaced && left.last?.isASCII == true && right.first?.isASCII == true
      && (words == 1 || right.prefix { $0.isLetter || $0.isNumber || $0 == "_" }.count > 0)
    if hasCards {
      return
        !(words == 1 && isSpaced && left.last?.isWhitespace == false
        && question == question.lowercased())
    }
    return isSpaced && words >= 2 && !isName
  }

  // MARK: Gaps

  /// A sentence with gaps: `==x==`, `{{c1::x}}`, or `C:` and brackets.
  private func gaps(_ line: [Inline]) -> QuestionSection? {
    var answers: [String] = []
    var filled: [Inline] = []
    var hints: [(gap: Int, text: String)] = []
    let cloze = Self.behind(["C:"], line)
    for inline in cloze ?? line {
      switch inline {
      case .marked(let inner) where inner.isProse && isGap(inner.plainText):
        filled.append(.text(Marks.sign(answers.count)))
        answers.append(inner.plainText.trimmed)
      case .text(let text):
        var rest = text[...]
        var out = ""
        while let (range, answer, hint) = Self.next(in: rest, isBracketed: cloze != nil) {
          out += rest[..<range.lowerBound] + Marks.sign(answers.count)
          answers.append(answer)
          if let hint { hints.append((answers.count, hint)) }
          rest = rest[range.upperBound...]
        }
        filled.append(.text(out + rest))
      default: filled.append(inline)
      }
    }
    guard !answers.isEmpty, answers.count <= 6, filled.isShown else { return nil }
    let whole = (cloze ?? line).plainText
    let rest = filled.plainText
    // Highlighting is meant as a gap where cards stand, or where the sentence can stand alone.
    let isMeant = hasCards || cloze != nil || whole.firstRange(of: "{{c") != nil
    guard
      isMeant
        || Sentences.standsAlone(whole) && answers.count <= 3
          && whole.hasSuffix(".") && !whole.contains(where: { "^~{}<>|".contains($0) })
          && !filled.contains(where: { if case .struck = $0 { true } else { false } }),
      rest.split(separator: " ").count - answers.count >= 2,
      isMeant || answers.allSatisfy({ Heads.hasWeight($0) }),
      !answers.contains(where: { Self.gives($0, away: rest) })
    else { return nil }
    var section = QuestionSection.gaps(filled, answers, line: self.line, told: told(line, cloze))
    // Of several gaps a hint says to which of them it is.
    section.hints = hints.map { gap, text in
      [Block(.paragraph([.text(answers.count > 1 ? "Gap \(gap): \(text)" : text)]))]
    }
    return section
  }

  private func told(_ line: [Inline], _ cloze: [Inline]?) -> [Inline] {
    (cloze ?? line).mapText { text in
      var out = ""
      var rest = text[...]
      while let (range, answer, _) = Self.next(in: rest, isBracketed: cloze != nil) {
        out += rest[..<range.lowerBound] + answer
        rest = rest[range.upperBound...]
      }
      return out + rest
    }
  }

  private func isGap(_ text: String) -> Bool {
    text.split(separator: " ").count <= (hasCards ? 8 : 4)
  }

  private static func gives(_ answer: String, away rest: String) -> Bool {
    let own = Stems.of(answer)
    return !own.isEmpty && own.isSubset(of: Stems.of(rest))
  }

  /// The next gap in a text, what it asks for, and its hint.
  private static func next(
    in text: Substring, isBracketed: Bool
  ) -> (place: Range<Substring.Index>, answer: String, hint: String?)? {
    if let open = text.firstRange(of: "{{c"),
      let close = text[open.upperBound...].firstRange(of: "}}")
    {
      let inner = text[open.upperBound..<close.lowerBound]
      let digits = inner.prefix(while: \.isNumber)
      let behind = inner.dropFirst(digits.count)
      if !digits.isEmpty, behind.hasPrefix("::") {
        let body = behind.dropFirst(2)
        let sign = body.firstRange(of: "::")
        let answer = sign.map { body[..<$0.lowerBound] } ?? body
        guard !answer.isEmpty else { return nil }
        let hint = sign.map { String(body[$0.upperBound...]).trimmed } ?? ""
        return (
          open.lowerBound..<close.upperBound, String(answer).trimmed, hint.isEmpty ? nil : hint
        )
      }
    }
    guard isBracketed, let open = text.firstIndex(of: "["),
      let close = text[open...].firstIndex(of: "]"), text.index(after: open) < close
    else { return nil }
    return (
      open..<text.index(after: close), String(text[text.index(after: open)..<close]).trimmed, nil
    )
  }
}

extension QuestionSection {
  /// A sentence with gaps in it, each of them the sign of a mark.
  static func gaps(
    _ sentence: [Inline], _ answers: [String], line: Int, told: [Inline],
    heading: String? = nil
  ) -> QuestionSection {
    QuestionSection(
      heading: heading
        ?? (answers.count == 1 ? "Which word is missing?" : "Which words are missing?"),
      line: line, prompt: [Block(.paragraph(sentence))], explanation: [Block(.paragraph(told))],
      marks: .blanks(answers))
  }
}
