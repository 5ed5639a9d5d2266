import Testing

@testable import Formulas
@testable import Numerics

@Suite struct NumberReaderTests {
  @Test(
    arguments: [
      ("1,2,3", [1, 2, 3]), ("1 2 3", [1, 2, 3]), ("[1, 2, 3]", [1, 2, 3]), ("[1 2 3]", [1, 2, 3]),
      ("(1, 2, 3)", [1, 2, 3]), (" 1 ,2\t3 ", [1, 2, 3]), ("1\n2\n3\n", [1, 2, 3]),
      ("1;2;3", [1, 2, 3]), ("[0.  0.5\n 1. ]", [0, 0.5, 1]), ("array([1., 2.])", [1, 2]),
      ("np.array([1, 2, 3])", [1, 2, 3]), ("-1.5e-3", [-0.0015]),
      ("\u{2212}2 \u{2013}3", [-2, -3]),
      ("+1 .5 2. 1E3 1e+2", [1, 0.5, 2, 1000, 100]), ("1\u{A0}2\u{202F}3", [1, 2, 3]),
      ("\u{FEFF}7", [7]), ("0,5", [0, 5]), ("1,-5", [1, -5]), ("1, 2 3", [1, 2, 3]),
      ("1,2, 3,4", [1, 2, 3, 4]), ("5e-324", [.leastNonzeroMagnitude]), ("-0", [0]),
      ("1\r\n2\r\n", [1, 2]),
    ] as [(String, [Double])])
  func vector(_ text: String, _ expected: [Double]) throws {
    #expect(try NumberReader.vector(text) == expected)
  }

  @Test(
    arguments: [
      ("1 0; 0 1", [[1, 0], [0, 1]]), ("1,0;0,1", [[1, 0], [0, 1]]),
      ("1 0\n0 1", [[1, 0], [0, 1]]),
      ("[[1,0],[0,1]]", [[1, 0], [0, 1]]), ("[[1. 0.]\n [0. 1.]]", [[1, 0], [0, 1]]),
      ("[1 0; 0 1]", [[1, 0], [0, 1]]), ("[1,0],[0,1]", [[1, 0], [0, 1]]),
      ("[1 0]\n[0 1]", [[1, 0], [0, 1]]), ("((1, 0), (0, 1))", [[1, 0], [0, 1]]),
      ("array([[1., 0.],\n       [0., 1.]])", [[1, 0], [0, 1]]), ("1 2;", [[1, 2]]),
      ("1 2;\n3 4;\n", [[1, 2], [3, 4]]), ("\n\n1\n\n2\n", [[1], [2]]), ("5", [[5]]),
      ("[[1 2\n  3]\n [4 5\n  6]]", [[1, 2, 3], [4, 5, 6]]), ("[1, 2, 3]", [[1, 2, 3]]),
      ("1,5;2,5", [[1, 5], [2, 5]]), ("[[-1]]", [[-1]]),
    ] as [(String, [[Double]])])
  func matrix(_ text: String, _ expected: [[Double]]) throws {
    #expect(try NumberReader.matrix(text).rowArrays == expected)
  }

  @Test(arguments: [
    ("1 2 3", [3]), ("[1, 2, 3]", [3]), ("[[1, 2, 3]]", [1, 3]), ("1; 2; 3", [3, 1]),
    ("[1; 2]", [2, 1]), ("1 2; 3 4", [2, 2]), ("np.array([1, 2])", [2]),
    ("tensor([[5.]])", [1, 1]), ("[ 1. 2.\n 3. 4.]", [4]), ("7", [1]),
  ])
  func arraysHaveTheDimensionsThatNumPyGivesThem(_ text: String, _ shape: [Int]) throws {
    #expect(try NumberReader.array(text).shape == shape)
  }

