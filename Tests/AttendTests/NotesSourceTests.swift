import Notes
import Testing

@testable import attend

/// A file or folder that has the name of the course is the author's own where notes are checked.
@Suite struct NotesSourceTests {
  @Test func aFolderOfTheCoursesName() {
    let name = NotesSource.courseName
    #expect(NotesSource.authored(name, isThere: { $0.text == name }) == "./\(name)")
    #expect(NotesSource.authored(name, isThere: { _ in false }) == name)
    for other in ["notes", "./\(name)", "-", ""] {
      #expect(NotesSource.authored(other, isThere: { _ in true }) == other)
    }
  }

  /// Elsewhere it is the course, and who has notes of that name is told how to reach them.
  @Test func theNameIsTheCourses() {
    let name = NotesSource.courseName
    let notice = NotesSource.notice(name, isThere: { $0.text == name })
    #expect(notice?.hasSuffix("the notes of that name here are ./\(name)") == true)
    #expect(NotesSource.notice(name, isThere: { _ in false }) == nil)
    for other in ["notes", "./\(name)", "-", nil] {
      #expect(NotesSource.notice(other, isThere: { _ in true }) == nil)
    }
  }
}
