import Content
import Notes
import Numerics
import Scheduling
import Testing

@testable import Quiz

/// The built-in course as a library.
let course = Library(
  title: "The course", key: "course",
  documents: Course.files.map {
    Document(path: $0.name, bytes: Array($0.text.description.utf8))
  })

/// Notes of one file.
func notes(_ text: String) -> Library {
  Library(
    title: "notes", key: "notes", documents: [Document(path: "notes.md", bytes: Array(text.utf8))])
}

@Suite struct CourseTests {
  let bank = QuestionBank(course)

  @Test func everyQuestionIsRead() {
    #expect(bank.diagnostics.map(\.text) == [])
    #expect(bank.questions.count { !$0.isGenerated } == 485)
  }

  @Test func everyQuestionIsSolvedByItsOwnKey() throws {
    for question in bank.questions {
      for seed in 0..<40 as Range<UInt64> {
        var posed = try PresentedQuestion(question, seed: seed)
        let key = posed.form.key
        #expect(posed.form.take(key) == nil, "\(question.id) does not take \(key)")
        #expect(posed.form.obstacle == nil, "\(question.id)")
        #expect(posed.form.verdict.credit == 1, "\(question.id) \(key)")
      }
    }
  }
}
