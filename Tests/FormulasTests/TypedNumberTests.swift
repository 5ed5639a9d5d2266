import Numerics
import Testing

@testable import Formulas

@Suite struct TypedNumberTests {
  private func read(_ text: String) -> String {
    switch TypedNumber.read(text) {
    case .success(let number): NumberText(significant: 6).text(number)
    case .failure(let problem): problem.message
    }
  }

  @Test(arguments: [
    ("0.5", "0.5"), (" 1/2 ", "0.5"), ("sqrt(2)/2", "0.707107"), ("√2/2", "0.707107"),
    ("−3", "−3"), ("- 3", "−3"), ("50%", "0.5"), ("= 4", "4"), ("≈0.1", "0.1"), ("12 725", "12725"),
    ("2^3", "8"), ("e", "2.71828"), ("1e3", "1000"), (".5", "0.5"),
    ("12,725", "12,725 can be read two ways: write 12.725 with a point, or 12725"),
    ("1,2,3", "1,2,3 is not a single number"), ("", "type a number"),
    ("abc", "\"abc\" is not a number: write 0.5, 1/2, -3 or sqrt(2)/2"),
    ("1 2", "\"1 2\" is not a number: write 0.5, 1/2, -3 or sqrt(2)/2"),
  ])
  func numbers(_ typed: String, _ shown: String) { #expect(read(typed) == shown) }

  /// Other ways to write what a plain keyboard writes, by the number that they come to.
  private static let plain: [(String, Double)] = [
    ("0,5", 0.5),
    ("0,125", 0.125),
    ("1234,5", 1234.5),
    ("1.234,5", 1234.5),
    ("1,234.5", 1234.5),
    ("1'234.5", 1234.5),
    ("175,000,000,000", 175e9),
    ("1.234.567", 1_234_567),
    ("12 725", 12725),
    ("175 billion", 175e9),
    ("175B", 175e9),
    ("1.5M", 1.5e6),
    ("12k", 12000),
    ("7 bn", 7e9),
    ("½", 0.5),
    ("−½", -0.5),
    ("1½", 1.5),
    ("1 ½", 1.5),
    ("1 1/2", 1.5),
    ("-2 3/4", -2.75),
    ("50 percent", 0.5),
    ("50 per cent", 0.5),
    ("½ %", 0.005),
    ("5％", 0.05),
    ("2**-1", 0.5),
    ("2^-1", 0.5),
    ("2^{-1}", 0.5),
    ("2⁻¹", 0.5),
    ("10⁻³", 1e-3),
    ("3²", 9),
    ("1e-3", 1e-3),
    ("1E−3", 1e-3),
    ("1·10^-3", 1e-3),
    ("1×10⁻³", 1e-3),
    ("3 x 10^-2", 0.03),
    ("12x10**3", 12000),
    ("１２", 12),
    ("٣", 3),
    ("１．５", 1.5),
    ("\u{2212}3", -3),
    ("–3", -3),
    ("(1+2)(3)", 9),
    ("\\frac{1}{2}", 0.5),
    ("$0.5$", 0.5),
    ("x = 4", 4),
    ("1/2 = 0.5", 0.5),
    ("[4]", 4),
    ("(4)", 4),
    ("twelve", 12),
    ("minus one half", -0.5),
    ("a quarter", 0.25),
    ("20-5", 15),
    ("100 - 1", 99),
    ("2-1/2", 1.5),
    ("twenty-five", 25),
    ("one hundred and five", 105),
    ("two hundred fifty thousand", 250_000),
    ("one million two hundred", 1_000_200),
    ("NaN", .nan),
    ("undefined", .nan),
    ("0/0", .nan),
    ("inf", .infinity),
    ("-∞", -.infinity),
    ("minus infinity", -.infinity),
    ("1/0", .infinity),
  ]
  private static let half = 0.5.squareRoot()
  private static let eight = 8.0.squareRoot()
  private static let turn = 2 * Double.pi
  private static let thirds = 2.0 / 3
  private static let computed: [(String, Double)] = [
    ("⅔", thirds),
    ("sqrt2/2", half),
    ("sqrt 2 / 2", half),
    ("√2/2", half),
    ("2√2", eight),
    ("2sqrt(2)", eight),
    ("2pi", turn),
    ("2 π", turn),
    ("\\frac{\\sqrt{2}}{2}", half),
    ("two thirds", thirds),
  ]

  @Test(arguments: plain + computed)
  func equivalents(_ typed: String, _ value: Double) throws {
    let number = try TypedNumber.read(typed).get()
    #expect(
      value.isNaN ? number.isNaN : abs(number - value) <= 1e-12 * abs(value) || number == value)
  }

  /// A reading that another person might not share is told.
  @Test func aDecimalCommaIsTold() throws {
    #expect(try TypedNumber.reading("0,5").get().remark == "0,5 is read as 0.5")
    #expect(try TypedNumber.reading("1.234,5").get().remark == "1.234,5 is read as 1234.5")
    #expect(try TypedNumber.reading("1,234.5").get().remark == nil)
  }

