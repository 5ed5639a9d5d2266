import Notes
import Scheduling

/// Which questions of the notes are listed.
package enum QuestionFilter: String, CaseIterable, Sendable {
  case all, due, new, weak, slipping, flagged, held, recognised

  /// As a heading of the list says it.
  package var name: String {
    switch self {
    case .all: "all"
    case .due: "due"
    case .new: "never asked"
    case .weak: "weak"
    case .slipping: "slipping"
    case .flagged: "flagged"
    case .held: "set aside"
    case .recognised: "recognised"
    }
  }

  /// The questions that it lets through, and that hold all words of a text in their title, their lesson's
  /// number or title, or the name of their kind: in the order of the notes, weak ones the weakest first, and those that
  /// slip the most often first.
  package func questions(
    of bank: QuestionBank, in library: Library, _ progress: Progress, text: String, now: Int,
    today: StudyDay
  ) -> [Question] {
    let words = FilterWords(text)
    var found = bank.questions.filter { question in
      lets(question, progress, now: now, today: today)
        && (words.isEmpty
          || words.match(
            [question.title, library[question.lesson]?.shownTitle ?? "", question.kindName]
              .joined(separator: " "), number: library.number(of: question.lesson)))
    }
    if self == .weak {
      let slips = found.compactMap { question in
        progress.cards[question.id].flatMap { Report.Weak(question.id, $0, on: today) }
      }.sorted { $0.isWeaker(than: $1) }
      found = slips.compactMap { bank[$0.question] }
    }
    if self == .slipping {
      let lapses = found.enumerated().map {
        (place: $0, lapses: progress.cards[$1.id]?.lapses ?? 0)
      }
      found = lapses.sorted { ($1.lapses, $0.place) < ($0.lapses, $1.place) }.map {
        found[$0.place]
      }
    }
    return found
  }

  private func lets(_ question: Question, _ progress: Progress, now: Int, today: StudyDay) -> Bool {
    switch self {
    case .all: true
    case .due: progress.isDue(question.id, at: now, on: today)
    case .new: progress.cards[question.id] == nil
    case .weak: progress.cards[question.id].map { $0.wrong > 0 } ?? false
    case .slipping: Leech.isOne(progress.cards[question.id])
    case .flagged: progress.standing(of: question.id).flag != nil
    case .held: !progress.standing(of: question.id).isAsked(on: today)
    case .recognised: progress.history.matches(of: question.id).contains(where: \.canBeUndone)
    }
  }
}
