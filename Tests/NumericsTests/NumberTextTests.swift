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

  @Test func agreesWithDecimalArithmetic() throws {
    for row in try Fixture.load("texts.json").compactMap(\.array) {
      let number = try #require(row.first?.double)
      let texts = [4, 2, 7].map { NumberText(significant: $0, ascii: true).text(number) }
      #expect(texts == row.dropFirst().compactMap(\.string), "\(number)")
    }
  }

  @Test func asciiAndOverflow() {
    let ascii = NumberText(ascii: true, infinity: .sign)
    #expect(ascii.text(-2.5) == "-2.5")
    #expect(ascii.text(-.infinity) == "-inf")
    #expect(NumberText(infinity: .overflow).text(.infinity) == "overflow")
  }

  @Test(
    arguments: [
      ([1, 0.4930686], ["1.0000", "0.4931"]), ([1, 2, 3], ["1", "2", "3"]),
      ([-1, 10], ["−1", "10"]), ([0.5, -12.25], ["  0.50", "−12.25"]),
      ([0.9, 0.00004], [" 0.9", "4e-5"]), ([], []), ([0, 0], ["0", "0"]),
      ([1, .nan], ["        1", "undefined"]), ([123.456, 0.001234], ["123.4560", "  0.0012"]),
      ([1e9, 0.5], ["1e9", "0.5"]), ([-0.0, 0.25], ["0.00", "0.25"]),
    ] as [([Double], [String])])
  func aligned(_ numbers: [Double], _ expected: [String]) {
    #expect(NumberText().aligned(numbers) == expected)
  }

  @Test(
    arguments: [
      (0.4930686, 3, "0.493"), (1, 3, "1.000"), (0.0004, 3, "0.0004"), (0.00004, 3, "4e-5"),
      (0, 2, "0.00"),
      (-0.0, 1, "0.0"),
      (0.0005, 3, "0.001"), (-2.5, 0, "−3"), (0.95, 1, "1.0"), (99.996, 2, "100.00"), (7, 0, "7"),
    ] as [(Double, Int, String)])
  func fixed(_ number: Double, _ decimals: Int, _ expected: String) {
    #expect(NumberText().fixed(number, decimals: decimals) == expected)
  }

  @Test(
    arguments: [
      (0.70710678, 6, "0.7071"), (0.70710678, 4, "0.71"), (0.70710678, 3, "0.7"),
      (123456, 6, "123456"),
      (123456, 5, "1.2e5"), (123456, 4, "1e5"), (123456, 2, "##"), (-3.2e-9, 7, "−3.2e-9"),
      (-3.2e-9, 5, "−3e-9"), (1, 0, ""), (.nan, 4, "####"),
    ] as [(Double, Int, String)])
  func fitted(_ number: Double, _ width: Int, _ expected: String) {
    #expect(NumberText().fitted(number, width: width) == expected)
  }

  @Test func onlyZeroReadsAsZero() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite, number != 0 else { continue }
      for text in [
        NumberText().text(number), NumberText().fixed(number, decimals: 2),
        NumberText().aligned([number, 1])[0], NumberText().fitted(number, width: 6),
      ] {
        #expect(text.contains { "123456789#".contains($0) }, "\(number) reads \(text)")
      }
    }
  }

  @Test func vectorsAndMatrices() throws {
    #expect(NumberText().vector([1, 0.5, -2]) == "[1, 0.5, −2]")
    #expect(
      NumberText().aligned(Matrix("1 10; 0.5 -2")) == [["1.0", "10"], ["0.5", "−2"]])
  }
}
