import Content
import Notes
import Quiz
import Scheduling
import TestSupport

@testable import Screens

/// Which notes are open, and what the reader has done before the program starts.
enum Past: Sendable {
  /// The notes of `Tests/Fixtures/notes`, never read; partly read and asked; those
  /// with the questions alone, all just asked.
  case fresh, begun, allAnswered
  /// No notes; a file with one line; one with pairs to match.
  case noNotes, oneLine, pairs
  /// Two months of answers.
  case long
  /// The course, never opened; read to its middle, with two months of answers.
  case newcomer, course

  /// Noon of 15 June 2026 in UTC.
  static let now = 1_781_524_800_000
  static let kinds = ["one", "all", "order", "words", "number", "cells", "recall"]

  private static let files = ["1-reading.md", "2-questions.md", "terms.md"].map { ($0, text($0)) }

  private static func text(_ name: String) -> String {
    (try? Files.text(of: "\(Files.tests)/Fixtures/notes/\(name)")) ?? ""
  }

  /// The questions of the notes, found once for all pictures.
  private static let bank = QuestionBank(
    Library(
      title: "Notes", key: "k",
      documents: files.map { Document(path: $0.0, bytes: Array($0.1.utf8)) }))

  private static let courseFiles = Course.files.map { ($0.name, $0.text.description) }

  private static let courseBank = QuestionBank(courseLibrary)

  private static let courseLibrary = Library(
    title: "Notes", key: "k",
    documents: courseFiles.map { Document(path: $0.0, bytes: Array($0.1.utf8)) })

  var bank: QuestionBank {
    switch self {
    case .newcomer, .course: Self.courseBank
    case .fresh, .begun, .long: Self.bank
    case .allAnswered, .noNotes, .oneLine, .pairs: QuestionBank()
    }
  }

  var notes: [(String, String)] {
    switch self {
    case .newcomer, .course: Self.courseFiles
    case .noNotes: []
    case .oneLine: [("line.md", "One line and nothing to ask about it.\n")]
    case .pairs: [("pairs.md", Self.text("pairs.md"))]
    case .fresh, .begun, .long: Self.files
    case .allAnswered: Self.files.filter { $0.0.hasPrefix("2") }
    }
  }

  var places: [String: Int] {
    switch self {
    case .fresh, .noNotes, .oneLine, .pairs, .newcomer: [:]
    case .course: ["06-scaled-dot-product-attention.md#Scores": 120]
    case .begun, .long, .allAnswered: ["1-reading.md#Numbers": 5]
    }
  }

  var read: Set<String> {
    switch self {
    case .fresh, .noNotes, .oneLine, .pairs, .newcomer: []
    case .begun, .long, .allAnswered: ["1-reading.md#Links"]
    case .course:
      Set(Self.courseLibrary.lessonIDs.prefix(44).map { Self.courseLibrary.key(of: $0) })
    }
  }

  var log: [Review] {
    switch self {
    case .fresh, .noNotes, .oneLine, .pairs, .newcomer: []
    case .course: Self.courseMonths
    case .begun: (0..<3).map { Self.review($0, $0 < 2 ? "one" : "all", .again, daysAgo: 40 - $0) }
    case .allAnswered: Self.kinds.indices.map { Self.review($0, Self.kinds[$0], .easy, daysAgo: 0) }
    case .long: Self.months
    }
  }

  /// Answers at random, fewer on some days than on others.
  private static let months: [Review] = {
    var random = SplitMix(seed: 6)
    var log: [Review] = []
    for day in (2..<60).reversed() {
      for _ in 0..<max(0, random.int(below: 9) - 3) {
        let grades: [Grade] = [.again, .hard, .good, .good, .good, .easy]
        log.append(
          review(
            log.count, kinds[random.int(below: kinds.count)],
            grades[random.int(below: grades.count)], daysAgo: day))
      }
    }
    return log
      + ["all", "cells"].enumerated().map { review(log.count + $0, $1, .again, daysAgo: 2) }
  }()

  /// Answers to the questions of the lessons that were read, the earlier lessons more often.
  private static let courseMonths: [Review] = {
    var random = SplitMix(seed: 9)
    let known = courseBank.questions.filter { $0.lesson.document < 6 }.prefix(160)
    var log: [Review] = []
    for day in (0..<60).reversed() {
      for _ in 0..<random.int(below: 11) {
        let grades: [Grade] = [.again, .hard, .good, .good, .good, .good, .easy]
        let reach = min(known.count, 20 + (60 - day) * 3)
        log.append(
          review(
            log.count, known[random.int(below: reach)].id,
            grades[random.int(below: grades.count)], daysAgo: day))
      }
    }
    return log
  }()

  private static func review(
    _ number: Int, _ question: String, _ grade: Grade, daysAgo: Int
  ) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number + 1)), question: question, kind: .answer(grade),
      time: now - daysAgo * 86_400_000 - 3_600_000 + number * 1_000, offset: 0,
      duration: 4_000 + number % 7 * 1_000)
  }
}
