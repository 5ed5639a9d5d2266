import Notes
import Pages

/// What the Reader says, with the keys that help as the reader has them.
enum ReaderSentences {
  static func whatFollows(_ id: LessonID, _ world: World) -> String {
    guard let next = world.library.lesson(after: id).flatMap({ world.library[$0]?.title }) else {
      return "End of the last lesson"
    }
    return "End of the lesson; \(key(.next, world)) goes on to \"\(next)\""
  }

  static func notFound(_ pattern: String, _ world: World) -> String {
    "\"\(pattern)\" is not in this lesson; \(key(.searchAll, world)) searches all lessons"
  }

  static func noSearch(_ world: World) -> String { "\(key(.search, world)) searches first" }

  static func nothingSelected(_ page: Page, _ world: World) -> String {
    page.targets.isEmpty
      ? "Nothing to open on this page"
      : "\(key(.nextTarget, world)) selects a link; \(key(.open, world)) opens it"
  }

  private static func key(_ action: ReaderKeys.Action, _ world: World) -> String {
    ReaderKeys.table.label(action, in: world.keymap)
  }
}
