import TestSupport
import Testing

@testable import Plots

@Suite struct PlotTickTests {
  @Test func literals() {
    let cases: [(Double, Double, Int, [String])] = [
      (0, 1, 6, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (0, 1, 3, ["0", "0.5", "1.0"]),
      (-3, 4.2, 5, ["-2", "0", "2", "4"]),
      (0.13, 2.31, 5, ["0.5", "1.0", "1.5", "2.0"]),
      (1, 1024, 6, ["200", "400", "600", "800", "1000"]),
      (0, 2e6, 3, ["0", "1e6", "2e6"]),
      (0, 3e-7, 4, ["0", "1e-7", "2e-7", "3e-7"]),
      (1e300, 3e300, 3, ["1e300", "2e300", "3e300"]),
      (9, -9, 3, ["-5", "0", "5"]), (9, -9, 2, ["0"]),
      (7.5, 7.5, 4, ["7.5"]), (3, 3, 1, ["3"]), (0, 20 * .leastNonzeroMagnitude, 50, ["0"]),
      (0, .nan, 4, []), (-.infinity, 0, 4, []), (0, 1, 0, []),
    ]
    for (lower, upper, count, labels) in cases {
      #expect(niceTicks(min: lower, max: upper, count: count).map(\.label) == labels)
    }
  }

  @Test func labelsNameTheirValuesWhichLieEquallyFarApartWithinTheBounds() {
    var random = SplitMix(seed: 11)
    for _ in 0..<2000 {
      let bounds = (random.number(), random.number())
      let count = Int(random.next() % 12)
      let ticks = niceTicks(min: bounds.0, max: bounds.1, count: count)
      #expect(ticks.count <= count)
      for tick in ticks {
        #expect(Double(tick.label) == tick.value)
        #expect(tick.value >= min(bounds.0, bounds.1) && tick.value <= max(bounds.0, bounds.1))
      }
      for index in ticks.indices.dropFirst(2) {
        let step = ticks[1].value / 4 - ticks[0].value / 4
        let gap = ticks[index].value / 4 - ticks[index - 1].value / 4
        #expect(abs(gap - step) <= 1e-9 * step)
      }
    }
  }

  @Test func enclosingTicksHoldTheBounds() {
    #expect(
      niceTicks(min: 0.13, max: 2.31, count: 6, enclosing: true).map(\.label)
        == ["0", "0.5", "1.0", "1.5", "2.0", "2.5"])
    #expect(niceTicks(min: -3, max: -1, count: 4, enclosing: true).map(\.value) == [-3, -2, -1])
    let greatest = Double.greatestFiniteMagnitude
    #expect(niceTicks(min: -greatest, max: greatest, count: 6, enclosing: true).isEmpty)
    #expect(niceTicks(min: -greatest, max: greatest, count: 6).map(\.value) == [-1e308, 0, 1e308])
  }

  @Test func logarithmicTicksArePowersOfTen() {
    #expect(logTicks(min: 1, max: 1024, count: 5).map(\.label) == ["1", "10", "100", "1000"])
    #expect(logTicks(min: 1e-9, max: 1e9, count: 7).map(\.label).first == "1e-9")
    #expect(logTicks(min: 1e-9, max: 1e9, count: 7).count == 7)
    #expect(logTicks(min: 2, max: 9, count: 4).map(\.label) == ["2", "4", "6", "8"])
    #expect(logTicks(min: 0, max: 9, count: 4).isEmpty)
    #expect(logTicks(min: -1, max: 9, count: 4).isEmpty)
  }
}
