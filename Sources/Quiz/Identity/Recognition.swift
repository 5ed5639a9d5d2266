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
  package init(
    _ bank: QuestionBank, in library: Library, before: [KnownQuestion],
    others: [KnownQuestion] = [],
    progress: Progress
  ) {
    let now = bank.questions.enumerated().map { $1.known(at: $0, in: library) }
    let seen = Set(before.map(\.id))
    let found = now.filter { !seen.contains($0.id) && !progress.knows($0.id) }
    let lost = before.filter { bank[$0.id] == nil && progress.knows($0.id) }
    match(found, with: lost, progress, library, isSameNotes: true)
    let elsewhere = others.filter { bank[$0.id] == nil && progress.knows($0.id) }
    match(found, with: elsewhere, progress, library, isSameNotes: false)
    let matched = Set(matches.map(\.former))
    let gone = lost.filter { !matched.contains($0.id) }.prefix(Self.mostLost).map(\.gone)
    known = now + gone.sorted { $0.id < $1.id }
  }

  /// Matches those that are like each other, the likest first.
  private mutating func match(
    _ found: [KnownQuestion], with lost: [KnownQuestion], _ progress: Progress,
    _ library: Library, isSameNotes: Bool
  ) {
    let done = Set(matches.flatMap { [$0.question, $0.former] })
    let found = found.filter { !done.contains($0.id) }
    let lost = lost.filter { !done.contains($0.id) }
    guard !found.isEmpty, !lost.isEmpty else { return }
    let succession = Succession(library)
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
    matches.map { match in
      Review(
        id: Self.name(match), question: match.question, kind: .action(.continues(match.former)),
        time: now.utc, offset: now.offset, version: scheduler.version)
    }
  }

  private static func name(_ match: Match) -> ReviewID {
    let text = "\(match.question)\u{1F}\(match.former)"
    let halves = ["", "\u{1F}"].map { UInt128(StableHash(($0 + text).utf8).value) }
    return ReviewID(bits: halves[0] << 64 | halves[1])
  }

  /// In words, for the reader.
  package var words: String? {
    switch matches.count {
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
    let parts = [title, section.prompt.plainText] + kind.identity
    return KnownQuestion(
      id: id, place: place, lesson: library.key(of: lesson), kind: kindName,
      words: Self.remembered(parts), key: Self.remembered(asksFor))
  }

  /// What is asked for: what stands in the answer marks, the right options, the steps or pairs, else what is
  /// told afterwards.
  private var asksFor: [String] {
    let blanks = section.blanks.compactMap { index in
      if case .blank(let text) = section.marks.all[index] { text } else { nil }
    }
    let ticked = section.answers?.list?.items.filter { $0.task == true } ?? []
    let key = blanks + ticked.map(\.blocks.plainText)
    if !key.isEmpty { return key }
    return kind.identity.isEmpty ? [section.explanation.plainText] : kind.identity
  }

  private static func remembered(_ parts: [String]) -> String {
    // Control characters part words from key where both are stored.
    String(parts.joined(separator: " ").replacing("\u{1F}", with: " ").prefix(mostWords))
  }
}
