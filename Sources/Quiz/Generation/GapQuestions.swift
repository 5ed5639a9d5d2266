import Notes

/// Sentences that give a thing its name, an abbreviation its words, or a name its number: what they give
/// is asked for.
enum GapQuestions {
  static func sections(in lesson: LessonProse) -> [QuestionSection] {
    var sections: [QuestionSection] = []
    var asked: Set<String> = []
    func look(at inlines: [Inline], _ line: Int) {
      let text = inlines.withSigns
      for written in Sentences.of(text) where written.utf8.count < 600 {
        let sentence = written.filter { !Signs.all.contains($0) }
        for section in abbreviations(in: sentence, line: line)
          + [
            called(written, sentence, line: line), number(sentence, line: line),
          ].compactMap({ $0 })
        {
          let key = section.marks.all.map { "\($0)" }.joined().lowercased()
          if asked.insert(key).inserted { sections.append(section) }
        }
      }
    }
    func look(_ blocks: [Block], depth: Int) {
      guard depth < 4 else { return }
      for block in blocks {
        switch block.kind {
        case .paragraph(let inlines): look(at: inlines, block.line)
        case .list(let list):
          for item in list.items where item.task == nil {
            look(item.blocks, depth: depth + 1)
          }
        default: break
        }
      }
    }
    for piece in lesson.pieces where !Heads.isAside(piece.heading) {
      look([piece.block], depth: 0)
      if let section = parallel(piece) { sections.append(section) }
    }
    return sections
  }

  // MARK: Names

  private static let calls = [
    " is called ", " are called ", " is known as ", " are known as ", " is referred to as ",
    " are referred to as ", " is also called ", " is also known as ", " are also called ",
    " are also known as ", " is often called ", " are often called ", " is termed ", " are termed ",
    " is commonly called ", " is commonly known as ", " is usually called ", " also known as ",
    " also called ", " a process called ", " a technique called ", " a method called ",
    " a process known as ", " a technique known as ", " a method known as ", " a mechanism called ",
    " is often referred to as ", " are often referred to as ", " is commonly referred to as ",
  ]
  private static let noNames: Set<String> = [
    "again", "once", "twice", "recursively", "directly", "repeatedly", "first", "by", "with",
    "when",
    "on", "for", "in", "from", "at", "after", "before", "every", "each", "it", "this", "that",
    "here",
    "such", "to", "as",
  ]

  /// A sentence that says how something is called; `written` has signs around what is set apart.
  private static func called(_ written: String, _ sentence: String, line: Int) -> QuestionSection? {
    guard Sentences.standsAlone(sentence), sentence.hasSuffix(".") else { return nil }
    for call in calls {
      guard let range = written.firstRange(of: call) else { continue }
      let before = written[..<range.lowerBound]
      var rest = written[range.upperBound...]
      var lead = ""
      // “a” and “an” tell how the word begins: they are part of the answer.
      var own = ""
      for article in ["the ", "a ", "an "] where rest.hasPrefix(article) {
        rest = rest.dropFirst(article.count)
        if article == "the " { lead = article } else { own = article }
      }
      guard let (names, tail) = names(rest) else { return nil }
      let end = tail.filter { !Signs.all.contains($0) }
      let opening = String(before.filter { !Signs.all.contains($0) })
      var prompt = opening + call + lead + Marks.sign(0)
      let shown = names.map { own + $0 }.joined(separator: " or ")
      var told = opening + call + lead + shown
      if call.hasPrefix(" also"), let comma = opening.lastIndex(of: ","), opening[comma...] == "," {
        // “X, also known as A or B, is …” names X: what follows is not asked for.
        let subject = String(opening[..<comma])
        guard subject.split(separator: " ").count <= 5, subject.first?.isUppercase == true else {
          return nil
        }
        prompt = subject + " is" + call + lead + Marks.sign(0) + "."
        told = subject + " is" + call + lead + shown + "."
      } else {
        prompt += end
        told += end
      }
      let others = prompt.filter { $0 != Character(Marks.sign(0)) }
      guard others.split(separator: " ").count >= 4,
        names.allSatisfy({ name in
          let own = Stems.of(name)
          return !own.isEmpty && !own.isSubset(of: Stems.of(others))
        }),
        // `The store is called …`: nothing tells which.
        opening.isEmpty || Stems.of(opening).count >= 2 || Stems.of(end).count >= 3
      else { return nil }
      return .gaps(
        [.text(prompt)],
        [(own.isEmpty ? names : names + names.map { own + $0 }).joined(separator: "|")],
        line: line, told: [.text(told)],
        heading: "What is it called?")
    }
    return nil
  }

