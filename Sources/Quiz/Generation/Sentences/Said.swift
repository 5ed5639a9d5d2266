import Notes

/// A sentence as words, to be parted by them.
struct Said {
  /// Words as they stand there, without the full stop.
  let words: [String]
  /// The same in lower case, without the signs around them.
  let lower: [String]
  /// The sentence that follows.
  let next: [String]
  let names: Names
  /// The stems of the heading that it stands under.
  let topic: Set<String>
  /// The stems of what its text speaks of all along.
  let themes: Set<String>
  /// The signs that stand for formulas of some length.
  let formulas: Set<Character>
  /// What is set apart in the text, in lower case.
  let terms: Set<String>
  /// What it begins with before its subject: `In deep learning,`.
  private(set) var opening: [String] = []
  /// Whether it says what follows from the sentence before it.
  private(set) var isConsequence = false
  /// Whether it goes on behind a colon.
  private(set) var isCutAtColon = false

  /// Nil for what is no whole sentence, or says nothing on its own.
  init?(
    _ sentence: String, then next: String = "", names: Names, topic: Set<String> = [],
    themes: Set<String> = [], formulas: Set<Character> = [], terms: Set<String> = []
  ) {
    guard Sentences.isWhole(sentence),
      !Self.examples.contains(where: sentence.lowercased().hasPrefix),
      !Sentences.words(sentence).contains(where: Self.ofTexts.contains)
    else { return nil }
    var words = Self.withoutBrackets(sentence.dropLast()).split(separator: " ").map(String.init)
    while let first = words.first, Self.dashes.contains(first) { words.removeFirst() }
    // What ties a sentence to the one before it is no part of what it says.
    while let first = words.first?.lowercased(), words.count > 4 {
      if let reason = Self.phrase(of: Self.consequences, at: words) {
        words.removeFirst(reason.count)
        isConsequence = true
      } else if let phrase = Self.phrase(of: Self.phrases, at: words) {
        words.removeFirst(phrase.count)
      } else if Self.ties.contains(first)
        || first.hasSuffix(",") && Self.openings.contains(String(first.dropLast()))
      {
        words.removeFirst()
      } else {
        break
      }
    }
    // What stands behind a colon says it in more words.
    if let end = words.firstIndex(where: { $0.hasSuffix(":") || $0.hasSuffix(";") }),
      end + 1 < words.count
    {
      words.removeSubrange((end + 1)...)
      isCutAtColon = words[end].removeLast() == ":"
    }
    (opening, words) = Self.parted(words)
    isConsequence = Self.untie(&words) || isConsequence
    words = Apposition.taken(from: words)
    guard (5...60).contains(words.count), !words.contains(where: { Self.dashes.contains($0) })
    else { return nil }
    self.words = words
    self.topic = topic
    self.themes = themes
    self.formulas = formulas
    self.terms = terms
    lower = words.map(Self.bare)
    self.next = next.split(separator: " ").map(Self.bare)
    self.names = names
  }

  /// A few words that are no sentence, as a title.
  init(
    phrase words: [String], names: Names = Names(), topic: Set<String> = [],
    themes: Set<String> = []
  ) {
    self.words = words
    self.names = names
    self.topic = topic
    self.themes = themes
    formulas = []
    terms = []
    lower = words.map(Self.bare)
    next = []
  }

  /// Takes away what ties a sentence to the one before it in its middle, `we therefore divide`; whether it says that it
  /// follows from that.
  private static func untie(_ words: inout [String]) -> Bool {
    guard words.count > 5,
      let at = words.indices.dropFirst().prefix(6).first(where: { inner.contains(bare(words[$0])) })
    else { return false }
    let tie = words.remove(at: at)
    if tie.hasSuffix(","), words[at - 1].hasSuffix(",") { words[at - 1].removeLast() }
    return bare(tie) != "however"
  }
  private static let inner: Set<String> = ["therefore", "thus", "hence", "consequently", "however"]

  /// `In deep learning,` and what follows.
  private static func parted(_ words: [String]) -> (opening: [String], rest: [String]) {
    guard let first = words.first?.lowercased(),
      ["in", "for", "with", "at", "within", "under"].contains(first),
      let comma = words.firstIndex(where: { $0.hasSuffix(",") }), (1...7).contains(comma),
      comma + 6 <= words.count,
      !words[...comma].contains(where: { word in
        pointing.contains(bare(word)) || address.contains(bare(word))
          || word.contains(where: signs.contains)
      }),
      !["and", "or"].contains(words[comma + 1].lowercased()),
      !words[1].lowercased().hasSuffix("ing")
    else { return ([], words) }
    return (Array(words[...comma]), Array(words[(comma + 1)...]))
  }

