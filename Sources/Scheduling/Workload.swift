import Basics

/// What a schedule will ask for in the days ahead, by playing them through.
package enum Workload {
  /// How many questions a day holds.
  package struct Measure: Equatable, Sendable {
    /// Such as are due.
    package var due: Int
    /// Such as were never asked.
    package var new: Int

    package init(due: Int = .max, new: Int = 0) {
      self.due = due
      self.new = new
    }

    /// What is left of it after so many.
    package func left(after done: Measure) -> Measure {
      Measure(due: max(0, due - done.due), new: max(0, new - done.new))
    }
  }

  /// How many answers each of so many days will take, from a day on: questions are answered on the day on
  /// which they fall due, as far as the day's measure goes, and known with the chance that the schedule
  /// gives them. Where the fuzz leaves a choice of days they come back as a sitting would choose, lighter on
  /// `easy` ones. `unseen` are asked in their order; `known` is the chance that one of them is answered
  /// right at once, and `done` is what the first day has seen already; `putOff` are new ones that wait for a day.
  ///
  /// An answer is more than a question: one that is new or was forgotten is asked again on its day.
  package static func answersByDay(
    _ cards: [(question: String, card: Card)], unseen: [String] = [],
    putOff: [(question: String, day: StudyDay)] = [], by scheduler: Scheduler,
    from today: StudyDay, days: Int, measure: Measure = Measure(),
    done: Measure = Measure(due: 0), known: Double = 0.9, easy: EasyDays = EasyDays()
  ) -> [Int] {
    guard days > 0 else { return [] }
    var answers = [Int](repeating: 0, count: days)
    var played: [Played] = []
    var due = [[Int]](repeating: [], count: days)
    func put(_ number: Int) {
      let day = max(0, played[number].due.number - today.number)
      if day < days { due[day].append(number) }
    }
    var loads = DayLoads(on: today, easy: easy)
    for (question, card) in cards {
      loads.add(card)
      played.append(Played(question, card))
      put(played.count - 1)
    }
    var unseen = unseen[...]
    var putOff = putOff.sorted { $0.day < $1.day }[...]
    var waiting: [Int] = []
    for day in 0..<days {
      let date = today.advanced(by: day)
      if day > 0 { loads.begin(date) }
      waiting += due[day]
      let left = day == 0 ? measure.left(after: done) : measure
      if waiting.count > left.due {
        // As the plan has it: those first that are most likely still known.
        let chances = waiting.map { played[$0].chance(on: date) }
        waiting = zip(waiting, chances).sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map(\.0)
      }
      let asked = waiting.prefix(left.due)
      waiting.removeFirst(asked.count)
      for number in asked {
        answers[day] += played[number].answer(
          on: date, by: scheduler, &loads, daysLeft: days - day)
        put(number)
      }
      let come = putOff.prefix { $0.day <= date }
      putOff.removeFirst(come.count)
      if !come.isEmpty { unseen = come.map(\.question) + unseen }
      for question in unseen.prefix(left.new) {
        var new = Played(question)
        answers[day] += new.answer(
          on: date, by: scheduler, &loads, daysLeft: days - day, known: known)
        played.append(new)
        put(played.count - 1)
      }
      unseen = unseen.dropFirst(left.new)
    }
    return answers
  }

  /// A question as the days are played through.
  private struct Played {
    private var memory: MemoryState?
    private var last = StudyDay(number: 0)
    private(set) var due: StudyDay
    /// Chances that are the same each time.
    private var random: SplitMix64

    init(_ question: String, _ card: Card? = nil) {
      random = SplitMix64(seed: Fuzz.Seeds(question: question).seed(count: card?.reviews ?? 0))
      memory = card?.memory
      last = card?.day ?? last
      due = card?.dueDay ?? last
    }

    func chance(on day: StudyDay) -> Double {
      memory?.retrievability(afterDays: day.days(since: last)) ?? 0
    }

    /// Answers it on a day, and goes through the steps of that day, each of them right; how many answers
    /// that took. The day on which it comes back is chosen where that may be one of those that are left.
    mutating func answer(
      on day: StudyDay, by scheduler: Scheduler, _ loads: inout DayLoads, daysLeft: Int,
      known: Double = 0
    ) -> Int {
      let bits = random.next()
      let isKnown = SplitMix64.unit(bits) < (memory == nil ? known : chance(on: day))
      var (before, days) = (memory, day.days(since: last))
      var grade: Grade = isKnown ? .good : .again
      var after = scheduler.memory(after: grade, from: before, days: days, seed: bits)
      var answers = 1
      while case .seconds = after.interval, answers < 5 {
        answers += 1
        (before, days, grade) = (after, 0, .good)
        after = scheduler.memory(after: grade, from: before, days: days, seed: bits)
      }
      if let choice = scheduler.dayChoice(after: grade, from: before, days: days, seed: bits),
        choice.days.count > 1, choice.days.lowerBound < daysLeft
      {
        after = scheduler.memory(
          after: grade, from: before, days: days, chosen: loads.days(of: choice))
      }
      let wait = if case .days(let days) = after.interval { max(1, days) } else { 1 }
      if case .days = after.interval { loads.add(after: wait) }
      (memory, last, due) = (after, day, day.advanced(by: wait))
      return answers
    }
  }
}
