import Testing

@testable import Notes

/// Values that go on in the lines below, as programs print them.
@Suite struct InputLineTests {
  @Test(
    arguments: [
      (
        "Q = tensor([[1., 2.],\n        [3., 4.]])\nK = 1 2",
        ["tensor([[1., 2.],\n[3., 4.]])", "1 2"]
      ),
      (
        "Q = array([[1, 2],\n       [3, 4]],\n      dtype=float32)\nmask = causal",
        [
          "array([[1, 2],\n[3, 4]],\ndtype=float32)", "causal",
        ]
      ),
      (
        "mask = [[ True False]\n [ True  True]]\nheads = 2",
        ["[[ True False]\n[ True  True]]", "2"]
      ),
      ("Q =\n\n  1 2\n  3 4\nK = 1 2\n  -3 4\n", ["1 2\n3 4", "1 2\n-3 4"]),
      (
        "V = \\begin{pmatrix}\n1 & 2 \\\\\n3 & 4\n\\end{pmatrix}\nQ = 1",
        [
          "\\begin{pmatrix}\n1 & 2 \\\\\n3 & 4\n\\end{pmatrix}", "1",
        ]
      ),
      // A bracket that is never closed takes no other input with it.
      ("Q = [[1, 2]\nK = 3 4", ["[[1, 2]", "3 4"]),
    ] as [(String, [String])])
  func rowsBelowBelongToTheValue(text: String, values: [String]) throws {
    #expect(try Inputs(text: text).entries.map(\.value) == values)
  }

  @Test(arguments: ["Q\n1 2", "words = the cat\nsat", "Q = 1 2\nK", "1 2"])
  func otherLinesAreWrong(text: String) {
    #expect(throws: Diagnostic.self) { try Inputs(text: text) }
  }

  /// A problem of a value is told at its first line, those of later inputs at theirs.
  @Test func linesStayThose() throws {
    let inputs = try Inputs(text: "Q = [[1, 2],\n [3, 4]]\nK = 3 4", after: 10)
    #expect(inputs.entries.map(\.line) == [11, 13])
  }
}
