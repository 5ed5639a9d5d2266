import Lab
import Testing

/// A run that was trained to its end has that end on its curve.
@Suite struct LastStepTests {
  @Test(arguments: ["reverse", "fine-tuning-head", "pre-training", "preferences", "descent"])
  func theCurveEndsWithTheLastStep(name: String) throws {
    var run = try #require(LabRecipe.named(name)).start(seed: 1, steps: 6)
    while !run.isFinished { run.takeStep() }
    #expect(run.curve.last?.step == run.steps - run.preparation)
    if !run.testNames.isEmpty { #expect(run.curve.last?.accuracies.isEmpty == false) }
  }
}
