import Notes
import Scheduling

/// How a class fares with some notes: by question, by lesson and by learner. Nothing of it comes near one's
/// own progress.
package struct ClassReport: Sendable {
  /// A question that was answered.
  package struct Asked: Sendable {
    package let question: Question
    package let tally: Tally
    /// The point-biserial correlation between a right first answer and the learner's share of right first
    /// answers to the other questions; nil where the learners are too few, or all alike.
    package let discrimination: Double?
    package let chosen: [ChosenAnswer]
    /// The draws that went wrong, where each time has its own.
    package let wrongDraws: [WrongDraw]
  }

  /// A lesson of which a question was answered.
  package struct Lesson: Sendable {
    package let lesson: LessonID
    package let tally: Tally
    /// Its questions, and how many of them were answered.
    package let questions: Int
    package let asked: Int
  }

  /// A learner, with what was answered of these notes.
  package struct Member: Sendable {
    package let name: String
    package let tally: Tally
    package let asked: Int
    /// Days on which something was answered.
    package let days: Int
  }

  /// The questions that were answered, in the order of the notes.
  package private(set) var questions: [Asked] = []
  package private(set) var lessons: [Lesson] = []
  package private(set) var members: [Member] = []
  /// All answers to questions of these notes.
  package let tally: Tally
  /// The dates of the first and the last of them, by the clock; nil where there are none.
  package let days: ClosedRange<StudyDay>?
  /// The questions of these notes that nobody answered.
  package let unasked: Int
  /// The questions that were answered and are not in these notes, broken ones left out, and the answers to them.
  package private(set) var elsewhere = (questions: 0, answers: 0)
  /// Those of them that stand in these notes, and cannot be asked as they are now.
  package private(set) var broken = (questions: 0, answers: 0)

  /// - Parameter learners: in the order in which they are to be told.
  package init(_ learners: [Learner], bank: QuestionBank, in library: Library) {
    // By question, then by learner.
    var learners = learners
    for index in learners.indices { learners[index].rename(bank, in: library) }
    let given = bank.questions.map { question in learners.map { $0.answers(to: question.id) } }
    let strengths = learners.indices.map { learner in
      Strength(given.map { $0[learner] })
    }
    for (question, answers) in zip(bank.questions, given)
    where answers.contains(where: { !$0.isEmpty }) {
      let all = answers.flatMap { $0 }
      questions.append(
        Asked(
          question: question, tally: Tally(answers),
          discrimination: Self.discrimination(answers, strengths),
          chosen: ChosenAnswer.all(to: question, all),
          wrongDraws: WrongDraw.all(of: question, all)))
    }
    var places: [LessonID: [Int]] = [:]
    for (place, question) in bank.questions.enumerated() {
      places[question.lesson, default: []].append(place)
    }
    for lesson in library.lessonIDs {
      let own = (places[lesson] ?? []).map { given[$0] }
      let asked = own.count { $0.contains { !$0.isEmpty } }
      guard asked > 0 else { continue }
      lessons.append(
        Lesson(
          lesson: lesson, tally: Tally(Self.byLearner(own, learners.count)),
          questions: own.count, asked: asked))
    }
    for (index, learner) in learners.enumerated() {
      let own = given.map { $0[index] }
      members.append(
        Member(
          name: learner.name, tally: Tally([own.flatMap { $0 }]),
          asked: own.count { !$0.isEmpty },
          days: Set(own.joined().map(\.day)).count))
    }
    tally = Tally(Self.byLearner(given, learners.count))
    let all = given.joined().joined().map(\.date)
    days = all.min().flatMap { first in all.max().map { first...$0 } }
    unasked = bank.questions.count - questions.count
    var (others, unfit): (Set<String>, Set<String>) = ([], [])
    lazy var known = Self.broken(in: library)
    for learner in learners {
      for (question, count) in learner.answersElsewhere({ bank[$0] != nil }) {
        if known.contains(question) {
          unfit.insert(question)
          broken.answers += count
        } else {
          others.insert(question)
          elsewhere.answers += count
        }
      }
    }
    elsewhere.questions = others.count
    broken.questions = unfit.count
  }

  /// The identities of questions that stand in the notes and cannot be asked.
  private static func broken(in library: Library) -> Set<String> {
    Set(library.lessonIDs.flatMap { LessonQuestions($0, in: library).broken.compactMap(\.id) })
  }

  /// The answers to several questions, a list for each learner.
  private static func byLearner(
    _ given: [[[Learner.Given]]], _ learners: Int
  ) -> [[Learner.Given]] {
    (0..<learners).map { learner in given.flatMap { $0[learner] } }
  }

  /// First answers of a learner to all questions.
  private struct Strength {
    var right = 0
    var count = 0

    init(_ given: [[Learner.Given]]) {
      for first in given.compactMap(\.first) {
        count += 1
        right += first.isRight ? 1 : 0
      }
    }

    /// The share of the others that is right, where one was answered so; nil where there are none.
    func share(besides isRight: Bool) -> Double? {
      count < 2 ? nil : Double(right - (isRight ? 1 : 0)) / Double(count - 1)
    }
  }

  private static func discrimination(
    _ given: [[Learner.Given]], _ strengths: [Strength]
  ) -> Double? {
    PointBiserial.correlation(
      zip(given, strengths).compactMap { answers, strength in
        answers.first.flatMap { first in
          strength.share(besides: first.isRight).map { (isSo: first.isRight, number: $0) }
        }
      })
  }
}
