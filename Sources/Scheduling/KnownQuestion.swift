/// What a question of some notes was when they were last looked through: by it a question is found again
/// whose words or place have changed.
package struct KnownQuestion: Hashable, Sendable {
  /// Its identity in the log.
  package var id: String
  /// Its place among the questions of the notes; nil where they have it no more.
  package var place: Int?
  /// The key of its lesson.
  package var lesson: String
  /// Whether it stands there once more, where the notes hold the same question in several files: it is asked in the
  /// first of them.
  package var isCopy: Bool
  /// The name of its kind.
  package let kind: String
  /// What it asks and what it offers.
  package let words: String
  /// What of these words asks: the first of them; nil where that was not remembered yet.
  package let asked: String?
  /// What is asked for; nil where that was not remembered yet.
  package let key: String?

  package init(
    id: String, place: Int?, lesson: String, kind: String, words: String, asked: String? = nil,
    key: String? = nil, isCopy: Bool = false
  ) {
    self.id = id
    self.place = place
    self.lesson = lesson
    self.isCopy = isCopy
    self.kind = kind
    self.words = words
    self.asked = asked
    self.key = key
  }

  /// Whether the notes held it there when they were last looked through.
  package var isHeld: Bool { place != nil || isCopy }
}
