import Notes
import Scheduling

/// How an answer becomes rows of the log: tries, confidence, grades. The first try decides.
extension Session {
  /// Enter was pressed on an answer that can be graded: what is to be stored.
  package mutating func answer(now: Moment) -> [Review] {
    guard let posed else { return [] }
    if posed.question.isSelfJudged, phase == .asking {
      phase = .judging
      return []
    }
    if asksConfidence, phase == .asking, tries == 1, !posed.question.isSelfJudged {
      phase = .confidence
      return []
    }
    return grade(now: now)
  }

  /// How sure the reader was, in percent.
  package mutating func answer(sure: Int, now: Moment) -> [Review] {
    guard phase == .confidence else { return [] }
    self.sure = sure
    return grade(now: now)
  }

  /// The answer is taken up again, before it was graded.
  package mutating func reconsider() { if phase == .confidence { phase = .asking } }

  /// The reader gives up: the answer is shown, and counts as wrong.
  package mutating func giveUp(now: Moment) -> [Review] {
    guard phase == .asking || phase == .retry, let posed else { return [] }
    isGivenUp = true
    let wasStored = phase == .retry
    phase = .revealed
    verdict = verdict ?? Verdict(credit: 0)
    guard !wasStored else { return [] }
    return store(.again, credit: 0, answer: "", posed, now)
  }

  private mutating func grade(now: Moment) -> [Review] {
    guard let posed else { return [] }
    let verdict = posed.form.verdict
    self.verdict = verdict
    phase = !verdict.isRight && offersRetry ? .retry : .revealed
    if tries > 1 { return [practice(verdict, posed, now)] }
    var grade = Grade(correct: verdict.isRight, hints: hintsShown)
    if posed.question.isSelfJudged, !verdict.isRight, verdict.credit > 0 { grade = .hard }
    return store(grade, credit: verdict.credit, answer: posed.form.answer, posed, now)
  }

  /// A second try as a row: it is kept, and changes nothing.
  private func practice(_ verdict: Verdict, _ posed: PresentedQuestion, _ now: Moment) -> Review {
    Review(
      id: ReviewID(bits: now.random), question: posed.question.id, kind: .skip, time: now.utc,
      offset: now.offset, seed: posed.seed, answer: posed.form.answer, credit: verdict.credit,
      hints: hintsShown, duration: max(0, now.utc - shownAt))
  }

  /// Stores an answer; where the reader says that it was easy, in place of the one stored before.
  private mutating func store(
    _ grade: Grade, credit: Double, answer: String, _ posed: PresentedQuestion, _ now: Moment
  ) -> [Review] {
    var rows: [Review] = []
    var random = now.random
    if let stored {
      rows.append(void(stored, question: posed.question.id, now, random: random))
      random &+= 1
      answered.removeLast()
    }
    let id = ReviewID(bits: random)
    let duration = max(0, now.utc - shownAt)
    rows.append(
      Review(
        id: id, question: posed.question.id, kind: .answer(grade), time: now.utc,
        offset: now.offset, seed: posed.seed, answer: answer, credit: credit, hints: hintsShown,
        confidence: sure, duration: duration))
    stored = id
    given.append((posed.question.id, id))
    again.removeAll { $0.question == posed.question.id }
    if grade == .again,
      answered.count(where: { $0.question == posed.question.id && $0.grade == .again }) < 2,
      scope.question == nil
    {
      again.append((posed.question.id, asked + 4))
    }
    skipped.remove(posed.question.id)
    answered.append(
      Answered(
        question: posed.question.id, lesson: posed.question.lesson, grade: grade, credit: credit,
        duration: duration))
    return rows
  }

  func void(
    _ id: ReviewID, question: String, _ now: Moment, random: UInt128
  ) -> Review {
    Review(
      id: ReviewID(bits: random), question: question, kind: .void(id), time: now.utc,
      offset: now.offset)
  }

  /// Another try after a wrong one, for practice.
  package mutating func retry() {
    guard phase == .retry else { return }
    tries += 1
    verdict = nil
    phase = .asking
  }

  /// Everything is shown after a wrong first try.
  package mutating func reveal() { if phase == .retry { phase = .revealed } }

  /// The reader says that it was easy: the stored answer is replaced.
  package mutating func easy(now: Moment) -> [Review] {
    guard phase == .revealed, let posed, let verdict, verdict.isRight, stored != nil,
      answered.last?.grade == .good
    else { return [] }
    return store(
      .easy, credit: verdict.credit, answer: posed.form.answer, posed,
      Moment(utc: now.utc, offset: now.offset, random: now.random))
  }

  /// Leaves the question unanswered, without penalty.
  package mutating func skip(now: Moment) -> [Review] {
    guard phase == .asking, let posed else { return [] }
    skipped.insert(posed.question.id)
    given.append((posed.question.id, ReviewID(bits: now.random)))
    return [
      Review(
        id: ReviewID(bits: now.random), question: posed.question.id, kind: .skip, time: now.utc,
        offset: now.offset, seed: posed.seed, hints: hintsShown,
        duration: max(0, now.utc - shownAt))
    ]
  }

  /// Whether a second try makes sense.
  private var offersRetry: Bool {
    guard let posed, tries == 1, !isGivenUp else { return false }
    return posed.form.offersRetry && !posed.question.isSelfJudged
  }
}
