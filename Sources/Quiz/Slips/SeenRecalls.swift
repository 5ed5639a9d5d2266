import Notes

/// Questions that are said to oneself by mistake: nothing in them is read as options, gaps or pairs, so that their note
/// alone answers them, and all that stands above it is shown. Forms of other programs are known by how they look,
/// whatever their signs mean there.
enum SeenRecalls {
  /// What may hold an answer that is shown, in a question that has no other answer than its note: told once.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard !section.hasAnswers,
      let place = place(in: section, source)
    else { return [] }
    let found = Diagnostic(
      line: place.line, column: place.column,
      "this is asked as a recall, and all of it is shown before the answer",
      remedy: place.mark.map {
        "write [[\($0.text)]] in place of \($0.written) to ask for it; what is only given has a "
          + "sentence above it, such as Given:"
      }
        ?? "for options write - [ ] and - [x] before each, for a gap [[the answer]] in its place, "
        + "and what is told after the answer below > [!NOTE]; what is only given has a sentence "
        + "above it, such as Given:")
    return [found.warned]
  }

  private static func place(
    in section: QuestionSection, _ source: QuestionSource
  ) -> (line: Int, column: Int, mark: RecallMarks.Found?)? {
    let blocks = section.shown
    var isGiven = false
    var labelled: [QuestionSource.Line] = []
    for (index, block) in blocks.enumerated() {
      if block.kind == .rule, let below = blocks.dropFirst(index + 1).first, below.isParagraph {
        return (below.line, 1, nil)
      }
      guard case .paragraph(let inlines) = block.kind else { continue }
      let all = source.lines.paragraph(from: block.line)
      defer { isGiven = all.last?.trimmed.hasSuffix(":") == true }
      if isGiven { continue }
      let lines = Array(
        all.prefix { !$0.trimmed.hasSuffix(":") && $0.text.utf8.count <= ForeignGaps.longest })
      labelled += lines
      let isLone = blocks.count == 1 && all.count == 1
      if let line = lines.first(where: { parts($0, isLone: isLone) || isVerdict($0) }) {
        return (line.number, 1, nil)
      }
      if let line = options(lines) { return (line, 1, nil) }
      if lines.count == all.count, let found = RecallMarks.find(in: inlines, lines, section) {
        return (found.line, found.column, found)
      }
    }
    return answer(labelled).map { ($0, 1, nil) }
  }

  // MARK: Two parts of one line

  /// Signs that part two sides of a card wherever they stand.
  private static let sure = [";;", "\t", " :: "]
  /// Those that do behind a question, or where a line is all that is shown.
  private static let arrows = [
    ">>", "->", "\u{2192}", "=>", "\u{21D2}", "==", " | ", "||", "\u{2194}",
  ]
  /// Those that do behind a question alone.
  private static let weak = ["=", " - ", "- ", "\u{2013}", "\u{2014}", ":", "/"]

  /// Whether a sign parts a line into what is asked and a short answer, or a term and its meaning.
  private static func parts(_ line: QuestionSource.Line, isLone: Bool) -> Bool {
    let text = line.text.withoutCode.trimmed
    for sign in sure + arrows + weak {
      guard let place = text.firstRange(of: sign) else { continue }
      let before = text[..<place.lowerBound].trimmed
      let behind = String(text[place.upperBound...]).trimmed
      guard !behind.contains("?"), behind.firstRange(of: sign) == nil,
        words(behind) <= 6, behind.first.map({ $0.isLetter || $0.isNumber }) ?? false
      else { continue }
      if before.hasSuffix("?") { return true }
      guard !weak.contains(sign), sure.contains(sign) || isLone,
        words(before) <= 6, letters(before) > 2, letters(behind) > 2
      else { continue }
      return true
    }
    return false
  }

  private static func words(_ text: String) -> Int { text.split(separator: " ").count }

  private static func letters(_ text: String) -> Int { text.count(where: \.isLetter) }

  /// Whether a sentence ends in brackets that say if it is true, or a line names an option: `Bees fly. (True)`,
  /// `Answer b`.
  private static func isVerdict(_ line: QuestionSource.Line) -> Bool {
    let text = line.trimmed
    let parts = text.split(separator: " ")
    if parts.count == 2, parts[1].count == 1,
      AnswerWords.isLabel(parts[0]), LineOptions.place(parts[1]) != nil
    {
      return true
    }
    guard text.last != "}", let (_, inner) = Verdicts.bracketed(text[...]) else { return false }
    return AnswerWords.isVerdict(inner.trimmed)
  }

  // MARK: Several lines

  /// The first of at least two lines that follow each other and begin with signs that differ, as options do.
  private static func options(_ lines: [QuestionSource.Line]) -> Int? {
    var run: [(line: Int, sign: String)] = []
    for line in lines {
      guard let sign = sign(line.trimmed) else {
        run = []
        continue
      }
      run.append((line.number, sign))
      if let first = run.first, first.sign != sign { return first.line }
    }
    return nil
  }

  /// What a line begins with that may be the sign of an option, a short text behind it; nil where nothing is.
  private static func sign(_ text: String) -> String? {
    guard text.utf8.count < 120, !text.hasSuffix("?") else { return nil }
    var sign: Substring
    if text.hasPrefix("\\") {
      sign = text.prefix { $0 == "\\" || $0.isLetter }
      guard sign.count > 3 else { return nil }
    } else if let marker = LineMarker(text), marker.isLetter {
      sign = text.prefix(max(1, text.count - marker.rest.count))
    } else if ["o ", "O ", "x ", "X "].contains(where: { text.hasPrefix($0) }) {
      sign = text.prefix(1)
    } else {
      sign = text.prefix { !$0.isLetter && !$0.isNumber }
      let behind = text[sign.endIndex...]
      // The letter in a box.
      if let mark = behind.first, "xXoO".contains(mark), let last = sign.last, "([{".contains(last),
        let close = behind.dropFirst().first, ")]}".contains(close)
      {
        let end = behind.dropFirst().prefix { !$0.isLetter && !$0.isNumber }.endIndex
        sign = text[..<end]
      }
      guard sign.last?.isWhitespace == true, sign.trimmed.count < 7,
        let first = sign.first, !"*_`$\"'<!#>|&\u{201C}\u{2018}\u{2026}".contains(first)
      else { return nil }
    }
    let rest = text[sign.endIndex...].drop { !$0.isLetter }
    return rest.prefix(while: \.isLetter).count > 2 ? sign.trimmed : nil
  }

  /// What no answer is called.
  private static let given: Set = [
    "hint", "note", "example", "for example", "given", "context", "tip", "text", "figure",
  ]

  /// The line that a label begins behind one that asks: `Front: What?` and `Back: nectar`.
  private static func answer(_ lines: [QuestionSource.Line]) -> Int? {
    var hasAsked = false
    for line in lines {
      guard let (label, rest) = label(line.trimmed) else { continue }
      if rest.hasSuffix("?") {
        hasAsked = true
      } else if hasAsked, !given.contains(label), !rest.contains("?"), words(rest) < 13 {
        return line.number
      }
    }
    return nil
  }

  /// A label of one or two words before a colon, or in bold letters, and what stands behind it.
  private static func label(_ text: String) -> (label: String, rest: String)? {
    let bare = text.drop { "*_".contains($0) }
    let isBold = text.hasPrefix("**") || text.hasPrefix("__")
    let label = bare.prefix { $0.isLetter || $0.isNumber || $0 == " " }
    let signs = bare[label.endIndex...].prefix { "*_:.".contains($0) }
    let rest = bare[signs.endIndex...].trimmed
    guard !label.isEmpty, label.utf8.count < 30, label.split(separator: " ").count < 3,
      !rest.isEmpty, signs.contains(":") || isBold && signs.contains(where: { "*_".contains($0) })
    else { return nil }
    return (label.trimmed.lowercased(), rest)
  }
}
