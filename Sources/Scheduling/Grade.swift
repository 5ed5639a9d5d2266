/// How well an answer went, with the numbers FSRS gives the four grades.
package enum Grade: Int, CaseIterable, Sendable {
  case again = 1
  case hard, good, easy

  /// The grade an answer earns: wrong is again, right after a hint or a second try is hard, right
  /// is good, and easy only when the reader says so.
  package init(correct: Bool, hints: Int = 0, tries: Int = 1, saidEasy: Bool = false) {
    if !correct {
      self = .again
    } else if hints > 0 || tries > 1 {
      self = .hard
    } else {
      self = saidEasy ? .easy : .good
    }
  }
}
