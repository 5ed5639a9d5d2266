import Notes

/// Sentences of plain text, and whether one can stand alone.
enum Sentences {
  /// What stands for a formula or a picture, without which a sentence says little.
  static let hole: Character = "\u{FFFC}"

  /// What stands around what is set apart in a text, where that is told.
  static let mark: Character = "\u{E000}"

  /// What a sentence may begin with besides a capital or a number.
  private static let openers: Set<Character> = ["(", "“", "\"", "«", "→", hole, mark]
  private static let closers: Set<Character> = [")", "”", "\"", "»"]

  /// The sentences in order, each with its full stop.
  static func of(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      sentence.append(character)
      let isClosed =
        closers.contains(character) && index > 0 && ".!?".contains(characters[index - 1])
      guard isClosed || ".!?".contains(character) else { continue }
      let next = characters[(index + 1)...].prefix(20).first { $0 != " " }
      let begins =
        next.map { sign in
          sign.isUppercase || sign.isNumber || CodedText.isSign(sign) || openers.contains(sign)
        } ?? true
      let isEnd = index + 1 == characters.count || characters[index + 1] == " " && begins
      if isEnd, isClosed || !endsInAbbreviation(sentence) {
        sentences.append(sentence.trimmed)
        sentence = ""
      }
    }
    let rest = sentence.trimmed
    return rest.isEmpty ? sentences : sentences + [rest]
  }

  /// Whether it is one sentence to its end, with no formula or picture left out.
  static func isWhole(_ sentence: String) -> Bool {
    sentence.utf8.count < 500 && sentence.last.map { ".!".contains($0) } == true
      && !sentence.contains(hole)
  }

  private static func endsInAbbreviation(_ text: String) -> Bool {
    let last = (text.suffix(12).split(separator: " ").last?.lowercased() ?? "").drop { $0 == "(" }
    return ["e.g.", "i.e.", "etc.", "cf.", "vs.", "al.", "fig.", "eq.", "dr.", "mr."].contains(
      String(last))
  }

  /// Words at the beginning that point to something outside the sentence.
  private static let dangling: Set<String> = [
    "it", "its", "they", "their", "he", "she", "such", "here", "there", "however", "therefore",
    "thus", "also", "similarly", "additionally", "moreover", "furthermore", "overall", "but", "and",
    "so", "or", "another", "both", "note", "for", "then", "hence", "instead", "finally", "now",
    "first", "second", "third", "next", "one", "another", "other", "others", "in", "as", "see",
    "again", "yet", "otherwise", "conversely", "consequently", "specifically", "recall", "remember",
  ]
  /// Words that do so anywhere, or speak of the text and its reader rather than of the matter.
  private static let pointing: Set<String> = [
    "this", "these", "those", "above", "below", "previous", "previously", "following",
    "aforementioned",
    "we", "we'll", "we've", "we're", "our", "us", "i", "i'm", "you", "you'll", "you're", "your",
    "let's",
    "here", "latter", "former", "chapter", "section", "tutorial", "notebook", "repo", "repository",
  ]

  /// Whether a word points to something elsewhere in the text.
  static func isPointing(_ word: String) -> Bool {
    pointing.contains(word) || dangling.contains(word)
  }

  /// Whether a sentence means something without those before it.
  ///
  /// - Parameter isToReader: whether it may speak to whoever does what it says, as steps do.
  static func standsAlone(_ sentence: String, isToReader: Bool = false) -> Bool {
    guard !sentence.contains(hole), !sentence.hasSuffix(":"), !sentence.hasSuffix("?") else {
      return false
    }
    let words = Self.words(sentence)
    guard let first = words.first, !dangling.contains(first), words.count >= 5 else { return false }
    return !words.contains {
      pointing.contains($0) && !(isToReader && ["you", "your"].contains($0))
    }
      && !sentence.lowercased().contains("as follows")
  }

  /// The words in lower case, without signs.
  static func words(_ text: some StringProtocol) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }.map {
      String($0.map { $0 == "’" ? "'" : $0 })
    }
  }
}

