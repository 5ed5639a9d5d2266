import Testing

@testable import Numerics

@Suite struct ScalingExperimentTests {
  @Test(arguments: [(1, 0.31), (4, 0.53), (16, 0.75), (64, 0.88)])
  func spreadGrowsAsTheRootOfTheWidth(_ width: Int, _ largest: Double) throws {
    var experiment = ScalingExperiment(width: width, seed: 1)
    experiment.run(trials: 300)
    let root = Double(width).squareRoot()
    let (plain, scaled) = (try #require(experiment.unscaled), try #require(experiment.scaled))
    #expect(isClose(plain.spread, root, 0.06))
    #expect(isClose(scaled.spread, 1, 0.06))
    #expect(isClose(plain.meanLargestWeight, largest, 0.07))
    #expect((0.29...0.39).contains(scaled.meanLargestWeight))
    #expect(scaled.meanEntropy > plain.meanEntropy || width == 1)
  }

  @Test func trialsInSlicesAreTheSameTrials() {
    var (whole, sliced) = (
      ScalingExperiment(width: 3, seed: 9), ScalingExperiment(width: 3, seed: 9)
    )
    whole.run(trials: 12)
    for _ in 0..<4 { sliced.run(trials: 3) }
    #expect(whole == sliced && whole.trials == 12)
  }

  @Test func noTrialsAndNoWidth() {
    var experiment = ScalingExperiment(width: 0, keys: 0, seed: 1)
    #expect(experiment.unscaled == nil && experiment.scaled == nil)
    experiment.run(trials: -5)
    #expect(experiment.trials == 0 && experiment.width == 1 && experiment.keys == 1)
  }
}
