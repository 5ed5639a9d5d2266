import Notes

/// The answer in brackets beside the mark that asks for it, which would be shown: `[[softmax]] (softmax)`,
/// `[[softmax]](hint: softmax)`, `[[]] (softmax)`; and links without an address, `[softmax]()`, `[softmax][]`.
enum KeyBeside {
  private static let pairs: [Character: Character] = ["(": ")", "[": "]", "{": "}", "<": ">"]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    section.blanks.compactMap { beside($0, section, source) ?? repeated($0, section, source) }
      + (section.blanks.isEmpty && section.answers == nil ? links(source) : [])
  }

  private static func beside(
    _ mark: Int, _ section: QuestionSection, _ source: QuestionSource
  ) -> Diagnostic? {
    guard case .blank(let text) = section.marks.all[mark],
      let place = section.marks.place(of: mark),
      let line = source[place.line], line.utf8.count <= ForeignGaps.longest,
      let (said, inner, column) = bracket(
        behind: line.dropFirst(max(0, place.column - 1)), place.text, place.column)
    else { return nil }
    guard !text.trimmed.isEmpty else {
      return Diagnostic(
        line: place.line, column: place.column,
        "an answer mark is empty, and its answer stands beside it",
        remedy: "write [[\(inner)]] in place of \(place.text) and \(said)")
    }
    if isAddress(inner), said.hasPrefix("("), column == place.column + place.text.count {
      return Diagnostic(
        line: place.line, column: column, "an answer mark is no link, and shows this address",
        remedy: "take \(said) away")
    }
    let keys = BlankSource.alternatives(text.trimmed).map { $0.lowercased() }
    let words = inner.lowercased()
    let told =
      words.lastIndex { ":=".contains($0) }
      .map { words[words.index(after: $0)...].trimmed } ?? words
    guard keys.contains(words) || keys.contains(told) || isSameNumber(told, keys) else {
      return nil
    }
    return Diagnostic(
      line: place.line, column: column, "this shows the answer of the mark before it",
      remedy: "take \(said) away")
  }

  /// A word that an answer ends with and that stands right behind its mark again, `[[1024 tokens]] tokens`: nobody types it
  /// twice.
  private static func repeated(
    _ mark: Int, _ section: QuestionSection, _ source: QuestionSource
  ) -> Diagnostic? {
    guard case .blank(let text) = section.marks.all[mark], !text.trimmed.hasPrefix("="),
      let place = section.marks.place(of: mark),
      let line = source[place.line], line.utf8.count <= ForeignGaps.longest,
      case let rest = line.dropFirst(max(0, place.column - 1)), rest.hasPrefix(place.text),
      case let behind = rest.dropFirst(place.text.count), behind.first == " ",
      case let next = behind.dropFirst().prefix(while: { !$0.isWhitespace }),
      case let word = next.prefix(while: { !".,;:!?)".contains($0) }),
      word.contains(where: \.isLetter)
    else { return nil }
    let answers = BlankSource.alternatives(text.trimmed)
    let bare = answers.compactMap { answer -> String? in
      let end = " \(word)"
      guard answer.lowercased().hasSuffix(end.lowercased()) else { return nil }
      return String(answer.dropLast(end.count)).trimmed.replacing("|", with: "\\|")
    }
    guard bare.count == answers.count, !bare.contains("") else { return nil }
    let isNumber = bare.allSatisfy { MeantNumbers.written($0) != nil }
    return Diagnostic(
      line: place.line, column: place.column,
      isNumber
        ? "its unit belongs outside the answer"
        : "the word behind the gap belongs outside the answer",
      remedy: "write [[\(bare.joined(separator: place.isInTable ? "\\|" : "|"))]]")
  }

  /// Whether a text is the number of an answer in other signs: `three` of `3`.
  private static func isSameNumber(_ text: String, _ keys: [String]) -> Bool {
    guard let number = MeantNumbers.written(text) else { return false }
    return keys.contains { MeantNumbers.written($0) == number }
  }

  /// Whether a text is where a link leads: `softmax.md`, `#softmax`, `https://…`.
  private static func isAddress(_ text: String) -> Bool {
    guard !text.contains(" "), text.contains(where: \.isLetter) else { return false }
    return text.hasPrefix("#") || text.contains("/") || text.contains(".md")
      || text.contains(".html")
  }

  /// What stands in brackets right behind a mark: all of it, what is in it, and its column.
  private static func bracket(
    behind line: Substring, _ mark: String, _ column: Int
  ) -> (said: String, inner: String, column: Int)? {
    guard line.hasPrefix(mark) else { return nil }
    let behind = line.dropFirst(mark.count)
    let rest = behind.drop { " *_\"'\u{201D}".contains($0) }
    guard let open = rest.first, let close = pairs[open], rest.dropFirst().first != open,
      let end = rest.firstIndex(of: close)
    else { return nil }
    let space = behind.count - rest.count
    return (
      String(rest[...end]), String(rest[..<end].dropFirst()).trimmed, column + mark.count + space
    )
  }

  /// How a link ends that leads nowhere.
  private static let nowhere = ["]()", "][]", "](?)", "](_)", "](...)", "](\u{2026})", "](#)"]

  /// Links that lead nowhere: their text is meant to be asked for.
  private static func links(_ source: QuestionSource) -> [Diagnostic] {
    source.linesWithoutCode {
      $0.text.utf8.count <= ForeignGaps.longest && $0.signs.contains("[")
    }.compactMap { line in
      guard let close = nowhere.lazy.compactMap({ line.text.firstRange(of: $0) }).first,
        let open = line.text[..<close.lowerBound].lastIndex(of: "["),
        line.text[..<open].last != "!",
        case let inner = line.text[open..<close.lowerBound].dropFirst(), !inner.isEmpty
      else { return nil }
      return Diagnostic(
        line: line.number, column: line.text.distance(from: line.text.startIndex, to: open) + 1,
        "a link that leads nowhere asks nothing", remedy: "write [[\(inner)]] to ask for it")
    }
  }
}
