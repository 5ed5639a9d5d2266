extension History {
  /// A row that takes another one back.
  package struct Taking: Hashable, Sendable {
    let id: ReviewID
    let target: ReviewID
    let time: Int
    /// Whether two questions were parted by it, which the reader decided.
    let isParting: Bool
    /// How many rows came before it, as of an entry.
    var arrival: UInt32 = 0
    /// Whether it was done here.
    let isOwn: Bool

    package init(id: ReviewID, target: ReviewID, time: Int, isParting: Bool, isOwn: Bool) {
      self.id = id
      self.target = target
      self.time = time
      self.isParting = isParting
      self.isOwn = isOwn
    }

    package static func == (left: Taking, right: Taking) -> Bool {
      left.id == right.id && left.target == right.target && left.time == right.time
        && left.isParting == right.isParting
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(id)
      hasher.combine(target)
    }
  }

  /// What was decided about a question, by the reader or for the reader, as an undo takes it back.
  package struct Decided: Equatable, Sendable {
    /// The row to take back.
    package let id: ReviewID
    /// What was decided; of a parting the match that it parted.
    package let act: Act
    /// Whether it parted two questions.
    package let isParting: Bool
    fileprivate let arrival: UInt32

    /// In a word.
    package var name: String {
      if isParting { return Review.parting }
      if act.action.former != nil { return "recognised" }
      return act.action.name
    }
  }

  /// A row that can be taken back.
  package enum Row: Equatable, Sendable {
    case entry(Entry)
    case decided(Decided)
  }

  /// The answer or skip that an undo takes back: the last one given here to one of these questions.
  package func last(
    among isKnown: (String) -> Bool = { _ in true }
  ) -> (question: String, entry: Entry)? {
    var last: (question: String, entry: Entry)?
    for track in tracks where isKnown(track.question) {
      for entry in track.entries where entry.isOwn && !isVoided(entry.id) {
        if let last, last.entry.arrival > entry.arrival { continue }
        last = (track.question, entry)
      }
    }
    return last
  }

  /// The row that an undo takes back: the last answer, skip or decision given
  /// here about one of these questions.
  package func lastRow(
    among isKnown: (String) -> Bool = { _ in true }
  ) -> (question: String, row: Row)? {
    let entry = last(among: isKnown)
    if let decided = lastDecision(among: isKnown),
      entry.map({ $0.entry.arrival < decided.decided.arrival }) ?? true
    {
      return (decided.question, .decided(decided.decided))
    }
    return entry.map { ($0.question, .entry($0.entry)) }
  }

  /// What was decided here last about one of these questions and was not taken back.
  package func lastDecision(
    among isKnown: (String) -> Bool = { _ in true }
  ) -> (question: String, decided: Decided)? {
    var last: (question: String, decided: Decided)?
    func take(_ decided: Decided, _ question: String) {
      if let last, last.decided.arrival > decided.arrival { return }
      last = (question, decided)
    }
    for track in tracks where !track.acts.isEmpty && isKnown(track.question) {
      for act in track.acts where act.isOwn && act.canBeUndone && !isVoided(act.id) {
        take(Decided(id: act.id, act: act, isParting: false, arrival: act.arrival), track.question)
      }
      for taking in track.takings where taking.isOwn && taking.isParting && !isVoided(taking.id) {
        guard let act = track.acts.first(where: { $0.id == taking.target }) else { continue }
        take(
          Decided(id: taking.id, act: act, isParting: true, arrival: taking.arrival),
          track.question)
      }
    }
    return last
  }
}
