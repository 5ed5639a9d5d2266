import Notes

/// Whether a term ends where its text goes on, and is no part of a longer one.
enum TermEnd {
  /// Words that go on with the sentence rather than with the term.
  private static let behind: Set<String> = [
    "and", "or", "for", "in", "of", "that", "which", "because", "since", "when", "with", "to", "by",
    "as", "on", "if",
    "is", "are", "was", "while", "where", "but", "so", "at", "from", "over", "between",
  ]
  /// Those that do so behind a comma: `called a, b and c` names several.
  private static let behindComma: Set<String> = [
    "which", "because", "since", "where", "while", "but", "so",
  ]

  static func isBefore(_ rest: Substring) -> Bool {
    guard let sign = rest.first else { return true }
    if ".;:)!”\"".contains(sign) || rest.hasPrefix(" (") { return true }
    guard let word = Sentences.words(rest.prefix(24)).first else { return false }
    return sign == ","
      ? behindComma.contains(word) : behind.contains(word) && word != "and" && word != "or"
  }

  /// The same before an inline: a formula or a link is no part of a term.
  static func isBefore(_ next: Inline?) -> Bool {
    guard case .text(let text)? = next, text.contains(where: \.isLetter) || !text.hasPrefix(" ")
    else { return true }
    return isBefore(text[...])
  }
}
