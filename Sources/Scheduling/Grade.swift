/// How well an answer went, with the numbers FSRS gives the four grades.
package enum Grade: Int, CaseIterable, Sendable {
  case again = 1
  case hard, good, easy

  /// The grade that a first try earns, for it alone decides: wrong is again, right after a hint is
  /// hard, right is good; whether it was easy, only the reader can say.
  package init(correct: Bool, hints: Int = 0) {
    if !correct {
      self = .again
    } else if hints > 0 {
      self = .hard
    } else {
      self = .good
    }
  }
}
