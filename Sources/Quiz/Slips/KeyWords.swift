import Notes

/// The answers of a question as words, to find them in what is shown before it is answered.
struct KeyWords {
  /// By their first word.
  private var keys: [String: [[String]]] = [:]
  /// Of the options that are wrong: where one of them stands too, both are to choose from.
  private var others: [String: [[String]]] = [:]

  /// Shorter words stand anywhere.
  private static let shortest = 4
  /// A note of more words is no answer by itself.
  private static let mostOfNote = 3
  /// Words that say how much, and stand in any sentence.
  private static let common: Set = [
    "both", "each", "every", "more", "most", "less", "least", "none", "same", "other", "neither",
    "always", "never", "only", "zero", "three", "four", "five", "half", "before", "after", "they",
    "them", "that", "this", "with", "without", "larger", "smaller", "higher", "lower",
  ]

  init(_ section: QuestionSection) {
    for key in HeadKeys.keys(of: section) + Self.ofNote(section) { Self.add(key, to: &keys) }
    guard let list = section.answers?.list, list.isTasks, !keys.isEmpty else { return }
    for item in list.items where item.task != true {
      let words = Self.words(of: item.blocks.filter { !$0.isQuote }.plainText)
      if let first = words.first { others[first, default: []].append(words) }
    }
  }

  /// The note of a question that has no other answer, where that is no longer than an answer is.
  static func ofNote(_ section: QuestionSection) -> [String] {
    guard !section.hasAnswers,
      case let text = section.explanation.plainText.trimmed, text.utf8.count < 120,
      text.allSatisfy({ $0.isLetter || $0.isNumber || " -'.\"\u{2019}".contains($0) }),
      case let words = words(of: text),
      (1...mostOfNote).contains(words.count)
    else { return [] }
    return [words.joined(separator: " ")]
  }

  private static func add(_ key: String, to keys: inout [String: [[String]]]) {
    let words = words(of: key)
    guard let first = words.first, words.joined().count(where: \.isLetter) >= shortest,
      words.count > 1 || !common.contains(first) && !Verdicts.words.contains(first)
    else { return }
    keys[first, default: []].append(words)
  }

  /// The words of a text in small letters, without an article before them.
  static func words(of text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.count > 1 && ["the", "a", "an"].contains(words[0])
      ? Array(words.dropFirst()) : words
  }

  /// Whether a text has an answer in it, and nothing to choose it from.
  func isTold(by text: String) -> Bool {
    guard !keys.isEmpty, text.utf8.count <= ForeignGaps.longest else { return false }
    let words = Self.words(of: text)
    return Self.holds(words, keys) && !Self.holds(words, others)
  }

  /// Whether a text ends in an answer, and has no other option in it.
  func isTold(atEndOf text: String) -> Bool {
    guard !keys.isEmpty, text.utf8.count <= ForeignGaps.longest else { return false }
    let words = Self.words(of: text)
    return keys.values.joined().contains {
      words.count > $0.count + 1 && words.suffix($0.count) == $0[...]
    }
      && !Self.holds(words, others)
  }

  /// What says that the word behind it is none of those that one may choose.
  private static let negations: Set = [
    "not", "nor", "no", "nicht", "kein", "pas", "non", "n\u{E3}o",
  ]

  private static func holds(
    _ words: [String], _ keys: [String: [[String]]]
  ) -> Bool {
    words.indices.contains { index in
      (keys[words[index]] ?? []).contains { words[index...].starts(with: $0) }
        && !(index > 0 && negations.contains(words[index - 1]))
    }
  }
}
