/// A place in a lesson, as the Reader keeps it.
package struct ReadingPlace: Equatable, Sendable {
  /// The lesson's key.
  package let lesson: String
  /// The word on top, counted from 0.
  package let word: Int

  package init(lesson: String, word: Int) {
    self.lesson = lesson
    self.word = word
  }
}
