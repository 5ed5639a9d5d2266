import Testing

@testable import Formulas
@testable import Numerics

@Suite struct JudgementTests {
  private static let kinds: [Double] = [
    .infinity, -.infinity, .nan, 0, 3, -3, 1e-9, 1e9, 1e308, .leastNonzeroMagnitude,
  ]

  /// Each number is right for itself, and no number for one of another kind.
  @Test(arguments: kinds)
  func kindsAreNeverMixed(truth: Double) {
    for guess in Self.kinds {
      let isSame = guess == truth || guess.isNaN && truth.isNaN
      #expect(
        Judgement(Quantity(guess), truth: Quantity(truth)).isRight == isSame,
        "\(guess) for \(truth)")
    }
  }

  @Test(
    arguments: [
      (0.4, 0.4011, true), (0.41, 0.4011, false), (199, 200, true), (198, 200, false),
      (0, 0.004, false), (0.004, 0.0042, true), (0.001, 0, false), (-0.004, 0.004, false),
      (2e-9, 3e-9, true), (1e-9, 3e-9, false), (-0.0, 0, true), (0.005, 0.01, true),
    ] as [(Double, Double, Bool)])
  func nearEnough(guess: Double, truth: Double, isRight: Bool) {
    #expect(Judgement(Quantity(guess), truth: Quantity(truth)).isRight == isRight)
  }

  @Test func roundingOfASumMayBeCalledZero() {
    let addends = [0.1, 0.2, -0.3]
    #expect(addends.total != 0)
    #expect(Judgement(0, truth: Quantity(addends.total), addends: addends).isRight)
    #expect(!Judgement(0, truth: Quantity(addends.total)).isRight)
    #expect(!Judgement(0, truth: 1e-3, addends: [1, -0.999]).isRight)
  }

  @Test func theFirstMistakeThatFitsIsNamed() {
    let mistakes: [(Misconception, Double)] = [
      (.cosineForDot, 0.5), (.signsForgotten, 7), (.lengthsMultiplied, 7), (.entriesAdded, 3),
    ]
    #expect(Judgement(7, truth: 3, mistakes: mistakes).mistake == .signsForgotten)
    #expect(Judgement(8, truth: 3, mistakes: mistakes).mistake == nil)
    #expect(Judgement(3, truth: 3, mistakes: mistakes) == .right(3))
    #expect(
      Judgement(7, truth: 3, mistakes: mistakes).lines()
        == ["It is 3: you are off by 4", "This forgets the signs of the products."])
    #expect(Judgement(7, truth: Quantity(-.infinity)).lines() == ["It is \u{2212}∞"])
    #expect(
      Judgement(Quantity(-.infinity), truth: Quantity(-.infinity)).lines() == ["Right: \u{2212}∞"])
  }

  /// What is shown as <5e-324 is not 0: only a number as small is right for it.
  @Test func whatVanishesIsNotZero() throws {
    let (tiny, negative) = (Quantity(0, vanishes: true), Quantity(-0.0, vanishes: true))
    #expect(!Judgement(0, truth: tiny).isRight && !Judgement(tiny, truth: 0).isRight)
    #expect(Judgement(tiny, truth: tiny).isRight && !Judgement(negative, truth: tiny).isRight)
    for other in [.leastNonzeroMagnitude, 1e-300, 1, .infinity, .nan] as [Double] {
      #expect(!Judgement(Quantity(other), truth: tiny).isRight)
      #expect(!Judgement(tiny, truth: Quantity(other)).isRight)
    }
    #expect(!Judgement(0, truth: tiny, addends: [1, -1]).isRight, "no rounding of a sum")
    #expect(
      Judgement(0, truth: tiny).lines()
        == ["It is <5e-324: not 0, and smaller than any number kept here"])
    #expect(Judgement(tiny, truth: 0).lines() == ["It is 0, and nothing beside it"])
    #expect(Judgement(negative, truth: negative).lines() == ["Right: >\u{2212}5e-324"])
    #expect(Quantity(1, vanishes: true) == 1)
  }

  @Test(
    arguments: [
      ("-inf", -.infinity), ("−∞", -.infinity), ("-∞", -.infinity), ("- inf", -.infinity),
      ("-Infinity", -.infinity), ("inf", .infinity), ("+inf", .infinity), ("∞", .infinity),
      ("-np.inf", -.infinity), ("overflow", .infinity), ("nan", .nan), ("NaN", .nan),
      ("undefined", .nan), ("0/0", .nan), ("0 / 0", .nan), ("-oo", -.infinity), ("oo", .infinity),
      ("float('-inf')", -.infinity), ("-float(\"inf\")", -.infinity), ("np.nan", .nan),
      ("float(‘nan’)", .nan), ("torch.inf", .infinity), ("-math.inf", -.infinity),
      ("minus infinity", -.infinity), ("Negative Infinity", -.infinity), ("not a number", .nan),
      ("Number.NEGATIVE_INFINITY", -.infinity), ("\\infty", .infinity), ("$-\\infty$", -.infinity),
      ("－∞", -.infinity), ("ｉｎｆ", .infinity), ("(-inf)", -.infinity), ("1/0", .infinity),
      ("-(−∞)", .infinity), ("np.float64(inf)", .infinity), ("indeterminate", .nan),
    ] as [(String, Double)])
  func namesOfWhatHasNoDigits(text: String, expected: Double) throws {
    let number = try #require(SpecialNumber.read(text))
    #expect(expected.isNaN ? number.value.isNaN : number == Quantity(expected))
    #expect(try TypedNumber.read(text).get().isNaN == expected.isNaN)
  }

  @Test(arguments: [
    ("<5e-324", false), ("< 5e-324", false), ("underflow", false), (">−5e-324", true),
    ("1e-400", false), ("-1e-999", true), ("１e-400", false),
  ])
  func whatIsTooSmallForADouble(text: String, isNegative: Bool) throws {
    let number = try TypedNumber.reading(text).get().quantity
    #expect(number.value == 0 && number.vanishes)
    #expect((number.value.sign == .minus) == isNegative)
  }

  @Test(arguments: ["0", "-0", "0.000", "0e9", "0/5"])
  func whatIsZero(text: String) throws {
    #expect(try TypedNumber.reading(text).get().quantity == 0)
  }

  @Test(arguments: [
    "", "infant", "--inf", "nano", "∞∞", "minus", "-", "()", "minus minus inf", "5e-324", "no", "o",
    "float()", "float(7)", "in f x",
  ])
  func otherTextHasNoSuchName(text: String) { #expect(SpecialNumber.read(text) == nil) }

  @Test(
    arguments: [
      ("-2.5", -2.5), ("−1e9", -1e9), ("-inf", -.infinity), ("２．５", 2.5), ("½", 0.5), ("٣", 3),
    ] as [(String, Double)])
  func cellsAsTyped(text: String, expected: Double) throws {
    #expect(try NumberReader.quantity(text) == expected)
  }

  @Test(arguments: ["", "infant", "--inf", "1,5", "1/2/0", "nano", "1e999", "∞∞", "<5e-324"])
  func otherTextIsNoCell(text: String) {
    #expect(throws: NumberProblem.self) { try NumberReader.quantity(text) }
  }
}
