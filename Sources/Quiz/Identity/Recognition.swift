import Basics
import Notes
import Scheduling

/// Finds questions again whose words or place have changed, so that they keep their history: those that
/// the notes have lost are matched with new ones that are like them. What other files hold still goes on there by
/// itself: a question that was it has what was answered until then.
package struct Recognition: Sendable {
  /// A question of the notes, and which one it was.
  package struct Match: Equatable, Sendable {
    package let question: String
    package let former: String
    /// The moment up to which the two were one, in milliseconds of Unix time; nil where only this one is left.
    package var until: Int?
  }

  /// What was found again.
  package private(set) var matches: [Match] = []
  /// Which of them are no news: those that only have another name now, with the same words at the same place, and
  /// those whose file went, or came back, and which were recognised when their words changed.
  private var untold: Set<Int> = []
  /// How many questions were one that both stand in files.
  private var parted = 0
  /// What is to be remembered of the questions of the notes.
  package private(set) var known: [KnownQuestion] = []

  /// So many that are gone are remembered.
  private static let mostLost = 2_000

  /// - Parameters:
  ///   - before: the questions of these notes as they were last seen.
  ///   - others: those of other notes that no longer hold them, where these were never seen: a file may have
  ///     been renamed. The keys of their lessons are as seen from these notes.
  ///   - held: those of other notes that hold them still: they are told from these by what they ask for.
  ///   - elsewhere: the identities of questions that files hold which are none of these notes.
  package init(
    _ bank: QuestionBank, in library: Library, before: [KnownQuestion],
    others: [KnownQuestion] = [], held: [KnownQuestion] = [], elsewhere: Set<String> = [],
    progress: Progress
  ) {
    let now = bank.questions.enumerated().map { $1.known(at: $0, in: library) }
    let seen = Set(before.map(\.id))
    let succession = Succession(library, words: bank.words)
    let history = progress.history
    matches =
      FormerNames(
        bank, known: { now[$0] }, history: history,
        remembered: before.map { ($0, true) } + (others + held).map { ($0, false) },
        succession: succession, isKnown: progress.knows
      ).matches
    untold.formUnion(matches.indices)
    let shared = SharedQuestions(bank, in: library, elsewhere: elsewhere, history)
    for (question, former) in shared.parting {
      if let until = history.parting(of: question, from: former) {
        // A file came back: both are what they were before it went.
        untold.insert(matches.count)
        matches.append(Match(question: question, former: former, until: until))
      } else {
        parted += 1
        matches.append(match(question, former, history, isShared: true))
      }
    }
    let lost = before.filter { bank[$0.id] == nil && progress.knows($0.id) }
    // One that was seen beside the lost one and never answered, where that one's file is gone, or it is the same to
    // the letter: a file was moved while these notes were open, or copied, and the first one taken away.
    let texts = Set(lost.map(\.text))
    let isFileGone = lost.contains { succession.file(of: $0.lesson) == nil }
    let found = now.filter {
      !progress.knows($0.id)
        && (isFileGone || !seen.contains($0.id) || texts.contains($0.text))
    }
    if !found.isEmpty {
      let left = before.filter { progress.knows($0.id) && shared.isLeft($0, by: succession) }
      let elsewhere = others.filter { bank[$0.id] == nil && progress.knows($0.id) }
      match(found, with: lost + left, history, succession, shared, seen: seen)
      match(found, with: elsewhere, history, succession, shared, seen: seen)
    }
    // What branched off one that another file held is all that is left of it.
    for question in now {
      for former in history.origins(ofBranch: question.id)
      where lost.contains(where: { $0.id == former }) && !shared.isHeld(former) {
        untold.insert(matches.count)
        matches.append(match(question.id, former, history, isShared: false))
      }
    }
    let matched = Set(matches.map(\.former))
    let gone = lost.filter { !matched.contains($0.id) && !$0.isCopy }.prefix(Self.mostLost)
    known = now + shared.copies(of: now) + gone.map(\.gone).sorted { $0.id < $1.id }
  }

  /// Whether a log has answers under names that were made before and that no question continues yet.
  package static func hasFormerNames(_ history: History) -> Bool {
    history.questions.contains {
      FormerName.has($0) && history.sameQuestions(as: $0).count == 1
    }
  }

  /// Matches those that are like each other, the likest first.
  private mutating func match(
    _ found: [KnownQuestion], with lost: [KnownQuestion], _ history: History,
    _ succession: Succession, _ shared: SharedQuestions, seen: Set<String>
  ) {
    let done = Set(matches.map(\.question))
    var taken = Set(matches.filter { $0.until == nil }.map(\.former))
    let found = found.filter { !done.contains($0.id) }
    let pairs = LikestPairs(found, lost) {
      // Another revision begins again.
      Directive.base(of: $1.id) != Directive.base(of: $0.id)
        && !(shared.isInNotes($1.id)
          && succession.file(of: $0.lesson) != succession.file(of: $1.lesson))
        && (!seen.contains($0.id) || $0.text == $1.text || succession.file(of: $1.lesson) == nil)
        && succession.mayBe($0, $1) && !history.wasParted($0.id, from: $1.id)
    }
    for (question, former) in pairs.pairs {
      // One goes on with it; others have what was there until now.
      let isShared = shared.isHeld(former.id) || !taken.insert(former.id).inserted
      matches.append(match(question.id, former.id, history, isShared: isShared))
    }
  }

  private func match(
    _ question: String, _ former: String, _ history: History, isShared: Bool
  ) -> Match {
    Match(
      question: question, former: former,
      until: isShared ? history.lastTime(of: former) ?? 0 : nil)
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
      let action: Review.Action =
        match.until.map { .branches(match.former, until: $0) } ?? .continues(match.former)
      return Review(
        id: name(match.question, action.text), question: match.question, kind: .action(action),
        time: now.utc, offset: now.offset, version: version)
    }
  }

  private static func name(_ question: String, _ former: String) -> ReviewID {
    let text = "\(question)\u{1F}\(former)"
    let halves = ["", "\u{1F}"].map { UInt128(StableHash(($0 + text).utf8).value) }
    return ReviewID(bits: halves[0] << 64 | halves[1])
  }

  /// Of what is there for each match, such as the rows that say so, what the reader is told of.
  package func told<Row>(of rows: [Row]) -> [Row] {
    rows.indices.filter { !untold.contains($0) }.map { rows[$0] }
  }

  /// In words, for the reader; nil where nothing is news.
  package var words: String? {
    let changed = matches.count - untold.count - parted
    let words = [
      changed == 0
        ? nil
        : changed == 1
          ? "A question was recognised whose words or place had changed: its answers count on"
          : "\(changed) questions were recognised whose words or place had changed: their answers count on",
      parted == 0
        ? nil
        : parted == 1
          ? "A question was changed in one of two files: each has its own answers from now on"
          : "\(parted) questions were changed in one of two files: each has its own answers from now on",
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ". ")
  }
}

extension KnownQuestion {
  /// All that it says.
  fileprivate var text: [String?] { [kind, words, asked, key] }

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
