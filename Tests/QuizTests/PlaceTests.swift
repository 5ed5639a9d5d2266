import Notes
import Testing

@testable import Quiz

/// A mistake in a formula or in a fence of a question is told at its place, in the names of its author.
@Suite struct PlaceTests {
  private func told(_ body: String, comment: String = "<!-- quiz -->") -> [String] {
    let lesson = lessonQuestions(body, comment: comment)
    #expect(lesson.written.isEmpty && lesson.broken.count == 1, "\(body)")
    return lesson.diagnostics.map { "\($0.line):\($0.column) \($0.advice)" }
  }

  @Test(arguments: [
    (
      "q=ints(3,1,3) w=ints(2,1,3)", "dot(q,w)",
      "q has 3 numbers and w has 2: write w=ints(3,1,3) in the comment"
    ),
    (
      "q=mat(2,3,1,3) w=mat(2,2,1,3)", "matmul(q,w)",
      "q has 3 columns and w 2 rows: give w 3 rows"
    ),
    (
      "q=mat(2,2,1,3) w=mat(2,3,1,3)", "attention(q,w,w)",
      "q has 2 columns and w has 3: queries and keys need one width"
    ),
    (
      "q=ints(3,1,3) w=int(1,3)", "dot(2*q,[1,w])",
      "the first input has 3 numbers and the second has 2: a dot product needs as many in both"
    ),
    (
      "q=ints(3,1,3) w=int(5,5)", "q[w]",
      "there is no entry 5, and there are 3, counted from 0: write 2 for the last"
    ),
  ]) func formulas(drawn: String, formula: String, message: String) {
    #expect(
      told("Of {{q}} and {{w}} it is [[= \(formula)]].", comment: "<!-- quiz \(drawn) -->")
        == ["9:26 \(message)"])
  }

  @Test(arguments: [
    ("ask = nxt", "12:7"), ("ask = next\nof = names, nams", "13:13"), ("ak = next", "12:1"),
    ("ask = next\nseed = 4", "13:1"), ("ask: next", "12:0"),
  ]) func fencesOfTheModel(text: String, place: String) {
    let found = told("Read it.\n\n```model\n\(text)\n```\n\n> [!NOTE]\n> So.")
    #expect(found.count == 1 && found[0].hasPrefix(place + " "), "\(found)")
  }

  @Test(arguments: [("The sum is [[4, 6]].", "9:12"), ("A.\nIt is [[0,5]].", "10:7")])
  func matricesThatAskNothing(body: String, place: String) {
    let found = told(body)
    #expect(found.count == 1 && found[0].hasPrefix(place + " "), "\(found)")
  }
}
