/// One row of the append-only log that everything about progress is derived from.
package struct Review: Hashable, Sendable {
  /// What happened.
  package enum Kind: Hashable, Sendable {
    /// The question was answered and earned this grade.
    case answer(Grade)
    /// The answer or skip with this identifier was taken back.
    case void(ReviewID)
    /// Nothing that counts: the question was left unanswered or, where the row holds an answer,
    /// answered once more after a wrong try, for practice.
    case skip
    /// Something was decided about the question.
    case action(Action)
  }

  /// The row's name, unique over all devices.
  package let id: ReviewID
  /// The question's identifier.
  package let question: String
  /// What happened.
  package let kind: Kind
  /// When it happened, in milliseconds of Unix time.
  package let time: Int
  /// The local zone's offset from UTC at that moment, in minutes, east positive.
  package let offset: Int
  /// The seed that rebuilds the instance of the question that was shown.
  package let seed: UInt64
  /// The answer as it was given, as text; what an action says.
  package let answer: String
  /// How much of the answer was right, from 0 to 1.
  package let credit: Double
  /// How many hints were shown before the answer.
  package let hints: Int
  /// How sure the reader was before the reveal, in percent, where asked.
  package let confidence: Int?
  /// How long the question was on the screen, in milliseconds.
  package let duration: Int
  /// The scheduling algorithm in force.
  package let algorithm: String
  /// The version of that algorithm.
  package let version: String

  /// A row of the log; numbers outside `Limits` are moved to the nearest bound, NaN counts as 0.
  package init(
    id: ReviewID, question: String, kind: Kind, time: Int, offset: Int, seed: UInt64 = 0,
    answer: String = "", credit: Double = 0, hints: Int = 0, confidence: Int? = nil,
    duration: Int = 0, algorithm: String = Scheduler.algorithm,
    version: String = Scheduler.version
  ) {
    self.id = id
    self.question = question
    self.kind = kind
    self.time = Limits.time.nearest(to: time)
    self.offset = Limits.offset.nearest(to: offset)
    self.seed = seed
    if case .action(let action) = kind { self.answer = action.text } else { self.answer = answer }
    self.credit = credit > 0 ? min(credit, 1) : 0
    self.hints = Limits.hints.nearest(to: hints)
    self.confidence = confidence.map(Limits.confidence.nearest)
    self.duration = Limits.duration.nearest(to: duration)
    self.algorithm = algorithm
    self.version = version
  }

  /// Whether the row is a second try: kept, but nothing follows from it.
  package var isPractice: Bool { kind == .skip && !answer.isEmpty }

  /// What a row says that takes a match back because the reader parted the two questions: that is a decision,
  /// which an undo takes back; an undo says nothing.
  package static let parting = "separate"

  /// Whether the row parts two questions that were taken for one.
  package var isParting: Bool {
    if case .void = kind { answer == Self.parting } else { false }
  }

  /// The bounds that every row obeys; those of text hold for imported rows.
  package enum Limits {
    /// Milliseconds of Unix time: the years 1970 to 9999.
    package static let time = 0...253_402_300_799_999
    /// Minutes east of UTC, a little wider than any zone that has been in use.
    package static let offset = -1080...1080
    /// Hints shown, also far beyond any question.
    package static let hints = 0...10_000
    /// Percent.
    package static let confidence = 0...100
    /// Milliseconds: up to a thousand days.
    package static let duration = 0...86_400_000_000
    /// Bytes of the question's identifier.
    package static let question = 1...1_000
    /// Bytes of the answer's text.
    package static let answer = 0...1_000_000
    /// Bytes of the algorithm's name, and of its version.
    package static let algorithm = 0...100
  }
}

extension ClosedRange where Bound == Int {
  /// The number of this range that is closest to the given one.
  fileprivate func nearest(to value: Int) -> Int {
    Swift.min(Swift.max(value, lowerBound), upperBound)
  }
}
