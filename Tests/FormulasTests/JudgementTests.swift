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
      #expect(Judgement(guess, truth: truth).isRight == isSame, "\(guess) for \(truth)")
    }
  }

  @Test(
    arguments: [
      (0.4, 0.4011, true), (0.41, 0.4011, false), (199, 200, true), (198, 200, false),
      (0, 0.004, false), (0.004, 0.0042, true), (0.001, 0, false), (-0.004, 0.004, false),
      (2e-9, 3e-9, true), (1e-9, 3e-9, false), (-0.0, 0, true), (0.005, 0.01, true),
    ] as [(Double, Double, Bool)])
  func nearEnough(guess: Double, truth: Double, isRight: Bool) {
    #expect(Judgement(guess, truth: truth).isRight == isRight)
  }

  @Test func roundingOfASumMayBeCalledZero() {
    let addends = [0.1, 0.2, -0.3]
    #expect(addends.total != 0)
    #expect(Judgement(0, truth: addends.total, addends: addends).isRight)
    #expect(!Judgement(0, truth: addends.total).isRight)
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
    #expect(Judgement(7, truth: -.infinity).lines() == ["It is \u{2212}∞"])
    #expect(Judgement(-.infinity, truth: -.infinity).lines() == ["Right: \u{2212}∞"])
  }

  @Test(
    arguments: [
      ("-inf", -.infinity), ("−∞", -.infinity), ("-∞", -.infinity), ("- inf", -.infinity),
      ("-Infinity", -.infinity), ("inf", .infinity), ("+inf", .infinity), ("∞", .infinity),
      ("-np.inf", -.infinity), ("overflow", .infinity), ("nan", .nan), ("NaN", .nan),
      ("undefined", .nan), ("0/0", .nan), ("0 / 0", .nan), ("-2.5", -2.5), ("−1e9", -1e9),
    ] as [(String, Double)])
  func quantitiesAsTyped(text: String, expected: Double) throws {
    let number = try Quantity.read(text)
    #expect(expected.isNaN ? number.isNaN : number == expected)
  }

  @Test(arguments: ["", "infant", "--inf", "1,5", "1/2/0", "nano", "1e999", "∞∞"])
  func otherTextIsNoQuantity(text: String) {
    #expect(throws: NumberProblem.self) { try Quantity.read(text) }
  }
}
