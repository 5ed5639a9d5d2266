import JSONText
import Testing

@testable import Numerics

@Suite struct TransformerShapeTests {
  @Test(arguments: [1, 2, 4, 8])
  func anyNumberOfHeadsHasTheSameWeights(heads: Int) {
    let shape = TransformerShape(vocabulary: 10, length: 12, width: 64, heads: heads, layers: 1)
    #expect(shape.attentionWeights == 16_640)
    #expect(shape.headsFit && shape.headWidth == 64 / heads)
  }

  @Test func agreesWithTorch() throws {
    for expected in try Fixture.load("shapes.json") {
      let shape = TransformerShape(
        vocabulary: try expected.int("vocabulary"), length: try expected.int("length"),
        width: try expected.int("width"), heads: try expected.int("heads"),
        layers: try expected.int("layers"), hidden: try expected.int("hidden"),
        biases: expected["biases"]?.bool == true)
      #expect(try shape.attentionWeights == expected.int("attention"))
      #expect(try shape.parameters == expected.int("weights"))
    }
  }

  @Test func theSmallestGPT2() {
    let shape = TransformerShape(
      vocabulary: 50_257, length: 1024, width: 768, heads: 12, layers: 12)
    #expect(shape.parameters == 124_439_808)
  }

  @Test func multiplyAddsOfOneBlock() {
    let shape = TransformerShape(
      vocabulary: 10, length: 3, width: 4, heads: 2, layers: 2, hidden: 8, positions: .sinusoidal,
      tiedOutput: false)
    let work = Dictionary(uniqueKeysWithValues: shape.parts.map { ($0.name, $0.multiplyAdds) })
    #expect(work["query, key, value"] == 3 * 3 * 4 * 4)
    #expect(work["scores"] == 3 * 3 * 4 && work["weighted values"] == 3 * 3 * 4)
    #expect(work["output projection"] == 3 * 4 * 4)
    #expect(work["MLP, up"] == 3 * 4 * 8 && work["MLP, down"] == 3 * 8 * 4)
    #expect(work["scores for each token"] == 3 * 4 * 10)
    #expect(shape.multiplyAdds == 2 * (144 + 36 + 36 + 48 + 96 + 96) + 120)
    #expect(shape.parts.first { $0.name == "positions" }?.parameters == 0)
    #expect(shape.parts.last?.parameters == 40)
    #expect(shape.parts.first { $0.name == "scores" }?.shape == "2 of 3×3")
  }

  @Test func hugeAndSenselessSizesNeverTrap() {
    let huge = TransformerShape(
      vocabulary: .max, length: .max, width: .max, heads: .max, layers: .max)
    #expect(huge.parameters == .max && huge.multiplyAdds == .max)
    let senseless = TransformerShape(vocabulary: -1, length: 0, width: -7, heads: 0, layers: -2)
    #expect(senseless.parameters == 0 && senseless.multiplyAdds == 0)
    #expect(!senseless.headsFit && senseless.headWidth == 0)
  }
}