  /// A sentence without what stands in brackets: no question needs it.
  private static func withoutBrackets(_ sentence: Substring) -> String {
    guard sentence.contains("(") else { return String(sentence) }
    var text = ""
    var depth = 0
    for character in sentence {
      if character == "(", depth > 0 || text.last == " " { depth += 1 }
      if depth == 0 {
        if text.last == " ", ",;: ".contains(character) { text.removeLast() }
        text.append(character)
      }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return depth == 0 ? text.trimmed : String(sentence)
  }

  private static let openings: Set<String> = [
    "however", "generally", "typically",
    "additionally", "moreover", "furthermore", "intuitively", "usually", "often", "indeed",
    "similarly", "likewise", "nevertheless", "nonetheless", "unfortunately", "fortunately",
    "clearly", "obviously", "besides", "also", "conversely", "specifically", "finally",
    "geometrically", "importantly", "interestingly", "formally", "naturally", "accordingly",
  ]
  private static let ties: Set<String> = ["but", "and", "so"]
  /// What a sentence begins with that follows from the one before it.
  private static let consequences = [
    ["therefore,"], ["thus,"], ["hence,"], ["consequently,"], ["as", "a", "result,"], ["so,"],
    ["as", "a", "consequence,"], ["for", "this", "reason,"], ["that's", "why"],
    ["this", "is", "why"],
    ["that", "is", "why"], ["thus"], ["hence"], ["therefore"],
  ]

  /// What a sentence may begin with that adds nothing.
  private static let phrases = [
    "in other words,", "in a way,", "for one,", "in general,", "in practice,", "in addition,",
    "of course,", "that is,", "in fact,", "in short,", "note that", "recall that",
    "by contrast,", "in contrast,", "more generally,",
    "by default,", "remember that",
  ].map { $0.split(separator: " ").map(String.init) }

  /// What an example begins with: it shows what was said, and is not to be learnt.
  private static let examples = [
    "for example", "for instance", "e.g.", "suppose", "imagine", "say,", "as an example",
  ]
  /// Words of a sentence that speaks of its text, and of who writes it.
  private static let ofTexts: Set<String> = [
    "chapter", "chapters", "section", "sections", "tutorial", "notebook", "lecture", "we'll",
    "we're", "we've",
    "let's", "i'll", "i'm", "i've", "exercise",
  ]

  /// The phrase that some words begin with.
  private static func phrase(of phrases: [[String]], at words: [String]) -> [String]? {
    phrases.first { phrase in
      words.prefix(phrase.count).elementsEqual(phrase) { word, wanted in
        word.lowercased().replacing("’", with: "'") == wanted
      }
    }
  }

  private static let dashes: Set<String> = ["-", "--", "---", "–", "—", "=", "|", "->", "→"]

  static func bare(_ word: some StringProtocol) -> String {
    var bare = ""
    for character in word.lowercased() {
      if character.isLetter || character.isNumber || character == "-" || CodedText.isSign(character)
      {
        bare.append(character)
      } else if character == "'" || character == "’" {
        bare.append("'")
      }
    }
    return bare
  }

  // MARK: Places

  /// Where the first of some phrases stands from a place on.
  func place(of phrases: [[String]], from start: Int = 1) -> Range<Int>? {
    for index in start..<max(start, lower.count) {
      for phrase in phrases where index + phrase.count < lower.count {
        if lower[index..<index + phrase.count].elementsEqual(phrase) {
          return index..<index + phrase.count
        }
      }
    }
    return nil
  }

  /// The words of a part, without a comma at its end.
  func part(_ range: Range<Int>) -> [String] {
    var part = Array(words[range])
    if let last = part.last, last.hasSuffix(",") { part[part.count - 1] = String(last.dropLast()) }
    return part
  }

  func hasComma(_ range: Range<Int>) -> Bool {
    range.dropLast().contains { words[$0].hasSuffix(",") }
  }

  /// The first word that ends in a comma.
  var comma: Int? { words.firstIndex { $0.hasSuffix(",") } }
}
