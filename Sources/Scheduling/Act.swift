extension History {
  /// An action of the log, as far as it counts for the history.
  package struct Act: Hashable, Sendable {
    /// The row's name.
    package let id: ReviewID
    /// What it was.
    package let action: Review.Action
    /// When it was, in milliseconds of Unix time.
    package let time: Int
    /// Minutes that local time was ahead of UTC.
    package let offset: Int
    /// How many rows came before it, as of an entry.
    var arrival: UInt32 = 0
    /// Whether it was done here.
    private(set) var isOwn: Bool

    package init(id: ReviewID, action: Review.Action, time: Int, offset: Int, isOwn: Bool = true) {
      self.id = id
      self.action = action
      self.time = time
      self.offset = offset
      self.isOwn = isOwn
    }

    /// Whether an undo in a quiz takes it back: what is of one question. That a question has another kind of
    /// name now is nothing that anybody did.
    package var canBeUndone: Bool {
      switch action {
      case .continues(let former), .branches(let former, _): !FormerName.has(former)
      case .weights: false
      default: true
      }
    }

    /// The study day on which it was.
    package var day: StudyDay { StudyDay(time: time, offset: offset) }
    /// The date that a clock showed: before four in the morning it is a day ahead of the study day.
    package var date: StudyDay { StudyDay.calendar(time: time, offset: offset) }

    package static func == (left: Act, right: Act) -> Bool {
      left.id == right.id && left.action == right.action && left.time == right.time
        && left.offset == right.offset
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    private static func precedes(_ left: Act, _ right: Act) -> Bool {
      if (left.time, left.id) != (right.time, right.id) {
        return (left.time, left.id) < (right.time, right.id)
      }
      return (left.action.name, left.action.text, left.action.day?.number ?? 0)
        < (right.action.name, right.action.text, right.action.day?.number ?? 0)
    }

    /// Each once, in the order of time, which is the same on every device.
    static func inOrder(_ acts: [Act]) -> [Act] {
      var sorted: [Act] = []
      for act in acts.sorted(by: precedes) {
        guard let last = sorted.last, last == act else {
          sorted.append(act)
          continue
        }
        sorted[sorted.count - 1].arrival = min(last.arrival, act.arrival)
        sorted[sorted.count - 1].isOwn = last.isOwn || act.isOwn
      }
      return sorted
    }
  }

  /// What was decided about a question and still holds; nil where nothing ever was.
  package func standing(of question: String) -> Standing? {
    let acts = acts(on: question).filter(counts)
    guard !acts.isEmpty else { return nil }
    var standing = Standing()
    var answers = entries(of: question).filter { counts($0) && $0.grade != nil }[...]
    for act in acts {
      while let answer = answers.first, (answer.time, answer.id) < (act.time, act.id) {
        answer.grade.map { standing.take($0) }
        answers.removeFirst()
      }
      standing.take(act.action)
    }
    for answer in answers { answer.grade.map { standing.take($0) } }
    return standing
  }

  /// What was decided about each question about which anything was.
  package var standings: [String: Standing] {
    var standings: [String: Standing] = [:]
    for question in questionsWithActs {
      let standing = standing(of: question)
      for name in sameQuestions(as: question) { standings[name] = standing }
    }
    return standings
  }

  /// The weights that were fitted last; the published ones where none were.
  package var weights: Weights {
    for act in acts(on: Review.Action.allQuestions).reversed() where counts(act) {
      if case .weights(let weights) = act.action { return weights }
    }
    return .published
  }
}
