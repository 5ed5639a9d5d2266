import TestSupport
import Testing

@testable import Models

@Suite struct HookTests {
  private static let shape: DecoderShape = {
    var shape = DecoderShape(vocabulary: 6, context: 4, width: 8, layers: 2, heads: 2)
    shape.mlp = .gelu(5)
    shape.norm = .rms
    return shape
  }()
  private let decoder = Decoder<Double>(shape, seed: 7)
  private let tokens: [Int32] = [1, 5, 2, 0, 3, 3, 4, 1]

  private static let sites: [Site] = [
    .stream(0), .stream(1), .stream(2), .queries(layer: 0, head: 1), .keys(layer: 1, head: 0),
    .values(layer: 1, head: 1), .scores(layer: 0, head: 0), .weights(layer: 1, head: 1),
    .output(layer: 0, head: 1), .attention(layer: 1), .unit(layer: 0, unit: 4), .mlp(layer: 1),
  ]

  private func run(_ tokens: [Int32], _ hooks: [Hook<Double>] = []) -> Trace<Double> {
    var trace = Trace<Double>(Self.shape, rows: 2, length: 4)
    decoder.forward(tokens, into: &trace, hooks: hooks)
    return trace
  }

  @Test(arguments: sites) func silencedIsZeroAndWhatFollowsChanges(_ site: Site) throws {
    let plain = run(tokens)
    let silenced = run(tokens, [Hook(site)])
    let slot = try #require(plain.slots.slot(site, Self.shape))
    #expect(plain.values(of: slot).contains { $0 != 0 })
    #expect(silenced.values(of: slot).allSatisfy { $0 == 0 })
    #expect(plain.logits != silenced.logits)
  }

  /// Putting back what was there changes nothing; putting in another text's whole stream makes
  /// all that follows the other text's.
  @Test(arguments: sites) func replacedBySelfIsUnchanged(_ site: Site) throws {
    let plain = run(tokens)
    let slot = try #require(plain.slots.slot(site, Self.shape))
    let same = run(tokens, [Hook(site, .replace(plain.values(of: slot)))])
    #expect(plain.values == same.values)
  }

  @Test func replacedStreamCarriesTheOtherText() throws {
    let other = run(tokens.reversed())
    let slot = try #require(other.slots.slot(.stream(1), Self.shape))
    let patched = run(tokens, [Hook(.stream(1), .replace(other.values(of: slot)))])
    #expect(patched.logits == other.logits)
    #expect(patched.values(of: patched.slots.stream[0]) != other.values(of: other.slots.stream[0]))
  }

  @Test func onlyTheRowsAskedForChange() throws {
    let plain = run(tokens)
    let patched = run(tokens, [Hook(.mlp(layer: 1), rows: 6..<7)])
    let width = Self.shape.vocabulary
    for row in 0..<8 {
      let range = row * width..<(row + 1) * width
      #expect((plain.logits[range] == patched.logits[range]) == (row != 6))
    }
  }

  @Test func onlyRowsThatFitCanBeRead() {
    #expect(decoder.canRead([0, 5, 3, 1]) && decoder.canRead([2]))
    for tokens: [Int32] in [[], [0, 1, 2, 3, 4], [6], [-1], [.max]] {
      #expect(!decoder.canRead(tokens))
    }
  }

  @Test func sitesThatAreNotThereHaveNoSlot() {
    let slots = run(tokens).slots
    for site in [
      Site.stream(3), .stream(-1), .queries(layer: 2, head: 0), .keys(layer: 0, head: 2),
      .weights(layer: 0, head: -1), .unit(layer: 0, unit: 5), .mlp(layer: 9),
    ] {
      #expect(slots.slot(site, Self.shape) == nil)
    }
  }
}
