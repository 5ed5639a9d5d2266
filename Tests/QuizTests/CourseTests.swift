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

/// The questions of a lesson that has one, with its comment in line 8 and its text below that.
func lessonQuestions(
  _ body: String, under heading: String = "Which?", comment: String = "<!-- quiz -->",
  note: String? = nil
) -> LessonQuestions {
  let library = notes(
    "# C\n\n## L\n\nText.\n\n### \(heading)\n\(comment)\n\(body)\n"
      + (note.map { "\n> [!NOTE]\n> \($0)\n" } ?? ""))
  return LessonQuestions(library.lessonIDs[0], in: library)
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
