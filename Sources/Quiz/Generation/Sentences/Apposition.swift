/// What stands between two commas behind a subject and says more of it: `GRPO, introduced in 2024, removes the critic`.
enum Apposition {
  private static let most = (before: 5, inside: 10)
  /// Words that it begins with.
  private static let openings: Set<String> = [
    "which", "a", "an", "the", "introduced", "proposed", "developed", "short", "also", "or", "with",
    "like", "such", "unlike", "together", "by", "known", "released", "trained", "published",
    "originally", "usually", "often", "typically", "so-called",
  ]
  /// Words before which a comma ends a clause.
  private static let clauses: Set<String> = [
    "because", "since", "although", "though", "whereas", "unless", "whenever",
  ]

  /// The words of a sentence without it.
  static func taken(from words: [String]) -> [String] {
    guard let first = words.prefix(most.before).firstIndex(where: { $0.hasSuffix(",") }),
      case let opening = Said.bare(words[0]),
      !Clause.noSubjects.contains(opening), !clauses.contains(opening),
      !words[...first].contains(where: { Verbs.auxiliary.contains(Said.bare($0)) }),
      let second = words.indices.dropFirst(first + 2).prefix(most.inside).first(where: {
        words[$0].hasSuffix(",")
      }), second + 2 < words.count,
      openings.contains(Said.bare(words[first + 1])),
      case let verb = Said.bare(words[second + 1]),
      Verbs.auxiliary.contains(verb)
        || Verbs.form(
          verb, after: [Said.bare(words[first])], before: Said.bare(words[second + 2])) != nil
    else { return words }
    return Array(words[..<first]) + [String(words[first].dropLast())] + words[(second + 1)...]
  }
}
