import Notes
import Scheduling

/// Whether a question may be another one whose words or place have changed. Its telling words have to be those of the
/// other, mended at most: one that was replaced makes another question, whatever is asked for. And it has to ask for
/// the same, or for what is a mended form of it; one of another file for the very same.
struct Succession {
  private let paths: Set<String>
  private let words: KnownWords

  /// - Parameter words: those of the notes: what is one of them was not mistyped.
  init(_ library: Library, words: KnownWords) {
    paths = Set(library.documents.map(\.path))
    self.words = words
  }

  func mayBe(_ question: KnownQuestion, _ former: KnownQuestion) -> Bool {
    let old = file(of: former.lesson)
    let isOfFile = old != nil && old == file(of: question.lesson)
    // Where it is not known what the former asked for, it is of this file, or its file has to be gone.
    guard let key = question.key, let other = former.key else { return isOfFile || old == nil }
    guard isOfFile || Self.isNear(key, other), MendedKey.mayBe(question, former) else {
      return false
    }
    guard let asked = question.asked, let before = former.asked else { return true }
    return !TellingWords(asked).isReplaced(TellingWords(before), isWord: words.holds)
  }

  /// The file of these notes that a lesson of that key is in; nil where there is none.
  func file(of lesson: String) -> Substring? {
    lesson.indices.lazy.filter { lesson[$0] == "#" }.map { lesson[..<$0] }
      .first { paths.contains(String($0)) }
  }

  /// Shorter ones are the same or are not: one word or sign makes another answer of them.
  private static let fewestWords = 4
  /// How much longer ones have to have in common.
  private static let enough = 0.8

  /// Whether what two ask for is the same, or long and mended.
  static func isNear(_ one: String, _ other: String) -> Bool {
    if MendedKey.isSame(one, other) { return true }
    let words = [one, other].map { WordSplit.words($0) }
    let numbers = words.map { $0.filter { $0.contains(where: \.isNumber) } }
    return words.allSatisfy { $0.count >= fewestWords } && numbers[0] == numbers[1]
      && QuestionWords(one).likeness(to: QuestionWords(other)) >= enough
  }
}
