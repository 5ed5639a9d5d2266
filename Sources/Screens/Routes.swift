/// The one place that knows all screens.
extension Route {
  /// The screen that it leads to.
  func screen(in state: AppState) -> any Screen {
    switch self {
    case .contents: Contents(state: state)
    case .welcome: Welcome(in: state)
    case .lesson(let id, let arrival): Reader(id, arrival, in: state)
    case .search(let text): Search(text)
    case .help(let title, let keys): Help(title: title, keys: keys)
    case .widget(let route): WidgetScreen(route, in: state)
    case .widgets: WidgetList()
    case .quiz(let scope): QuizScreen(scope)
    case .statistics: Statistics()
    case .bookmarks: Bookmarks(in: state)
    }
  }

  /// Whether what it leads to is about what was answered, which other programs may write too.
  var looksBack: Bool {
    switch self {
    case .quiz, .statistics: true
    case .contents, .welcome, .lesson, .search, .help, .widget, .widgets, .bookmarks: false
    }
  }
}
