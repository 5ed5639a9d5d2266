import Scheduling

extension QuestionBank {
  /// A question by any of the names that it had.
  package func question(named name: String, in history: History) -> Question? {
    self[name] ?? history.sameQuestions(as: name).lazy.compactMap { self[$0] }.first
  }
}
