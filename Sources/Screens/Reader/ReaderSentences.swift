import Notes
import Pages
import Patterns

/// What the Reader says, with the keys that help as the reader has them.
enum ReaderSentences {
  static func whatFollows(_ id: LessonID, _ state: AppState) -> String {
    guard let next = state.library.lesson(after: id).flatMap({ state.library[$0]?.shownTitle })
    else {
      return "End of the last lesson"
    }
    return "End of the lesson; \(key(.next, state)) goes on to \"\(next)\""
  }

  /// The file and the line that stand on top.
  static func place(_ id: LessonID, line: Int, _ state: AppState) -> String {
    guard let document = state.library.document(of: id) else {
      return "This file is not among the notes any more"
    }
    return document.isNotebook ? document.path : "\(document.path), line \(line)"
  }

  static func notFound(_ search: PageSearch, _ state: AppState) -> String {
    search.problem?.message(for: search.pattern)
      ?? "\"\(search.pattern)\" is not in this lesson; \(key(.searchAll, state)) searches all lessons"
  }

  static func noSearch(_ state: AppState) -> String { "\(key(.search, state)) searches first" }

  static func nothingSelected(_ page: Page, _ state: AppState) -> String {
    page.targets.isEmpty
      ? "Nothing to open on this page"
      : "\(key(.nextTarget, state)) selects a link; \(key(.open, state)) opens it"
  }

  private static func key(_ action: ReaderKeys.Action, _ state: AppState) -> String {
    ReaderKeys.table.label(action, in: state)
  }
}
