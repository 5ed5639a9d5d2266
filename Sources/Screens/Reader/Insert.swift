import Notes
import TextUI

/// Something live that stands in a lesson in place of some of its blocks, or between them.
struct Insert: Sendable {
  /// The blocks that it stands for; an empty range stands before the block of that index.
  var blocks: Range<Int>
  /// Where Enter leads; nil where it only says something.
  var route: Route?
  /// What Enter says where it leads nowhere; nil for a value that was computed.
  var told: String?
  /// What changes whenever its picture does.
  var version = ""
  /// What it shows in the lesson, for a width.
  var draw: @Sendable (_ width: Int) -> [[Cell]]
  /// What it shows where it stands beside the lesson, live; nil where it never does.
  var brief: (@Sendable (_ width: Int) -> [[Cell]])?

  /// Whether it is a figure, which stands beside the lesson where there is room.
  var isFigure: Bool { brief != nil }
}

/// Finds the inserts of a lesson. A new kind of insert is one such function, and a line in
/// `LessonPage.finders`.
typealias InsertFinder =
  @Sendable (_ blocks: [Block], _ id: LessonID, _ state: AppState) -> [Insert]
