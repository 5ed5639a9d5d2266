import Notes
import Quiz

extension ReaderKeys.Action {
  /// Where a key leads out of the lesson; nil where it stays.
  func effects(from id: LessonID, searching text: String, in state: AppState) -> [Effect]? {
    switch self {
    case .searchAll: [.open(.search(text))]
    case .next:
      state.library.lesson(after: id).map { [.open(.lesson($0, .lastPlace))] }
        ?? [.say("This is the last lesson")]
    case .previous:
      state.library.lesson(before: id).map { [.open(.lesson($0, .lastPlace))] }
        ?? [.say("This is the first lesson")]
    case .bookmarks: [.open(.bookmarks)]
    case .widgets: [.open(.widgets)]
    case .quiz: [.open(.quiz(Plan.Scope(lesson: id)))]
    case .back: [.back]
    case .forward: [.forward]
    case .leave: [.leave]
    case .scroll, .percent, .line, .place, .copy, .edit, .nextTarget, .previousTarget, .open,
      .whole,
      .search, .nextMatch, .previousMatch, .outline, .preview, .mark, .clear:
      nil
    }
  }
}
