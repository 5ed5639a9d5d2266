import Basics
import Scheduling

/// What was answered elsewhere, as rows of the log.
enum ForeignHistory {
  /// A row for each answer, those that a wrong clock gave left out. Each has the same name each time, so that a
  /// second import adds none.
  ///
  /// - Parameter now: gives the zone, which other programs do not keep.
  static func rows(of cards: ForeignCards, now: Moment) -> [Review] {
    cards.answers.flatMap { question, answers in
      answers.filter { (0...now.utc).contains($0.time) }.map { answer in
        let text = "\(question)\u{1F}\(answer.time)\u{1F}\(answer.grade.rawValue)"
        let halves = ["anki", "anki\u{1F}"].map { UInt128(StableHash(($0 + text).utf8).value) }
        return Review(
          id: ReviewID(bits: halves[0] << 64 | halves[1]), question: question,
          kind: .answer(answer.grade), time: answer.time, offset: now.offset,
          credit: answer.grade == .again ? 0 : 1, duration: answer.duration)
      }
    }
  }
}

extension ForeignCards {
  /// The answers that came with the cards, as rows of the log.
  package func history(_ now: Moment) -> [Review] { ForeignHistory.rows(of: self, now: now) }
}
