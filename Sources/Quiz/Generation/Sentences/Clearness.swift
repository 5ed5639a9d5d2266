/// Whether words can be asked about without the text around them.
extension Said {
  /// Words that point outside of the sentence, or speak of the text.
  static let pointing: Set<String> = [
    "this", "these", "those", "it", "it's", "they", "them", "its", "their", "above", "below",
    "previous",
    "previously", "following", "aforementioned", "here", "there", "he", "she", "his", "her", "i",
    "i'm", "my", "latter", "former", "such", "chapter", "section", "sections", "tutorial",
    "notebook",
    "repo", "repository", "listing", "figure", "example", "examples", "guide", "course", "now",
    "again", "next", "earlier", "later", "afterwards", "another", "others",
    "same", "however", "therefore", "thus", "note", "page", "snippet", "book", "exercise",
    "first", "second", "third", "fourth", "last", "both", "well", "ie", "eg", "things", "thing",
    "let's", "ones", "resulting",
    "respectively", "corresponding", "paper", "authors",
  ]
  private static let backward: Set<String> = ["its", "their"]
  static let signs: Set<Character> = Set("():;|\\!?[]{}<>…*_@~")
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

  /// Whether a word that may point elsewhere does not: `such as`, `the next token`, `the same width as`.
  private func isOwn(_ index: Int, in range: Range<Int>) -> Bool {
    let behind = lower[(index + 1)..<range.upperBound]
    switch lower[index] {
    case "such": return behind.first == "as"
    case "same": return behind.prefix(4).contains("as")
    case "both": return behind.prefix(6).contains("and")
    case "first", "second", "last", "next", "previous", "earlier", "later":
      return behind.first.map(Self.placed.contains) ?? false
    default: return false
    }
  }
  /// What stands in a sequence, so that the first and the next of it are known.
  private static let placed: Set<String> = [
    "token", "tokens", "word", "words", "layer", "layers", "position", "positions", "row", "rows",
    "column", "columns", "character", "characters", "byte", "bytes", "symbol", "symbols", "moment",
    "moments", "derivative",
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
      let isBehind =
        index > range.lowerBound + 3 && Self.backward.contains(word)
        || index > range.lowerBound + 5 && ["it", "them", "they"].contains(word)
          && !["of", "between", "both"].contains(lower[index - 1])
      guard !word.isEmpty, isBehind || !Self.pointing.contains(word) || isOwn(index, in: range)
      else { return false }
      // `all three`: of what was said before.
      if word == "all", index + 1 < range.upperBound,
        SentenceRule.numbers.contains(lower[index + 1])
      {
        return false
      }
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
