/// The log as memory follows from it: what was answered, by question and in the order of time.
/// Every device arrives at the same history, whatever order its rows came in.
package struct History: Equatable, Sendable {
  /// All that was ever answered, skipped or decided of one question.
  struct Track: Equatable, Sendable {
    let question: String
    var entries: [Entry] = []
    /// What was decided, in the order of time.
    var acts: [Act] = []
    /// The rows under this question's name that take one back.
    var takings: Set<Taking> = []
    /// Whether entries came that are not in order yet.
    var isMixed = false
  }

  private(set) var tracks: [Track] = []
  private(set) var numbers: [String: Int] = [:]
  /// The rows that take one back, by the row that they take back.
  private var takings: [ReviewID: Set<Taking>] = [:]
  /// What does not count: taken back, or a second try.
  private var voided: Set<ReviewID> = []
  /// Which questions share what was answered: those that were recognised after a change.
  private(set) var links = Links()
  private var hasLinks = false
  /// Where `voided` or `links` may have changed since they were last worked out.
  private var isUnsettled = false
  private var arrivals: UInt32 = 0

  /// Rows up to a day ahead are those of another device's clock or of a zone change, not of a wrong
  /// clock.
  package static let tolerance = 86_400_000

  /// Entries of a later time do not count yet: their clock was ahead. None is by itself.
  package var horizon = Int.max

  /// Nothing answered yet.
  package init() {}

  /// The history of some rows.
  package init(_ reviews: some Sequence<Review>) { add(reviews) }

  package static func == (left: History, right: History) -> Bool {
    left.tracks == right.tracks && left.voided == right.voided && left.horizon == right.horizon
  }

  // MARK: Taking in

  /// Takes in rows, given here or elsewhere; those that are there already change nothing. The
  /// questions that they are about.
  @discardableResult
  package mutating func add(_ reviews: some Sequence<Review>, areOwn: Bool = true) -> Set<String> {
    var touched: Set<String> = []
    for review in reviews {
      switch review.kind {
      case .answer(let grade): append(Entry(review, grade, isOwn: areOwn), to: review.question)
      case .skip where review.isPractice: break
      case .skip: append(Entry(review, nil, isOwn: areOwn), to: review.question)
      case .void(let target):
        void(
          Taking(
            id: review.id, target: target, time: review.time, isParting: review.isParting,
            isOwn: areOwn), of: review.question)
      case .action(let action):
        append(
          Act(
            id: review.id, action: action, time: review.time, offset: review.offset, isOwn: areOwn),
          to: review.question)
      }
      touched.insert(review.question)
    }
    let before = links
    let changed = settle()
    // A row may be taken back under the name of another question.
    if !changed.isEmpty {
      for track in tracks
      where track.entries.contains(where: { changed.contains($0.id) })
        || track.acts.contains(where: { changed.contains($0.id) })
      {
        touched.insert(track.question)
      }
    }
    if links != before {
      for number in before.all.union(links.all) { touched.insert(tracks[number].question) }
    }
    if links.isEmpty { return touched }
    return Set(touched.flatMap { relatives(of: $0) })
  }

  /// Takes in an answer or skip; `settle` is to follow once all are in.
  package mutating func append(_ entry: Entry, to question: String) {
    let number = number(of: question)
    if let last = tracks[number].entries.last, !Entry.precedes(last, entry) {
      tracks[number].isMixed = true
    }
    var entry = entry
    entry.arrival = arrivals
    arrivals &+= 1
    tracks[number].entries.append(entry)
    if !tracks[number].takings.isEmpty { isUnsettled = true }
  }

  /// Takes in what was decided; `settle` is to follow once all are in.
  package mutating func append(_ act: Act, to question: String) {
    let number = number(of: question)
    var act = act
    act.arrival = arrivals
    arrivals &+= 1
    tracks[number].acts.append(act)
    tracks[number].isMixed = true
    if let former = act.action.former {
      _ = self.number(of: former)
      (hasLinks, isUnsettled) = (true, true)
    }
  }

  /// Takes in that a row was taken back; `settle` is to follow.
  package mutating func void(_ taking: Taking, of question: String) {
    var taking = taking
    taking.arrival = arrivals
    arrivals &+= 1
    guard takings[taking.target, default: []].insert(taking).inserted else { return }
    tracks[number(of: question)].takings.insert(taking)
    isUnsettled = true
  }

  private mutating func number(of question: String) -> Int {
    if let known = numbers[question] { return known }
    numbers[question] = tracks.count
    tracks.append(Track(question: question))
    return tracks.count - 1
  }

  /// Puts what was appended in order, each entry once; the rows that count no longer, or again.
  @discardableResult
  package mutating func settle() -> Set<ReviewID> {
    for number in tracks.indices where tracks[number].isMixed {
      var sorted: [Entry] = []
      for entry in tracks[number].entries.sorted(by: Entry.precedes) {
        if let last = sorted.last, last == entry {
          sorted[sorted.count - 1].arrival = min(last.arrival, entry.arrival)
          sorted[sorted.count - 1].isOwn = last.isOwn || entry.isOwn
        } else {
          sorted.append(entry)
        }
      }
      tracks[number].entries = sorted
      tracks[number].acts = Act.inOrder(tracks[number].acts)
      tracks[number].isMixed = false
    }
    guard isUnsettled else { return [] }
    isUnsettled = false
    let before = voided
    voided = Set(takings.filter { $0.value.contains(where: holds) }.keys)
    for track in tracks where !track.takings.isEmpty { settleSecondTries(of: track) }
    if hasLinks { links = Links(tracks, numbers, isVoided: isVoided) }
    return before.symmetricDifference(voided)
  }

  /// Whether a row that takes another one back was not taken back itself, which only a parting can be.
  private func holds(_ taking: Taking) -> Bool {
    guard taking.isParting, let later = takings[taking.id] else { return true }
    return later.allSatisfy(\.isParting)
  }

  /// Rows of version 1 kept no wrong first try: a right second one took it back and stood as hard.
  /// Its name follows on that of the row that takes back, at the same time. The first try decides:
  /// it is read as standing, and the second as practice.
  private mutating func settleSecondTries(of track: Track) {
    var wrong: Set<ReviewID> = []
    var hard: [ReviewID: Int] = [:]
    for entry in track.entries {
      if entry.grade == .again { wrong.insert(entry.id) }
      if entry.grade == .hard { hard[entry.id] = entry.time }
    }
    for taking in track.takings {
      let name = ReviewID(bits: taking.id.bits &+ 1)
      guard hard[name] == taking.time, wrong.contains(taking.target),
        // Taken back later, both were taken back.
        takings[name] == nil
      else { continue }
      voided.insert(name)
      if takings[taking.target]?.count == 1 { voided.remove(taking.target) }
    }
  }

  // MARK: Looking

  /// The questions that were ever answered or skipped.
  package var questions: [String] { tracks.map(\.question) }

  /// The questions about which something was decided.
  var questionsWithActs: [String] { tracks.filter { !$0.acts.isEmpty }.map(\.question) }

  /// Whether a row was taken back, or is a second try.
  package func isVoided(_ id: ReviewID) -> Bool { !voided.isEmpty && voided.contains(id) }

  /// Whether an entry counts by now.
  func counts(_ entry: Entry) -> Bool { entry.time <= horizon && !isVoided(entry.id) }

  /// Whether what was decided counts by now.
  func counts(_ act: Act) -> Bool { act.time <= horizon && !isVoided(act.id) }

  /// All answers and skips of a question, also those taken back, and those that it shared with another one before
  /// the two parted.
  package func entries(of question: String) -> [Entry] {
    guard let number = numbers[question] else { return [] }
    guard !links.isEmpty, let sources = links.sources(of: number) else {
      return tracks[number].entries
    }
    return sources.flatMap { track, until in
      until == .max ? tracks[track].entries : tracks[track].entries.filter { $0.time <= until }
    }.sorted(by: Entry.precedes)
  }

  /// The answers and skips of a question without those that it shared with another one before; nil where it never did.
  func entriesOfItsOwn(_ question: String) -> Set<ReviewID>? {
    guard !links.isEmpty, let number = numbers[question], links.hasBranches(number) else {
      return nil
    }
    return Set(links.same(as: number).flatMap { tracks[$0].entries.map(\.id) })
  }

  /// All that was decided about a question, also what was taken back.
  package func acts(on question: String) -> [Act] {
    guard let number = numbers[question] else { return [] }
    guard !links.isEmpty, let sources = links.sources(of: number) else {
      return tracks[number].acts
    }
    return Act.inOrder(
      sources.flatMap { track, until in tracks[track].acts.filter { $0.time <= until } })
  }

  /// A question under all its identities, itself among them.
  package func sameQuestions(as question: String) -> [String] {
    guard !links.isEmpty, let number = numbers[question] else { return [question] }
    return links.same(as: number).map { tracks[$0].question }
  }

  /// The questions of which rows may change what is known of this one, itself among them.
  func relatives(of question: String) -> [String] {
    guard !links.isEmpty, let number = numbers[question] else { return [question] }
    return links.relatives(of: number).map { tracks[$0].question }
  }

  /// Whether no row was taken back under the name of another question than its own, in all its identities.
  package var isSimple: Bool {
    var owners: [ReviewID: Int] = [:]
    for (number, track) in tracks.enumerated() {
      for taking in track.takings { owners[taking.target] = first(of: number) }
    }
    if owners.isEmpty { return true }
    for (number, track) in tracks.enumerated() {
      let own = first(of: number)
      let isOdd =
        track.entries.contains { owners[$0.id].map { $0 != own } ?? false }
        || track.acts.contains { owners[$0.id].map { $0 != own } ?? false }
      if isOdd { return false }
    }
    return true
  }

  private func first(of number: Int) -> Int { links.relatives(of: number)[0] }

  /// The questions that are known by several names, each with all of these; those with which they shared answers
  /// among them.
  package var groups: [[String]] {
    links.groups.map { members in members.map { tracks[$0].question } }.sorted { $0[0] < $1[0] }
  }

  /// One of the identities of a question, the same for all of them.
  package func representative(of question: String) -> String {
    links.isEmpty ? question : sameQuestions(as: question)[0]
  }

  /// One of the identities of a question and of those with which it ever shared answers, the same for all of them.
  package func family(of question: String) -> String {
    links.isEmpty ? question : relatives(of: question)[0]
  }

  /// The identity under which a question was answered first, be it as the one that it was until then: on both sides
  /// chance goes on as it began, so that no day moves where two part.
  func origin(of question: String) -> String {
    guard !links.isEmpty, let number = numbers[question], let sources = links.sources(of: number)
    else { return question }
    let first = sources.compactMap { source -> (track: Int, entry: Entry)? in
      guard let entry = tracks[source.track].entries.first, entry.time <= source.until else {
        return nil
      }
      return (source.track, entry)
    }.min { Entry.precedes($0.entry, $1.entry) }
    return first.map { tracks[$0.track].question } ?? question
  }

  /// The answers to a question that count.
  package func answers(to question: String) -> [Entry] {
    entries(of: question).filter { $0.grade != nil && counts($0) }
  }
}
