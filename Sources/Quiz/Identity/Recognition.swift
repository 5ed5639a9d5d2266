import Basics
import Notes
import Scheduling

/// Finds questions again whose words or place have changed, so that they keep their history: those that
/// the notes have lost are matched with new ones that are like them.
package struct Recognition: Sendable {
  /// A question of the notes, and which one it was.
  package struct Match: Equatable, Sendable {
    package let question: String
    package let former: String
  }

  /// What was found again.
  package private(set) var matches: [Match] = []
  /// How many of them only have another name now, with the same words at the same place.
  private var renamed = 0
  /// What is to be remembered of the questions of the notes.
  package private(set) var known: [KnownQuestion] = []

  /// How much two questions have to have in common that are of other notes altogether.
  private static let enoughInOtherNotes = 0.97
  /// So many that are gone are remembered.
  private static let mostLost = 2_000

  /// - Parameters:
  ///   - before: the questions of these notes as they were last seen.
  ///   - others: those of other notes that no longer hold them, where these were never seen: a file may have
  ///     been renamed. The keys of their lessons are as seen from these notes.
  ///   - held: those of other notes that hold them still: they are told from these by what they ask for.
  package init(
    _ bank: QuestionBank, in library: Library, before: [KnownQuestion],
    others: [KnownQuestion] = [], held: [KnownQuestion] = [],
    progress: Progress
  ) {
    let now = bank.questions.enumerated().map { $1.known(at: $0, in: library) }
    let seen = Set(before.map(\.id))
    let succession = Succession(library)
    matches =
      FormerNames(
        bank, known: { now[$0] }, history: progress.history,
        remembered: before.map { ($0, true) } + (others + held).map { ($0, false) },
        succession: succession, isKnown: progress.knows
      ).matches
    renamed = matches.count
    let found = now.filter { !seen.contains($0.id) && !progress.knows($0.id) }
    let lost = before.filter { bank[$0.id] == nil && progress.knows($0.id) }
    match(found, with: lost, progress, succession, isSameNotes: true)
    let elsewhere = others.filter { bank[$0.id] == nil && progress.knows($0.id) }
    match(found, with: elsewhere, progress, succession, isSameNotes: false)
    let matched = Set(matches.map(\.former))
    let gone = lost.filter { !matched.contains($0.id) }.prefix(Self.mostLost).map(\.gone)
    known = now + gone.sorted { $0.id < $1.id }
  }

  /// Whether a log has answers under names that were made before and that no question continues yet.
  package static func hasFormerNames(_ history: History) -> Bool {
    history.questions.contains {
      FormerName.has($0) && history.sameQuestions(as: $0).count == 1
    }
  }

  /// Matches those that are like each other, the likest first.
  private mutating func match(
    _ found: [KnownQuestion], with lost: [KnownQuestion], _ progress: Progress,
    _ succession: Succession, isSameNotes: Bool
  ) {
    let done = Set(matches.flatMap { [$0.question, $0.former] })
    let found = found.filter { !done.contains($0.id) }
    let lost = lost.filter { !done.contains($0.id) }
    let pairs = LikestPairs(found, lost, least: isSameNotes ? nil : Self.enoughInOtherNotes) {
      // Another revision begins again.
      Directive.base(of: $1.id) != Directive.base(of: $0.id)
        && succession.mayBe($0, $1) && !progress.history.wasParted($0.id, from: $1.id)
    }
    matches += pairs.pairs.map { Match(question: $0.found.id, former: $0.former.id) }
  }

  /// The rows of the log that say so. Each device that finds the same gives it the same name, so that
  /// taking it back on one takes it back on all.
  package func rows(_ now: Moment, under scheduler: Scheduler) -> [Review] {
    Self.rows(matches, now, version: scheduler.version)
  }

  static func rows(
    _ matches: [Match], _ now: Moment, version: String = Scheduler.version
  ) -> [Review] {
    matches.map { match in
      Review(
        id: name(match), question: match.question, kind: .action(.continues(match.former)),
        time: now.utc, offset: now.offset, version: version)
    }
  }

  private static func name(_ match: Match) -> ReviewID {
    let text = "\(match.question)\u{1F}\(match.former)"
    let halves = ["", "\u{1F}"].map { UInt128(StableHash(($0 + text).utf8).value) }
    return ReviewID(bits: halves[0] << 64 | halves[1])
  }

  /// In words, for the reader.
  package var words: String? {
    switch matches.count - renamed {
    case 0: nil
    case 1: "A question was recognised whose words or place had changed: its answers count on"
    case let count:
      "\(count) questions were recognised whose words or place had changed: their answers count on"
    }
  }
}

extension KnownQuestion {
  /// The same, no longer in the notes.
  var gone: KnownQuestion {
    var gone = self
    gone.place = nil
    return gone
  }
}

extension Question {
  /// More of its words say nothing more of which one it is.
  private static let mostWords = 1_500

  /// What is remembered of it.
  func known(at place: Int, in library: Library) -> KnownQuestion {
    return KnownQuestion(
      id: id, place: place, lesson: library.key(of: lesson), kind: kindName,
      words: Self.remembered(askedWords + kind.identity), asked: Self.remembered(askedWords),
      key: Self.remembered(asksFor))
  }

  /// What is asked for: what stands in the answer marks, the right options, the steps or pairs, else what is
  /// told afterwards.
  private var asksFor: [String] {
    let key = section.keysMarked
    if !key.isEmpty { return key }
    return kind.identity.isEmpty ? [section.explanation.plainText] : kind.identity
  }

  private static func remembered(_ parts: [String]) -> String {
    // Control characters part what is asked, what is offered and the key where all are stored.
    let text = String(
      parts.joined(separator: " ").map { "\u{1E}\u{1F}".contains($0) ? " " : $0 })
    return String(text.prefix(mostWords))
  }
}