  @Test(
    arguments: [
      ("", NumberProblem.empty), (" \n ", .empty), ("[]", .empty), (",", .missing(at(column: 1))),
      ("1,,2", .missing(at(column: 2))), ("1,2,,", .missing(at(column: 3))),
      ("1 a 3", .notANumber("a", at(column: 2))),
      ("0x10", .notANumber("0x10", at(column: 1))), ("1_000", .notANumber("1_000", at(column: 1))),
      ("1e", .notANumber("1e", at(column: 1))), ("--1", .notANumber("--1", at(column: 1))),
      (".", .notANumber(".", at(column: 1))), ("1.2.3", .notANumber("1.2.3", at(column: 1))),
      ("1 nan", .notFinite("nan", at(column: 2))), ("inf", .notFinite("inf", at(column: 1))),
      ("-Infinity", .notFinite("-Infinity", at(column: 1))), ("∞", .notFinite("∞", at(column: 1))),
      ("1e999", .tooLarge("1e999", at(column: 1))), ("1e-999", .tooSmall("1e-999", at(column: 1))),
      ("0,5 1,5", .decimalComma("0,5", at(column: 1))),
      ("1 2,5", .decimalComma("2,5", at(column: 2))),
      ("1,05", .decimalComma("1,05", at(column: 1))),
      ("1,5;2,5;3,5", .decimalComma("1,5", at(column: 1))), ("[1,2", .unclosedBracket),
      ("1,2]", .unopenedBracket("]", at(column: 3))),
      ("[1,2)", .unopenedBracket(")", at(column: 3))),
      ("[[1,2],[3,4]]", .severalRows(2)), ("1 2; 3 4", .severalRows(2)),
      ("[1,2] 3", .outsideRow("3", row: 1)),
      ("1e400\u{1B}2J", .notANumber("1e400�2J", at(column: 1))),
      ("\u{0}", .notANumber("�", at(column: 1))),
    ] as [(String, NumberProblem)])
  func vectorProblem(_ text: String, _ expected: NumberProblem) {
    #expect(throws: expected) { try NumberReader.vector(text) }
  }

  @Test(
    arguments: [
      ("", NumberProblem.empty), ("1 2; 3", .ragged(row: 2, length: 1, first: 2, comma: nil)),
      ("1,5;2", .ragged(row: 2, length: 1, first: 2, comma: "1,5")),
      ("[[1,2],[3]]", .ragged(row: 2, length: 1, first: 2, comma: "1,2")),
      ("1 2;; 3 4", .emptyRow(2)), ("[[1,2],[]]", .emptyRow(2)), ("[[]]", .emptyRow(1)),
      ("1 0; 0 x", .notANumber("x", at(row: 2, column: 2))),
      ("1 0; nan 1", .notFinite("nan", at(row: 2, column: 1))),
      ("1 0; 0 1e999", .tooLarge("1e999", at(row: 2, column: 2))),
      ("1 0; 0,5 1", .decimalComma("0,5", at(row: 2, column: 1))),
      ("1,0;0,", .missing(at(row: 2, column: 2))), ("[[1,0],[0,1]", .unclosedBracket),
      ("[[1,0],[0,1]]]", .unopenedBracket("]", at(row: 3, column: 1))),
      ("[[1,0],,[0,1]]", .missing(at(row: 2, column: 1))),
      ("[[[1]], [[2]]]", .nestedTooDeep(allowed: 2)), ("[[1,0],5]", .outsideRow("5", row: 2)),
      ("1 [2] [3]", .outsideRow("1", row: 1)),
      ("[[1;2],[3;4]]", .notANumber(";", at(row: 1, column: 2))),
    ] as [(String, NumberProblem)])
  func matrixProblem(_ text: String, _ expected: NumberProblem) {
    #expect(throws: expected) { try NumberReader.matrix(text) }
  }

  @Test(arguments: [("0.25", 0.25), (" -3 ", -3), ("[4]", 4)] as [(String, Double)])
  func number(_ text: String, _ expected: Double) throws {
    #expect(try NumberReader.number(text) == expected)
  }

  @Test(
    arguments: [
      ("0,5", NumberProblem.decimalComma("0,5", at())), ("1 2", .severalNumbers(2)),
      ("1\n2", .severalNumbers(2)), ("x", .notANumber("x", at())), ("", .noNumber),
    ] as [(String, NumberProblem)])
  func numberProblem(_ text: String, _ expected: NumberProblem) {
    #expect(throws: expected) { try NumberReader.number(text) }
  }

  /// Vectors behind the brackets of a row, of a column, turned over, and with a comma at their end.
  @Test(arguments: [
    "[[1, 2, 3]]", "[[1], [2], [3]]", "[1 2 3]'", "[1; 2; 3]'", "1, 2, 3,", "1, 2,\n3",
    "tensor([[1., 2., 3.]])", "np.array([[1, 2, 3]]).T", "[1, √4, 6/2]",
  ])
  func vectorsOfOtherShapes(_ text: String) throws {
    #expect(try NumberReader.vector(text) == [1, 2, 3])
  }

  @Test(arguments: [
    "[1 3; 2 4]'", "[[1, 3], [2, 4]].T", "np.array([[1, 3], [2, 4]]).T", "1, 2,\n3, 4,",
    "\\begin{pmatrix} 1 & \\sqrt{4} \\\\ 3 & \\frac{8}{\\sqrt{4}} \\end{pmatrix}",
  ])
  func matricesTurnedOver(_ text: String) throws {
    #expect(try NumberReader.matrix(text) == Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 4]))
  }

