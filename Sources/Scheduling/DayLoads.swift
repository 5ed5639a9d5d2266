/// How many questions fall due on each of the days ahead, and which day suits another one best.
///
/// What was answered today is spread first of all, evenly over the days that its intervals allow. Only where
/// that leaves a choice all that is due counts: always the emptiest day would be the farthest one, for fewer
/// have been put there so far, and intervals would grow by a sixth.
package struct DayLoads: Sendable {
  private var today: StudyDay
  private let easy: EasyDays
  private var all: [Int: Int] = [:]
  private var ofToday: [Int: Int] = [:]

  /// Nothing is due yet.
  package init(on today: StudyDay, easy: EasyDays = EasyDays()) {
    self.today = today
    self.easy = easy
  }

  /// Counts a question that is asked as the schedule says.
  package mutating func add(_ card: Card) {
    guard case .days = card.memory.interval, card.dueDay > today else { return }
    all[card.dueDay.number, default: 0] += 1
    if card.day == today { ofToday[card.dueDay.number, default: 0] += 1 }
  }

  /// Counts a question that was answered today and comes back after so many days.
  mutating func add(after days: Int) {
    all[today.number + days, default: 0] += 1
    ofToday[today.number + days, default: 0] += 1
  }

  /// Another day begins: what was due until then was answered, or waits.
  mutating func begin(_ day: StudyDay) {
    today = day
    ofToday = [:]
  }

  /// The days after which one more question best comes back: one of the choice.
  package func days(of choice: DayChoice) -> Int {
    var best: (cost: Cost, days: Int)?
    for days in choice.days {
      let cost = cost(of: days, usual: choice.usual)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, days) }
    }
    return best?.days ?? choice.usual
  }

  /// What speaks against a day, by weight.
  private typealias Cost = (ofToday: Double, all: Double, distance: Int)

  private func cost(of days: Int, usual: Int) -> Cost {
    let day = today.number + days
    let weight = Double(easy.weight(of: StudyDay(number: day)))
    // Beside the week around it, whatever the loads do from near to far.
    var (week, room) = (0, 0)
    for near in day - 3...day + 3 {
      week += (near > today.number ? all[near, default: 0] : 0) + 1
      room += easy.weight(of: StudyDay(number: near))
    }
    let share = Double(week) / Double(room)
    return (
      Double(ofToday[day, default: 0] + 1) / weight,
      Double(all[day, default: 0] + 1) / weight / share, abs(days - usual)
    )
  }
}
