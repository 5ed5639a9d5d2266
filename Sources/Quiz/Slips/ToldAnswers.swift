import Notes

/// The answer where it is shown with what is asked: `Answer: softmax`, a note behind the answers that is
/// none, and what is said of an option beside it.
enum ToldAnswers {
  /// What a line that tells the answer begins with.
  static let answers = [
    "answer", "answers", "the answer", "correct answer", "right answer", "correct", "solution",
    "ans", "answer key", "correct option", "right option", "right",
  ]
  private static let notes = ["note", "explanation", "reason", "because", "why", "feedback"]
  /// What no hint is called.
  private static let told = ["explanation", "because", "feedback"]
  private static let hints = ["hint", "hints", "clue"]
  private static let verdicts: Set = [
    "right", "correct", "true", "yes", "wrong", "incorrect", "false", "no", "correct answer",
    "right answer", "wrong answer", "this one", "the answer", "answer", "the right one",
  ]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    section.prompt.flatMap { block -> [Diagnostic] in
      guard case .paragraph = block.kind else { return [] }
      let isBehind = section.answers.map { block.line > $0.line } ?? false
      return lines(from: block.line, section, source, isBehind: isBehind)
    } + verdicts(in: section, source) + setOff(in: section, source)
      + hints(in: section, source)
  }

  /// Hints that say that they are the answer: `> Answer: softmax`.
  private static func hints(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    section.hints.compactMap { hint in
      guard let first = hint.first, case .paragraph = first.kind, let line = source[first.line],
        let (word, rest) = label(line.drop { $0 == ">" || $0 == " " }),
        answers.contains(word) || told.contains(word)
      else { return nil }
      return Diagnostic(
        line: first.line, column: 1, "a quote by itself is a hint, and shown before the answer",
        remedy: option(rest, section, source)
          ?? "write > [!NOTE] on a line above it, to tell it after")
    }
  }

  /// What to say where an answer names an option by its letter or its number, which is another one each time it is
  /// asked; nil for other answers.
  private static func option(
    _ answer: String, _ section: QuestionSection, _ source: QuestionSource
  ) -> String? {
    let name = answer.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let list = section.answers?.list, list.isTasks, let first = name.utf8.first,
      let place = Int(name) ?? (name.utf8.count == 1 && first > 0x60 ? Int(first) - 0x60 : nil),
      (1...list.items.count).contains(place)
    else { return nil }
    let item = list.items[place - 1]
    guard item.task != true, let (_, line) = source.line(of: item), line.hasBox else {
      return "take this line away: options come in another order each time"
    }
    return "take this line away, and write \(line.marker.trimmed) [x] \(line.text.dropFirst(4))"
  }

  private static func lines(
    from first: Int, _ section: QuestionSection, _ source: QuestionSource, isBehind: Bool
  ) -> [Diagnostic] {
    let lines = source.lines.from(first).prefix(60).prefix { !$0.trimmed.isEmpty }
    let isLettered = lines.contains { label($0.text)?.word == "b" }
    return lines.compactMap { line in
      guard let (word, rest) = label(line.text), !rest.contains("[[") else { return nil }
      func told(_ what: String, _ remedy: String) -> Diagnostic {
        Diagnostic(line: line.number, column: 1, what, remedy: remedy)
      }
      let note = "write > [!NOTE] on a line above it, and > \(rest) in place of it"
      if answers.contains(word) || word == "a" && !isLettered {
        return told(
          "this would be shown before the answer, as all that is asked is",
          option(rest, section, source) ?? note)
      }
      if isBehind, notes.contains(word) {
        return told("this is no note, and would be shown before the answer", note)
      }
      guard hints.contains(word) else { return nil }
      var found = told("this is shown at once, and is no hint that one asks for", "write > \(rest)")
      found.severity = .warning
      return found
    }
  }

  /// The word before a colon at the beginning of a line, and what stands behind it.
  static func label(_ text: some StringProtocol) -> (word: String, rest: String)? {
    guard text.utf8.count <= ForeignGaps.longest, let colon = text.firstIndex(of: ":") else {
      return nil
    }
    func isSign(_ character: Character) -> Bool { "*_ ".contains(character) }
    let before = text[..<colon]
    guard before.utf8.count < 30 else { return nil }
    let word = before.drop(while: isSign).reversed().drop(while: isSign).reversed()
    let rest = text[text.index(after: colon)...].drop { "*_ ".contains($0) }.trimmed
    return rest.isEmpty ? nil : (String(word).lowercased(), rest)
  }

  /// What an option says of itself: `- [x] softmax (right)`.
  private static func verdicts(
    in section: QuestionSection, _ source: QuestionSource
  ) -> [Diagnostic] {
    guard let list = section.answers?.list, list.isTasks else { return [] }
    return list.items.compactMap { item in
      guard let (number, line) = source.line(of: item), line.hasBox,
        let label = withoutVerdict(line.text.trimmed)
      else { return nil }
      return Diagnostic(
        line: number, column: line.column, "this option says itself whether it is right",
        remedy: "write \(line.marker)\(label)")
    }
  }

  /// An option without the verdict in brackets, or the tick, that stands behind it; nil where there is none.
  private static func withoutVerdict(_ text: String) -> String? {
    guard text.utf8.count <= ForeignGaps.longest else { return nil }
    var label = text[...]
    while let last = label.last, "*_. ".contains(last) { label.removeLast() }
    if let last = label.unicodeScalars.last,
      [0x2705, 0x2714, 0x2713, 0x274C, 0x2717].contains(last.value)
    {
      let isTick = [0x2705, 0x2714, 0x2713].contains(last.value)
      return kept(label.dropLast()).map {
        isTick && $0.hasPrefix("[ ] ") ? "[x] " + $0.dropFirst(4) : $0
      }
    }
    guard let last = label.last, ")]".contains(last),
      let open = label.lastIndex(of: last == ")" ? "(" : "["),
      case let said = label[open...].filter({ $0.isLetter || $0 == " " }).trimmed.lowercased(),
      verdicts.contains(said)
    else { return nil }
    return kept(label[..<open])
  }

  /// The right options and no others in bold: `- [x] **softmax**`.
  private static func setOff(
    in section: QuestionSection, _ source: QuestionSource
  ) -> [Diagnostic] {
    guard let list = section.answers?.list, list.isTasks else { return [] }
    let labels = list.items.map { item -> (line: Int, item: ItemLine, bare: String)? in
      guard let (number, line) = source.line(of: item), line.hasBox,
        let bare = withoutSigns(line.text.dropFirst(4))
      else { return nil }
      return (number, line, bare)
    }
    let isTicked = list.items.map { $0.task == true }
    guard isTicked.contains(false), isTicked.contains(true),
      zip(labels, isTicked).allSatisfy({ ($0 != nil) == $1 })
    else { return [] }
    return labels.compactMap(\.self).map { line, item, bare in
      Diagnostic(
        line: line, column: item.column,
        "what is right alone is set off, so that it is seen at once",
        remedy: "write \(item.marker)[x] \(bare)")
    }
  }

  /// A text without the signs that set off all of it; nil where there are none.
  private static func withoutSigns(_ text: Substring) -> String? {
    let text = String(text).trimmed
    for sign in ["**", "__", "==", "*", "_"] where text.hasPrefix(sign) && text.hasSuffix(sign) {
      let inner = text.dropFirst(sign.count).dropLast(sign.count)
      guard text.count > 2 * sign.count, !inner.contains(sign) else { continue }
      return String(inner)
    }
    return nil
  }

  /// Quotes that hide what stands in them elsewhere, `>! softmax`: a hint, which is shown before the answer.
  static func spoilers(in source: QuestionSource) -> [Diagnostic] {
    source.lines.compactMap { line in
      guard line.text.hasPrefix(">!"), case let text = line.text.dropFirst(2).trimmed, !text.isEmpty
      else { return nil }
      return Diagnostic(
        line: line.number, column: 1, "a spoiler is a hint here, and shown before the answer",
        remedy: "write > [!NOTE] on a line above it, and > \(text) in place of it; or > \(text) "
          + "for a hint")
    }
  }

  private static func kept(_ label: Substring) -> String? {
    var label = label
    while let last = label.last, "*_ ".contains(last) { label.removeLast() }
    return label.count > 4 ? String(label) : nil
  }
}
