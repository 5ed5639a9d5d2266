import Scheduling

/// Questions whose answers stand in the log under the names that were made before: of each it is said once
/// that it continues what had that name.
struct FormerNames {
  private(set) var matches: [Recognition.Match] = []

  /// - Parameters:
  ///   - known: what is remembered of a question of the bank, by its place there.
  ///   - remembered: what is known of the questions that had those names, and whether each was one of these
  ///     very notes.
  ///   - isKnown: whether anything stands in the log under a name.
  init(
    _ bank: QuestionBank, known: (Int) -> KnownQuestion, history: History,
    remembered: [(question: KnownQuestion, isOwn: Bool)] = [], succession: Succession? = nil,
    isKnown: (String) -> Bool
  ) {
    var open: [(now: KnownQuestion, former: String)] = []
    for (place, question) in bank.questions.enumerated() {
      guard let former = question.formerID, former != question.id, isKnown(former),
        bank[former] == nil, history.sameQuestions(as: former).count == 1,
        !history.wasParted(question.id, from: former)
      else { continue }
      open.append((known(place), former))
    }
    guard !open.isEmpty else { return }
    let wanted = Set(open.map(\.former))
    let was = Dictionary(
      grouping: remembered.filter { wanted.contains($0.question.id) }, by: \.question.id)
    var (taken, done): (Set<String>, Set<String>) = ([], [])
    // In one lesson several may have asked in the same words: the one that asks for the same first.
    for isExact in [true, false] {
      for (now, former) in open where !taken.contains(former) && !done.contains(now.id) {
        let was = was[former] ?? []
        let goesOn =
          isExact
          ? was.contains { $0.question.key == now.key }
          : Self.mayBe(now, was, succession)
        guard goesOn else { continue }
        taken.insert(former)
        done.insert(now.id)
        matches.append(Recognition.Match(question: now.id, former: former))
      }
    }
  }

  /// Whether a question may be what had its former name. Where nothing is remembered of that, it had the words
  /// and the place that the question has; else it must ask for what was asked for, or be of its file.
  private static func mayBe(
    _ now: KnownQuestion, _ was: [(question: KnownQuestion, isOwn: Bool)],
    _ succession: Succession?
  ) -> Bool {
    let own = was.filter(\.isOwn)
    if let succession, !own.isEmpty {
      return own.contains { succession.mayBe(now, $0.question) }
    }
    return was.isEmpty
      || was.contains { former, _ in
        guard let key = now.key, let other = former.key else { return true }
        return Succession.isNear(key, other)
      }
  }
}
