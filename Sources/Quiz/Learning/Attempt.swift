import Scheduling

/// A question being answered: its tries, and what is known of the answer.
struct Attempt: Sendable {
  private(set) var posed: PresentedQuestion
  private(set) var phase = Session.Phase.asking
  private(set) var hintsShown = 0
  private(set) var tries = 1
  private(set) var verdict: Verdict?
  private(set) var isGivenUp = false
  /// The row of the log that holds its answer.
  private(set) var stored: ReviewID?
  private var sure: Int?
  /// Whether anything was answered yet, be it not graded.
  private var isTouched = false
  private let shownAt: Int
  /// Of the schedule that its rows are made under.
  private let version: String
  /// Of the rows of answers that may choose the day on which the question comes back, by grade.
  private let versions: [Grade: String]
  /// Whether there is one try alone.
  private let isOnce: Bool

  init(
    _ posed: PresentedQuestion, at time: Int, version: String, versions: [Grade: String],
    isOnce: Bool
  ) {
    self.posed = posed
    self.versions = versions
    self.isOnce = isOnce
    self.version = version
    shownAt = time
  }

  var question: Question { posed.question }

  /// Whether an answer can be given now.
  var takesAnswer: Bool { phase == .judging || phase == .asking && !question.isSelfJudged }

  /// Whether a second try makes sense.
  private var offersRetry: Bool {
    tries == 1 && !isOnce && !isGivenUp && posed.form.offersRetry && !question.isSelfJudged
  }

  // MARK: On its way

  mutating func update(_ change: (inout any AnswerForm) -> Bool) -> Bool {
    guard takesAnswer else { return false }
    isTouched = true
    return change(&posed.form)
  }

  /// Takes in the words of all notes, where it began before those were known and nothing was answered yet.
  mutating func learn(_ words: KnownWords) {
    guard !isTouched, phase == .asking, tries == 1,
      let again = try? PresentedQuestion(
        question, seed: posed.seed, support: posed.support, words: words)
    else { return }
    posed = again
  }

  /// Whether there is another hint to ask for.
  var hasHint: Bool { phase == .asking && hintsShown < posed.hints.count }

  mutating func hint() -> Bool {
    guard hasHint else { return false }
    hintsShown += 1
    return true
  }

  /// Before it is graded: what there is to compare with is shown, or how sure one is asked.
  mutating func pause(askingHowSure asks: Bool) -> Bool {
    guard phase == .asking else { return false }
    if question.isSelfJudged {
      phase = .judging
    } else if asks, tries == 1 {
      phase = .confidence
    } else {
      return false
    }
    return true
  }

  mutating func say(sure: Int) -> Bool {
    guard phase == .confidence else { return false }
    self.sure = sure
    return true
  }

  mutating func reconsider() { if phase == .confidence { phase = .asking } }

  /// Judges the answer, and leaves room for another try where one makes sense.
  mutating func judge() -> Verdict {
    let verdict = posed.form.verdict
    self.verdict = verdict
    phase = !verdict.isRight && offersRetry ? .retry : .revealed
    return verdict
  }

  /// Shows the answer; false where it was given already.
  mutating func giveUp() -> Bool {
    guard phase == .asking || phase == .retry else { return false }
    isGivenUp = true
    defer { phase = .revealed }
    verdict = verdict ?? Verdict(credit: 0)
    return phase == .asking
  }

  mutating func retry() {
    guard phase == .retry else { return }
    tries += 1
    verdict = nil
    phase = .asking
  }

  mutating func reveal() { if phase == .retry { phase = .revealed } }

  // MARK: As rows of the log

  /// The row of an answer; it is the one that counts from now on.
  mutating func store(
    _ grade: Grade, credit: Double, answer: String, _ now: Moment, as id: ReviewID
  ) -> Review {
    stored = id
    return row(.answer(grade), id, now, answer: answer, credit: credit, confidence: sure)
  }

  /// A second try: it is kept, and changes nothing.
  func practice(_ verdict: Verdict, _ now: Moment) -> Review {
    row(
      .skip, ReviewID(bits: now.random), now, answer: posed.form.answer, credit: verdict.credit)
  }

  func skip(_ now: Moment) -> Review { row(.skip, ReviewID(bits: now.random), now) }

  func duration(until now: Moment) -> Int { max(0, now.utc - shownAt) }

  private func row(
    _ kind: Review.Kind, _ id: ReviewID, _ now: Moment, answer: String = "",
    credit: Double = 0, confidence: Int? = nil
  ) -> Review {
    let chosen: String? = if case .answer(let grade) = kind { versions[grade] } else { nil }
    return Review(
      id: id, question: question.id, kind: kind, time: now.utc, offset: now.offset,
      seed: posed.seed, answer: answer, credit: credit, hints: hintsShown, confidence: confidence,
      duration: duration(until: now), version: chosen ?? version)
  }
}
