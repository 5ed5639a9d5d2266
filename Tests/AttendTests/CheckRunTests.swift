import Notes
import Testing

@testable import attend

/// What `attend check` tells of what it found.
@Suite struct CheckRunTests {
  private func note(_ line: Int) -> Diagnostic {
    Diagnostic(.note, path: "a.md", line: line, "“L” yields no question: it is short")
  }

  /// A few notes are told one by one, many would hide what is wrong.
  @Test func manyNotesAreCounted() {
    let error = Diagnostic(.error, path: "a.md", line: 3, "wrong")
    let few = (1...20).map(note) + [error]
    #expect(CheckRun.told(few, in: "notes") == few)
    let many = CheckRun.told((1...21).map(note) + [error], in: "notes")
    #expect(many.count == 2 && many.first == error)
    #expect(many.last?.text.hasPrefix("notes: note: 21 lessons yield no question: ") == true)
  }

  /// Those of another kind are no lessons, and are told however many there are.
  @Test func otherNotesAreNotCountedAsLessons() {
    let links = (1...30).map {
      Diagnostic(
        .note, path: "a.md", line: $0, "the link to /docs/x leads nowhere: it is a page of a site")
    }
    #expect(CheckRun.told(links, in: "notes") == links)
    let many = CheckRun.told((1...21).map(note) + links, in: "notes")
    #expect(many.count == 31 && many.last?.text.contains("21 lessons") == true)
  }
}
