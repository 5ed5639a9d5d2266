import Notes
import Pages

/// A lesson as lines of plain text, for `attend show` and other programs.
package enum LessonText {
  /// The lines at a width; harmless to any terminal.
  package static func lines(
    of id: LessonID, in library: Library, width: Int, ascii: Bool
  ) -> [String] {
    var state = AppState(library: library)
    state.ascii = ascii
    var lesson = LessonPage(id, in: state, folds: false)
    lesson.fit(width: width, ascii: ascii)
    return lesson.page.text
  }
}