  @Test(arguments: [
    "five five", "1..2", "1,,2", "12,34,56", "ten one", "twenty ten", "hello", "1 2 3", "--", "%",
    "1/", "2 million million x", "e e", "1 000 00",
  ])
  func noNumber(_ typed: String) {
    #expect(throws: ExpressionProblem.self) { try TypedNumber.read(typed).get() }
  }

  /// Every whole number up to a million is read from its words as from its digits.
  @Test func numbersInWords() {
    let small = [
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
      "fifteen sixteen seventeen eighteen nineteen",
    ].joined(separator: " ").split(separator: " ").map(String.init)
    let tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
    func words(_ number: Int) -> String {
      switch number {
      case ..<20: return small[number]
      case ..<100:
        let rest = number % 10
        return tens[number / 10] + (rest == 0 ? "" : "-" + small[rest])
      case ..<1000:
        let rest = number % 100
        return small[number / 100] + " hundred" + (rest == 0 ? "" : " and " + words(rest))
      default:
        let rest = number % 1000
        return words(number / 1000) + " thousand" + (rest == 0 ? "" : " " + words(rest))
      }
    }
    for number in Array(0...1200) + stride(from: 1201, to: 1_000_000, by: 4567) {
      #expect(NumberWords.number(words(number)) == Double(number), "\(words(number))")
    }
  }

  /// Whatever is typed, nothing traps, and it ends soon.
  @Test func nothingTraps() {
    var generator = SeededGenerator(seed: 4)
    let pieces = [
      "½", "⁻", "₂", ",", ".", "'", " ", "1", "000", "x", "e", "%", "billion", "(", ")", "[", "]",
      "{", "}", "\\frac", "$", "-", "*", "**", "=", "√", "sqrt", "pi", "\u{0}", "٣", "hundred", ";",
    ]
    for _ in 0..<3000 {
      let text = (0..<14).map { _ in pieces[generator.int(in: 0...pieces.count - 1)] }.joined()
      _ = TypedNumber.reading(text)
      _ = TypedGrid.cells(text)
    }
    for piece in pieces {
      let text = String(repeating: piece, count: 3000)
      _ = TypedNumber.reading(text)
      _ = TypedGrid.cells(text)
    }
  }
}

@Suite struct TypedGridTests {
  @Test(
    arguments: [
      ("1 2; 3 4", [["1", "2"], ["3", "4"]]), ("[[1,2],[3,4]]", [["1", "2"], ["3", "4"]]),
      ("[1, -2.5]", [["1", "-2.5"]]), ("1/2 sqrt(2, 3)", [["1/2", "sqrt(2, 3)"]]), ("  ", []),
      ("(4, 6)", [["4", "6"]]), ("(4 6)", [["4", "6"]]), ("4, 6", [["4", "6"]]),
      ("{4, 6}", [["4", "6"]]), ("⟨4, 6⟩", [["4", "6"]]), ("<4, 6>", [["4", "6"]]),
      ("[2,2],[2,2]", [["2", "2"], ["2", "2"]]), ("[2 2] [2 2]", [["2", "2"], ["2", "2"]]),
      ("((2,2),(2,2))", [["2", "2"], ["2", "2"]]), ("(2 2; 2 2)", [["2", "2"], ["2", "2"]]),
      ("((4, 6))", [["4", "6"]]), ("1 2\n3 4", [["1", "2"], ["3", "4"]]),
      ("np.array([[1, 0], [0, 1]])", [["1", "0"], ["0", "1"]]),
      ("tensor([4., 6.])", [["4.", "6."]]),
      ("\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}", [["1", "2"], ["3", "4"]]),
      ("(1+2)/3, (4)", [["(1+2)/3", "(4)"]]), ("4 -6", [["4", "-6"]]), ("4 - 6", [["4-6"]]),
      ("1 / 2, 50 %", [["1/2", "50%"]]), ("[[1]]", [["1"]]), ("max(1,2) 3", [["max(1,2)", "3"]]),
      ("[1", nil), ("1]", nil), ("[1], 2", nil), ("(1", nil),
    ] as [(String, [[String]]?)])
  func grids(_ typed: String, _ cells: [[String]]?) { #expect(TypedGrid.cells(typed) == cells) }

  @Test func commasMayBeDecimalSigns() {
    #expect(TypedGrid.cells("0,5 0,7", decimalCommas: true) == [["0.5", "0.7"]])
    #expect(TypedGrid.cells("0,5; 0,7", decimalCommas: true) == [["0.5"], ["0.7"]])
  }

  /// What a double cannot hold is refused in words, and never taken for an infinity.
  @Test(arguments: ["-1e400", "1e309", "10^400", "1e308 * 10", "1e400%"])
  func tooLargeIsSaid(text: String) {
    guard case .failure(let problem) = TypedNumber.reading(text) else {
      Issue.record("\(text) was read")
      return
    }
    #expect(problem.message.contains("is too large") && problem.message.contains("inf"))
  }
}
