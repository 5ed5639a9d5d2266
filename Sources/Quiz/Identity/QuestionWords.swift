/// The words of a question, however often each stands in it; a word counts in any of its forms.
struct QuestionWords {
  private let counts: [String: Int]
  private let total: Int

  init(_ text: String) {
    let words = WordSplit.words(text).map(WordForm.stem)
    counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    total = words.count
  }

  /// Dice's coefficient: twice what both have, of what they have together.
  func likeness(to other: QuestionWords) -> Double {
    guard total + other.total > 0 else { return 1 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(common) / Double(total + other.total)
  }
}
