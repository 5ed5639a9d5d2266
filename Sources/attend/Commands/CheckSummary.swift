import Basics
import JSONText
import Notes
import Quiz
import Scheduling
import Screens

/// What was looked at, in numbers: a check that finds nothing tells by it that nothing was overlooked.
struct CheckSummary {
  var errors = 0
  var warnings = 0
  private var lessons = 0
  private var withoutQuestion = 0
  /// Written questions, by the names of their kinds.
  private var kinds: [String: Int] = [:]
  private var generated = 0
  private var draws = 0
  private var unnamed = 0
  private var broken = 0
  /// Of those without an identity, how many were answered.
  private var answered = 0
  /// What asked questions that the notes have no more.
  private var orphans: [String] = []

  mutating func add(_ library: Library, _ bank: QuestionBank) {
    for id in library.lessonIDs {
      lessons += 1
      if bank.questions(of: id).isEmpty { withoutQuestion += 1 }
    }
    broken += bank.leftOut
    for question in bank.questions {
      draws += QuestionCheck.draws(of: question)
      if question.isGenerated {
        generated += 1
      } else {
        kinds[question.kindName, default: 0] += 1
        if question.section.directive.id == nil { unnamed += 1 }
      }
    }
  }

  /// Takes in what one's own log says of these questions.
  mutating func addAnswers(
    to bank: QuestionBank, of library: Library, environment: [String: String]
  ) {
    let session = ProgressSession(key: library.key, environment: environment)
    let progress = session.progress(of: bank, in: library).progress
    answered += bank.questions.count {
      !$0.isGenerated && $0.section.directive.id == nil && progress.knows($0.id)
    }
    orphans += session.ownQuestions().filter { question in
      bank.question(named: question.id, in: progress.history) == nil
        && progress.knows(question.id)
        && !question.id.hasPrefix("made-")
    }.map(\.words)
  }

  /// How many questions are written.
  private var written: Int { kinds.values.reduce(0, +) }

  var lines: [String] {
    let names = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    var lines = [
      "\(counted(errors, "error")), \(counted(warnings, "warning"))",
      "\(counted(lessons, "lesson")), \(withoutQuestion) of them without a question",
      "\(counted(written, "question"))" + (names.isEmpty ? "" : " (\(names))")
        + (broken > 0 ? ", \(broken) more that cannot be asked" : "")
        + (generated > 0 ? "; \(generated) made from the notes" : "")
        + "; \(counted(draws, "draw")) solved",
    ]
    if unnamed > 0 {
      let kept = answered > 0 ? ", and keeps the answers that \(answered) of them have" : ""
      lines.append(
        "\(counted(unnamed, "question")) without id=: `attend check --mint` gives "
          + (unnamed == 1 ? "it" : "each") + " one\(kept)")
    }
    if !orphans.isEmpty {
      let first = orphans.prefix(3).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
      lines.append(
        "\(counted(orphans.count, "question")) that you answered "
          + (orphans.count == 1 ? "is" : "are") + " no more in the notes: \(first)"
          + (orphans.count > 3 ? ", …" : ""))
    }
    return lines
  }

  var json: JSON {
    [
      "errors": .integer(errors), "warnings": .integer(warnings), "lessons": .integer(lessons),
      "lessonsWithoutQuestion": .integer(withoutQuestion), "questions": .integer(written),
      "kinds": .object(
        kinds.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) }),
      "broken": .integer(broken), "generated": .integer(generated), "draws": .integer(draws),
      "withoutID": .integer(unnamed),
    ]
  }
}
