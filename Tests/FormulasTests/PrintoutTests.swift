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

  /// The forms in which people write matrices by hand, and what stands around them in programs.
  @Test(arguments: [
    "[1 2; 3 4];", "A = [1 2; 3 4];", "A = [1, 2; 3, 4];\n", "A = np.array([[1, 2], [3, 4]]);",
    "torch.tensor([[1., 2.],\n  [3., 4.]]),", "[[1, 2], [3, 4]],", "[[1 2]\n [3 4]]\n\n",
    "tensor([[[1., 2.],\n         [3., 4.]]])", "[[[[1, 2], [3, 4]]]]",
    "array([[[1, 2],\n        [3, 4]]], dtype=int32)",
    "\\begin{pmatrix} 1 & 2 \\\\[2pt] 3 & 4 \\end{pmatrix}",
    "\\begin{matrix} 1 & 2 \\cr 3 & 4 \\cr \\end{matrix}",
    "\\begin{bmatrix} \\phantom{-}1 & \\frac{4}{2} \\\\ \\dfrac{9}{3} & 4 \\\\ \\end{bmatrix}",
    "\\begin{bmatrix} \\frac11 & 2 \\\\ \\tfrac93 & \\, 4 \\end{bmatrix}",
    "\\left[ \\begin{array}{r|r} 1 & 2 \\\\ \\hline 3 & \\num{4} \\end{array} \\right]",
    ">>> A\narray([[1, 2],\n       [3, 4]])", "Out[3]: \narray([[1, 2],\n       [3, 4]])",
    "[ ...\n 1, 2; ...\n 3, 4 ]", "logical([1 2; 3 4])",
    "A =\n\n  2×2 single matrix\n\n   1  2\n   3  4\n",
    "$$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$$",
    "\\begin{pmatrix} 1 & 200\\% \\\\ 3 & 4 \\end{pmatrix}",
  ])
  func formsOfOneMatrix(text: String) throws {
    #expect(try NumberReader.matrix(text).rowArrays == [[1, 2], [3, 4]])
  }

  @Test(arguments: [
    ("1,000.5 2,000", [[1000.5, 2000]]), ("1,000.5 2,000; 3 4", [[1000.5, 2000], [3, 4]]),
    ("[1,000.5 2,000; -3,000.25 4]", [[1000.5, 2000], [-3000.25, 4]]),
    ("1,234,567\t2\n3\t4,000", [[1_234_567, 2], [3, 4000]]),
    // Between tabs a comma is a decimal sign, unless it may part thousands everywhere.
    ("-0,145\t1,470\n2\t3,5", [[-0.145, 1.47], [2, 3.5]]),
    // Here a comma parts numbers.
    ("[1,234.5; 2,345.5]", [[1, 234.5], [2, 345.5]]),
    ("1,234.5\n2,345.5", [[1, 234.5], [2, 345.5]]),
    (
      "\\begin{pmatrix} \\frac{12}{5} & 1 \\\\ -\\frac{31}{2} & 0 \\end{pmatrix}",
      [[2.4, 1], [-15.5, 0]]
    ),
    ("\\begin{pmatrix} -\\frac{1}{2} & \\frac{-1}{4} \\end{pmatrix}", [[-0.5, -0.25]]),
  ])
  func numbersWithSignsInside(text: String, rows: [[Double]]) throws {
    #expect(try NumberReader.matrix(text).rowArrays == rows)
  }

  @Test(arguments: [
    ("np.random.randn(3,5)", "np.random.randn(…) is not computed here: write what it comes to"),
    ("1 0; 0 1/exp(64)", "1/exp(…) is not computed here"),
    ("1,000\t2,000", "commas separate numbers, write 2000 or 2.000"),
    ("1,000.5, 2, 3", "commas separate numbers, write 1000.5"),
    ("1,000 2,000; 3 4", "write 2000 or 2.000"),
  ])
  func remediesAreRight(text: String, remedy: String) {
    do {
      _ = try NumberReader.matrix(text)
      Issue.record("\(text) was read")
    } catch { #expect(error.message.contains(remedy), "\(error.message)") }
  }

  @Test(arguments: [
    "[[[1, 2]], [[3, 4]]]", "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]",
    "tensor([[[1., 2.],\n         [3., 4.]],\n\n        [[5., 6.],\n         [7., 8.]]])",
  ])
  func ofABatchOneIsToBePrinted(text: String) {
    #expect(throws: NumberProblem.nestedTooDeep(allowed: 2)) { try NumberReader.matrix(text) }
  }

  @Test(arguments: [
    "a = 3", "a = b =\n3", "\\begin{pmatrix}", "2 * 3", "1.0e+03 *", "np.float64(", "=", "\\", ";",
    "[1 2;", "[[[", "[[[]]]", "\\begin{pmatrix} \\frac{1} \\end{pmatrix}",

  ])
  func halfPrintoutsAreRefused(text: String) {
    #expect(throws: NumberProblem.self) { try NumberReader.vector(text) }
  }
}
