import Notes
import Quiz
import Scheduling
import Testing

@testable import Screens

/// A question that is asked while the notes change is where they have it now.
@Suite struct CurrentQuestionTests {
  private let noon = 1_767_268_800_000

  private func library(_ files: [(String, String)]) -> Library {
    Library(
      title: "n", key: "k",
      documents: files.map { Document(path: $0.0, bytes: Array($0.1.utf8)) })
  }

  private let first =
    "# A\n\n## Trees\n\nText.\n\n### Which gate gives it?\n<!-- quiz -->\nThe [[other]].\n"
  private let second =
    "# B\n\n## Gates\n\nText.\n\n### Which tree bears it?\n<!-- quiz -->\nThe [[apple]].\n"

  private func state(_ files: [(String, String)], _ progress: Progress) -> AppState {
    var state = AppState(library: library(files))
    state.bank = QuestionBank(state.library)
    state.progress = progress
    return state
  }

  @Test func itsLessonIsFoundAgain() throws {
    let before = library([("a.md", first), ("b.md", second)])
    let bank = QuestionBank(before)
    let asked = try #require(bank.questions.first)
    var progress = Progress(
      reviews: bank.questions.enumerated().map { index, question in
        Review(
          id: ReviewID(bits: UInt128(index + 1)), question: question.id, kind: .answer(.good),
          time: noon, offset: 0)
      })
    let known = Recognition(bank, in: before, before: [], progress: progress).known
    // Its file has another name, behind the other one.
    let after = library([("b.md", second), ("c.md", first)])
    let found = Recognition(QuestionBank(after), in: after, before: known, progress: progress)
    progress.add(found.rows(Moment(utc: noon), under: progress.scheduler))
    let moved = state([("b.md", second), ("c.md", first)], progress)
    #expect(moved.current(asked)?.lesson.document == 1)
    // And where it is gone it has none, once all of the notes were looked through.
    var gone = state([("b.md", second)], progress)
    #expect(gone.current(asked) == nil)
    gone.bank = QuestionBank()
    #expect(gone.current(asked) == asked)
  }
}