  @Test(
    arguments: [
      ("sqrt(2)", 1.4142135623730951), ("\\sqrt{2}", 1.4142135623730951),
      ("√2", 1.4142135623730951), ("1/√4", 0.5), ("1/sqrt(4)", 0.5), ("-np.sqrt(4)", -2),
      ("\\frac{1}{\\sqrt{4}}", 0.5), ("\\frac{1}{4}", 0.25), ("sqrt(1/4)", 0.5),
      ("√½", 0.7071067811865476), ("√(9/4)", 1.5), ("sqrt(25%)", 0.5),
      ("\\sqrt{\\frac{1}{4}}", 0.5), ("2√4", 4), ("3√4/4", 1.5), ("2*sqrt(4)", 4), ("√4/√16", 0.5),
      ("+√4", 2), ("-√4/2", -1), ("\\frac{1}{2\\sqrt{4}}", 0.25), ("\\frac{1}{\\sqrt 4}", 0.5),
      ("1/√(1/4)", 2),
    ] as [(String, Double)])
  func rootsAreComputed(_ text: String, _ expected: Double) throws {
    #expect(try NumberReader.number(text) == expected)
  }

  @Test(arguments: [
    "sqrt(-1)", "sqrt()", "sqrt(x)", "√", "1/sqrt(0)",
  ])
  func whatHasNoRootIsRefused(_ text: String) {
    #expect(throws: NumberProblem.self) { try NumberReader.number(text) }
  }

  /// As programs print it that are met less often.
  @Test(arguments: [
    "Matrix([[1, 2], [3, 4]])",
    "<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>",
    "{{1, 2}, {3, 4}}", "2×2 Matrix{Float64}:\n 1.0  2.0\n 3.0  4.0",
    "     [,1] [,2]\n[1,]    1    2\n[2,]    3    4",
    "tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)",
    "\"1\",\"2\"\n\"3\",\"4\"", "1,0;2,0\n3,0;4,0", "1;2,0\n3;4", "1,0;2,0;\n3,0;4,0;",
    "     [,1]\n[1,]    1\n[2,]    3\n     [,2]\n[1,]    2\n[2,]    4", "[1 3; 2 4]'\n",
    "\\begin{bmatrix}1&3\\\\2&4\\end{bmatrix}^T",
    "\\begin{bmatrix}1&3\\\\2&4\\end{bmatrix}^{\\top}",
    "$$\\left[\\begin{array}{cc}1&3\\\\2&4\\end{array}\\right]^\\top$$",
    "np.array([[1, 2], [3, 4]], dtype=np.float32, order='C')",
  ])
  func matricesFromElsewhere(_ text: String) throws {
    #expect(try NumberReader.matrix(text) == Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 4]))
  }

