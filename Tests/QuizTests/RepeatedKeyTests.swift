import Notes
import Testing

@testable import Quiz

/// Answers that stand in their own question, in its heading, its sentences, its hints and its values.
@Suite struct RepeatedKeyTests {
  private func found(
    _ body: String, under heading: String = "Which?", comment: String = "<!-- quiz -->"
  ) -> [String] {
    lessonQuestions(body, under: heading, comment: comment).diagnostics.map {
      "\($0.line):\($0.column) \($0.severity.rawValue) \($0.message)"
    }
  }

  @Test(arguments: [
    ("Which?", "The softmax is called [[softmax]].", "9:5"),
    ("What is the softmax?", "It is [[softmax]].", "7:17"),
    ("Which?", "A Dot product of two is a [[dot product|scalar product]].", "9:3"),
    ("Which?", "So 3 * 4 = 12, and it is [[12]].", "9:12"),
    ("Which?", "So (3) = 12. It is [[= 12]].", "9:10"),
  ]) func anAnswerInTheQuestion(heading: String, body: String, place: String) {
    #expect(
      found(body, under: heading) == ["\(place) warning the answer stands in the question"],
      "\(body)")
  }

  @Test(arguments: [
    "Softmaxes are made by [[softmax]].", "Of sum, softmax, exp: [[softmax]].",
    "Softmax or exp? It is [[softmax]].", "The word \"softmax\" has the part [[softmax]].",
    "It is [[exp]], and exp is it.", "Of n = 12 it is [[12]].", "So 3 * 4 = 120, it is [[12]].",
    "So 3 * 4 = 12 * 1, it is [[12]].", "So 3 * 4 = 12.5, it is [[12]].",
    "Of `softmax` it is [[softmax]].", "```\nsoftmax\n```\n\nIt is [[softmax]].",
    "It is [[softmax]].\n\n> [!NOTE]\n> The softmax.", "Soft-max and softmax-like: [[softmax]].",
    "[[left]] and [[right]]", "| softmax |\n|---|\n| [[softmax]] |",
  ]) func whatIsNoAnswer(body: String) { #expect(found(body) == [], "\(body)") }

  @Test func aHintThatIsTheAnswer() {
    for body in ["> The softmax.\n\nIt is [[softmax]].", "> exp\n\n1. [ ] sum\n1. [x] exp"] {
      #expect(found(body) == ["9:1 warning this hint is the answer"], "\(body)")
    }
    #expect(found("> It begins with s.\n\nIt is [[softmax]].") == [])
    #expect(found("> sum\n\n1. [ ] sum\n1. [x] exp") == [])
  }

  @Test func aValueThatIsTheOption() {
    let comment = "<!-- quiz a=int(1,4) -->"
    let options = "1. [x] {{= a + 1}}\n1. [ ] {{= a + 9}}"
    let told = "error this shows what is asked for, before it is answered"
    #expect(found("So {{= 1+a}} it is.\n\n\(options)", comment: comment) == ["9:4 \(told)"])
    #expect(found(options, under: "Is {{= a+1}}?", comment: comment) == ["7:8 \(told)"])
    #expect(found("So {{= a+9}} it is.\n\n\(options)", comment: comment) == [])
    #expect(found("Of {{a}} it is.\n\n1. [x] {{a}}\n1. [ ] {{= a+1}}", comment: comment) == [])
  }
}
