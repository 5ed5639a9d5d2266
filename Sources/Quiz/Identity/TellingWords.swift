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

  init(_ text: String) {
    let text = text.lowercased()
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !Self.little.contains($0) }
    let signs = text.filter(Self.signs.contains).map(String.init)
    counts = (words + signs).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Whether each word or sign that one of them has alone is a mended one of the other.
  func mayBe(_ other: TellingWords) -> Bool {
    let own = Self.alone(self, other)
    var theirs = Self.alone(other, self)
    // More than a few are another question, and not looked at one by one.
    guard own.count == theirs.count, own.count <= 8 else { return own.isEmpty && theirs.isEmpty }
    for word in own {
      guard let mended = theirs.firstIndex(where: { Self.isMended(word, $0) }) else { return false }
      theirs.remove(at: mended)
    }
    return true
  }

  private static func alone(_ one: TellingWords, _ other: TellingWords) -> [String] {
    one.counts.filter { $0.value > other.counts[$0.key] ?? 0 }.map(\.key)
  }

  private static func isMended(_ one: String, _ other: String) -> Bool {
    if one + "s" == other || other + "s" == one { return true }
    return min(one.count, other.count) >= longEnough && one.first == other.first
      && !(one + other).contains(where: \.isNumber)
      && NearestWord.edits(Array(one), Array(other)) == 1
  }
}
