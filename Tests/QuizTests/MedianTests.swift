import Testing

@testable import Quiz

@Suite struct MedianTests {
  @Test(
    arguments: [
      ([], nil), ([7], 7), ([4, 2], 3), ([9, 1, 5], 5), ([20_000, 10_000, 3_000, 90_000], 15_000),
      ([.max, .max], Double(Int.max)),
    ] as [([Int], Double?)]) func ofAnEvenCountItIsTheMeanOfBoth(numbers: [Int], median: Double?)
  {
    #expect(numbers.median == median)
  }
}
