import Scheduling

/// How far a sitting has come.
extension Session {
  /// Different questions that were asked so far, the one on the screen among them.
  package var different: Int { differentOnes.count }
  /// Different questions that are known of, asked or not.
  package var planned: Int {
    differentOnes.union(queue.questions.subtracting(held)).count
      + (phase == .finished ? unasked : 0)
  }
  /// How many that were wrong come back in this sitting, the one on the screen among them.
  package var again: Int {
    let isBack = attempt.map { isOpen && answers.questions.contains($0.question.id) } ?? false
    return queue.repeats.count { !held.contains($0) } + (isBack ? 1 : 0)
  }
  /// Whether a question that was wrong comes back in this sitting.
  package func comesBack(_ question: String) -> Bool {
    queue.repeats.contains(question) && !held.contains(question)
  }

  /// Takes in what the reader decided, and which questions are in the notes no more: what is not to be asked is not
  /// counted on.
  ///
  /// - Parameter bank: all questions of the notes; nil while these are looked through.
  package mutating func heed(
    _ progress: Progress, in bank: QuestionBank? = nil, on today: StudyDay
  ) {
    guard !wasLeft else { return }
    held = queue.questions.filter { id in
      guard let bank else { return !progress.mayAsk(id, on: today) }
      let question = bank.question(named: id, in: progress.history)
      return question.map { !progress.mayAsk($0.id, on: today) } ?? true
    }
  }

  private var differentOnes: Set<String> {
    answers.questions.union(attempt.map { [$0.question.id] } ?? [])
  }
}
