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

  /// Names in this field that may stand at the beginning of sentences alone, of which nothing can be told.
  private static let ofField: Set<String> = [
    "adam", "adafactor", "adagrad", "lion", "llama", "mistral", "mixtral", "gemma", "claude",
    "gemini",
    "chinchilla", "gopher", "kaplan", "hoffmann", "markov", "bayes", "shannon", "euler", "gauss",
    "python", "pytorch", "mamba", "falcon", "whisper",
  ]

  /// Whether a word with a capital keeps it inside of sentences too.
  func isName(_ word: String) -> Bool {
    guard word.first?.isUppercase == true, word.count > 1 else { return false }
    let bare = Self.bare(word)
    return Self.ofField.contains(bare) || capital[bare] ?? 0 > small[bare] ?? 0
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
      if capitals > smalls || Self.ofField.contains(bare) { return words }
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
