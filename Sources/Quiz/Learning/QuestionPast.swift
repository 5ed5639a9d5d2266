import Basics
import Scheduling

/// What became of a question, the latest first: each answer and each decision that counts.
package enum QuestionPast {
  /// One of them.
  package struct Line: Equatable, Sendable {
    /// The date on which it was, by the clock.
    package let day: String
    /// Whether an answer was right; nil for anything else.
    package let isRight: Bool?
    package let words: String
  }

  package static func lines(of question: String, in history: History) -> [Line] {
    var rows: [(time: Int, line: Line)] = []
    for entry in history.entries(of: question) where !history.isVoided(entry.id) {
      var parts: [String] = []
      switch entry.grade {
      case nil: parts.append("skipped")
      case .again?: parts.append("wrong")
      case .hard?: parts.append("with help, or in part")
      case .good?: parts.append("right")
      case .easy?: parts.append("easy")
      }
      if entry.duration > 0 {
        parts.append(counted(max(1, (entry.duration + 500) / 1000), "second"))
      }
      if let sure = entry.confidence { parts.append("\(sure) % sure") }
      rows.append(
        (
          entry.time,
          Line(
            day: entry.date.iso, isRight: entry.grade.map { $0 != .again },
            words: parts.joined(separator: ", "))
        ))
    }
    for act in history.acts(on: question) where !history.isVoided(act.id) {
      rows.append((act.time, Line(day: act.date.iso, isRight: nil, words: words(act.action))))
    }
    return rows.sorted { $0.time > $1.time }.map(\.line)
  }

  private static func words(_ action: Review.Action) -> String {
    switch action {
    case .flag(let remark): "flagged as bad" + (remark.isEmpty ? "" : ": \(remark)")
    case .unflag: "the flag taken away"
    case .suspend: "suspended"
    case .known: "known already"
    case .resume: "taken up again"
    case .bury(let day): "put off until \(day.iso)"
    case .due(let day): "set to come back on \(day.iso)"
    case .continues: "recognised after a change of its words or its place"
    case .branches:
      "recognised after a change in one of its files"
    case .weights: "the schedule fitted to your answers"
    }
  }
}
