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
}
