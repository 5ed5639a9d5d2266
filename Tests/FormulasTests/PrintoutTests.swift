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
        if style.hasSuffix("_bool") {
          let plain = rows.map { $0.map { $0 == 1 ? "1" : "0" }.joined(separator: " ") }
          let mask = try AttentionMask(reading: plain.joined(separator: "; "))
          #expect(try AttentionMask(reading: text) == mask, "\(style): \(text)")
        } else if style.hasSuffix("_1d") {
          #expect(try NumberReader.vector(text) == rows.first ?? [], "\(style): \(text)")
        } else {
          #expect(try NumberReader.matrix(text).rowArrays == rows, "\(style): \(text)")
        }
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

  /// What large arrays print as by default is named, with what prints all of them.
  @Test(arguments: [
    "tensor([[-1.0408,  0.9166,  ...,  0.7787],\n        ...,\n        [ 0.7286, 1.0,  ..., 0.3296]])",
    "[[0. 1. ... 8. 9.]\n ...\n [1. 2. ... 3. 4.]]", "array([0, 1, ..., 8, 9], shape=(2000,))",
    "Array([[0., ..., 1.]], dtype=float32)", "1 2 … 5",
    "\\begin{pmatrix} 1 & \\cdots & 3 \\end{pmatrix}",
  ])
  func shortenedPrintoutsAreNamed(text: String) {
    for read in [{ _ = try NumberReader.matrix($0) }, { _ = try NumberReader.vector($0) }]
      as [(String) throws -> Void]
    {
      do {
        try read(text)
        Issue.record("\(text) was read")
      } catch let problem as NumberProblem {
        #expect(problem.message.contains("torch.set_printoptions(profile=\"full\")"))
        #expect(problem.message.contains("np.set_printoptions(threshold=sys.maxsize)"))
      } catch { Issue.record(error) }
    }
    #expect(throws: MaskProblem.self) { try AttentionMask(reading: "add " + text) }
  }

  /// Long printouts have as many signs as numbers: each is read once.
  @Test func longPrintoutsAreRead() throws {
    let numbers = (0..<128).map { row in (0..<128).map { Double(row * $0) / 64 - 9 } }
    func joined(_ cell: String, _ row: String, _ form: (Double) -> String = { "\($0)" }) -> String {
      numbers.map { $0.map(form).joined(separator: cell) }.joined(separator: row)
    }
    let texts = [
      "\\begin{pmatrix}" + joined(" & ", " \\\\\n") { "\($0 / 10) \\cdot 10^{1}" }
        + "\\end{pmatrix}",
      "[[" + joined(", ", "], [") { "np.float64(\($0))" } + "]]",
      "Parameter containing:\ntensor([[" + joined(",  ", "],\n        [")
        + "]], requires_grad=True)",
    ]
    for text in texts {
      let rows = try NumberReader.matrix(text).rowArrays
      let isNear = zip(rows.joined(), numbers.joined()).allSatisfy { ($0 - $1).magnitude < 1e-13 }
      #expect(rows.count == 128 && rows.joined().count == 128 * 128 && isNear)
    }
  }

  @Test(arguments: [
    "a = 3", "a = b =\n3", "\\begin{pmatrix}", "2 * 3", "1.0e+03 *", "np.float64(", "=", "\\",
  ])
  func halfPrintoutsAreRefused(text: String) {
    #expect(throws: NumberProblem.self) { try NumberReader.vector(text) }
  }
}
