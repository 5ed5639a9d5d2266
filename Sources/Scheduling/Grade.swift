/// How well an answer went, with the numbers FSRS gives the four grades.
package enum Grade: Int, CaseIterable, Sendable {
  case again = 1
  case hard, good, easy

  /// The grade an answer earns: wrong is again, right after a hint or a second try is hard, right
  /// is good; whether it was easy, only the reader can say.
  package init(correct: Bool, hints: Int = 0, tries: Int = 1) {
    if !correct {
      self = .again
    } else if hints > 0 || tries > 1 {
      self = .hard
    } else {
      self = .good
    }
  }
}
