import Notes

/// Lists under a line that says of what they are: `The parts of a loom are:`. The reader names them.
enum LeadQuestions {
  private static let items = 2...8
  /// Longer lists are no answer.
  private static let mostWords = 140

  static func sections(in lesson: LessonProse, besides others: [QuestionSection])
    -> [QuestionSection]
  {
    // Items that are asked for one by one are not asked for together.
    let asked = Set(others.map(\.line))
    return lesson.pieces.enumerated().compactMap { index, piece in
      let end = index + 1 < lesson.pieces.count ? lesson.pieces[index + 1].block.line : Int.max
      guard case .list(let list) = piece.block.kind, items.contains(list.items.count),
        !asked.contains(where: { (piece.block.line..<max(piece.block.line + 1, end)).contains($0) }
        ), !Heads.isAside(piece.heading),
        list.items.allSatisfy({ isNamed($0) }),
        [piece.block].plainText.split(separator: " ").count <= mostWords,
        let question = Sentences.of(piece.lead).last.flatMap({ question($0) })
          ?? (piece.lead.isEmpty ? named(list, piece.heading) : nil)
      else { return nil }
      let isSaid = Stems.of(piece.heading).isSubset(of: Stems.of(question))
      return .recall(
        [.text(question)], line: piece.block.line, in: isSaid ? nil : piece.heading,
        answer: [piece.block])
    }
  }

  /// Whether an item says something in words, and sends nobody elsewhere.
  private static func isNamed(_ item: Block.List.Item) -> Bool {
    guard item.task == nil, case .paragraph(let inlines)? = item.blocks.first?.kind, inlines.isShown
    else {
      return false
    }
    if case .link? = inlines.first { return false }
    let text = inlines.plainText
    return !text.hasSuffix("?") && text.contains(where: \.isLetter)
      && text.firstRange(of: "http") == nil
      && !Heads.isAdvice(text)
  }

  private static let openings = [
    "here are some of the ", "here are the ", "the following are the ", "these are the ",
    "here are some ",
  ]
  private static let amounts: Set<String> = ["several", "various", "many", "some"]
  private static let refused: Set<String> = [
    "this", "these", "those", "it", "we", "our", "you", "your", "its", "their", "they", "above",
    "below",
    "topic", "topics", "example", "examples", "chapter", "section", "steps", "link", "links",
    "resources",
    "following", "tutorial", "guide", "command", "commands", "code", "output", "here", "i", "my",
    "book",
    "course", "lines", "line", "questions", "case", "more", "other", "others", "ideas", "tips",
    "notes",
  ]

  /// Words up to which an item of a list under a heading is one of what that names.
  private static let mostOfItem = 9

  /// A heading of many, `Kinds of flour`, with short items right below it.
  private static func named(_ list: Block.List, _ title: String) -> String? {
    let words = Sentences.words(title)
    guard (2...5).contains(words.count), let last = words.last,
      words.contains("of") || last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("is"),
      !words.contains(where: refused.contains), Heads.isTerm(title),
      !title.contains(where: { ":,?!()/&".contains($0) }), !words.contains("and"),
      !words[0].hasSuffix("ing"),
      list.items.allSatisfy({ item in
        item.blocks.count == 1
          && [item.blocks[0]].plainText.split(separator: " ").count <= mostOfItem
      })
    else { return nil }
    return "What belongs to “\(title)”?"
  }

  /// What a line asks for that ends in a colon.
  static func question(_ line: String) -> String? {
    guard line.hasSuffix(":"), line.utf8.count < 200, !line.contains(Sentences.hole) else {
      return nil
    }
    var text = String(line.dropLast()).trimmed
    let lower = text.lowercased()
    if let opening = openings.first(where: lower.hasPrefix) {
      text = String(text.dropFirst(opening.count))
      return isClear(text, 2...10)
        ? "What are \(opening.contains("some") && !opening.contains("some of") ? "" : "the ")\(text)?"
        : nil
    }
    let words = text.split(separator: " ").map(String.init)
    let small = words.map(Said.bare)
    guard words.count >= 4 else { return nil }
    // “There are three kinds of X”
    if small[0] == "there", small[1] == "are" {
      let rest = words.dropFirst(2).joined(separator: " ")
      // `a couple of reasons`: for what, the text around it says.
      guard isClear(rest, 2...10), !["a", "an", "no", "not"].contains(small[2]) else { return nil }
      let kinds =
        amounts.contains(small[2])
        ? words.dropFirst(3).joined(separator: " ") : rest
      return "Which \(kinds) are there?"
    }
    // “The parts of X are”, “X is characterized by”
    guard
      let verb = small.lastIndex(where: {
        ["are", "include", "includes"].contains($0) || $0 == "of"
      }),
      verb == small.count - 1
        || small[(verb + 1)...].elementsEqual(["the", "following"])
        || small[(verb + 1)...].elementsEqual(["as", "follows"])
    else { return has(words, small) }
    guard verb > 0, !Verbs.auxiliary.contains(small[verb - 1]) else { return nil }
    switch small[verb] {
    case "are":
      let subject = words[..<verb].joined(separator: " ")
      return isClear(subject, 2...10) ? "What are \(inside(subject))?" : nil
    case "of":
      let subject = words[..<(verb - 1)].joined(separator: " ")
      guard ["consists", "consist"].contains(small[verb - 1]), isClear(subject, 1...8) else {
        return nil
      }
      return "What \(small[verb - 1] == "consists" ? "does" : "do") \(inside(subject)) consist of?"
    default:
      let subject = words[..<verb].joined(separator: " ")
      guard isClear(subject, 1...8) else { return nil }
      return "What \(small[verb] == "includes" ? "does" : "do") \(inside(subject)) include?"
    }
  }

  private static func inside(_ subject: String) -> String {
    Names().inside(subject.split(separator: " ").map(String.init)).joined(separator: " ")
  }

  /// “X has three parts”
  private static func has(_ words: [String], _ small: [String]) -> String? {
    guard let verb = small.firstIndex(where: { $0 == "has" || $0 == "have" }),
      (1...7).contains(verb),
      verb + 2 < small.count,
      amounts.contains(small[verb + 1]) || SentenceRule.numbers.contains(small[verb + 1])
    else { return nil }
    let subject = words[..<verb].joined(separator: " ")
    let object = words[(verb + 1)...].joined(separator: " ")
    guard isClear(subject, 1...7), isClear(object, 2...7) else { return nil }
    return
      "Which \(object) \(small[verb] == "has" ? "does" : "do") \(inside(subject)) have?"
  }

  private static func isClear(_ text: String, _ count: ClosedRange<Int>) -> Bool {
    let words = text.split(separator: " ")
    return count.contains(words.count) && !text.contains(where: { ",;:()“”\"".contains($0) })
      && !words.map(Said.bare).contains(where: refused.contains)
  }
}
