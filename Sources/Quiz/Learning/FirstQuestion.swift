import Notes
import Scheduling

/// What a day's quiz begins with, told from what is remembered of the notes: one lesson is read for it, and all
/// others while the reader thinks.
package struct FirstQuestion: Sendable {
  /// It alone.
  let bank: QuestionBank
  /// Whether it was answered before.
  let isDue: Bool

  /// Longer files are not read for it, where it is not written in its lesson.
  private static let longestFile = 200_000

  /// Nil where the first question follows from all of them, or the notes have changed meanwhile.
  ///
  /// - Parameter known: the questions of the notes as they were last seen.
  package init?(
    _ scope: Plan.Scope, known: [KnownQuestion], in library: Library, progress: Progress, now: Int,
    today: StudyDay
  ) {
    guard scope.mode == .schedule, scope.lesson == nil, scope.chapters == nil,
      scope.question == nil, !scope.isNewOnly, scope.count ?? 1 > 0,
      let first = Self.first(scope, known, progress, now: now, today: today),
      let lesson = library.lesson(withKey: first.lesson),
      let question = Self.question(first.id, of: lesson, in: library)
    else { return nil }
    bank = QuestionBank(only: question)
    isDue = progress.cards[first.id] != nil
  }

  /// As a plan of all would put it: the one of those that are due that is most likely still known, else the
  /// first new one.
  private static func first(
    _ scope: Plan.Scope, _ known: [KnownQuestion], _ progress: Progress, now: Int, today: StudyDay
  ) -> KnownQuestion? {
    let own = Set(known.filter { $0.place != nil }.map(\.id))
    let tally = progress.tally(on: today, among: own.contains)
    let room = Workload.Measure(scope.limits).left(after: Workload.Measure(tally))
    var due: (question: KnownQuestion, chance: Double, place: Int)?
    var new: (question: KnownQuestion, place: Int)?
    for question in known {
      guard let place = question.place, progress.isAsked(question.id, on: today) else { continue }
      if let card = progress.cards[question.id] {
        guard card.isDue(at: now, on: today) else { continue }
        let chance = card.retrievability(on: today)
        if let due, (chance, due.place) < (due.chance, place) { continue }
        due = (question, chance, place)
      } else if new.map({ place < $0.place }) ?? true {
        new = (question, place)
      }
    }
    if let due, !scope.isDay || room.due > 0 { return due.question }
    return !scope.isDay || room.new > 0 ? new?.question : nil
  }

  private static func question(
    _ id: String, of lesson: LessonID, in library: Library
  ) -> Question? {
    let written = LessonQuestions(lesson, in: library).written
    if let found = written.first(where: { $0.question.id == id }) { return found.question }
    // Made ones follow from the whole of their file.
    guard library.documents[lesson.document].bytes.count <= longestFile else { return nil }
    var scan = FileScan(lesson.document, of: library)
    while scan.step(library) != nil {}
    return scan.questions.first { $0.id == id }.map { $0.moved(toDocument: lesson.document) }
  }
}
