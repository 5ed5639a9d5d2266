import JSONText
import Numerics
import TestSupport
import Testing

@testable import Models

@Suite struct OptimiserTests {
  @Test(arguments: [("adam", 0.0), ("adamw", 0.1)])
  func adamAgreesWithTorch(_ name: String, _ decay: Double) throws {
    let json = try Fixture.load("optimisers")
    var parameters = try json.numbers("start").map { Float($0) }
    var adam = Adam<Float>(count: parameters.count)
    for (gradients, after) in zip(try json.rows("gradients"), try json.rows(name)) {
      adam.begin()
      adam.update(
        &parameters, gradients.map { Float($0) }, parameters.indices, rate: 0.03, decay: decay)
      #expect(worst(parameters, after) < 1e-6)
    }
  }

  @Test(arguments: [(3, 5), (5, 3)])
  func muonAgreesWithItsDefinition(_ rows: Int, _ columns: Int) throws {
    let json = try #require(try Fixture.load("optimisers")["muon\(rows)x\(columns)"])
    var parameters = try json.numbers("start")
    var muon = Muon<Double>(count: parameters.count)
    let slot = Slot(offset: 0, rows: rows, columns: columns)
    for (gradients, after) in zip(try json.rows("gradients"), try json.rows("after")) {
      muon.update(&parameters, gradients, slot, rate: 0.02, decay: 0.1)
      #expect(worst(parameters, after) < 1e-6)
    }
  }

  @Test func clippingKeepsTheDirection() {
    var gradients = [3.0, 100, 4]
    let length = clip(&gradients, in: [0..<1, 2..<3], to: 2.5)
    #expect(length == 5)
    #expect(gradients == [1.5, 100, 2])
    #expect(clip(&gradients, in: [0..<1, 2..<3], to: 2.5) == 2.5)
    #expect(gradients == [1.5, 100, 2])
  }

  @Test func schedulesRiseAndFall() {
    let cosine = Schedule(peak: 1, warmUp: 4, decay: .cosine(to: 8))
    #expect((0..<4).map(cosine.rate) == [0.25, 0.5, 0.75, 1])
    #expect(cosine.rate(at: 4) == 1)
    #expect(abs(cosine.rate(at: 6) - 0.5) < 1e-12)
    #expect(cosine.rate(at: 9) == 0)
    let linear = Schedule(peak: 2, decay: .linear(from: 2, to: 6))
    #expect((0..<8).map(linear.rate) == [2, 2, 2, 1.5, 1, 0.5, 0, 0])
    #expect(Schedule(peak: 3).rate(at: 1_000) == 3)
  }

  @Test func whatIsFrozenKeepsEveryBit() {
    let shape = DecoderShape(vocabulary: 6, context: 4, width: 8, heads: 2, mlp: .gelu(9))
    for method in [OptimiserRecipe.Method.adam, .muon] {
      var recipe = OptimiserRecipe(schedule: Schedule(peak: 0.1))
      recipe.method = method
      recipe.decay = 0.1
      recipe.clip = 1
      var decoder = Decoder<Float>(shape, seed: 1)
      let before = decoder.parameters
      let moving: Set<String> = ["head", "L0.queries"]
      let slots = decoder.named.filter { moving.contains($0.name) }.map(\.slot)
      var optimiser = Optimiser(recipe, decoder, moving: slots)
      var gradients = before.map { _ in Float(1) }
      optimiser.step(&decoder.parameters, &gradients)
      for named in decoder.named {
        let isSame = named.slot.range.allSatisfy {
          before[$0].bitPattern == decoder.parameters[$0].bitPattern
        }
        #expect(isSame != moving.contains(named.name), "\(named.name)")
      }
    }
  }

  @Test func pairsAgreeWithTorch() throws {
    for pair in try Fixture.load("pairs").rows("pairs") {
      let got = PairwiseLoss.dpo(
        chosen: pair[0], rejected: pair[1], referenceChosen: pair[2], referenceRejected: pair[3],
        beta: pair[4])
      #expect(worst([got.loss, got.chosen, got.rejected], Array(pair[5...])) < 1e-12)
      guard pair[2] == 0 else { continue }
      #expect(PairwiseLoss.bradleyTerry(chosen: pair[0], rejected: pair[1]) == got)
    }
  }
}
