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
  /// What it begins with before its subject: `In deep learning,`.
  private(set) var opening: [String] = []
  /// Whether it says what follows from the sentence before it.
  private(set) var isConsequence = false
  /// Whether it goes on behind a colon.
  private(set) var isCutAtColon = false

  /// Nil for what is no whole sentence, or says nothing on its own.
  init?(_ sentence: String, then next: String = "", names: Names, topic: Set<String> = []) {
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
    guard (5...60).contains(words.count), !words.contains(where: { Self.dashes.contains($0) })
    else { return nil }
    self.words = words
    self.topic = topic
    lower = words.map(Self.bare)
    self.next = next.split(separator: " ").map(Self.bare)
    self.names = names
  }

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

  // MARK: Clearness

  /// Words that point outside of the sentence, or speak of the text.
  private static let pointing: Set<String> = [
    "this", "these", "those", "it", "it's", "they", "them", "its", "their", "above", "below",
    "previous",
    "previously", "following", "aforementioned", "here", "there", "he", "she", "his", "her", "i",
    "i'm", "my", "latter", "former", "such", "chapter", "section", "sections", "tutorial",
    "notebook",
    "repo", "repository", "listing", "figure", "example", "examples", "guide", "course", "now",
    "again", "next", "earlier", "later", "another", "others",
    "same", "however", "therefore", "thus", "note", "page", "snippet", "book", "exercise",
    "first", "second", "third", "fourth", "last", "both", "well", "ie", "eg", "things", "thing",
    "whole", "let's", "ones", "resulting",
    "respectively", "corresponding", "paper", "authors",
  ]
  private static let backward: Set<String> = ["its", "their"]
  private static let signs: Set<Character> = Set("():;|\\!?[]{}<>…*_@~")
  /// Words for writer and reader.
  static let address: Set<String> = [
    "we", "our", "us", "we'll", "we've", "we're", "you", "your", "you're", "you'll", "you've",
    "yourself", "ourselves",
  ]
  private static let prepositions: Set<String> = [
    "of", "for", "in", "with", "from", "to", "by", "on", "at", "over", "under", "after", "before",
    "during", "into",
    "through", "and", "or",
  ]
  private static let told: Set<String> = [
    "saw", "did", "got", "had", "made", "wrote", "ran", "built", "know", "see", "will", "have",
    "are", "just", "began", "took", "chose", "said",
  ]
  private static let openers: Set<String> = [
    "that", "but", "and", "or", "so", "for", "as", "not", "than",
  ]

  /// Whether some words can be asked about without the text around them.
  func isClear(
    _ range: Range<Int>, _ count: ClosedRange<Int>, mayAddress: Bool = false, mayOpen: Bool = false
  ) -> Bool {
    guard count.contains(range.count) else { return false }
    var quotes = 0
    for index in range {
      if words[index].contains(where: { Self.signs.contains($0) }) { return false }
      quotes += words[index].count { "\"“”".contains($0) }
      let word = lower[index]
      // What a clause has named already it may point to.
      let isBehind = index > range.lowerBound + 3 && Self.backward.contains(word)
      guard !word.isEmpty, isBehind || !Self.pointing.contains(word) else { return false }
      // `of that prefix`: which one was said before.
      if word == "that", index > range.lowerBound, Self.prepositions.contains(lower[index - 1]) {
        return false
      }
      guard Self.address.contains(word) else { continue }
      guard mayAddress, word.firstIndex(of: "'") == nil else { return false }
      // What was done before is told by the text before.
      if word == "we" || word == "you", index + 1 < lower.count {
        let verb = lower[index + 1]
        if Self.told.contains(verb) || verb.hasSuffix("ed") { return false }
      }
    }
    return quotes.isMultiple(of: 2) && (mayOpen || !Self.openers.contains(lower[range.lowerBound]))
  }
}

/// Which words of a text are names: they keep their capitals inside of a sentence.
struct Names {
  private var capital: [String: Int] = [:]
  private var small: [String: Int] = [:]

  /// Counts the words of a sentence but the first, of which nothing can be told.
  mutating func add(_ sentence: String) {
    for word in sentence.split(separator: " ").dropFirst() {
      guard let first = word.first, first.isLetter else { continue }
      let bare = Self.bare(word)
      if first.isUppercase { capital[bare, default: 0] += 1 } else { small[bare, default: 0] += 1 }
    }
  }

  private static func bare(_ word: some StringProtocol) -> String {
    let letters = String(word.lowercased().prefix { $0.isLetter || $0.isNumber || $0 == "-" })
    return letters.count > 3 && letters.hasSuffix("s") && !letters.hasSuffix("ss")
      ? String(letters.dropLast()) : letters
  }

  /// Words of the beginning of a sentence as they stand inside of one.
  func inside(_ words: [String]) -> [String] {
    guard let word = words.first, let first = word.first, first.isUppercase else { return words }
    if word.count > 1 {
      if word.dropFirst().contains(where: { $0.isUppercase || $0.isNumber }) { return words }
      let bare = Self.bare(word)
      if words.count > 2, ["for", "of"].contains(words[1]),
        words[2].dropFirst().contains(where: \.isUppercase)
      {
        return words
      }
      let (capitals, smalls) = (capital[bare] ?? 0, small[bare] ?? 0)
      if capitals > smalls { return words }
      if capitals == smalls, !Verbs.articles.contains(bare), !word.hasSuffix("ing"),
        words.count > 1,
        words[1].first?.isUppercase == true
      {
        return words
      }
    } else if word != "A" {
      return words
    }
    return [first.lowercased() + word.dropFirst()] + words.dropFirst()
  }
}
