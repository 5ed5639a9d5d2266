import Notes
import Scheduling

/// Whether a question may be another one whose words or place have changed. In its own file it may ask for
/// something else now, in the words in which it asked before, or the same in others; one of another file has to
/// ask for the same, for many ask in like words.
struct Succession {
  private let paths: Set<String>

  init(_ library: Library) { paths = Set(library.documents.map(\.path)) }

  func mayBe(_ question: KnownQuestion, _ former: KnownQuestion) -> Bool {
    let old = file(of: former.lesson)
    if old != nil, old == file(of: question.lesson) {
      guard let key = question.key, let other = former.key, let asked = question.asked,
        let before = former.asked
      else { return true }
      return Self.isNear(key, other) || TellingWords(asked).mayBe(TellingWords(before))
    }
    // Where it is not known what the former asked for, its file has to be gone.
    guard let key = question.key, let other = former.key else { return old == nil }
    return Self.isNear(key, other)
  }

  /// The file of these notes that a lesson of that key is in; nil where there is none.
  private func file(of lesson: String) -> Substring? {
    lesson.indices.lazy.filter { lesson[$0] == "#" }.map { lesson[..<$0] }
      .first { paths.contains(String($0)) }
  }

  /// Shorter ones are the same or are not: one word or sign makes another answer of them.
  private static let fewestWords = 4
  /// How much longer ones have to have in common.
  private static let enough = 0.8

  /// Whether what two ask for is the same, or long and mended.
  static func isNear(_ one: String, _ other: String) -> Bool {
    let folded = [one, other].map { $0.lowercased().filter { !$0.isWhitespace } }
    if folded[0] == folded[1] { return true }
    let words = [one, other].map { text in
      text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
    let numbers = words.map { $0.filter { $0.contains(where: \.isNumber) } }
    return words.allSatisfy { $0.count >= fewestWords } && numbers[0] == numbers[1]
      && QuestionWords(one).likeness(to: QuestionWords(other)) >= enough
  }
}