  @Test func vectorsFromElsewhere() throws {
    // Numbers with points of their own have no decimal comma.
    #expect(NumberReader.commaRemark("0.0,125.0\n1.0,2.0") == nil)
    #expect(NumberReader.commaRemark("1,5\n2,5") != nil)
    #expect(try NumberReader.vector("[1] 1.5 2.0\n[3] 2.5") == [1.5, 2, 2.5])
    #expect(
      try NumberReader.vector("3-element Vector{Float64}:\n 1.5\n 2.0\n 2.5") == [1.5, 2, 2.5])
    #expect(try NumberReader.array("[1 2 3]'").shape == [3, 1])
    #expect(try NumberReader.vector("[[1],[2],[3.5]].T") == [1, 2, 3.5])
    #expect(try NumberReader.matrix("1.234,5;2\n3;4,5").elements == [1234.5, 2, 3, 4.5])
    #expect(try NumberReader.array("np.array([1, 2, 3]).T").shape == [3])
    #expect(try NumberReader.array("np.array([1, 2, 3]).T\n").shape == [3])
    #expect(try NumberReader.matrix("sqrt(4) 1\n0 sqrt(16)/2").elements == [2, 1, 0, 2])
  }

  /// What people copy from Python, from a program's output and from paper.
  @Test(
    arguments: [
      ("[1,2,]", [1, 2]), ("np.array([1, 2, 3], dtype=float)", [1, 2, 3]),
      ("array([1., 2.], dtype=float32)", [1, 2]), ("tensor([5., 7.])", [5, 7]),
      ("torch.tensor([5.,7], requires_grad=True, dtype=torch.float64)", [5, 7]),
      ("jnp.array((1, 2))", [1, 2]), ("1/4 -1/2 ½ 40%", [0.25, -0.5, 0.5, 0.4]),
    ] as [(String, [Double])])
  func pastes(_ text: String, _ expected: [Double]) throws {
    #expect(try NumberReader.vector(text) == expected)
  }

  @Test func pastedMatrices() throws {
    let expected = Matrix([[1, 0], [0, 1]])
    for text in [
      "[[1,0],[0,1],]", "[[1,0,],[0,1,],]", "torch.tensor([[1., 0.],\n        [0., 1.]])",
      "np.array([[1, 0], [0, 1]], dtype=np.float64)",
    ] {
      #expect(try NumberReader.matrix(text) == expected, "\(text)")
    }
  }

  @Test(arguments: ["1/0", "0/0", "1/", "/2", "%", "1%%", "50%x", "1/2/0"])
  func whatIsNoFraction(_ text: String) {
    #expect(throws: NumberProblem.self) { try NumberReader.number(text) }
  }

  @Test func messagesNameThePlaceAndTheRemedy() {
    #expect(
      message { _ = try NumberReader.number("1.000,5") }
        == "“1.000,5” has a comma as decimal sign: commas separate numbers, write 1000.5")
    #expect(
      message { _ = try NumberReader.matrix("1 2 3; 4 5") }
        == "row 2 has 2 numbers, row 1 has 3: give every row as many")
    #expect(
      message { _ = try NumberReader.matrix("1 0; 0,5 1") }
        == "row 2, column 1: “0,5” has a comma as decimal sign: commas separate numbers, write 0.5")
    #expect(
      message { _ = try NumberReader.vector("1 two") }
        == "number 2: “two” is not a number: write one such as 2, -0.5, 1.5e-3, 1/3 or 25%")
  }

  @Test func tenThousandEntriesAreRead() throws {
    let text = Array(
      repeating: Array(repeating: "0.25", count: 100).joined(separator: ","), count: 100
    )
    .joined(separator: ";")
    let matrix = try NumberReader.matrix(text)
    #expect(matrix == Matrix(rows: 100, columns: 100, repeating: 0.25))
    #expect(try NumberReader.vector(String(repeating: "7 ", count: 10_000)).count == 10_000)
  }

  @Test func deepBracketsAndLongWordsAreRefusedWithAShortMessage() {
    #expect(throws: NumberProblem.nestedTooDeep(allowed: 2)) {
      try NumberReader.matrix(String(repeating: "[", count: 50_000))
    }
    #expect(
      throws: NumberProblem.notANumber(String(repeating: "x", count: 24) + "…", at(column: 1))
    ) {
      try NumberReader.vector(String(repeating: "x", count: 50_000))
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func randomTextNeverTraps(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "1", "-2.5", ",", ";", "\n", "[", "]", "(", ")", " ", "e", "array(", "−", "x", "05",
    ]
    for _ in 0..<40 {
      let text = (0..<generator.int(in: 0...14)).map { _ in
        pieces[generator.int(in: 0...pieces.count - 1)]
      }.joined()
      if let matrix = try? NumberReader.matrix(text) {
        #expect(matrix.elements.count == matrix.rows * matrix.columns && !matrix.elements.isEmpty)
      }
      if let vector = try? NumberReader.vector(text) { #expect(!vector.isEmpty) }
    }
  }

  /// Where a whole number is wanted, commas between groups of three part thousands.
  @Test(
    arguments: [
      ("1,024", 1024), ("1,024,000", 1_024_000), (" 12 ", 12), ("1e3", 1000), ("999,999", 999_999),
    ] as [(String, Double)])
  func thousandsOfWholeNumbers(text: String, value: Double) throws {
    #expect(try NumberReader.wholeNumber(text) == value)
  }

  @Test(arguments: ["1,5", "1,0245", "0,024", "1,024.5,1", "1, 024", "1,024,", ",024"])
  func otherCommasAreNone(text: String) {
    #expect(throws: NumberProblem.self) { try NumberReader.wholeNumber(text) }
  }

  /// A blank may stand before a percent sign.
  @Test func percentSignsMayStandApart() throws {
    #expect(try NumberReader.number("-25 %") == -0.25)
    #expect(try NumberReader.vector("25 % 50%, 1 %") == [0.25, 0.5, 0.01])
    #expect(throws: NumberProblem.self) { try NumberReader.number("%") }
    #expect(throws: NumberProblem.self) { try NumberReader.number("25 % %") }
  }
}

private func at(row: Int? = nil, column: Int? = nil) -> NumberPlace {
  NumberPlace(row: row, column: column)
}

private func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? NumberProblem)?.message
  }
}
