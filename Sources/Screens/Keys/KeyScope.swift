import Widgets

/// Where a key means something: a screen, or what lies over it and takes the keys first.
package enum KeyScope: Hashable, Sendable {
  case everywhere, help
  case welcome
  case contents, filter
  case reader, find, outline, definition, link, mark
  case bookmarks
  case search, searchField
  case widgetList, widget(String), widgetField
  case quiz, answer(String), confidence
  case statistics

  /// Whether letters are typed there.
  var takesText: Bool { [.filter, .find, .searchField, .widgetField].contains(self) }

  /// As the manual page names it.
  package var title: String {
    switch self {
    case .everywhere: "Every screen"
    case .help: "Help"
    case .welcome: "First page"
    case .contents: "Contents"
    case .filter: "Contents, typing a filter"
    case .reader: "Reader"
    case .find: "Reader, typing a search"
    case .outline: "Reader, in the outline"
    case .definition: "Reader, at a definition"
    case .link: "Reader, asked about a link"
    case .mark: "Reader, asked for the letter of a mark"
    case .bookmarks: "Bookmarks"
    case .search: "Search"
    case .searchField: "Search, typing"
    case .widgetList: "All widgets"
    case .widget(let name): "Widget \(name)"
    case .widgetField: "Any widget, typing"
    case .quiz: "Quiz"
    case .answer(let kind): "Quiz, \(kind)"
    case .confidence: "Quiz, asked how sure"
    case .statistics: "Statistics"
    }
  }
}
