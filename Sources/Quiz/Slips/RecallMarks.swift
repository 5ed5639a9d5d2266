import Notes

/// A short text that is set off in a sentence that asks nothing, by which other programs write a gap: in bold letters,
/// in code that the note tells again, and between signs that mirror each other, `#nectar#` and `{blank:nectar}`.
enum RecallMarks {
  /// Such a text, as it is written and without its signs.
  struct Found {
    let line: Int
    let column: Int
    let written: String
    let text: String
  }

  /// The one in a paragraph; nil where there is none, or several.
  static func find(
    in inlines: [Inline], _ lines: [QuestionSource.Line], _ section: QuestionSection
  ) -> Found? {
    guard let first = lines.first, !lines.contains(where: { $0.signs.contains("?") }) else {
      return nil
    }
    for line in lines {
      if let found = framed(line) { return found }
    }
    let marked = inlines.compactMap(setOff)
    guard marked.count == 1, let mark = marked.first, inlines.count > 1, asksForAWord(section),
      mark.text.count(where: \.isLetter) > 3, mark.text.split(separator: " ").count < 4,
      mark.text.allSatisfy({ $0.isLetter || " -".contains($0) }),
      !stressed.contains(mark.text.lowercased()), !isRequest(inlines.plainText),
      !mark.isCode || tells(section.explanation, mark.text)
    else { return nil }
    let found = lines.lazy.compactMap { line in
      line.text.firstRange(of: mark.text).map { (line, $0) }
    }.first
    guard let (line, range) = found else {
      return Found(line: first.number, column: 1, written: mark.text, text: mark.text)
    }
    // All signs around it set it off: `***nectar***`.
    let before = line.text[..<range.lowerBound].reversed().prefix { signs.contains($0) }
    let behind = line.text[range.upperBound...].prefix { signs.contains($0) }
    return Found(
      line: line.number,
      column: line.text.distance(from: line.text.startIndex, to: range.lowerBound) + 1,
      written: String(before.reversed()) + mark.text + behind, text: mark.text)
  }

  private static let signs = Set("*_=`")

  /// Words that are set off because a voice would stress them.
  private static let stressed: Set = [
    "never", "always", "only", "both", "each", "every", "more", "less", "same", "most", "least",
    "without", "exactly", "once", "before", "after", "must", "cannot", "very", "does", "your own",
  ]
  /// What a sentence begins with that asks for something.
  private static let requests: Set = [
    "answer", "explain", "say", "give", "name", "describe", "think", "compare", "use", "recall",
    "try", "write", "consider", "state", "list", "draw", "in", "find", "show", "tell", "sketch",
    "define", "do", "suppose", "imagine", "let", "if", "take", "assume",
  ]
  /// What a heading asks that no word answers.
  private static let reasons = [
    "why", "explain", "describe", "compare", "how does", "how do ", "how is", "how can",
    "how would",
    "warum", "wieso", "pourquoi",
  ]

  private static func asksForAWord(_ section: QuestionSection) -> Bool {
    let heading = section.heading.plainText.lowercased()
    return !reasons.contains { heading.contains($0) }
  }

  /// Whether a text begins with a word that asks for something.
  static func isRequest(_ text: some StringProtocol) -> Bool {
    requests.contains(text.prefix(while: \.isLetter).lowercased())
  }

  /// Whether a note has a word, or several beside each other.
  static func tells(_ note: [Block], _ word: String) -> Bool {
    func spaced(_ text: String) -> String {
      " \(text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")) "
    }
    return spaced(note.plainText).contains(spaced(word))
  }

  private static func setOff(_ inline: Inline) -> (text: String, isCode: Bool)? {
    switch inline {
    case .code(let text): (text, true)
    case .emphasis(let inner), .strong(let inner), .marked(let inner): (inner.plainText, false)
    default: nil
    }
  }

  // MARK: Between signs

  private static let pairs: [Character: Character] = [
    "{": "}", "[": "]", "\u{3010}": "\u{3011}", "\u{300C}": "\u{300D}", "\u{27E6}": "\u{27E7}",
    "#": "#", ":": ":", "@": "@", "^": "^", "+": "+", "~": "~", "&": "&", "\u{A7}": "\u{A7}",
    "|": "|", "\\": "\\", "%": "%", ";": ";",
  ]
  /// Signs that alone mean something else: a quotation, a picture by its name, a single bracket.
  private static let doubled: Set<Character> = [":", "\u{300C}", "~", "+", "|", "\\", "&", ";"]
  /// Nobody asks for more.
  private static let longest = 40

  /// A short text between signs that mirror each other, others words beside it; nil for none.
  private static func framed(_ line: QuestionSource.Line) -> Found? {
    let text = Array(line.text.withoutCode)
    var index = 0
    while index < text.count {
      let open = text[index]
      guard let close = pairs[open], index == 0 || !text[index - 1].isLetter || !open.isASCII else {
        index += 1
        continue
      }
      var count = 1
      while index + count < text.count, text[index + count] == open { count += 1 }
      let start = index + count
      defer { index = start }
      guard count < 4, count > 1 || !doubled.contains(open), count == 1 || open != "{",
        index == 0 || text[index - 1] != "\\",
        let length = text[start...].prefix(longest).firstIndex(of: close).map({ $0 - start }),
        text[(start + length)...].prefix(count).allSatisfy({ $0 == close }),
        start + length + count <= text.count,
        text.dropFirst(start + length + count).first.map({ !"([:\(close)".contains($0) }) ?? true,
        isGap(String(text[start..<start + length]), open),
        (text[..<index] + text[(start + length)...]).contains(where: \.isLetter)
      else { continue }
      let inner = String(text[start..<start + length])
      return Found(
        line: line.number, column: index + 1,
        written: String(text[index..<(start + length + count)]), text: gap(inner, open))
    }
    return nil
  }

  /// What is asked for of a text between two signs: of `{blank:nectar}` the last part.
  private static func gap(_ inner: String, _ open: Character) -> String {
    guard open == "{", let colon = inner.firstIndex(of: ":") else { return inner.trimmed }
    return inner[colon...].dropFirst().trimmed
  }

  /// Whether what stands between two signs may be asked for.
  private static func isGap(_ inner: String, _ open: Character) -> Bool {
    // Without spaces it is a link, a token, or what was left out.
    guard open != "[" || inner.hasPrefix(" ") && inner.hasSuffix(" ") else { return false }
    let word = "[{".contains(open) ? gap(inner, open) : inner
    return word.first?.isLetter == true && word.last?.isLetter == true
      && word.count(where: \.isLetter) > 1 && word.contains { !$0.isUppercase || !$0.isASCII }
      && word.split(separator: " ").count < 4
      && word.allSatisfy { $0.isLetter || " -'".contains($0) }
  }
}
