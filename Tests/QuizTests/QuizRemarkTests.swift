import Notes
import TestSupport
import Testing

@testable import Quiz

/// Comments that say something of a quiz, and are none.
@Suite struct QuizRemarkTests {
  private func questions(_ body: String) -> LessonQuestions {
    let library = notes("# C\n\n## L\n\nText.\n\n\(body)\n")
    return LessonQuestions(library.lessonIDs[0], in: library)
  }

  @Test(arguments: [
    "<!-- quiz questions moved to file b -->", "<!-- quiz ideas:\n- one\n- two\n-->",
    "<!-- Quiz me later -->", "<!-- quiz: see chapter 3 -->", "<!-- quiz TODO -->",
    "<!-- quiz goes here -->", "%% quiz questions moved %%",
  ])
  func aRemarkHidesNothing(comment: String) {
    for body in ["Prose.", "Prose.\n\n1. one\n2. two", "- [x] done", "> [!NOTE]\n> A note."] {
      let questions = questions("### Topic\n\(comment)\n\(body)\n\n### Next\n\nMore.")
      #expect(questions.broken.isEmpty && questions.written.isEmpty, "\(comment) \(body)")
      #expect(questions.diagnostics == [], "\(comment) \(body)")
    }
  }

  /// Whatever it says, no answer that stands below it may be seen.
  @Test(arguments: [
    "<!-- quiz about the weights -->", "<!-- quiz TODO -->", "<!-- Quiz me later -->",
    "%% quiz about the weights %%",
  ])
  func noAnswerIsShownBelowOne(comment: String) {
    for body in [
      "1. [ ] a\n1. [x] b", "- [ ] a\n- [x] b", "It is [[one]].", "- a :: b\n- c :: d",
    ] {
      let questions = questions("### Which?\n\(comment)\n\(body)")
      #expect(questions.broken.count == 1 && questions.diagnostics.count == 1, "\(comment) \(body)")
    }
    #expect(questions("### Why?\n<!-- quiz a hard one -->\n> [!NOTE]\n> So.").broken.count == 1)
  }

  /// What sets something, or names a kind of question, is meant for one.
  @Test(arguments: [
    "<!-- quiz id=a and more -->", "<!-- quiz multiple choice -->", "<!-- quiz 1 -->",
    "<!-- quiz question 3 -->",
  ])
  func aSettingIsNoRemark(comment: String) {
    #expect(questions("### Topic\n\(comment)\nProse.").broken.count == 1, "\(comment)")
  }
}
