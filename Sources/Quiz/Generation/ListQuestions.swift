import Notes

/// Questions from lists: an ordered list of steps is put in order; where items begin with a bold
/// term, the term is asked for, its siblings being the other options.
enum ListQuestions {
  /// An item that begins with a bold term.
  private struct Entry {
    var term: String
    var sentences: [String]
    var line: Int
  }

  static func sections(in blocks: [Block], lesson: String) -> [QuestionSection] {
    var sections: [QuestionSection] = []
    for block in blocks {
      guard case .list(let list) = block.kind, list.items.count >= 3,
        !list.items.contains(where: { $0.task != nil })
      else { continue }
      let entries = list.items.compactMap { entry($0, line: block.line) }
      let isWhole = entries.count == list.items.count
      if list.start != nil, let order = order(list, isWhole ? entries : [], lesson, block.line) {
        sections.append(order)
      }
      if isWhole { sections += terms(entries, isOrdered: list.start != nil, lesson: lesson) }
    }
    return sections
  }

  private static func entry(_ item: Block.List.Item, line: Int) -> Entry? {
    guard let (inlines, text) = item.blocks.firstProse, case .strong(let strong)? = inlines.first
    else { return nil }
    let bold = strong.plainText.trimmed
    let rest = String(text.dropFirst(bold.count)).trimmed
    guard bold.hasSuffix(":") || rest.hasPrefix(":") else { return nil }
    let term = bold.hasSuffix(":") ? String(bold.dropLast()).trimmed : bold
    let body = rest.hasPrefix(":") ? String(rest.dropFirst()).trimmed : rest
    guard !term.isEmpty, term.count <= 60 else { return nil }
    return Entry(term: term, sentences: Sentences.of(body), line: item.blocks.first?.line ?? line)
  }

  // MARK: Order

  private static func order(
    _ list: Block.List, _ entries: [Entry], _ lesson: String, _ line: Int
  ) -> QuestionSection? {
    guard (3...9).contains(list.items.count) else { return nil }
    var labels = entries.map(\.term)
    if labels.isEmpty {
      labels = list.items.compactMap { item in
        guard let text = item.blocks.firstProse?.text, text.count <= 90 else { return nil }
        let first = text.lowercased().split(separator: " ").first.map(String.init) ?? ""
        let tells = [
          "first", "first,", "second", "then", "next", "finally", "finally,", "last", "lastly,",
        ]
        return tells.contains(first) ? nil : text
      }
    }
    guard labels.count == list.items.count, Set(labels).count == labels.count else { return nil }
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
      let said = entry.sentences.first.map { ": \($0)" } ?? ""
      return Block.List.Item(
        blocks: [Block(.paragraph([.strong([.text(entry.term)]), .text(said)]))])
    }
    return [Block(.list(Block.List(start: 1, isTight: true, items: items)))]
  }

  // MARK: Terms

  private static func terms(_ entries: [Entry], isOrdered: Bool, lesson: String)
    -> [QuestionSection]
  {
    guard Set(entries.map(\.term)).count == entries.count else { return [] }
    return entries.enumerated().compactMap { index, entry in
      let own = Stems.of(entry.term)
      // Siblings that share words are the hardest to tell apart, then the nearest.
      func rank(_ place: Int) -> (Int, Int, Int) {
        (-Stems.of(entries[place].term).intersection(own).count, abs(place - index), place)
      }
      let near = entries.indices.filter { $0 != index }.sorted { rank($0) < rank($1) }.prefix(3)
      let others = near.map { entries[$0] }
      let shared = others.reduce(into: Set<String>()) { $0.formUnion(Stems.of($1.term)) }
      let telling = own.subtracting(shared)
      for sentence in entry.sentences where Sentences.standsAlone(sentence) {
        guard let masked = masked(sentence, telling), !tellsAnother(masked, others) else {
          continue
        }
        return QuestionSection.choice(
          isOrdered ? "Which step is this?" : "Which one is meant?", line: entry.line,
          prompt: "In “\(lesson)”: “\(masked)”", right: entry.term,
          wrong: others.map { other in
            (other.term, other.sentences.first.map { "\(other.term): \($0)" } ?? "")
          },
          explanation: "\(entry.term): \(sentence)")
      }
      return nil
    }
  }

  /// Whether what is asked would fit a sibling by its very name.
  private static func tellsAnother(_ sentence: String, _ others: [Entry]) -> Bool {
    let stems = Stems.of(sentence)
    return others.contains { other in
      let own = Stems.of(other.term)
      return own.count > 1 && own.isSubset(of: stems)
    }
  }

  /// The sentence with the words that would give the term away taken out; nil where that is more
  /// than one gap, or leaves too little.
  private static func masked(_ sentence: String, _ telling: Set<String>) -> String? {
    var words: [String] = []
    var gaps = 0
    for word in sentence.split(separator: " ").map(String.init) {
      let parts = Stems.parts(of: word)
      guard parts.contains(where: { Stems.stem($0).map(telling.contains) ?? false }) else {
        words.append(word)
        continue
      }
      let tail = word.last.map { ",.;:!?".contains($0) ? String($0) : "" } ?? ""
      if words.last?.hasPrefix("…") == true {
        words[words.count - 1] = "…" + tail
      } else {
        gaps += 1
        words.append("…" + tail)
      }
    }
    guard gaps <= 1, words.count >= 6 else { return nil }
    return words.joined(separator: " ")
  }
}
