import Models
import Testing

@testable import Lab

/// Practice at other tasks before a few examples of a new one.
@Suite struct HeadStartTests {
  @Test func learningGoesOnFromPractice() throws {
    var run = HeadStartRun(HeadStart(examples: 16, hasPractised: true), seed: 1, steps: 2)
    #expect(run.preparation == 600 && run.steps == 602 && run.learning == nil)
    run.advance(steps: 600)
    var practice = TrainingRun(HeadStart.practice, seed: 1)
    practice.advance(steps: 600)
    #expect((practice.accuracy ?? 0) > 0.9)
    run.advance(steps: 2)
    let learning = try #require(run.learning)
    #expect(
      run.isFinished && learning.snapshot(at: 0).decoder.parameters == practice.decoder.parameters)
    // Rows that were never asked for stand below those that are learnt.
    #expect(run.curve.last?.accuracies.count == run.testNames.count)
  }

  @Test func withoutPracticeItBeginsAtOnce() {
    var run = HeadStartRun(HeadStart(examples: 16, hasPractised: false), seed: 1, steps: 3)
    #expect(run.preparation == 0 && run.steps == 3 && run.curve.isEmpty)
    run.advance(steps: 3)
    #expect(run.isFinished && run.curve.map(\.step) == [0, 1, 2, 3])
    let rows = run.learning.map { Set($0.recipe.source.batch(400, step: 0, seed: 1).map(\.tokens)) }
    #expect(rows?.count == 16)
  }
}
