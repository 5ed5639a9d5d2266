import Scheduling

extension Progress {
  /// How many answers each of the days ahead will take in some notes, of what was asked so far and of what
  /// is new, as far as a day holds it; less falls due on easy days, from the next answer on.
  package func answersByDay(
    _ bank: QuestionBank, from today: StudyDay, days: Int, limits: Plan.Limits,
    easy: EasyDays
  ) -> [Int] {
    var asked: [(String, Card)] = []
    var unseen: [String] = []
    var putOff: [(question: String, day: StudyDay)] = []
    var (answers, wrong) = (0, 0)
    for question in bank.questions {
      let standing = standing(of: question.id)
      guard standing.hold == .asked else { continue }
      guard let card = cards[question.id] else {
        if let day = [standing.buriedUntil, standing.due].compactMap(\.self).max(), day > today {
          putOff.append((question.id, day))
        } else {
          unseen.append(question.id)
        }
        continue
      }
      let day = dueDay(of: question.id) ?? card.dueDay
      asked.append((question.id, day > card.dueDay ? card.due(on: day) : card))
      answers += card.reviews
      wrong += card.wrong
    }
    let tally = tally(on: today, among: { bank[$0] != nil })
    return Workload.answersByDay(
      asked, unseen: unseen, putOff: putOff, by: scheduler, from: today, days: days,
      measure: Workload.Measure(limits), done: Workload.Measure(tally),
      // As it went so far; before that says much, nine of ten.
      known: Double(answers - wrong + 9) / Double(answers + 10), easy: easy)
  }
}

extension Workload.Measure {
  /// What a day holds.
  init(_ limits: Plan.Limits) { self.init(due: limits.due, new: limits.new) }

  /// What a day has seen.
  init(_ tally: Progress.Tally) { self.init(due: tally.reviews - tally.new, new: tally.new) }
}
