import JSONText
import Numerics
import TestSupport
import Testing

@testable import Models

/// Forward and backward in float32, beside torch: every kind of layer in some decoder.
@Suite struct DecoderFixtureTests {
  static let names = ["plain", "looking", "gpt2", "llama", "halves", "sinusoidal", "lora"]

  @Test(arguments: names) func agreesWithTorch(_ name: String) throws {
    let json = try Fixture.load("decoder-" + name)
    try check(json, as: Float.self, within: 1e-5)
    try check(json, as: Double.self, within: 1e-5)
  }

  private func check<T: Real>(_ json: JSON, as: T.Type, within bound: Double) throws {
    let shape = try #require(json["shape"])
    var decoder = Decoder<T>(try Self.shape(shape))
    let parts = try #require(shape["parts"]?.array).compactMap(\.string)
    decoder.addAdapters(
      rank: try shape.int("rank"), alpha: try shape.number("alpha"),
      to: try parts.map { try #require(Block.Part(rawValue: $0)) }, seed: 1)
    let parameters = try #require(json["parameters"])
    for named in decoder.named {
      let values = try parameters.numbers(named.name)
      #expect(values.count == named.slot.count, "\(named.name)")
      decoder.parameters.replaceSubrange(named.slot.range, with: values.map { T($0) })
    }
    let tokens = try json.tokens("tokens")
    var trace = Trace<T>(decoder.shape, rows: 2, length: decoder.shape.context)
    decoder.forward(tokens, into: &trace)
    #expect(worst(trace.logits, try json.numbers("logits")) < bound)
    let outcome = CrossEntropy.loss(
      trace.values, trace.slots.logits, try json.tokens("targets"), gradients: &trace.gradients)
    #expect(worst([outcome.loss], [try json.number("loss")]) < bound)
    #expect(outcome.counted == tokens.count - 1)
    var gradients = decoder.parameters.map { _ in T(0) }
    decoder.backward(tokens, &trace, addingTo: &gradients)
    let expected = try #require(json["gradients"])
    for named in decoder.named {
      let error = worst(gradients[named.slot.range], try expected.numbers(named.name))
      #expect(error < bound, "\(named.name) \(error)")
    }
  }

  static func shape(_ json: JSON) throws -> DecoderShape {
    var shape = DecoderShape(
      vocabulary: try json.int("vocabulary"), context: try json.int("context"),
      width: try json.int("width"), layers: try json.int("layers"), heads: try json.int("heads"))
    shape.keyHeads = try json.int("keyHeads")
    switch json["mlp"]?.string {
    case "gelu": shape.mlp = .gelu(try json.int("units"))
    case "swiglu": shape.mlp = .swiglu(try json.int("units"))
    default: break
    }
    switch try json.text("positions") {
    case "learntForLooking": shape.positions = .learntForLooking
    case "sinusoidal": shape.positions = .sinusoidal
    case "rotary neighbours": shape.positions = .rotary(RotaryPositions())
    case "rotary halves": shape.positions = .rotary(RotaryPositions(.halves))
    default: shape.positions = .learnt
    }
    shape.norm = try #require(Norm.Kind(rawValue: try json.text("norm")))
    shape.isCausal = try json.flag("isCausal")
    shape.isScaled = try json.flag("isScaled")
    shape.isTied = try json.flag("isTied")
    shape.hasQueryBias = try json.flag("hasQueryBias")
    shape.embeddingScale = try json.number("embeddingScale")
    return shape
  }
}
