import Notes

/// The heading that ends a question: what stands below it may be the question's, be it more of its answers or what
/// is to be told after them.
struct PartingHeading {
  let blocks: [Block]
  /// Where the question ends.
  let end: Int
  /// The level of the question's own heading.
  let level: Int
  /// Whether other questions stand above it, whose answers a heading may tell as well.
  var isOneOfMany = false

  /// What headings are called that tell the answer of the question above, whatever their level.
  private static func isAnswer(_ words: String) -> Bool {
    words == "note" || AnswerWords.isName(words)
      || AnswerWords.isReason(words) && !["because", "feedback"].contains(words)
  }
  /// What such a heading may name behind its first word: `Explanation of the answer`.
  private static let told: Set = [
    "answer", "answers", "question", "questions", "quiz", "exercise", "exercises", "above",
  ]

  /// Whether a heading tells the answer of the question above it.
  static func tellsAnswer(_ title: String) -> Bool {
    let words = words(title)
    if isAnswer(words) { return true }
    let parts = words.split(separator: " ").map(String.init)
    guard (2...6).contains(parts.count), let first = parts.first, let last = parts.last else {
      return false
    }
    return isAnswer(first) && told.contains(last)
  }

  /// The level of the heading, and its words; nil where a question ends otherwise.
  private var heading: (level: Int, title: String)? {
    guard end < blocks.count, case .heading(let level, let inlines) = blocks[end].kind else {
      return nil
    }
    return (level, inlines.plainText)
  }

  /// What stands below the heading, up to the next one; nothing where there is no heading.
  var rest: ArraySlice<Block> {
    guard let (level, title) = heading else { return blocks[end..<end] }
    let below = blocks[(end + 1)...]
    let own = below.prefix { !$0.isHeading }
    guard !own.contains(where: \.isTold), Self.tellsAnswer(title) else { return own }
    // The answer of each question below a heading of its own.
    let stop = below.indices.first { index in
      guard case .heading(let deeper, _) = below[index].kind else { return false }
      if deeper <= level { return true }
      guard index + 1 < below.endIndex, case .html(let html) = below[index + 1].kind else {
        return false
      }
      return Directive.isQuiz(html)
    }
    return below[..<(stop ?? below.endIndex)]
  }

  /// Whether it is the heading of another question.
  private var isQuestion: Bool {
    if case .html(let html)? = rest.first?.kind { Directive.isQuiz(html) } else { false }
  }

  /// What to say where a deeper heading parts the answers of a question, so that some stand behind it.
  func parting(_ section: QuestionSection) -> Diagnostic? {
    guard let list = section.answers?.list, let (deeper, title) = heading, deeper > level,
      !isQuestion, rest.contains(where: { $0.list?.goesOn(from: list) == true })
    else { return nil }
    return Diagnostic(
      line: blocks[end].line, column: 1,
      "this heading ends the question above it, and more of its answers stand below",
      remedy: "write **\(title)** above the answers, in place of \(signs(deeper)) \(title)")
  }

  /// What to say where a deeper heading parts a question from its answers.
  func cut(_ own: [Block], _ marks: Marks) -> Diagnostic? {
    guard let (deeper, title) = heading, !own.hasBlank(marks), own.lists(\.isTasks).isEmpty,
      // One of the question's own level has the answers of this one only where that has none.
      deeper > level
        || deeper == level && !isQuestion && rest.contains(where: { $0.isAsked(marks) })
    else { return nil }
    return Diagnostic(
      line: blocks[end].line, column: 1,
      "this heading ends the question above it, which has no answer yet",
      remedy: isOfThis
        ? "write the quiz comment above on the line below \(signs(deeper)) \(title), and not above it"
        : Self.tellsAnswer(title)
          ? note(deeper, title) : "write **\(title)** in place of \(signs(deeper)) \(title)")
  }

  /// Whether the comment above is meant for this heading: it stands apart from the one above itself, and right above
  /// this one.
  private var isOfThis: Bool {
    guard end >= 2, case .html = blocks[end - 1].kind, blocks[end - 2].isHeading else {
      return false
    }
    return blocks[end - 2].line < blocks[end - 1].line - 1
  }

  /// What to say where the text below the heading belongs to a question that is whole: it would be shown below it,
  /// before the answer.
  var telling: Diagnostic? {
    let rest = rest
    guard let (deeper, title) = heading, !isQuestion,
      rest.contains(where: { $0.isTold && !$0.isHeading })
    else { return nil }
    let isAnswer = Self.tellsAnswer(title)
    guard deeper > level || isAnswer else { return nil }
    let other =
      isAnswer ? "" : "; or \(signs(level)) \(title), if it is no part of the question"
    return Diagnostic(
      line: blocks[end].line, column: 1,
      "this stands below the question, and would be shown before it is answered",
      remedy: note(deeper, title) + other)
  }

  /// What such headings are called where they tell several.
  private static let several: Set = ["answers", "solutions", "explanations", "answer key"]

  private func note(_ level: Int, _ title: String) -> String {
    let words = Self.words(title)
    let isOfMany = Self.several.contains { words == $0 || words.hasPrefix($0 + " ") }
    if isOneOfMany, isOfMany {
      return
        "write what it says of each question at the end of that, as > [!NOTE] and lines with > below "
        + "it, and take \(signs(level)) \(title) away"
    }
    return
      "write > [!NOTE] in place of \(signs(level)) \(title), and > before each line below it, the empty "
      + "ones too"
  }

  private static func words(_ title: String) -> String {
    title.lowercased().filter { $0.isLetter || $0.isWhitespace }.trimmed
  }

  private func signs(_ level: Int) -> String { String(repeating: "#", count: level) }
}

extension Block {
  /// Whether options or answer marks stand in it.
  fileprivate func isAsked(_ marks: Marks) -> Bool { list?.isTasks == true || hasBlank(marks) }
}

extension Block.List {
  /// Whether it looks like more of a list of answers: its kind, with boxes as that has them, or with numbers
  /// that are counted on.
  fileprivate func goesOn(from list: Block.List) -> Bool {
    guard (start == nil) == (list.start == nil), isTasks == list.isTasks else { return false }
    return isTasks || (start != nil && start == list.start.map { $0 + list.items.count })
      || (Pair.isList(self) && Pair.isList(list))
  }
}
