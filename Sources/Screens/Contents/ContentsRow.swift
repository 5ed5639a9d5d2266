import Notes

extension ContentsRows {
  /// A row of Contents.
  enum Row: Equatable {
    /// A part, by the first document in it, and how deep it lies in others.
    case part(document: Int, depth: Int)
    case chapter(document: Int, chapter: Int)
    /// `isAlone` where it is its chapter's only one, and has its title.
    case lesson(LessonID, isAlone: Bool)

    /// Whether it holds others: a chapter or a part.
    var folds: Bool { if case .lesson = self { false } else { true } }

    /// The lesson, or where the first of the chapter or part is.
    var place: LessonID {
      switch self {
      case .part(let document, _): LessonID(document: document, chapter: 0, lesson: 0)
      case .chapter(let document, let chapter):
        LessonID(document: document, chapter: chapter, lesson: 0)
      case .lesson(let id, _): id
      }
    }
  }
}
