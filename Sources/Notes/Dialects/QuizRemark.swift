/// What is said of a quiz in a comment that begins with its word and sets nothing: `quiz questions moved to b`. Such a
/// comment is a remark, unless what stands below it is a question.
package enum QuizRemark {
  /// Words that are one by themselves.
  private static let alone: Set = [
    "todo", "fixme", "tbd", "wip", "draft", "idea", "ideas", "later", "moved", "removed", "start",
    "starts", "begin", "begins", "end", "ends", "here", "below", "above", "section", "notes",
    "questions", "missing",
  ]
  /// Settings, and what kinds of questions are called: whoever writes these means one.
  private static let kinds: Set = [
    "id", "rev", "lang", "tags", "tag", "type", "kind", "question", "multiple", "choice", "single",
    "one", "several", "all", "that", "apply", "select", "order", "pairs", "pair", "match",
    "matching", "gap", "gaps", "fill", "in", "the", "blank", "blanks", "number", "numbers",
    "numeric",
    "recall", "true", "false", "or", "options", "answer", "mcq", "cloze", "quiz",
  ]
  private static let draws = [" int(", " ints(", " choice(", " mat("]
  private static let settings: Set = ["id", "rev", "lang", "tags"]

  /// Whether the words behind `quiz` are one.
  package static func isOne(_ body: Substring) -> Bool {
    guard body.utf8.count <= QuizComment.longest, !body.contains("=") else { return false }
    // A draw without its sign.
    if draws.contains(where: { body.firstRange(of: $0) != nil }) { return false }
    let words = body.split(whereSeparator: \.isWhitespace).map(bare).filter { !$0.isEmpty }
    guard let first = words.first, !settings.contains(first) else { return false }
    if words.count == 1 { return alone.contains(first) }
    return !words.allSatisfy { kinds.contains($0) || $0.allSatisfy(\.isNumber) }
  }

  /// Whether a word says what kind a question is of.
  package static func isKind(_ word: String) -> Bool { kinds.contains(bare(word[...])) }

  /// Whether it says that something is still to be done, or was: a list of that may stand below it.
  package static func isPlan(_ body: Substring) -> Bool {
    body.split(whereSeparator: \.isWhitespace).contains { alone.contains(bare($0)) }
  }

  private static func bare(_ word: Substring) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
