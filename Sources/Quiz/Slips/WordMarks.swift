import Notes

/// Words between signs by which other programs ask for them, in a question that has no answer but its note:
/// `%softmax%`, `[?softmax]`, `<softmax>`, `___softmax___`. These would be shown, and be what is asked for.
enum WordMarks {
  private static let signs = [
    ("%", "%", "a pair of percent signs"), ("[?", "]", "a bracket with a question mark"),
    ("<", ">", "a pair of angle brackets"),
    ("___", "___", "a word between lines to write on"),
  ]
  /// What stands between angle brackets in texts about models and of web pages, and is meant to be seen.
  private static let names: Set = [
    "mask", "start", "begin", "stop", "blank", "user", "assistant", "system", "think", "thinking",
    "image", "audio", "video", "token", "tool", "tools", "answer", "input", "output", "embed",
    "track", "param", "source", "meta", "link", "area", "base", "frame", "details", "summary",
    "body", "head", "html", "title", "table", "span", "code", "script", "style", "string", "number",
  ]
  /// What a sentence begins with that says what is to be done with what it shows.
  private static let bidding: Set = [
    "explain", "say", "describe", "compare", "derive", "prove", "give", "name", "define", "sketch",
    "tell", "write", "show", "compute", "list", "draw", "how", "what", "why", "which",
  ]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard !section.hasAnswers else { return [] }
    return section.prompt.flatMap { block -> [Diagnostic] in
      guard case .paragraph(let inlines) = block.kind else { return [] }
      let text = inlines.plainText
      let isAsked =
        text.contains("?") || bidding.contains(text.prefix(while: \.isLetter).lowercased())
      let lines = source.lines.paragraph(from: block.line)
      return lines.flatMap { find(in: $0, isAsked: isAsked) }
    }
  }

  private static func find(in line: QuestionSource.Line, isAsked: Bool) -> [Diagnostic] {
    guard line.text.utf8.count <= ForeignGaps.longest, line.item == nil,
      ["%", "[", "<", "_"].contains(where: line.signs.contains)
    else { return [] }
    let text = line.text.withoutCode
    guard text.count == line.text.count else { return [] }
    return signs.flatMap { open, close, name -> [Diagnostic] in
      if open == "<" || open == "___", isAsked { return [] }
      func shown(_ word: String) -> String {
        open == "___" ? "**\(word)**" : "\\\(open)\(word)\(close)"
      }
      return words(in: text, open, close).map { column, word in
        Diagnostic(
          line: line.number, column: column, "\(name) asks nothing, and shows what stands in it",
          remedy: "write [[\(word)]] to ask for it; or \(shown(word)) to show it")
      }
    }
  }

  /// The words between two signs, each with its column.
  private static func words(
    in text: String, _ open: String, _ close: String
  ) -> [(column: Int, word: String)] {
    var found: [(Int, String)] = []
    var rest = text[...]
    while let start = rest.firstRange(of: open) {
      let before = text[..<start.lowerBound].last
      rest = rest[start.upperBound...]
      // A line to write on may be longer.
      if open == "___" { rest = rest.drop { $0 == "_" } }
      guard let end = rest.firstRange(of: close) else { break }
      let word = rest[..<end.lowerBound]
      let behind = text[end.upperBound...].first
      guard isWord(word), before.map({ !$0.isLetter && !$0.isNumber && $0 != "\\" }) ?? true,
        behind.map({ !$0.isLetter && !$0.isNumber && !"(:".contains($0) }) ?? true,
        open != "<" || isMeant(word) && text.firstRange(of: "</\(word)>") == nil
      else { continue }
      let column = text.distance(from: text.startIndex, to: start.lowerBound) + 1
      found.append((column, String(word)))
      rest = rest[end.upperBound...]
    }
    return found
  }

  /// Whether it is a word, or a few of them: `%PATH%` is a name.
  private static func isWord(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter, text.last?.isWhitespace == false else {
      return false
    }
    return text.count > 2 && text.contains(where: \.isLowercase)
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -".contains($0) }
      && text.count { $0 == " " } < 4
  }

  /// Whether what stands between angle brackets is no tag, and no token of a model.
  private static func isMeant(_ word: Substring) -> Bool {
    let first = word.prefix { $0.isLetter || $0.isNumber }.lowercased()
    // `a <b and c> d` compares.
    return word.count > 3 && !word.contains(" ") && !names.contains(first)
  }
}
