import Testing

@testable import Formulas

/// Entries of vectors and matrices, and the functions beside them.
@Suite struct EntryTests {
  private func value(_ text: String) throws(ExpressionProblem) -> Value {
    try Expression(text).value(["z": .vector([3, -1, 2]), "i": .scalar(1)])
  }

  @Test(arguments: [
    ("z[0]", 3.0), ("z[-1]", 2), ("z[i]", -1), ("z[i+1]", 2), ("[4, 5, 6][1]", 5),
    ("[[1, 2], [3, 4]][1, 0]", 3), ("[[1, 2], [3, 4]][1][0]", 3), ("2*z[0] + 1", 7),
    ("min(z)", -1), ("max(z)", 3), ("argmax(z)", 0), ("abs(0-2)", 2), ("sum(abs(z))", 6),
    ("log(e)", 1), ("min(4, 2, 3)", 2), ("softmax([0, 0])[1]", 0.5),
  ]) func entries(text: String, number: Double) throws {
    #expect(try value(text) == .scalar(number), "\(text)")
  }

  @Test(arguments: [
    ("z[3]", "there is no entry 3, and there are 3, counted from 0: write 2 for the last"),
    ("z[0.5]", "a place in brackets is no whole number: write z[0] for the first"),
    ("i[0]", "a number has no entries: take the brackets away"),
    ("z[0, 1]", "brackets behind a vector hold one place, behind a matrix two"),
  ]) func whatHasNoEntry(text: String, message: String) {
    let problem = #expect(throws: ExpressionProblem.self) { try value(text) }
    #expect(problem?.message == message)
  }

  /// A space parts a list from what stands before it.
  @Test func aListIsNoPlace() {
    #expect(throws: ExpressionProblem.self) { try value("z [0]") }
  }
}
