import Notes

/// The answer where it is shown with what is asked: `Answer: softmax`, a note behind the answers that is
/// none.
enum ToldAnswers {
  private static let notes = ["note", "reason", "why"]
  private static let hints = ["hint", "hints", "clue"]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    section.prompt.flatMap { block -> [Diagnostic] in
      guard case .paragraph = block.kind else { return [] }
      let isBehind = section.answers.map { block.line > $0.line } ?? false
      return lines(from: block.line, section, source, isBehind: isBehind)
    } + hints(in: section, source) + fences(in: section)
  }

  /// Hints that say that they are the answer: `> Answer: softmax`.
  private static func hints(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    section.hints.compactMap { hint in
      guard let first = hint.first, case .paragraph = first.kind, let line = source[first.line],
        case let text = String(line.drop { $0 == ">" || $0 == " " }),
        let rest = answer(in: text, section) ?? reason(in: text)
      else { return nil }
      return Diagnostic(
        line: first.line, column: 1, "a quote by itself is a hint, and shown before the answer",
        remedy: option(rest, section, source)
          ?? "write > [!NOTE] on a line above it, to tell it after")
    }
  }

  /// What a label calls an answer, or a sentence tells as one that is; nil for other texts, and for what says how to
  /// answer.
  private static func answer(in text: String, _ section: QuestionSection) -> String? {
    if let (word, rest) = label(text), AnswerWords.isLabel(word) {
      return AnswerWords.isRequest(rest) ? nil : rest
    }
    guard let rest = AnswerWords.told(in: text), isKey(rest, section) else { return nil }
    return rest
  }

  private static func reason(in text: String) -> String? {
    label(text).flatMap { AnswerWords.isReason($0.word) ? $0.rest : nil }
  }

  /// Whether a text is or holds what is right, or what the note of a recall tells.
  private static func isKey(_ text: String, _ section: QuestionSection) -> Bool {
    if !section.hasAnswers {
      return text.contains { $0.isLetter || $0.isNumber }
        && RecallMarks.tells(section.explanation, text)
    }
    let compact = TypedWords(text).compact
    return HeadKeys.keys(of: section).contains { TypedWords($0).compact == compact }
      || KeyWords(section).isTold(by: text)
  }

  /// Whether a text is or holds what is right, or names an option by its letter or its number.
  static func tells(
    _ text: String, _ section: QuestionSection, _ source: QuestionSource
  ) -> Bool {
    isKey(text, section) || option(text, section, source) != nil
  }

  /// What to say where an answer names an option by its letter or its number, which is another one each time it is
  /// asked; nil for other answers.
  private static func option(
    _ answer: String, _ section: QuestionSection, _ source: QuestionSource
  ) -> String? {
    let name = answer.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let list = section.answers?.list, list.isTasks, let place = LineOptions.place(name),
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
    let lines = source.lines.paragraph(from: first)
    let labels = lines.map { label($0.text) }
    let isLettered = labels.contains { $0?.word == "b" }
    return zip(lines, labels).compactMap { line, labelled in
      if let found = card(line) ?? sentence(line, section, source) { return found }
      guard let (word, rest) = labelled else { return place(line, section, source) }
      if rest.contains("[[") { return nil }
      func told(_ what: String, _ remedy: String) -> Diagnostic {
        Diagnostic(line: line.number, column: 1, what, remedy: remedy)
      }
      let note = "write > [!NOTE] on a line above it, and > \(rest) in place of it"
      // Where something else answers the question, a sentence may begin so: `Solution: 5 g of salt in water.`
      let isAnswered = !isBehind && section.hasAnswers
      if AnswerWords.isLabel(word) || word == "a" && !isLettered && !isAnswered {
        if AnswerWords.isRequest(rest), !isKey(rest, section) { return nil }
        let choice = option(rest, section, source)
        var found = told(
          "this would be shown before the answer, as all that is asked is", choice ?? note)
        let isLong = rest.split(separator: " ").count > 2
        if choice == nil,
          isAnswered && isLong && !holdsKey(rest, section) || isWord(line.text, word),
          !isKey(rest, section)
        {
          found.severity = .warning
        }
        return found
      }
      if isBehind, notes.contains(word) || AnswerWords.isReason(word) {
        return told("this is no note, and would be shown before the answer", note)
      }
      guard hints.contains(word) else { return nil }
      return told("this is shown at once, and is no hint that one asks for", "write > \(rest)")
        .warned
    }
  }

  /// Whether the word before a colon may be one of the text's own, as it is no name of an answer and has small
  /// letters: `correct: the verb`.
  private static func isWord(_ text: String, _ word: String) -> Bool {
    AnswerWords.verdicts.contains(word) && text.trimmed.hasPrefix(word)
  }

  /// What to say of a sentence that tells the answer: `The answer is softmax.`
  private static func sentence(
    _ line: QuestionSource.Line, _ section: QuestionSection, _ source: QuestionSource
  ) -> Diagnostic? {
    guard let rest = AnswerWords.told(in: line.trimmed), !rest.contains("[["),
      !rest.contains("?"), !AnswerWords.isRequest(rest)
    else { return nil }
    let choice = option(rest, section, source)
    let isSure = choice != nil || isKey(rest, section)
    let words = rest.lowercased().split(separator: " ").map(String.init)
    guard isSure || !section.hasAnswers && words.count < 5 && !hedges.contains(words[0]) else {
      return nil
    }
    var found = Diagnostic(
      line: line.number, column: 1,
      "this would be shown before the answer, as all that is asked is",
      remedy: choice
        ?? "write > [!NOTE] on a line above it, and > \(line.trimmed) in place of it")
    if !isSure { found.severity = .warning }
    return found
  }

  /// What names an option by its letter or its number besides the names of an answer.
  private static let places: Set = ["option", "choice", "nr", "no", "number", "letter"]

  /// What to say of a line that is nothing but the name of an option: `Answer b`, `Option 2`, `(b)`.
  private static func place(
    _ line: QuestionSource.Line, _ section: QuestionSection, _ source: QuestionSource
  ) -> Diagnostic? {
    guard line.text.utf8.count <= AnswerWords.longest else { return nil }
    var words = line.trimmed.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    guard let name = words.popLast(), name.count < 3 else { return nil }
    let head = words.joined(separator: " ")
    // A number by itself may be given.
    guard
      head.isEmpty
        ? name.first?.isLetter == true && name.count == 1 && line.trimmed.count < 5
        : places.contains(head) || AnswerWords.isLabel(head),
      let remedy = option(name, section, source)
    else { return nil }
    return Diagnostic(
      line: line.number, column: 1,
      "this would be shown before the answer, as all that is asked is", remedy: remedy)
  }

  /// What a sentence goes on with that says something of an answer, and tells none.
  private static let hedges: Set = [
    "a", "an", "one", "not", "no", "in", "of", "to", "always", "never", "unique", "below", "above",
    "known", "given", "simple", "hidden", "told", "found", "clear", "easy", "surprising", "nicht",
    "kein", "keine", "ein", "eine", "immer", "pas", "un", "une", "una", "uno", "non", "um",
    "uma", "n\u{E3}o", "different", "often", "the", "either", "usually",
  ]

  /// Whether a text holds what is right.
  private static func holdsKey(_ text: String, _ section: QuestionSection) -> Bool {
    let text = text.lowercased()
    return section.ticked.contains { item in
      let label = item.blocks.plainText.lowercased().trimmed
      return !label.isEmpty && text.contains(label)
    }
  }

  /// The signs of a card of other programs: `What is it?::softmax`, and `?` on a line between both of its sides.
  private static func card(_ line: QuestionSource.Line) -> Diagnostic? {
    if line.trimmed == "?" || line.trimmed == "??" {
      return Diagnostic(
        line: line.number, column: 1,
        "what stands below this sign would be shown before the answer",
        remedy: "write an empty line and > [!NOTE] in place of it, and > before each line below it")
    }
    guard let sign = line.trimmed.firstRange(of: "?::"),
      case let answer = String(line.trimmed[sign.upperBound...].drop { $0 == ":" }).trimmed,
      !answer.isEmpty
    else { return nil }
    return Diagnostic(
      line: line.number, column: 1, "what stands behind :: would be shown before the answer",
      remedy: "write > [!NOTE] and > \(answer) below an empty line in place of it")
  }

  /// The word before a colon at the beginning of a line, and what stands behind it.
  static func label(_ text: some StringProtocol) -> (word: String, rest: String)? {
    guard text.utf8.count <= ForeignGaps.longest else { return nil }
    if text.prefix(5).lowercased() == "ans. " { return ("ans", text.dropFirst(5).trimmed) }
    guard let colon = text.firstIndex(where: AnswerWords.isColon) else { return parted(text) }
    // French has a space before its colon.
    func isSign(_ character: Character) -> Bool { "*_ \u{A0}\u{202F}".contains(character) }
    let before = text[..<colon]
    guard before.utf8.count <= AnswerWords.longest else { return parted(text) }
    let word = before.drop(while: isSign).reversed().drop(while: isSign).reversed()
    let rest = text[text.index(after: colon)...].drop { "*_ ".contains($0) }.trimmed
    // `(Answer: softmax)`.
    if word.first == "(", rest.hasSuffix(")"), rest.count > 1 {
      return (String(word.dropFirst()).lowercased(), String(rest.dropLast()).trimmed)
    }
    return rest.isEmpty ? nil : (String(word).lowercased(), rest)
  }

  /// The same where another sign parts both: `**Answer.** softmax`, `Answer = softmax`, `Answer \u{2014} softmax`.
  private static func parted(_ text: some StringProtocol) -> (word: String, rest: String)? {
    let isSetOff = text.first.map { "*_".contains($0) } ?? false
    let start = text.drop { "*_ ".contains($0) }
    let word = start.prefix { $0.isLetter || $0 == " " }
    let name = word.trimmed.lowercased()
    guard AnswerWords.isName(name) else { return nil }
    let sign = start[word.endIndex...].drop { "*_ ".contains($0) }
    let behind = sign.dropFirst()
    let isSign = sign.first.map { "=\u{2014}\u{2192}".contains($0) } ?? false
    let isDash = sign.first.map { "-\u{2013}".contains($0) && word.last == " " } ?? false
    guard isSign || isDash && behind.first == " " || isSetOff && sign.first == "." else {
      return nil
    }
    let rest = behind.drop { ">*_ ".contains($0) }.trimmed
    return rest.isEmpty ? nil : (name, rest)
  }

  /// Fences that hide what stands in them elsewhere, and nowhere here.
  private static func fences(in section: QuestionSection) -> [Diagnostic] {
    section.prompt.compactMap { block in
      guard case .code(let info, _) = block.kind,
        AnswerWords.isLabel(Block.fenceName(info))
      else { return nil }
      // The text of a fence begins on the line below it.
      return Diagnostic(
        line: max(1, block.line - 1), column: 1, "this fence would be shown before the answer",
        remedy:
          "write > [!NOTE] in place of this line, > before each of those below, and take the line "
          + "that closes it away")
    }
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
      + source.lines.compactMap { line in
        // Bars around a line whole, as chats hide it; `||x||` of one sign is a norm.
        guard line.trimmed.hasPrefix("||"), line.trimmed.hasSuffix("||"),
          case let text = String(line.trimmed.dropFirst(2).dropLast(2)).trimmed, text.count > 2,
          !text.contains("|"), text.contains(where: \.isLetter)
        else { return nil }
        return Diagnostic(
          line: line.number, column: 1,
          "bars hide nothing here, and this is shown before the answer",
          remedy: "write > [!NOTE] on a line above it, and > \(text) in place of it")
      }
  }
}
