import Notes
import Scheduling
import Testing

@testable import Quiz

/// A question that was replaced by another of the same form is another one.
@Suite struct TellingWordsTests {
  private func library(_ question: String) -> Library {
    Library(
      title: "t", key: "k",
      documents: [
        Document(path: "a.md", bytes: Array("# C\n\n## L\n\n\(question)\n".utf8))
      ])
  }

  private func isTakenFor(_ new: String, _ old: String) -> Bool {
    let (before, after) = (library(old), library(new))
    let bank = QuestionBank(before)
    let progress = Progress(
      reviews: bank.questions.enumerated().map { index, question in
        Review(
          id: ReviewID(bits: UInt128(index + 1)), question: question.id, kind: .answer(.good),
          time: noon, offset: 0)
      })
    let known = bank.questions.enumerated().map { $1.known(at: $0, in: before) }
    return !Recognition(QuestionBank(after), in: after, before: known, progress: progress)
      .matches.isEmpty
  }

  private func typed(_ heading: String, _ answer: String) -> String {
    "### \(heading)\n<!-- quiz -->\nIt is [[\(answer)]]."
  }

  @Test(arguments: [
    ("What is the capital of France?", "Paris", "What is the capital of Italy?", "Rome"),
    ("How many heads has layer 3?", "4", "How many heads has layer 7?", "8"),
    ("What is 3 + 4?", "7", "What is 3 - 4?", "-1"),
    ("Which of these sounds is voiced?", "b", "Which of these sounds is not voiced?", "p"),
    ("What does the encoder give?", "states", "What does the decoder give?", "words"),
  ])
  func anotherOfItsFormIsAnother(old: String, key: String, new: String, newKey: String) {
    #expect(!isTakenFor(typed(new, newKey), typed(old, key)))
    let told = [(old, key), (new, newKey)].map { "### \($0)\n<!-- quiz -->\n\n> [!NOTE]\n> \($1)." }
    #expect(!isTakenFor(told[1], told[0]))
    let chosen = [(old, key), (new, newKey)].map {
      "### \($0)\n<!-- quiz -->\n1. [x] \($1)\n1. [ ] none of these at all"
    }
    #expect(!isTakenFor(chosen[1], chosen[0]))
    // Where the same is asked for, or asked in the same words, it was mended.
    #expect(isTakenFor(typed(new, key), typed(old, key)))
    #expect(isTakenFor(typed(old, newKey), typed(old, key)))
  }

  /// Words that say little, and a letter that was mistyped, may change along with the key.
  @Test(arguments: [
    ("What is the capitel of France?", "What is the capital of France?"),
    ("What is the capital of France?", "What is, please, the capital of France?"),
    ("Which weights do the values have?", "Which weights does each value have?"),
  ])
  func aMendedQuestionIsTheSame(old: String, new: String) {
    #expect(isTakenFor(typed(new, "Paris"), typed(old, "Lyon")))
  }

  @Test func newOptionsMakeNoOtherQuestion() {
    let old = "### Which gives the weights?\n<!-- quiz -->\n1. [x] softmax\n1. [ ] dropout"
    let new = "### Which gives the weights?\n<!-- quiz -->\n1. [x] sparsemax\n1. [ ] dropout"
    #expect(isTakenFor(new, old))
  }
}
