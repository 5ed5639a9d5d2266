import Models
import TestSupport
import Testing

@testable import Lab

@Suite struct TrainingRunTests {
  private static func run(_ recipe: Recipe, seed: UInt64 = 1, steps: Int? = nil) -> TrainingRun {
    var run = TrainingRun(recipe, seed: seed)
    run.advance(steps: steps ?? recipe.steps)
    return run
  }

  @Test func reverseLearnsTheAntiDiagonal() throws {
    let run = Self.run(.reverse)
    let (count, accuracies) = (run.parameterCount, run.accuracies)
    #expect(count == 5_120 && accuracies == [1])
    let reached = run.reachedAt
    #expect(try #require(reached) <= 100)
    let moment = run.snapshot(at: run.step)
    let look = moment.look(at: run.example.tokens)
    let (said, targets) = (look.said, run.example.targets)
    #expect(said == targets)
    let sources = run.recipe.source.task.sources(.reverse)
    let mass = look.mass(layer: 0, head: 0, sources: sources)
    #expect(mass > 0.9)
    let first = run.snapshot(at: 0).look(at: run.example.tokens)
    let before = first.mass(layer: 0, head: 0, sources: sources)
    #expect(before < 0.3)
  }

  @Test func inductionLooksAtTheTokenBeforeAndThenAfterTheLastMatch() throws {
    let run = Self.run(.induction)
    let count = run.parameterCount
    #expect(count == 5_664)
    let reached = run.reachedAt
    #expect(try #require(reached) <= 150)
    let row = run.example
    let look = run.snapshot(at: run.step).look(at: row.tokens)
    let marks = row.marks(look.said)
    #expect(!marks.contains(.wrong))
    // The first layer looks back by one wherever the second will look at it.
    let before = (0..<20).map { (1...row.knowable).contains($0) ? $0 - 1 : nil }
    let first = look.mass(layer: 0, head: 0, sources: before)
    #expect(first > 0.7)
    let second = look.map(layer: 1, head: 0)
    for place in row.knowable..<20 {
      let after = (0..<place).filter { row.tokens[$0] == row.tokens[place] }.map { $0 + 1 }
      let mass = after.reduce(0) { $0 + second[place][$1] }
      #expect(mass > 0.5, "\(place)")
    }
  }

  /// Whatever the slices, the same seed gives the same run, and another seed another.
  @Test func theSameSeedGivesTheSameRun() {
    let whole = Self.run(.reverse, steps: 30)
    var sliced = TrainingRun(.reverse, seed: 1)
    var left = 7
    sliced.advance {
      left -= 1
      return left >= 0
    }
    #expect(sliced.step == 7)
    while sliced.step < 30 { sliced.advance(steps: 1) }
    let (curve, slicedCurve) = (whole.curve, sliced.curve)
    #expect(curve == slicedCurve)
    let (parameters, slicedParameters) = (whole.decoder.parameters, sliced.decoder.parameters)
    #expect(parameters == slicedParameters)
    let other = Self.run(.reverse, seed: 2, steps: 30).curve
    #expect(curve != other)
  }

  /// To rewind to a step is to train to that step.
  @Test func aMomentIsWhatTrainingToItGives() {
    let run = Self.run(.reverse, steps: 40)
    for step in [0, 1, 17, 40] {
      let again = run.snapshot(at: step).decoder.parameters
      let trained = Self.run(.reverse, steps: step).decoder.parameters
      #expect(again == trained)
    }
    let (past, before) = (run.snapshot(at: 99).step, run.snapshot(at: -5).step)
    #expect(past == 40 && before == 0)
  }

  @Test func whatTheRecordingLeftOutIsRunAgain() throws {
    var recording = Recording<Int>(bytesEach: 10, budget: 50)
    for step in 0...100 { recording.keep(step, step: step) }
    #expect(recording.interval == 32)
    for step in [0, 1, 31, 32, 99, 100] {
      let (first, state) = try #require(recording.before(step))
      #expect(first == state && first == step / 32 * 32)
    }
    var run = TrainingRun(.reverse, seed: 1, budget: 5_120 * 12 * 4)
    run.advance(steps: 30)
    let again = run.snapshot(at: 23).decoder.parameters
    #expect(again == Self.run(.reverse, steps: 23).decoder.parameters)
  }

  @Test func aLossThatGrowsWithoutBoundEndsTheRunThere() throws {
    var run = TrainingRun(.reverse.turned([.tooFast]), seed: 1)
    run.advance(steps: 1_000)
    let (divergedAt, isFinished, step, curve) = (
      run.divergedAt, run.isFinished, run.step, run.curve
    )
    let at = try #require(divergedAt)
    #expect(isFinished && step == at + 1)
    #expect(curve.last?.step == at && at < 50)
    #expect(curve.dropLast().allSatisfy { $0.loss < 1_000 * curve[0].loss })
  }

  @Test func knobsKeepTheRest() {
    let plain = Recipe.induction
    let turned = plain.turned([.oneLayer])
    #expect(turned.shape.layers == 1 && turned.source == plain.source)
    #expect(plain.turned([]) == plain)
    for knob in plain.knobs { #expect(plain.turned([knob]) != plain, "\(knob)") }
  }

  @Test func sizesAreAsStated() {
    #expect(TrainingRun(.instructions, seed: 1).parameterCount == 17_632)
    #expect(TrainingRun(.fineTuningBase, seed: 1).parameterCount == 17_504)
    #expect(FineTuningRun(.lora(rank: 4), seed: 1).parameterCount == 1_024)
    #expect(FineTuningRun(.full, seed: 1).parameterCount == 17_504)
  }

  @Test func everyRecipeHasItsOwnNameAndStarts() {
    let names = LabRecipe.all.map(\.name)
    #expect(Set(names).count == names.count)
    for recipe in LabRecipe.all {
      var run = recipe.start(seed: 2, steps: 2)
      run.advance(steps: 1)
      let (step, loss) = (run.step, run.loss)
      #expect(step == 1 && loss?.isFinite == true, "\(recipe.name)")
      #expect(LabRecipe.named(recipe.name) == recipe)
    }
    #expect(LabRecipe.named("revrese") == nil)
  }
}
