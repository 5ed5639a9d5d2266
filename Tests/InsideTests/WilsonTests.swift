import Testing

@testable import Inside

@Suite struct WilsonTests {
  /// By Python, with z from statistics.NormalDist().inv_cdf(0.975).
  @Test(arguments: [
    (0, 10, 0.0), (10, 10, 0.722_467_200_1), (5, 10, 0.236_593_090_5), (380, 400, 0.924_036_364_9),
    (400, 400, 0.990_487_707_5), (1, 3, 0.061_491_944_7),
  ])
  func boundsAreThoseOfOthers(_ right: Int, _ count: Int, _ expected: Double) {
    #expect(abs(Wilson.lowerBound(right: right, of: count) - expected) < 1e-6)
  }

  @Test func nothingTriedIsNothingClaimed() {
    #expect(Wilson.lowerBound(right: 0, of: 0) == 0)
    #expect(GateScore(task: "none", right: 0, count: 0).share == 0)
  }
}
