/// How well an answer went, with the numbers FSRS gives the four grades.
package enum Grade: Int, CaseIterable, Sendable {
  case again = 1
  case hard, good, easy

  /// The grade that a first try earns, for it alone decides: wrong is again, right after a hint is
  /// hard, right is good, and easy only when the reader says so.
  package init(correct: Bool, hints: Int = 0, saidEasy: Bool = false) {
    if !correct {
      self = .again
    } else if hints > 0 {
      self = .hard
    } else {
      self = saidEasy ? .easy : .good
    }
  }
}
