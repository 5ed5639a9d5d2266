import Notes

/// A question at the end of the lesson above: what asks for its answer, or tells it, may stand in this lesson,
/// where nothing says that it is a question's.
enum OpenQuestion {
  /// Nothing stands below its comment, as where that stands above the heading that it is meant for.
  case bare
  /// What is asked stands there.
  case asked
  /// All of it stands there: a heading that tells an answer tells this one's.
  case whole

  /// The one above a lesson; nil for none, and for a whole one that nothing in the lesson's title has to do with.
  static func above(_ id: LessonID, in library: Library) -> OpenQuestion? {
    let document = library.documents[id.document]
    let chapters = document.chapters
    let before =
      id.lesson > 0
      ? chapters[id.chapter].lessons[id.lesson - 1]
      : id.chapter > 0 ? chapters[id.chapter - 1].lessons.last : nil
    guard let before else { return nil }
    let bytes = document.bytes[before.range]
    guard QuizComment.mayStand(in: bytes) else { return nil }
    guard let section = QuestionSections(Array(bytes)).all.last(where: { $0.last > 0 }),
      let comment = section.comment
    else { return nil }
    if section.last <= comment.upperBound { return .bare }
    if section.answer == nil, !section.isTold { return .asked }
    // What a whole one is followed by is read for it only where its title tells an answer.
    return PartingHeading.tellsAnswer(chapters[id.chapter].lessons[id.lesson].title) ? .whole : nil
  }

  /// No more lessons above are looked through for a second question.
  private static let furthest = 12

  /// Whether the lessons above one hold more than one question, whose answers it may tell together.
  static func isOneOfMany(above id: LessonID, in library: Library) -> Bool {
    let document = library.documents[id.document]
    var (chapter, lesson, count) = (id.chapter, id.lesson, 0)
    for _ in 0..<furthest where count < 2 {
      while lesson == 0, chapter > 0 {
        chapter -= 1
        lesson = document.chapters[chapter].lessons.count
      }
      guard lesson > 0 else { break }
      lesson -= 1
      let bytes = document.bytes[document.chapters[chapter].lessons[lesson].range]
      guard QuizComment.mayStand(in: bytes) else { continue }
      count += QuestionSections(Array(bytes)).all.count { $0.comment != nil }
    }
    return count > 1
  }
}
