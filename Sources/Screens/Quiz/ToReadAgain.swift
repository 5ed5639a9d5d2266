import Notes
import Quiz
import Scheduling

extension Session {
  /// Whether anything that was answered or skipped can be taken back.
  var canUndo: Bool { !answered.isEmpty || !skipped.isEmpty }

  /// The lessons that the summary leads to.
  func lessonsToOpen(_ state: AppState) -> [LessonID] {
    guard scope.mode == .placement else { return toReadAgain(state).map(\.lesson) }
    return unasked == 0 ? start.map { [$0] } ?? [] : []
  }

  /// A lesson that the summary leads to: what went wrong of it, and those of these questions that slip again and again.
  typealias ToRead = (lesson: LessonID, words: String, slipping: [String])

  /// Lessons with wrong answers, and in a test with what was left open: first those with questions that slip again and
  /// again, then those with the most.
  func toReadAgain(_ state: AppState) -> [ToRead] {
    var counts: [LessonID: (wrong: Int, open: Int, slipping: [String])] = [:]
    let progress = state.progress
    for answer in answered where answer.grade == .again {
      let question = progress.flatMap {
        state.bank.question(named: answer.question, in: $0.history)
      }
      guard let lesson = state.knowsQuestions ? question?.lesson : answer.lesson else { continue }
      counts[lesson, default: (0, 0, [])].wrong += 1
      if isScheduled, let id = question?.id, Leech.isOne(progress?.cards[id]),
        counts[lesson]?.slipping.contains(id) == false
      {
        counts[lesson]?.slipping.append(id)
      }
    }
    if scope.mode == .test {
      for lesson in lessonsLeftOpen(state.bank) { counts[lesson, default: (0, 0, [])].open += 1 }
    }
    let sorted = counts.sorted {
      ($1.value.slipping.count, $1.value.wrong + $1.value.open, $0.key)
        < ($0.value.slipping.count, $0.value.wrong + $0.value.open, $1.key)
    }
    return sorted.map { lesson, count in
      let parts = [(count.wrong, "wrong"), (count.open, "left open")].filter { $0.0 > 0 }
      return (lesson, parts.map { "\($0.0) \($0.1)" }.joined(separator: ", "), count.slipping)
    }
  }
}

extension AppState {
  /// What was answered so far, once all questions of the notes are known.
  var historyOfAll: History? { knowsQuestions ? progress?.history : nil }
}
