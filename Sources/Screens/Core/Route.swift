import Notes
import Quiz
import TextUI
import Widgets

/// Where one can go.
package enum Route: Equatable, Sendable {
  case contents
  case welcome
  case lesson(LessonID, Arrival)
  case search(String)
  case finder
  case help(title: String, keys: [Shortcut])
  case widget(WidgetRoute)
  /// All widgets, the cursor on one of a name.
  case widgetList(at: String?)
  case quiz(Plan.Scope)
  /// The ways to study, the chapter of a lesson among them.
  case study(LessonID?)
  /// All questions, those that a filter lets through.
  case questions(QuestionFilter)
  /// One question, by its identity: what can be decided about it.
  case about(String, inTest: Bool = false)
  /// What was answered in a test.
  case answers([AnsweredQuestion])
  /// A question of a lesson, by its identity, with its key: for its author.
  case preview(LessonID, question: String)
  case statistics
  case bookmarks

  /// All widgets, from the first on.
  package static let widgets = Route.widgetList(at: nil)

  /// Where in a lesson one arrives.
  package enum Arrival: Equatable, Sendable {
    /// Where reading stopped last time.
    case lastPlace
    /// At its beginning.
    case top
    /// At its end.
    case bottom
    /// At a heading.
    case anchor(String)
    /// With a word on top, counted from 0.
    case word(Int)
    /// At a line of its source, counted from 1.
    case source(Int)
    /// At the first match of a search, with all matches lit.
    case match(String)
  }
}
