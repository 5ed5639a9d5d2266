import Notes

/// Parts of a sentence that are sentences themselves: what stands between semicolons and colons, before and behind
/// `, and`, and what is said of a term that is set apart, `the *x*, which …`.
enum SentenceParts {
  private static let least = 5
  /// Verbs behind which a fact is told.
  private static let finding: Set<String> = [
    "found", "showed", "shown", "shows", "show", "observed", "means", "mean", "note", "notice",
    "remember", "implies",
  ]

  static func of(_ sentence: String, setApart: [String]) -> [String] {
    guard sentence.utf8.count < 500, sentence.hasSuffix("."), !sentence.contains(Sentences.hole)
    else { return [] }
    let words = sentence.split(separator: " ").map(String.init)
    var parts: [ArraySlice<String>] = []
    var start = 0
    // What stands before the first sign is asked for with the whole sentence.
    var isAlone = false
    for at in words.indices.dropFirst(3) where at > start + 2 {
      let before = words[at - 1]
      if before.hasSuffix(";") || before.hasSuffix(":") {
        if isAlone { parts.append(words[start..<at]) }
        (start, isAlone) = (at, true)
      } else if before.hasSuffix(","), ["and", "but"].contains(words[at]),
        isClause(words[start..<at]), isClause(words[(at + 1)...])
      {
        parts.append(words[start..<at])
        (start, isAlone) = (at + 1, true)
      }
    }
    if isAlone { parts.append(words[start...]) }
    // `They found that …` tells it.
    if let at = words.indices.dropFirst(2).dropLast(least).first(where: {
      words[$0] == "that" && finding.contains(words[$0 - 1].lowercased())
    }) {
      parts.append(words[(at + 1)...])
    }
    return parts.compactMap(text) + setApart.compactMap { relative($0, in: sentence) }
  }

  private static func isClause(_ words: ArraySlice<String>) -> Bool {
    let said = Said(phrase: Array(words))
    return Clause(0..<said.words.count, of: said) != nil
  }

  private static func text(_ words: ArraySlice<String>) -> String? {
    var text = words.joined(separator: " ")
    while let last = text.last, ",;:.".contains(last) { text.removeLast() }
    guard words.count >= least, text.count(where: { $0 == "(" }) == text.count(where: { $0 == ")" })
    else { return nil }
    return text + "."
  }

  private static func relative(_ term: String, in sentence: String) -> String? {
    guard (3...40).contains(term.count), let place = sentence.firstRange(of: term + ", which ")
    else { return nil }
    let before = sentence[..<place.lowerBound]
    let article = ["the ", "The ", "a ", "an "].first(where: before.hasSuffix) ?? ""
    return article + term + " " + sentence[place.upperBound...]
  }
}
