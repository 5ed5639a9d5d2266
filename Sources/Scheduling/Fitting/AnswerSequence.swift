import Basics
import Libc

/// The answers to one question in their order, as weights are fitted to them.
package struct AnswerSequence: Equatable, Sendable {
  /// An answer, and the whole study days since the one before.
  package struct Answer: Equatable, Sendable {
    package let grade: Grade
    package let days: Int
    /// Whether it counts elsewhere already: what two questions shared leads to the memory of either, and is fitted to
    /// once.
    package let isShared: Bool

    package init(_ grade: Grade, days: Int, isShared: Bool = false) {
      self.grade = grade
      self.days = days
      self.isShared = isShared
    }

    /// Whether it is one that weights are fitted to.
    var isFitted: Bool { !isShared && AnswerSequence.tellsRecall(afterDays: days) }
  }

  /// Later answers to a question say little more.
  private static let most = 64

  let answers: [Answer]

  /// The first of these answers.
  package init(_ answers: some Sequence<Answer>) { self.answers = Array(answers.prefix(Self.most)) }

  /// Whether an answer tells how much was remembered: one a day or more after the one before does.
  static func tellsRecall(afterDays days: Int) -> Bool { days > 0 }

  /// How many of them do.
  package var count: Int { answers.dropFirst().count(where: \.isFitted) }

  /// The log-loss of what the formulas expected at each answer that tells it, added up.
  func loss<Number: Quantity>(_ formulas: FSRS<Number>, _ tell: (Number, Bool) -> Void) {
    guard let first = answers.first else { return }
    var stability = formulas.firstStability(first.grade)
    var difficulty = formulas.firstDifficulty(first.grade)
    for answer in answers.dropFirst() {
      if answer.isFitted {
        tell(
          formulas.retrievability(stability: stability, days: answer.days), answer.grade != .again)
      }
      if Self.tellsRecall(afterDays: answer.days) {
        stability = formulas.nextStability(
          stability, difficulty: difficulty, days: answer.days, answer.grade)
      } else {
        stability = formulas.sameDayStability(stability, answer.grade)
      }
      difficulty = formulas.nextDifficulty(difficulty, answer.grade)
    }
  }
}

extension History {
  /// The answers that count, by question: what weights can be fitted to. Those that ever shared answers have one name.
  package var sequences: [(question: String, answers: AnswerSequence)] {
    questions.compactMap { question in
      guard representative(of: question) == question else { return nil }
      var last: StudyDay?
      let own = entriesOfItsOwn(question)
      let answers = answers(to: question).compactMap { entry -> AnswerSequence.Answer? in
        guard let grade = entry.grade else { return nil }
        defer { last = entry.day }
        return AnswerSequence.Answer(
          grade, days: last.map { entry.day.days(since: $0) } ?? 0,
          isShared: own?.contains(entry.id) == false)
      }
      return answers.isEmpty ? nil : (family(of: question), AnswerSequence(answers))
    }
  }
}

extension Weights {
  /// The mean log-loss of what was expected under these weights: how far it was from what was known.
  package func loss(_ sequences: [AnswerSequence]) -> Double {
    let formulas = FSRS(values)
    var (sum, count) = (0.0, 0)
    for sequence in sequences {
      sequence.loss(formulas) { chance, isKnown in
        sum += LogLoss.of(chance, isKnown)
        count += 1
      }
    }
    return sum / Double(max(1, count))
  }
}

/// −ln of the chance that what happened was given.
enum LogLoss {
  /// Nothing costs more, certain as one may have been of the opposite.
  private static let worst = 100.0

  static func of(_ chance: Double, _ isKnown: Bool) -> Double {
    min(worst, -log(isKnown ? chance : 1 - chance))
  }

  /// Its derivative by the chance.
  static func slope(_ chance: Double, _ isKnown: Bool) -> Double {
    guard of(chance, isKnown) < worst else { return 0 }
    return isKnown ? -1 / chance : 1 / (1 - chance)
  }
}
