import JSONText
import Testing

@testable import Numerics

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0.70710678, "0.7071"), (1, "1"), (-3.2e-9, "−3.2e-9"), (33, "33"), (0.5, "0.5"), (-0.0, "0"),
      (12_345_678, "1.235e7"), (1_234_567, "1234567"), (12345.678, "12346"), (2.0 / 3, "0.6667"),
      (0.99999, "1"), (.leastNonzeroMagnitude, "5e-324"), (1e308, "1e308"), (.nan, "undefined"),
      (.infinity, "∞"),
      (-.infinity, "−∞"), (0.0001, "0.0001"), (0.00001, "1e-5"), (0.30000000000000004, "0.3"),
      (16640, "16640"), (0.12345, "0.1235"), (100, "100"),
    ] as [(Double, String)])
  func text(_ number: Double, _ expected: String) {
    #expect(NumberText().text(number) == expected)
  }

  /// What digits left out would pass off for a rounder number has more of them.
  @Test(
    arguments: [
      (8.00003, "8.00003"), (8, "8"), (0.99999, "0.99999"), (2.34004, "2.34004"), (2.34, "2.34"),
      (1.0 / 3, "0.3333"), (0.1 + 0.2, "0.3"), (-5.0000001, "−5.0000001"), (12345678, "1.235e7"),
      (1 - 1e-16, "1"), (.infinity, "∞"), (.nan, "undefined"), (0, "0"), (3.00001e-9, "3.00001e-9"),
    ] as [(Double, String)])
  func aResultIsToldFromARounderOne(_ number: Double, _ expected: String) {
    #expect(NumberText().telling(number) == expected)
  }

  @Test func agreesWithDecimalArithmetic() throws {
    for row in try Fixture.load("texts.json").compactMap(\.array) {
      let number = try #require(row.first?.double)
      let texts = [4, 2, 7].map { NumberText(significant: $0, ascii: true).text(number) }
      #expect(texts == row.dropFirst().compactMap(\.string), "\(number)")
    }
  }

  @Test func asciiInfinity() {
    let ascii = NumberText(ascii: true)
    #expect(ascii.text(-2.5) == "-2.5")
    #expect(ascii.text(-.infinity) == "-inf")
  }

  @Test(
    arguments: [
      ([1, 0.4930686], ["1.0000", "0.4931"]), ([1, 2, 3], ["1", "2", "3"]),
      ([-1, 10], ["−1", "10"]), ([0.5, -12.25], ["  0.50", "−12.25"]),
      ([0.9, 0.00004], [" 0.9", "4e-5"]), ([], []), ([0, 0], ["0", "0"]),
      ([1, .nan], ["        1", "undefined"]),
      ([123.456, 0.001234], ["123.456000", "  0.001234"]),
      ([1e9, 0.5], ["1e9", "0.5"]), ([-0.0, 0.25], ["0   ", "0.25"]),
      ([0.00053, 0], ["0.00053", "0      "]), ([0.123456, 0], ["0.1235", "0     "]),
      ([0.0320586, 0.6439], ["0.03206", "0.64390"]), ([0.0010004, 5], ["0.001000", "5.000000"]),
      ([0.12345, 9e-5, 0], ["0.1235", "  9e-5", "0     "]),
      ([12345.678, 0.5], ["12345.7", "    0.5"]), ([2.34004, 3.33996], ["2.340", "3.340"]),
      ([2.34, 3.5], ["2.34", "3.50"]), ([0.1 + 0.2, 1], ["0.3", "1.0"]),
    ] as [([Double], [String])])
  func aligned(_ numbers: [Double], _ expected: [String]) {
    #expect(NumberText().aligned(numbers) == expected)
  }

  /// Where room is short, digits go; what they would hide stands with a power of ten.
  @Test(
    arguments: [
      (.four, ["0.4011", "0.0123", "0.0012", "0     "]),
      (.three, ["0.401", "0.012", "0.001", "0    "]), (.two, ["0.40", "0.01", "1.2e-3", "0   "]),
    ] as [(NumberText.Detail, [String])])
  func lessDetail(_ detail: NumberText.Detail, _ expected: [String]) {
    let texts = NumberText().aligned([0.401112, 0.0123456, 0.00123456, 0], detail: detail)
    let width = texts.map(\.count).max() ?? 0
    #expect(texts == expected.map { String(repeating: " ", count: width - $0.count) + $0 })
  }

  /// Of numbers that are all small none has another format than the others.
  @Test(
    arguments: [
      (.full, ["2.563e-5", "−1.900e-4", "1.010e-2", "0"]),
      (.three, ["2.56e-5", "−1.90e-4", "1.01e-2", "0"]),
      (.two, ["2.6e-5", "−1.9e-4", "1.0e-2", "0"]),
    ] as [(NumberText.Detail, [String])])
  func smallNumbersAllHaveAPowerOfTen(_ detail: NumberText.Detail, _ expected: [String]) {
    let texts = NumberText().aligned([2.5632e-5, -1.9e-4, 0.0101, 0], detail: detail)
    #expect(texts.map { $0.filter { $0 != " " } } == expected)
  }

  @Test func onlyZeroReadsAsZero() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite, number != 0 else { continue }
      let small = Double(generator.int(in: 1...9)) * 0x1p-20
      let tables = NumberText.Detail.allCases.flatMap { detail in
        NumberText().aligned([number, small, 1.25, 0], detail: detail).prefix(2)
      }
      for text in tables + [NumberText().text(number)] {
        #expect(text.contains { "123456789".contains($0) }, "\(number) reads \(text)")
      }
    }
  }

  @Test func vectorsAndMatrices() throws {
    #expect(NumberText().vector([1, 0.5, -2]) == "[1, 0.5, −2]")
    #expect(
      NumberText().aligned(Matrix("1 10; 0.5 -2")) == [["1.0", "10.0"], ["0.5", "−2.0"]])
  }

  /// A table that is too large to be read number by number has one format.
  @Test func whatTheDecimalsOfALargeTableHideIsLessThanTheirLast() {
    let numbers = NumberText().with(decimals: 3)
    #expect(numbers.largeTableText(0.0004) == "<0.001")
    #expect(numbers.largeTableText(-3e-9) == ">−0.001")
    #expect(numbers.largeTableText(0.0005) == "0.001")
    #expect(numbers.largeTableText(12.34567) == "12.346")
    #expect(numbers.largeTableText(0) == "0    ")
    #expect(NumberText().with(decimals: 0).largeTableText(0.2) == "<1")
    #expect(NumberText().largeTableText(3e-9) == "3e-9")
  }

  /// However a share is written, what is less than all of it does not read as all, nor as nothing.
  @Test(arguments: [0.9996, 0.99996, 0.999_999_999, 1.0.nextDown, 3e-9])
  func aShareIsNotRoundedToAll(
    _ share: Double
  ) {
    for digits in 1...4 {
      let numbers = NumberText(significant: digits).ofShares
      let decimals = numbers.with(decimals: digits)
      let texts =
        [
          numbers.text(share), decimals.text(share), decimals.tableText(share),
          decimals.largeTableText(share),
        ] + numbers.aligned([share, 0.25, 1 - share, 1, 0]).prefix(1)
      for text in texts {
        let number = Double(text.filter { !"<> ".contains($0) })
        #expect(number.map { $0 > 0 && $0 < 1 } == true, "\(text)")
        #expect(!text.hasPrefix(">") || number.map { $0 < share } == true, "\(text)")
      }
      // All of it is all of it.
      #expect(decimals.largeTableText(1).hasPrefix("1") && numbers.text(1) == "1")
    }
    #expect(NumberText().with(decimals: 3).ofShares.largeTableText(0.9996) == ">0.999")
    #expect(NumberText().with(decimals: 3).largeTableText(0.9996) == "1.000")
  }

}
