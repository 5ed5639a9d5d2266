import Notes
import Pages

/// A lesson as lines of plain text, for `attend show` and other programs.
package enum LessonText {
  /// The lines at a width; harmless to any terminal.
  package static func lines(
    of id: LessonID, in library: Library, width: Int, ascii: Bool
  ) -> [String] {
    var world = World(library: library)
    world.ascii = ascii
    var lesson = LessonPage(id, in: world)
    lesson.fit(width: width, ascii: ascii)
    return lesson.page.text
  }
}
