import Testing

@testable import Numerics

@Suite struct ScalingExperimentTests {
  @Test(arguments: [(1, 0.31), (4, 0.53), (16, 0.75), (64, 0.88)])
  func spreadGrowsAsTheRootOfTheWidth(_ width: Int, _ largest: Double) {
    var experiment = ScalingExperiment(width: width, seed: 1)
    experiment.run(trials: 300)
    let root = Double(width).squareRoot()
    #expect(isClose(experiment.unscaled.spread, root, 0.06))
    #expect(isClose(experiment.scaled.spread, 1, 0.06))
    #expect(isClose(experiment.unscaled.meanLargestWeight, largest, 0.07))
    #expect((0.29...0.39).contains(experiment.scaled.meanLargestWeight))
    #expect(experiment.scaled.meanEntropy > experiment.unscaled.meanEntropy || width == 1)
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
    #expect(
      experiment.unscaled
        == ScalingExperiment.Result(spread: 0, meanLargestWeight: 0, meanEntropy: 0))
    experiment.run(trials: -5)
    #expect(experiment.trials == 0 && experiment.width == 1 && experiment.keys == 1)
  }
}
