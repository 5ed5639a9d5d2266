import JSONText
import TestSupport
import Testing

@testable import Formulas
@testable import Numerics

/// Arrays as NumPy, torch, JAX, MATLAB, LaTeX, JSON and spreadsheets print them:
/// `Tests/Fixtures/numerics/make_printouts.py` made them.
@Suite struct PrintoutTests {
  @Test func areReadToTheLastDigit() throws {
    let bytes = try Files.bytes(of: "\(Files.tests)/Fixtures/numerics/printouts.json")
    let cases = try #require(try JSON.parse(utf8: bytes).array)
    #expect(cases.count >= 200)
    for json in cases {
      let (style, text) = try (
        #require(json["style"]?.string), #require(json["text"]?.string)
      )
      let rows = try #require(json["rows"]?.array).map { try #require($0.array).map(\.double) }
      do {
        #expect(try NumberReader.matrix(text).rowArrays == rows, "\(style): \(text)")
      } catch { Issue.record("\(style): \(error) in \(text)") }
    }
  }

  @Test(arguments: [
    ("ans =\n\n   3 4\n", [3, 4]), ("\\begin{bmatrix} 1 & 2 \\end{bmatrix}", [1, 2]),
    ("\\left( \\begin{array}{cc} 1 & -2 \\end{array} \\right)", [1, -2]),
    ("[np.float64(1.5), np.float64(-2.0)]", [1.5, -2]),
    ("   1.0e-03 *\n\n   5   -6\n", [0.005, -0.006]),
  ])
  func vectors(text: String, numbers: [Double]) throws {
    #expect(try NumberReader.vector(text) == numbers)
  }

  @Test(arguments: [
    "a = 3", "a = b =\n3", "\\begin{pmatrix}", "2 * 3", "1.0e+03 *", "np.float64(", "=", "\\",
  ])
  func halfPrintoutsAreRefused(text: String) {
    #expect(throws: NumberProblem.self) { try NumberReader.vector(text) }
  }
}
