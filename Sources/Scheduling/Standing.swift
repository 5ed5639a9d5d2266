/// What the reader decided about a question, as far as it holds now.
package struct Standing: Equatable, Sendable {
  /// Whether it is asked at all.
  package enum Hold: Equatable, Sendable {
    /// As the schedule says.
    case asked
    /// Not any more.
    case suspended
    /// Not, for it was known already.
    case known
  }

  package private(set) var hold = Hold.asked
  /// Put off until that day.
  package private(set) var buriedUntil: StudyDay?
  /// The day on which it comes back by the reader's own choice.
  package private(set) var due: StudyDay?
  /// Why it is a bad question, as far as that was said; nil where nobody said that it is one.
  package private(set) var flag: String?

  /// Nothing was decided.
  package init() {}

  /// Takes in what was decided next.
  mutating func take(_ action: Review.Action) {
    switch action {
    case .flag(let remark): flag = remark
    case .unflag: flag = nil
    case .suspend: hold = .suspended
    case .known: hold = .known
    case .resume: (hold, buriedUntil, due) = (.asked, nil, nil)
    case .bury(let day): buriedUntil = day
    case .due(let day): (hold, buriedUntil, due) = (.asked, nil, day)
    case .continues, .branches, .weights: break
    }
  }

  /// Takes in an answer that was given next.
  mutating func take(_ grade: Grade) {
    due = nil
    if grade == .again, hold == .known { hold = .asked }
  }

  /// Whether it may be asked on that day; a question that was never answered waits for the day that the
  /// reader chose.
  package func isAsked(on today: StudyDay, isNew: Bool = false) -> Bool {
    hold == .asked && buriedUntil.map { $0 <= today } ?? true
      && (!isNew || due.map { $0 <= today } ?? true)
  }
}
