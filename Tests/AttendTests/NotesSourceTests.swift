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
}
