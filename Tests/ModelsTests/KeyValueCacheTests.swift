import Numerics
import Testing

@testable import Models

/// Token by token with the cache is the same as all tokens at once.
@Suite struct KeyValueCacheTests {
  private static func shape(_ change: (inout DecoderShape) -> Void = { _ in }) -> DecoderShape {
    var shape = DecoderShape(
      vocabulary: 11, context: 9, width: 16, layers: 3, heads: 4, mlp: .swiglu(10))
    shape.positions = .rotary(RotaryPositions(base: 100))
    shape.norm = .rms
    shape.isTied = true
    shape.hasQueryBias = true
    change(&shape)
    return shape
  }

  private static let shapes = [
    shape(), shape { $0.keyHeads = 2 }, shape { $0.isTied = false }, shape { $0.mlp = nil },
    shape { $0.positions = .none }, shape { $0.mlp = .gelu(7) }, shape { $0.norm = .none },
    shape { $0.positions = .rotary(RotaryPositions(.halves)) },
  ]

  @Test(arguments: shapes.indices) func equalsTheWholePass(_ index: Int) {
    var decoder = Decoder<Double>(Self.shapes[index], seed: 4)
    decoder.addAdapters(rank: 2, to: [.queries, .up], seed: 5)
    for slot in decoder.adapters.map(\.up) {
      for place in slot.range { decoder.parameters[place] = 0.1 * Double(place % 5) }
    }
    let tokens: [Int32] = [3, 1, 4, 1, 5, 9, 2, 6, 5]
    var trace = Trace<Double>(decoder.shape, rows: 1, length: tokens.count)
    decoder.forward(tokens, into: &trace)
    var cache = KeyValueCache<Double>(decoder.shape)
    for (place, token) in tokens.enumerated() {
      #expect(cache.count == place)
      let logits = decoder.next(after: token, &cache)
      #expect(zip(logits, trace.logits(at: place)).allSatisfy { abs($0 - $1) < 1e-12 })
    }
    #expect(cache.isFull)
  }
}
