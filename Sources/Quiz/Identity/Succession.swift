import Notes
import Scheduling

/// Whether a question may be another one whose words or place have changed. It has to ask for the same, or for
/// what is a mended form of it, and where telling words were replaced for something that other questions hardly
/// ask for too; one of another file has to ask for the very same, for many ask in like words.
struct Succession {
  private let paths: Set<String>

  init(_ library: Library) { paths = Set(library.documents.map(\.path)) }

  func mayBe(_ question: KnownQuestion, _ former: KnownQuestion) -> Bool {
    let old = file(of: former.lesson)
    let isOfFile = old != nil && old == file(of: question.lesson)
    // Where it is not known what the former asked for, it is of this file, or its file has to be gone.
    guard let key = question.key, let other = former.key else { return isOfFile || old == nil }
    let isNear = Self.isNear(key, other)
    guard isOfFile || isNear, MendedKey.mayBe(question, former) else { return false }
    guard let asked = question.asked, let before = former.asked,
      TellingWords(asked).isReplaced(TellingWords(before))
    else { return true }
    let isNote = MendedKey.isNote(question)
    return isNear && !Self.isWeak(key, isNote: isNote) && !Self.isWeak(other, isNote: isNote)
  }

  /// Letters that a key has at least which hardly another question asks for: no number, no yes or no, no short
  /// word; and words of a note that is recalled, which tells much of another question too.
  private static let strong = (letters: 12, words: 6)

  private static func isWeak(_ key: String, isNote: Bool) -> Bool {
    let words = TellingWords(key)
    return isNote ? words.total < strong.words : words.letters < strong.letters
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
    if MendedKey.isSame(one, other) { return true }
    let words = [one, other].map { text in
      text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
    let numbers = words.map { $0.filter { $0.contains(where: \.isNumber) } }
    return words.allSatisfy { $0.count >= fewestWords } && numbers[0] == numbers[1]
      && QuestionWords(one).likeness(to: QuestionWords(other)) >= enough
  }
}