  /// The names that a text begins with, and what follows them: one set apart, or up to where the sentence
  /// or its part ends.
  private static func names(_ text: Substring) -> ([String], Substring)? {
    if let first = text.first, first == Signs.open {
      guard let close = text.firstIndex(of: Signs.close) else { return nil }
      let name = String(text[text.index(after: text.startIndex)..<close]).trimmed
      let tail = text[text.index(after: close)...]
      // A part of a longer name is none.
      guard isName(name),
        TermEnd.isBefore(tail.drop { Signs.all.contains($0) }) || tail.hasPrefix(",")
      else { return nil }
      return ([name], tail)
    }
    if let first = text.first, first == "“" || first == "\"" {
      let inner = text.dropFirst()
      guard let close = inner.firstIndex(where: { $0 == "”" || $0 == "\"" }) else { return nil }
      let name = String(inner[..<close].filter { $0 != "." && $0 != "," })
      return isName(name) ? ([name], inner[inner.index(after: close)...]) : nil
    }
    let end = text.firstIndex { ",.;:(".contains($0) } ?? text.endIndex
    let part = String(text[..<end]).filter { !Signs.all.contains($0) }
    let names = part.split(separator: " ").map(String.init)
      .split { $0 == "or" }.map { $0.joined(separator: " ") }
    guard (1...3).contains(names.count), names.allSatisfy(isName) else { return nil }
    return (names, text[end...])
  }

  private static func isName(_ text: String) -> Bool {
    let words = Sentences.words(text)
    return (1...4).contains(words.count) && words.allSatisfy { !noNames.contains($0) }
      && !text.contains { "|[]{}\u{FFFC}".contains($0) } && text.contains(where: \.isLetter)
  }

  // MARK: Abbreviations

