import Notes
import Testing

@testable import attend

/// The name of the course is the course's wherever it stands.
@Suite struct NotesSourceTests {
  /// Who has notes of that name is told how to reach them.
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
