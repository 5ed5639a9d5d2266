extension History {
  /// Which questions share what was answered, by the numbers of their tracks. Those that follow on each other are one,
  /// whichever way round, so that the order in which rows come does not matter; one that branches off another has of
  /// it what was there until then.
  struct Links: Equatable, Sendable {
    /// The questions that are one, by the number of each.
    private var linked: [Int: [Int]] = [:]
    /// What each shared with others, and until when.
    private var branches: [Int: [Int: Int]] = [:]
    /// Both together: the questions of which rows change what is known of one.
    private var related: [Int: [Int]] = [:]

    /// None.
    init() {}

    init(_ tracks: [Track], _ numbers: [String: Int], isVoided: (ReviewID) -> Bool) {
      for (number, track) in tracks.enumerated() {
        for (former, act) in track.links(isVoided) {
          guard let other = numbers[former], other != number else { continue }
          Self.join(number, other, in: &related, tracks)
          if case .branches(_, let until) = act.action {
            branches[number, default: [:]][other] = until
          } else {
            Self.join(number, other, in: &linked, tracks)
          }
        }
      }
    }

    private static func join(
      _ one: Int, _ other: Int, in groups: inout [Int: [Int]], _ tracks: [Track]
    ) {
      let all = Set((groups[one] ?? [one]) + (groups[other] ?? [other]))
      let members = all.sorted { tracks[$0].question < tracks[$1].question }
      for member in members { groups[member] = members }
    }

    var isEmpty: Bool { related.isEmpty }
    /// All that share anything.
    var all: Set<Int> { Set(related.keys) }
    /// Each group once.
    var groups: [[Int]] { related.filter { $0.key == $0.value.first }.map(\.value) }

    func same(as number: Int) -> [Int] { linked[number] ?? [number] }
    func relatives(of number: Int) -> [Int] { related[number] ?? [number] }

    /// Whether some of what is known of a question was shared with one that goes its own way.
    func hasBranches(_ number: Int) -> Bool {
      relatives(of: number).count > same(as: number).count
    }

    /// The tracks that a question has its answers from, and until when; nil where it has its own alone.
    func sources(of number: Int) -> [(track: Int, until: Int)]? {
      guard related[number] != nil else { return nil }
      var found: [Int: Int] = [:]
      var open = same(as: number).map { (track: $0, until: Int.max) }
      while let (track, until) = open.popLast() {
        if let known = found[track], known >= until { continue }
        found[track] = until
        open += same(as: track).filter { $0 != track }.map { ($0, until) }
        open += (branches[track] ?? [:]).map { ($0.key, min(until, $0.value)) }
      }
      return found.map { ($0.key, $0.value) }
    }
  }
}

extension History.Track {
  /// What it says of each question whose answers it has: the last that holds.
  fileprivate func links(_ isVoided: (ReviewID) -> Bool) -> [String: History.Act] {
    acts.reduce(into: [:]) { links, act in
      guard let former = act.action.former, !isVoided(act.id) else { return }
      links[former] = act
    }
  }
}

extension History {
  /// Whether the reader said that a question is not the one that it was taken for.
  package func wasParted(_ question: String, from former: String) -> Bool {
    guard let number = numbers[question] else { return false }
    return tracks[number].acts.contains { $0.action.former == former && isVoided($0.id) }
  }

  /// The matches by which a question has the answers of others that were there before.
  package func matches(of question: String) -> [Act] {
    guard let number = numbers[question] else { return [] }
    return tracks[number].acts.filter { $0.action.former != nil && counts($0) }
  }

  /// The questions that go on with another one, by what that is called; the names of before are left out.
  package var successors: [String: [String]] {
    var found: [String: [String]] = [:]
    guard !links.isEmpty else { return found }
    for track in tracks where !track.acts.isEmpty {
      for (former, act) in track.links(isVoided) {
        if case .continues = act.action, !FormerName.has(former) {
          found[former, default: []].append(track.question)
        }
      }
    }
    return found
  }

  /// The questions off which one branches.
  package func origins(ofBranch question: String) -> [String] {
    guard !links.isEmpty, let number = numbers[question] else { return [] }
    return tracks[number].links(isVoided).compactMap { former, act in
      if case .branches = act.action { former } else { nil }
    }
  }

  /// The moment up to which a question was said to be one with another that it branched off, also where that does not
  /// hold any more; nil where it never was.
  package func parting(of question: String, from former: String) -> Int? {
    guard case .branches(_, let until)? = branches(of: question, off: former).last?.action else {
      return nil
    }
    return until
  }

  /// Whether it was said that a question branches off another one, though the two are one: a reader took that back, or
  /// a clock was behind when it was said. Where they were made one again later it has to be said anew.
  package func isSaid(branch question: String, of former: String) -> Bool {
    let said = branches(of: question, off: former)
    guard let number = numbers[question], let branch = said.last else { return false }
    if said.contains(where: { isVoided($0.id) }) { return true }
    let last = lastTime(of: former) ?? 0
    return !tracks[number].acts.contains { act in
      act.action == .continues(former) && !isVoided(act.id) && act.time >= branch.time
        && (act.arrival > branch.arrival || last > act.time)
    }
  }

  private func branches(of question: String, off former: String) -> [Act] {
    guard let number = numbers[question] else { return [] }
    return tracks[number].acts.filter { act in
      if case .branches(former, _) = act.action { true } else { false }
    }
  }

  /// How many answers count to some questions, each once: also those that they shared with another one when they were
  /// given.
  package func countOfAnswers(toAnyOf questions: [String]) -> Int {
    var count = 0
    var shared: Set<ReviewID> = []
    for question in questions {
      let answers = answers(to: question)
      if let number = numbers[question], links.hasBranches(number) {
        shared.formUnion(answers.map(\.id))
      } else {
        count += answers.count
      }
    }
    return count + shared.count
  }

  /// When the last row of a question was, in milliseconds of Unix time; nil where it has none.
  package func lastTime(of question: String) -> Int? {
    let times =
      entries(of: question).filter(counts).map(\.time)
      + acts(on: question).filter { counts($0) && $0.action.former == nil }.map(\.time)
    return times.max()
  }
}
