import JSONText
import TestSupport
import Testing

@testable import Models

@Suite struct RecurrentFixtureTests {
  @Test func agreesWithTorch() throws {
    let json = try Fixture.load("lstm")
    var model = RecurrentModel<Float>(vocabulary: 5, width: 6, seed: 1)
    let parameters = try #require(json["parameters"])
    for named in model.named {
      let values = try parameters.numbers(named.name)
      model.parameters.replaceSubrange(named.slot.range, with: values.map { Float($0) })
    }
    let tokens = try json.tokens("tokens")
    var trace = RecurrentTrace(model, rows: 3, length: 4)
    model.forward(tokens, into: &trace)
    #expect(worst(trace.logits.values(in: trace.values), try json.numbers("logits")) < 1e-5)
    let outcome = CrossEntropy.loss(
      trace.values, trace.logits, try json.tokens("targets"), gradients: &trace.gradients)
    #expect(abs(outcome.loss - (try json.number("loss"))) < 1e-5)
    var gradients = model.parameters.map { _ in Float(0) }
    model.backward(tokens, &trace, addingTo: &gradients)
    let expected = try #require(json["gradients"])
    for named in model.named {
      let error = worst(gradients[named.slot.range], try expected.numbers(named.name))
      #expect(error < 1e-5, "\(named.name) \(error)")
    }
  }

  /// As torch begins them: around nothing, and no further from it than 1/√width; a bias is two of those.
  @Test func beginsUniformly() {
    let model = RecurrentModel<Double>(vocabulary: 13, width: 32, seed: 1)
    let bound = 1 / 32.0.squareRoot()
    for named in model.named where named.name != "embedding" {
      let values = model.parameters[named.slot.range]
      let most = named.name == "bias" ? 2 * bound : bound
      let largest = values.map(\.magnitude).max() ?? 0
      #expect(largest <= most && largest > most / 2, "\(named.name) \(largest)")
      let spread = most / 3.0.squareRoot() / Double(values.count).squareRoot()
      #expect((values.reduce(0, +) / Double(values.count)).magnitude < 4 * spread, "\(named.name)")
    }
    // No gate begins more open than another.
    let bias = model.cell.input.bias.map { Array(model.parameters[$0.range]) } ?? []
    for gate in 0..<4 {
      let part = bias[gate * 32..<(gate + 1) * 32]
      #expect((part.reduce(0, +) / 32).magnitude < bound / 2, "gate \(gate)")
    }
  }
}
