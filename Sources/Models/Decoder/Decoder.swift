import Numerics

/// A Transformer decoder: its layers, and all parameters in one run of numbers, which a snapshot
/// copies and an optimiser walks along.
package struct Decoder<T: Real>: Sendable {
  package let shape: DecoderShape
  package let embedding: Embedding
  /// Learnt positions.
  package let places: Slot?  // (context, width)
  package internal(set) var blocks: [Block]
  package let finalNorm: Norm
  /// The way out where it is not tied.
  package let head: Linear?  // (width, vocabulary)
  package internal(set) var layout: Layout
  package var parameters: [T]
  /// The weights that stay in a file, by their slots' numbers; none of a model that can learn.
  package internal(set) var stored: [StoredMatrix] = []

  /// The places that are added to the tokens, and those that queries and keys alone are made with.
  var addedPlaces: Slot? { shape.positions == .learnt ? places : nil }
  var lookingPlaces: Slot? { shape.positions == .learntForLooking ? places : nil }

  /// One whose parameters are all zero.
  package init(_ shape: DecoderShape) { self.init(shape, Layout()) }

  @_specialize(where T == Float)
  @_specialize(where T == Double)
  init(_ shape: DecoderShape, _ layout: Layout) {
    var layout = layout
    self.shape = shape
    embedding = Embedding(
      vocabulary: shape.vocabulary, width: shape.width, scale: shape.embeddingScale, in: &layout)
    places = shape.positions.isLearnt ? layout.slot(shape.context, shape.width) : nil
    blocks = (0..<shape.layers).map { _ in Block(shape, in: &layout) }
    finalNorm = Norm(
      shape.norm, width: shape.width, epsilon: shape.epsilon, in: &layout)
    head =
      shape.isTied
      ? nil : Linear(inputs: shape.width, outputs: shape.vocabulary, in: &layout)
    self.layout = layout
    parameters = Array(repeating: 0, count: layout.count)
  }

  /// One whose parameters the seed decides: normal, with standard deviation 1/√inputs, half of it
  /// for what writes to the residual stream; gains are one and biases zero.
  package init(_ shape: DecoderShape, seed: UInt64) {
    self.init(shape)
    var draws = SeededGenerator(seed: seed)
    let narrow = 1 / Double(shape.width).squareRoot()
    let spread = shape.embeddingSpread ?? narrow
    draw(embedding.table, spread, &draws)
    if let places { draw(places, spread, &draws) }
    for block in blocks {
      for part in Block.Part.allCases {
        guard let weight = block[part]?.weight else { continue }
        let writes = part == .output || part == .down
        draw(weight, (writes ? 0.5 : 1) / Double(weight.rows).squareRoot(), &draws)
      }
    }
    for norm in blocks.flatMap({ [$0.attentionNorm, $0.mlpNorm] }) + [finalNorm] {
      for index in norm.gain?.range ?? 0..<0 { parameters[index] = 1 }
    }
    if let head { draw(head.weight, narrow, &draws) }
  }

  mutating func draw(_ slot: Slot, _ deviation: Double, _ draws: inout SeededGenerator) {
    for index in slot.range { parameters[index] = T(draws.normal() * deviation) }
  }
}

extension Decoder {
  /// Whether a row fits: a typed one may be too long, or have tokens that the model does not know.
  package func canRead(_ tokens: [Int32]) -> Bool {
    (1...shape.context).contains(tokens.count)
      && tokens.allSatisfy { $0 >= 0 && Int($0) < shape.vocabulary }
  }

  /// Puts an adapter of that rank on these parts of every block; its parameters come after all
  /// others. At first it changes nothing.
  package mutating func addAdapters(
    rank: Int, alpha: Double? = nil, to parts: [Block.Part], seed: UInt64
  ) {
    var draws = SeededGenerator(seed: seed)
    for index in blocks.indices {
      for part in parts {
        guard var linear = blocks[index][part] else { continue }
        let adapter = Adapter(
          to: linear.weight, rank: rank, alpha: alpha ?? Double(rank), in: &layout)
        linear.adapter = adapter
        blocks[index][part] = linear
        parameters += Array(repeating: 0, count: layout.count - parameters.count)
        draw(adapter.down, 1 / Double(adapter.down.rows).squareRoot(), &draws)
      }
    }
  }

  /// Switches all adapters on or off.
  package mutating func setAdapters(on isOn: Bool) {
    for index in blocks.indices {
      for part in Block.Part.allCases { blocks[index][part]?.adapter?.isOn = isOn }
    }
  }

  /// The adapters, block by block.
  package var adapters: [Adapter] {
    blocks.flatMap { block in Block.Part.allCases.compactMap { block[$0]?.adapter } }
  }
}
