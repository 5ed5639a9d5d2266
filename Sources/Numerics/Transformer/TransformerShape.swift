/// The sizes of a Transformer, and what they cost block by block.
///
/// Parameters count every number that is learnt. Multiply-adds count one pass over a full sequence;
/// softmax, normalisation, activation and adding biases are left out, as is usual.
package struct TransformerShape: Equatable, Sendable {
  /// Where the positions come from.
  package enum Positions: String, CaseIterable, Sendable {
    /// A learnt row a position.
    case learnt
    /// Sines and cosines, which cost no parameters.
    case sinusoidal
    /// Queries and keys turned in each block, which costs no parameters either.
    case rotary
  }

  /// The number of tokens that can be told apart.
  package var vocabulary: Int
  /// The length n of a sequence, and the number of learnt positions.
  package var length: Int
  /// The width d of the residual stream.
  package var width: Int
  /// The heads that share the width; they change no count but that of score tables.
  package var heads: Int
  /// The heads of keys and values; fewer than `heads` where several share one (grouped queries).
  package var keyValueHeads: Int
  /// The number of blocks; in an encoder and decoder, those of the encoder.
  package var layers: Int
  /// The blocks of a decoder that looks at an encoder's output too; 0 where there is one stack.
  package var decoderLayers: Int
  /// The width of the hidden layer of each MLP.
  package var hidden: Int
  /// Whether the MLP multiplies its hidden layer by a gate, a third matrix (SwiGLU, Shazeer 2020).
  package var isGated: Bool
  /// Whether the projections and the MLP have biases.
  package var biases: Bool
  /// How each part of a block is normalised, and the stack at its end; nil for not at all.
  package var norm: LayerNorm.Method?
  /// Whether a part is normalised before it, with one more norm at the end of the stack, as since
  /// GPT-2; else after it, with none at the end, as in 2017.
  package var normFirst: Bool
  /// Where the positions come from.
  package var positions: Positions
  /// Whether the output scores use the token embedding's parameters again.
  package var tiedOutput: Bool

  /// A shape; the hidden layer is four times as wide as the residual stream where not given, and every
  /// head has keys and values of its own.
  package init(
    vocabulary: Int, length: Int, width: Int, heads: Int, keyValueHeads: Int? = nil, layers: Int,
    decoderLayers: Int = 0, hidden: Int? = nil, isGated: Bool = false, biases: Bool = true,
    norm: LayerNorm.Method? = .layer, normFirst: Bool = true, positions: Positions = .learnt,
    tiedOutput: Bool = true
  ) {
    self.vocabulary = vocabulary
    self.length = length
    self.width = width
    self.heads = heads
    self.keyValueHeads = keyValueHeads ?? heads
    self.layers = layers
    self.decoderLayers = decoderLayers
    self.hidden = hidden ?? cappedProduct(4, width)
    self.isGated = isGated
    self.biases = biases
    self.norm = norm
    self.normFirst = normFirst
    self.positions = positions
    self.tiedOutput = tiedOutput
  }

  /// Whether the heads can share the width equally, and the key-value heads serve them equally.
  package var headsFit: Bool {
    heads > 0 && width % heads == 0 && keyValueHeads > 0 && heads % keyValueHeads == 0
  }

  /// The width of one head, rounded down.
  package var headWidth: Int { heads > 0 ? width / heads : 0 }

  /// The width of a block's keys, and of its values.
  package var keyValueWidth: Int {
    keyValueHeads == heads ? width : cappedProduct(keyValueHeads, headWidth)
  }

  /// The numbers learnt in the whole model.
  package var parameters: Int { parts.reduce(0) { cappedSum($0, $1.totalParameters) } }

  /// The multiply-adds of one pass over a full sequence.
  package var multiplyAdds: Int { parts.reduce(0) { cappedSum($0, $1.totalMultiplyAdds) } }

  /// The numbers learnt in one block's attention: four projections, any number of heads.
  package var attentionWeights: Int {
    parts.filter {
      $0.place == .block && ["query, key, value", "output projection"].contains($0.name)
    }
    .reduce(0) { cappedSum($0, $1.parameters) }
  }
}