  /// `large language model (LLM)`, and `LoRA (low-rank adaptation)`.
  private static func abbreviations(in sentence: String, line: Int) -> [QuestionSection] {
    var found: [QuestionSection] = []
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let inner = String(rest[rest.index(after: open)..<close]).trimmed
      let before = rest[..<open].split(separator: " ").suffix(12).map(String.init)
      if let short = abbreviation(inner), let words = expansion(of: short, endingIn: before) {
        found.append(.abbreviation(short, words, line: line))
      } else if let last = before.last, let short = abbreviation(last.filter { $0 != "," }),
        let words = expansion(of: short, endingIn: inner.split(separator: " ").map(String.init)),
        words.count == inner.filter({ $0 != "\"" && $0 != "*" }).count
      {
        found.append(.abbreviation(short, words, line: line))
      }
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  private static func abbreviation(_ text: String) -> String? {
    var short = text
    if short.hasSuffix("s"), short.dropLast().allSatisfy(\.isUppercase) { short.removeLast() }
    guard (2...6).contains(short.count), short.allSatisfy({ $0.isASCII && $0.isLetter }),
      short.count(where: { $0.isUppercase }) >= 2
    else { return nil }
    return short
  }

  /// The last words whose first letters spell an abbreviation, with small words between them.
  private static func expansion(of short: String, endingIn words: [String]) -> String? {
    let capitals = String(short.filter(\.isUppercase))
    return expansion(ofLetters: short.lowercased(), words)
      ?? (capitals == short ? nil : expansion(ofLetters: capitals.lowercased(), words))
  }

  private static func expansion(ofLetters spelt: String, _ words: [String]) -> String? {
    var letters = Array(spelt)
    var taken: [String] = []
    let small: Set<String> = ["of", "and", "the", "for", "to", "a", "in", "with", "by"]
    for word in words.reversed() {
      guard !letters.isEmpty else { break }
      guard
        !word.contains(where: { "()[].,;:“”\"".contains($0) })
          || taken.isEmpty && !word.contains("(")
      else { return nil }
      let bare = word.filter { $0.isLetter || $0 == "-" || $0.isNumber }
      let parts = bare.lowercased().split(separator: "-").map(String.init)
      guard let initial = parts.first?.first else { return nil }
      let initials = parts.compactMap(\.first)
      if initials.count > 1, letters.suffix(initials.count) == initials[...] {
        letters.removeLast(initials.count)
      } else if letters.last == initial {
        letters.removeLast()
      } else if small.contains(bare.lowercased()), !taken.isEmpty {
      } else {
        return nil
      }
      taken.append(bare)
    }
    guard letters.isEmpty, !taken.isEmpty, taken.count > 1 || taken[0].contains("-") else {
      return nil
    }
    return taken.reversed().joined(separator: " ")
  }

  // MARK: Numbers

  private static let units: Set<String> = [
    "parameters", "tokens", "layers", "heads", "dimensions", "languages", "examples", "gpus",
    "hours",
    "days", "epochs", "bits", "bytes", "gb", "tb", "mb", "images", "blocks", "experts", "words",
    "documents", "tasks", "pages", "questions", "entries", "problems", "merges", "neurons",
    "features", "rows", "columns", "channels", "operations",
  ]
  private static let hedges: Set<String> = [
    "about", "around", "roughly", "approximately", "nearly", "almost", "up", "over", "least",
    "than",
    "version", "table", "figure", "fig", "step", "line", "between", "e.g", "example", "say",
    "suppose",
    "assume", "imagine", "might", "could", "would", "per", "each", "every", "if", "batch",
    "default",
  ]
  private static let scales: Set<String> = ["thousand", "million", "billion", "trillion"]

  /// A sentence about a name that tells one number of something: `GPT-3 has 175 billion parameters.`
  private static func number(_ sentence: String, line: Int) -> QuestionSection? {
    guard Sentences.standsAlone(sentence), sentence.hasSuffix("."), sentence.utf8.count < 200 else {
      return nil
    }
    var words = sentence.split(separator: " ").map(String.init)
    guard words.count >= 5, words[0].dropFirst().contains(where: { $0.isUppercase || $0.isNumber }),
      words[0].first?.isLetter == true, words[0].last != ",",
      !Sentences.words(sentence).contains(where: hedges.contains)
    else { return nil }
    // Numbers that are part of a name are none.
    let places = words.indices.dropFirst().filter {
      words[$0].first?.isNumber == true || words[$0].first == "$"
    }
    guard places.count == 1, let place = places.first, place + 1 < words.count,
      words[place].allSatisfy({ $0.isNumber || $0 == "." || $0 == "," })
    else { return nil }
    var answer = words[place]
    var next = place + 1
    if scales.contains(words[next]) {
      answer += " " + words[next]
      next += 1
    }
    guard next < words.count,
      units.contains(words[next].lowercased().filter { $0.isLetter }), !answer.hasSuffix(",")
    else { return nil }
    words.replaceSubrange(place..<next, with: [Marks.sign(0)])
    return .gaps(
      [.text(words.joined(separator: " "))], [answer], line: line, told: [.text(sentence)],
      heading: "How many?")
  }

  // MARK: Parallels

  /// `If the S is A, … If the S is B, … If the S is C, …`: each case is matched with what follows from it.
  private static func parallel(_ piece: LessonProse.Piece) -> QuestionSection? {
    // All of it is told after the answer: a formula would leave a hole there too.
    guard let text = piece.block.prose, text.utf8.count < 2_000, !text.contains(Sentences.hole)
    else { return nil }
    var subject: String?
    var pairs: [Pair] = []
    for sentence in Sentences.of(text) {
      var rest = sentence[...]
      if rest.hasPrefix("And if ") { rest = rest.dropFirst(4) }
      guard rest.lowercased().hasPrefix("if "), let comma = rest.firstIndex(of: ","),
        let verb = rest.firstRange(of: " is "), verb.upperBound < comma
      else { continue }
      let about = rest[rest.index(rest.startIndex, offsetBy: 3)..<verb.lowerBound]
      let condition = String(rest[verb.upperBound..<comma])
      var result = String(rest[rest.index(after: comma)...]).trimmed
      for opening in ["then ", "it means that ", "it means ", "this means that ", "this means "]
      where result.hasPrefix(opening) {
        result = String(result.dropFirst(opening.count))
      }
      guard subject == nil || subject == String(about), condition.split(separator: " ").count <= 4,
        (3...25).contains(result.split(separator: " ").count)
      else { return nil }
      subject = String(about)
      pairs.append(
        Pair(
          term: [.text(condition)],
          definition: [.text(result.hasSuffix(".") ? String(result.dropLast()) : result)]))
    }
    guard let subject, (3...6).contains(pairs.count),
      Set(pairs.map(\.term.plainText)).count == pairs.count,
      Set(pairs.map(\.definition.plainText)).count == pairs.count
    else { return nil }
    return .pairs(
      pairs, line: piece.block.line, prompt: "If \(subject) is …", explanation: text,
      heading: "What follows in each case?")
  }
}

/// Signs around what a sentence sets apart.
private enum Signs {
  static let open = Sentences.mark
  static let close: Character = "\u{E001}"
  static let all: Set<Character> = [open, close]
}

extension [Inline] {
  /// The text with signs around what is emphasised, and holes for what is no text.
  fileprivate var withSigns: String {
    var text = ""
    for inline in self {
      switch inline {
      case .emphasis(let inner), .strong(let inner), .marked(let inner):
        text += "\(Signs.open)\(inner.prose)\(Signs.close)"
      case .code(let code): text += "\(Signs.open)\(code)\(Signs.close)"
      default: text += [inline].spaced
      }
    }
    return text
  }

  /// As `prose`, with the blanks at its ends.
  private var spaced: String {
    if count == 1, case .text(let text) = self[0] { return text }
    if count == 1, self[0] == .softBreak || self[0] == .lineBreak { return " " }
    return prose
  }
}

extension QuestionSection {
  fileprivate static func abbreviation(_ short: String, _ words: String, line: Int)
    -> QuestionSection
  {
    .gaps(
      [.text("\(short) stands for \(Marks.sign(0)).")], [words.inOneOrMany], line: line,
      told: [.text("\(short) stands for \(words).")], heading: "What does \(short) stand for?")
  }
}

extension String {
  /// The words, or the same of one where they are of many: either is right.
  fileprivate var inOneOrMany: String {
    hasSuffix("s") && !hasSuffix("ss") && !hasSuffix("sis") ? "\(self)|\(dropLast())" : self
  }
}
