import Notes

/// Sentences of plain text, and whether one can stand alone.
enum Sentences {
  /// The sentences in order, each with its full stop.
  static func of(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      sentence.append(character)
      guard ".!?".contains(character) else { continue }
      let rest = characters[(index + 1)...]
      let next = rest.drop { $0 == " " }.first
      let isEnd =
        rest.isEmpty || rest.first == " " && (next.map { $0.isUppercase || $0.isNumber } ?? true)
      if isEnd, !endsInAbbreviation(sentence) {
        sentences.append(sentence.trimmed)
        sentence = ""
      }
    }
    let rest = sentence.trimmed
    return rest.isEmpty ? sentences : sentences + [rest]
  }

  private static func endsInAbbreviation(_ text: String) -> Bool {
    let last = text.split(separator: " ").last.map { $0.lowercased() } ?? ""
    return ["e.g.", "i.e.", "etc.", "cf.", "vs.", "al.", "fig.", "eq.", "dr.", "mr."].contains(last)
  }

  /// Words that point to something outside the sentence.
  private static let dangling: Set<String> = [
    "this", "these", "that", "those", "it", "its", "they", "their", "he", "she", "such", "here",
    "there", "however", "therefore", "thus", "also", "similarly", "additionally", "moreover",
    "furthermore", "overall", "but", "and", "so", "or", "another", "both", "note", "for", "then",
  ]

  /// Whether a sentence means something without those before it.
  static func standsAlone(_ sentence: String) -> Bool {
    let words = sentence.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    guard let first = words.first, !dangling.contains(first), words.count >= 5 else { return false }
    let text = sentence.lowercased()
    return ![" following", "as follows", " above", " below", " previous"].contains {
      text.contains($0)
    }
      && !text.hasSuffix(":")
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

extension [Block] {
  /// The text of the first paragraph, where it is words alone.
  var firstProse: (inlines: [Inline], text: String)? {
    guard case .paragraph(let inlines)? = first?.kind, inlines.isProse else { return nil }
    return (inlines, inlines.plainText.trimmed)
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
}
