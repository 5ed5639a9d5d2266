import TestSupport
import Testing

@testable import Models

@Suite struct ComponentTests {
  @Test(arguments: ["L0", "L12", "L0H1", "L3H10", "L1MLP"])
  func namesAreReadBack(_ name: String) {
    #expect(Component(name)?.name == name)
  }

  @Test(arguments: [
    "", "L", "H1", "L-1", "L0H", "L0H1x", "l0h1", "L0MLP2", "L1 MLP", "L٣", "0.1",
    "L99999999999999999999", "L0H+1",
  ])
  func othersAreNone(_ name: String) {
    #expect(Component(name) == nil)
  }

  @Test func aSilencedLayerLeavesTheStreamAsItIs() {
    let shape = DecoderShape(
      vocabulary: 5, context: 3, width: 8, layers: 2, heads: 2, mlp: .gelu(6))
    let decoder = Decoder<Double>(shape, seed: 1)
    var trace = Trace<Double>(shape, rows: 1, length: 3, hasGradients: false)
    decoder.forward([0, 3, 1], into: &trace, hooks: Component.layer(1).silenced())
    #expect(trace.values(of: trace.slots.stream[1]) == trace.values(of: trace.slots.stream[2]))
    #expect(Component.head(layer: 1, head: 1).exists(in: shape))
    for absent in [Component.layer(2), .head(layer: 0, head: 2), .mlp(layer: 2)] {
      #expect(!absent.exists(in: shape))
    }
  }
}
