import Notes

/// The words and signs that make a question what it is: "What is the capital of France?" is another one than that
/// of Italy, however much the two have in common.
struct TellingWords {
  private let counts: [String: Int]

  /// Words that may come and go where a sentence is mended.
  private static let little: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "is", "are", "was", "were", "be", "been",
    "do", "does", "did", "has", "have", "had", "of", "in", "on", "at", "to", "for", "by", "with",
    "what", "which", "who", "whose", "how", "and", "or", "it", "its", "each", "every", "you",
    "your",
    "called", "one", "ones", "there", "then", "so", "as", "here", "me", "please", "exactly",
  ]
  /// Where one of these is another, so is the question.
  private static let signs: Set<Character> = Set("+-−*/=<>≤≥≠×÷^√∑∏∫∂¬")
  /// Of longer words one letter may be mended, but for the first; an s may come and go behind any.
  private static let longEnough = 6
  /// The same of what is asked for, in the same words.
  private static let longEnoughInKey = 4
  /// What is longer is no word.
  private static let longest = 64
  /// Of so many words it is looked at whether they were mistyped.
  private static let mostMended = 8

  /// Where one of these comes or goes, the sentence says something else.
  private static let turning: Set<String> = [
    "not", "no", "never", "without", "except", "least", "nicht", "kein", "keine", "nie", "ohne",
    "ne", "pas", "jamais", "sans", "nunca", "sin", "non", "mai", "senza", "t",
  ]

  init(_ text: String) {
    counts = Self.sequence(text).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// In the order in which they stand.
  static func sequence(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() + " " {
      if character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      if !word.isEmpty, !little.contains(word) { words.append(word) }
      word = ""
      if signs.contains(character) { words.append(String(character)) }
    }
    return words
  }

  /// Whether any word is left that tells.
  var isOfSome: Bool { !counts.isEmpty }

  /// How many words and signs it has.
  var total: Int { counts.values.reduce(0, +) }

  /// The letters of its words.
  var letters: Int {
    counts.reduce(0) { $0 + $1.key.count(where: \.isLetter) * $1.value }
  }

  /// Dice's coefficient: twice what both have, of what they have together.
  func likeness(to other: TellingWords) -> Double {
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(common) / Double(max(1, total + other.total))
  }

  /// Whether a word may not come or go in a sentence that is mended.
  static func isDecisive(_ word: String) -> Bool {
    turning.contains(word) || word.contains { $0.isNumber || signs.contains($0) }
  }

  /// Whether something else stands where something stood; words that were only added, or left out, replace none.
  func isReplaced(_ other: TellingWords) -> Bool {
    guard let (own, theirs) = unmended(other) else { return true }
    return !own.isEmpty && !theirs.isEmpty || (own + theirs).contains(where: Self.isDecisive)
  }

  /// Whether each word or sign that one of them has alone is a mended one of the other.
  func mayBe(_ other: TellingWords) -> Bool {
    guard let (own, theirs) = unmended(other) else { return false }
    return own.isEmpty && theirs.isEmpty
  }

  /// What each has alone that is no mended word of the other; nil where that is too much to look at.
  private func unmended(_ other: TellingWords) -> (own: [String], theirs: [String])? {
    var own = Self.alone(self, other)
    var theirs = Self.alone(other, self)
    if own.isEmpty || theirs.isEmpty { return (own, theirs) }
    // More than a few are another question, and not looked at one by one.
    guard own.count <= Self.mostMended, theirs.count <= Self.mostMended else { return nil }
    own.removeAll { word in
      guard let mended = theirs.firstIndex(where: { Self.isMended(word, $0) }) else { return false }
      theirs.remove(at: mended)
      return true
    }
    return (own, theirs)
  }

  private static func alone(_ one: TellingWords, _ other: TellingWords) -> [String] {
    one.counts.filter { $0.value > other.counts[$0.key] ?? 0 }.map(\.key)
  }

  private static func isMended(_ one: String, _ other: String) -> Bool {
    isMistyped(one, other, longEnough)
  }

  /// Whether a word of what is asked for is another one with a letter mistyped.
  static func isMistyped(_ one: String, _ other: String) -> Bool {
    isMistyped(one, other, longEnoughInKey)
  }

  private static func isMistyped(_ one: String, _ other: String, _ longEnough: Int) -> Bool {
    if [one, other].contains(where: { $0.contains { $0.isNumber || signs.contains($0) } }) {
      return false
    }
    if min(one.count, other.count) > 1, one + "s" == other || other + "s" == one { return true }
    return min(one.count, other.count) >= longEnough && max(one.count, other.count) <= longest
      && one.first == other.first && NearestWord.edits(Array(one), Array(other)) == 1
  }
}
