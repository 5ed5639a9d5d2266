import Models
import Numerics
import TestSupport
import Testing

@testable import Lab

@Suite struct FineTuningTests {
  /// Neither LoRA nor the head alone may touch a bit of the rest, however short the run.
  @Test(arguments: [FineTuningMethod.lora(rank: 4), .head])
  func whatIsFrozenKeepsEveryBit(_ method: FineTuningMethod) throws {
    var run = FineTuningRun(method, seed: 1, steps: 5)
    run.advance(steps: run.steps)
    let before = run.base.decoder
    let after = try #require(run.tuned?.decoder)
    let head = try #require(before.head?.weight.range)
    for index in before.parameters.indices where method != .head || !head.contains(index) {
      #expect(before.parameters[index].bitPattern == after.parameters[index].bitPattern)
    }
    #expect(before.parameters != after.parameters)
  }

  @Test func anAdapterSwitchedOffGivesTheOldModelBack() throws {
    var run = FineTuningRun(.lora(rank: 4), seed: 1, steps: 5)
    run.advance(steps: run.steps)
    var off = try #require(run.tuned?.decoder)
    off.setAdapters(on: false)
    let tokens = run.base.example.tokens
    func logits(_ decoder: Decoder<Float>) -> [Float] {
      Snapshot(step: 0, decoder: decoder).look(at: tokens).trace.logits
    }
    #expect(logits(off) == logits(run.base.decoder))
    off.setAdapters(on: true)
    #expect(logits(off) != logits(run.base.decoder))
    #expect(run.withAdaptersOff == run.before)
    // The curve begins with the same model, on the same rows.
    #expect(run.tuned?.curve.first?.accuracies == [run.before.new, run.before.old])
    #expect(FineTuningRun(.full, seed: 1, base: run.base).withAdaptersOff == nil)
    let change = try #require(run.change(layer: 1, .queries))
    #expect(change.singularValues.count == 32)
    #expect(change.singularValues[3] > 1e-6)
    #expect(change.singularValues[4] < 1e-6 * change.singularValues[0])
  }

  @Test func singularValuesOfAKnownMatrix() {
    // A turn times a stretch by 3, 2 and 0 times another turn.
    let values = singularValues([0, 3, 0, -2, 0, 0], rows: 2, columns: 3)
    #expect(values.count == 2)
    #expect(abs(values[0] - 3) < 1e-12 && abs(values[1] - 2) < 1e-12)
    var draws = SeededGenerator(seed: 1)
    let random = draws.normals(48)
    let squares = singularValues(random, rows: 6, columns: 8).reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares - random.reduce(0) { $0 + $1 * $1 }) < 1e-9)
  }
}
