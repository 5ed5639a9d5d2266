import Notes
import Pages

/// Headings that ask, with prose under them: the reader says the answer, then compares.
enum HeadingQuestions {
  /// More words would be a lesson, not an answer.
  private static let mostWords = 130
  /// Fewer say nothing.
  private static let leastWords = 8

  static func sections(in lesson: LessonProse) -> [QuestionSection] {
    var sections: [QuestionSection] = []
    for (index, heading) in lesson.headings.enumerated() {
      guard let question = asked(heading.title) ?? IndirectQuestion.asked(heading.title) else {
        continue
      }
      let next =
        index + 1 < lesson.headings.count ? lesson.headings[index + 1].next : lesson.pieces.count
      let blocks = lesson.pieces[heading.next..<next].map(\.block)
      if let answer = answer(from: blocks) {
        // What is asked in few words is asked of what its lesson is about.
        let isSaid = Stems.of(lesson.title).isSubset(of: Stems.of(question))
        sections.append(
          .recall(
            [.text(question)], line: heading.line, in: isSaid ? nil : lesson.title, answer: answer))
      }
    }
    for piece in lesson.pieces {
      guard case .callout(let callout, let inner) = piece.block.kind, !callout.title.isEmpty,
        let question = asked(callout.title.prose.withoutNumber), callout.title.prose.hasSuffix("?"),
        let answer = answer(from: inner, least: 2)
      else { continue }
      sections.append(.recall([.text(question)], line: piece.block.line, answer: answer))
    }
    return sections
  }

  private static let openings: Set<String> = [
    "what", "why", "how", "when", "which", "where", "is", "are", "does", "do", "can", "should",
    "did",
    "could", "would", "who", "in", "if",
  ]
  /// Openings that ask even without a question mark.
  private static let plain = [
    "what is ", "what are ", "why is ", "why are ", "why do ", "why does ", "how does ", "how do ",
    "how is ", "how are ",
  ]
  private static let refused: Set<String> = [
    "this", "these", "those", "it", "they", "them", "i", "me", "my", "us", "our", "your", "here",
    "faq", "help", "questions", "contribute", "contributing", "license", "book", "course", "guide",
    "tutorial", "repo", "repository", "notebook", "next", "chapter", "section", "project", "page",
    "website", "feedback", "started", "we've", "else", "install", "learn", "covered", "site",
    "blog",
  ]

  /// A title as a question that stands alone; nil where it is none.
  static func asked(_ title: String) -> String? {
    let lower = title.lowercased()
    let words = Sentences.words(lower)
    guard words.count >= 3, words.count <= 20, let first = words.first, openings.contains(first),
      lower.hasSuffix("?") || plain.contains(where: { lower.hasPrefix($0) }),
      !title.contains(Sentences.hole), !words.contains(where: refused.contains)
    else { return nil }
    // “Do you have …?” speaks to the reader; “how do you …?” asks.
    if words.contains("you") || words.contains("we"),
      !["how", "why", "what", "when"].contains(first)
    {
      return nil
    }
    var question = title.hasSuffix("?") ? title : title + "?"
    // “What is a instruction …” is how it may stand there.
    if let article = question.firstRange(of: " is a "),
      let next = question[article.upperBound...].first, "aeioAEIO".contains(next)
    {
      question.replaceSubrange(article, with: " is an ")
    }
    return question.prefix(1).uppercased() + question.dropFirst()
  }

  /// Whether a paragraph says no more than what the text is about to do.
  static func announces(_ text: String) -> Bool {
    let sentences = Sentences.of(text)
    return sentences.count <= 2
      && sentences.allSatisfy { sentence in
        let words = Sentences.words(sentence)
        let isOfText = words.contains(
          where: ["section", "chapter", "tutorial", "lesson", "post", "article"].contains)
        let isPlan =
          words.contains(where: ["we'll", "let's", "i'll"].contains)
          || zip(words, words.dropFirst()).contains {
            $0 == "we" && $1 == "will" || $0 == "let" && $1 == "us"
          }
        return isPlan || isOfText && words.contains(where: ["we", "you", "this", "i"].contains)
      }
  }

  /// The first blocks, up to some words; nil where they say too little.
  static func answer(from blocks: [Block], least: Int = leastWords) -> [Block]? {
    var answer: [Block] = []
    var words = 0
    for block in blocks {
      let count: Int
      switch block.kind {
      case .paragraph(let inlines):
        let text = inlines.plainText
        if text.trimmed.isEmpty || answer.isEmpty && announces(inlines.prose) { continue }
        count = text.split(separator: " ").count
        // A picture or a line that only leads on to it is no answer.
        if inlines.prose.count == 1 { continue }
      case .list, .quote, .definitions: count = [block].plainText.split(separator: " ").count
      case .maths, .code: count = 6
      default: count = mostWords
      }
      if words + count > mostWords, !answer.isEmpty { break }
      if count > mostWords * 2 { break }
      if case .table = block.kind { break }
      if case .html(let html) = block.kind {
        let text = HTMLText.visible(html).trimmed
        guard !text.isEmpty, answer.isEmpty else { continue }
        return text.split(separator: " ").count >= least
          ? [Block(.paragraph([.text(text)]), line: block.line)] : nil
      }
      if case .callout = block.kind { break }
      if case .rule = block.kind { break }
      answer.append(block)
      words += count
    }
    // A line that leads on to what is not there any more.
    while let last = answer.last, last.prose?.hasSuffix(":") == true { answer.removeLast() }
    guard case .paragraph(let first)? = answer.first?.kind,
      first.plainText.split(separator: " ").count >= min(least, 4)
    else { return nil }
    let told = answer.compactMap(\.prose).joined(separator: " ").split(separator: " ").count
    return told >= least ? answer : nil
  }
}
