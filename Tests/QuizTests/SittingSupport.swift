import Notes
import Scheduling
import Testing

@testable import Quiz

let day = 86_400_000
let noon = 1_700_000_000_000

/// A moment, its rows named after it.
func moment(_ time: Int) -> Moment {
  Moment(utc: time, offset: 0, random: UInt128(truncatingIfNeeded: time) << 8)
}

/// Notes of so many lessons, each with so many questions of two kinds.
func manyNotes(lessons: Int, questions: Int) -> Library {
  var text = "# C\n"
  for lesson in 1...lessons {
    text += "\n## Lesson \(lesson)\n\nText.\n"
    for number in 1...questions {
      text +=
        "\n### Question \(lesson).\(number)\n<!-- quiz id=q\(lesson)x\(number) -->\n> A hint.\n\n"
      text += number % 2 == 0 ? "1. [ ] no\n1. [x] yes\n1. [ ] never\n" : "It is [[right]].\n"
      text += "\n> [!NOTE]\n> So it is.\n"
    }
  }
  return notes(text)
}

/// Someone who answers, with the log that follows from it.
struct Reader {
  let bank: QuestionBank
  var progress = Progress()
  var session: Session
  var now: Int
  /// What the log would hold.
  var rows: [Review] = []

  init(
    _ library: Library, _ scope: Plan.Scope = .init(seed: 1), progress: Progress = Progress(),
    now: Int = noon
  ) {
    bank = QuestionBank(library)
    self.progress = progress
    self.now = now
    session = Session(scope, bank: bank, progress: progress, now: moment(now))
    session.next(bank: bank, progress: progress, now: moment(now))
  }

  mutating func take(_ new: [Review]) {
    rows += new
    progress.add(new)
  }

  var current: String? { session.posed?.question.id }

  mutating func answer(right: Bool) {
    guard let key = session.posed?.form.key else { return }
    now += 1000
    _ = session.update { form in
      guard right else {
        return form.take(form.choices.isEmpty ? "wrongly" : key == "1" ? "2" : "1") == nil
      }
      return form.take(key) == nil
    }
    take(session.answer(now: moment(now)))
  }

  /// Takes the last answer or skip back.
  mutating func takeBack() {
    now += 1000
    let row = session.undo(bank: bank, progress: progress, now: moment(now))
    take(row.map { [$0] } ?? [])
  }

  mutating func next() {
    now += 1000
    session.reveal()
    session.next(bank: bank, progress: progress, now: moment(now))
  }
}