/// Words by their meaning, roughly: small words left out, endings cut.
enum Stems {
  private static let small: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "by", "with", "as", "is", "are",
    "be", "been", "has", "have", "that", "which", "from", "at", "its", "it", "your", "you", "into",
    "then", "this", "these", "also", "such", "not", "can", "may", "type", "used", "using",
    "between",
  ]
  private static let endings = [
    "ations", "ation", "ings", "ing", "ions", "ion", "ers", "er", "ed", "es", "s", "ly",
  ]

  /// The stem of a word; nil for a small one.
  static func stem(_ word: some StringProtocol) -> String? {
    let lower = word.lowercased().filter { $0.isLetter || $0.isNumber }
    guard lower.count > 1, !small.contains(lower) else { return nil }
    var stem = lower
    if let ending = endings.first(where: { stem.hasSuffix($0) && stem.count - $0.count >= 4 }) {
      stem = String(stem.dropLast(ending.count))
    }
    if stem.hasSuffix("e") || stem.hasSuffix("at"), stem.count > 4 {
      stem = String(stem.dropLast(stem.hasSuffix("e") ? 1 : 2))
    }
    if stem.hasSuffix("at"), stem.count > 5 { stem = String(stem.dropLast(2)) }
    return stem
  }

  /// Shorter beginnings are of any word.
  private static let leastBeginning = 4

  /// Those stems of a term that a text tells by one of its own, be it a longer word: `tokenizers` tell `token`.
  static func told(_ term: Set<String>, in said: Set<String>) -> Set<String> {
    term.filter { own in said.contains { tells($0, own) } }
  }

  /// Stems of words that are made of others, but not by an ending.
  private static let roots = [
    "length": "long", "strength": "strong", "width": "wide", "depth": "deep", "height": "high",
    "breadth": "broad", "heat": "hot", "truth": "true", "growth": "grow", "loss": "lose",
    "choice": "choos", "wid": "wide",
  ]

  /// Whether one stem tells another: it is the same, or one is how the other begins.
  static func tells(_ one: String, _ other: String) -> Bool {
    let (one, other) = (roots[one] ?? one, roots[other] ?? other)
    return one == other
      || min(one.utf8.count, other.utf8.count) >= leastBeginning
        && (one.hasPrefix(other) || other.hasPrefix(one))
  }

  /// The stems of a text.
  static func of(_ text: String) -> Set<String> {
    Set(parts(of: text).compactMap { stem($0) })
  }

  /// Words, hyphens parting them but for a prefix: `task`, `specific`, `pretrained`.
  static func parts(of text: String) -> [String] {
    var words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var index = 0
    while index + 1 < words.count {
      if ["pre", "re", "un", "non", "co"].contains(words[index].lowercased()) {
        words[index] += words.remove(at: index + 1)
      }
      index += 1
    }
    return words
  }
}

extension Block {
  /// Its text, where it is a paragraph: what is no text in it leaves a hole.
  var prose: String? {
    guard case .paragraph(let inlines) = kind else { return nil }
    return inlines.prose
  }
}

extension [Inline] {
  /// Whether there is no formula, picture or code in it.
  var isProse: Bool {
    allSatisfy { inline in
      switch inline {
      case .text, .lineBreak, .softBreak: true
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner):
        inner.isProse
      case .code, .maths, .displayMaths, .image, .footnote, .html, .link: false
      }
    }
  }

  /// The text, with a hole for each formula and picture.
  var prose: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let string), .code(let string): text += string
      case .emphasis(let inner), .strong(let inner), .marked(let inner), .link(_, let inner):
        text += inner.prose
      case .maths, .displayMaths, .image, .struck: text.append(Sentences.hole)
      case .lineBreak, .softBreak: text += " "
      case .footnote, .html: break
      }
    }
    return text.trimmed
  }

  /// The lines of a paragraph, none of them empty.
  var lines: [[Inline]] {
    split { $0 == .softBreak || $0 == .lineBreak }.map(Array.init)
  }

  /// The same without blanks at both ends.
  var trimmed: [Inline] {
    var inlines = self
    if case .text(let text)? = inlines.first {
      let rest = String(text.drop(while: \.isWhitespace))
      if rest.isEmpty { inlines.removeFirst() } else { inlines[0] = .text(rest) }
    }
    if case .text(let text)? = inlines.last {
      let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex
      if end == text.startIndex {
        inlines.removeLast()
      } else {
        inlines[inlines.count - 1] = .text(String(text[..<end]))
      }
    }
    return inlines
  }
}
