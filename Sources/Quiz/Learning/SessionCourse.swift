/// How far a sitting has come.
extension Session {
  /// Different questions that were asked so far, the one on the screen among them.
  package var different: Int { differentOnes.count }
  /// Different questions that are known of, asked or not.
  package var planned: Int {
    differentOnes.union(queue.questions).count + (phase == .finished ? unasked : 0)
  }
  /// How many that were wrong come back in this sitting, the one on the screen among them.
  package var again: Int {
    let isBack = attempt.map { isOpen && answers.questions.contains($0.question.id) } ?? false
    return queue.repeats.count + (isBack ? 1 : 0)
  }
  /// Whether a question that was wrong comes back in this sitting.
  package func comesBack(_ question: String) -> Bool { queue.repeats.contains(question) }

  private var differentOnes: Set<String> {
    answers.questions.union(attempt.map { [$0.question.id] } ?? [])
  }
}
