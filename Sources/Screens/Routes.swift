/// All screens, in the order of the manual page. A new one is a line here, one below, and one in
/// `Route`.
let allScreens: [any Screen.Type] = [
  Welcome.self, Contents.self, Reader.self, Bookmarks.self, Search.self, Finder.self,
  Study.self, QuizScreen.self, TestAnswers.self, ThisQuestion.self, PreviewScreen.self,
  Questions.self,
  Statistics.self, WidgetList.self, WidgetScreen.self, Help.self,
]

extension Route {
  /// The screen that it leads to.
  func screen(in state: AppState) -> any Screen {
    switch self {
    case .contents: Contents(state: state)
    case .welcome: Welcome(in: state)
    case .lesson(let id, let arrival): Reader(id, arrival, in: state)
    case .search(let text): Search(text, after: state.settings[.searches])
    case .finder: Finder(in: state)
    case .help(let title, let keys): Help(title: title, keys: keys)
    case .widget(let route): WidgetScreen(route, in: state)
    case .widgetList(let name): WidgetList(at: name)
    case .quiz(let scope): QuizScreen(scope)
    case .study(let place): Study(place, in: state)
    case .questions(let filter): Questions(filter, in: state)
    case .about(let id, let inTest): ThisQuestion(id, inTest: inTest, in: state)
    case .answers(let papers): TestAnswers(papers)
    case .preview(let lesson, let id): PreviewScreen(lesson, question: id)
    case .statistics: Statistics()
    case .bookmarks: Bookmarks(in: state)
    }
  }
}
