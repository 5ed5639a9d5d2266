import Scheduling

extension Progress {
  /// The version that an answer's row is to hold, by grade: where the fuzz leaves a choice of days, the
  /// question comes back on the one that suits the others best.
  func versions(
    answering question: String, on today: StudyDay, easy: EasyDays
  ) -> [Grade: String] {
    var loads: DayLoads?
    var versions: [Grade: String] = [:]
    for grade in Grade.allCases {
      guard
        let choice = history.dayChoice(
          for: question, cards[question], after: grade, on: today, by: scheduler),
        choice.days.count > 1
      else { continue }
      let known = loads ?? self.loads(besides: question, on: today, easy: easy)
      loads = known
      versions[grade] = scheduler.version(choosing: known.days(of: choice))
    }
    return versions
  }

  private func loads(besides question: String, on today: StudyDay, easy: EasyDays) -> DayLoads {
    var loads = DayLoads(on: today, easy: easy)
    let own = history.representative(of: question)
    for (other, card) in cards where standing(of: other).hold == .asked {
      // Each once, though it may have several names.
      if other != own, history.representative(of: other) == other { loads.add(card) }
    }
    return loads
  }
}
