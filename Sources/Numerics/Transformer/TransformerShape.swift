/// The sizes of a Transformer, and what they cost block by block.
///
/// Weights count every number that is learnt. Multiply-adds count one pass over a full sequence;
/// softmax, normalisation, activation and adding biases are left out, as is usual.
package struct TransformerShape: Equatable, Sendable {
  /// Where the positions come from.
  package enum Positions: Sendable {
    /// A learnt row a position.
    case learnt
    /// Sines and cosines, which cost no weights.
    case sinusoidal
  }

  /// The number of tokens that can be told apart.
  package var vocabulary: Int
  /// The length n of a sequence.
  package var length: Int
  /// The width d of the residual path.
  package var width: Int
  /// The heads that share the width; they change no count but that of score tables.
  package var heads: Int
  /// The number of blocks.
  package var layers: Int
  /// The width of the hidden layer of each MLP.
  package var hidden: Int
  /// Whether the projections and the MLP have biases.
  package var biases: Bool
  /// Whether each block has two layer norms, and the stack one more at its end.
  package var norms: Bool
  /// Where the positions come from.
  package var positions: Positions
  /// Whether the output scores use the token embedding's weights again.
  package var tiedOutput: Bool

  /// A shape; the hidden layer is four times as wide as the residual path where not given.
  package init(
    vocabulary: Int, length: Int, width: Int, heads: Int, layers: Int, hidden: Int? = nil,
    biases: Bool = true, norms: Bool = true, positions: Positions = .learnt,
    tiedOutput: Bool = true
  ) {
    self.vocabulary = vocabulary
    self.length = length
    self.width = width
    self.heads = heads
    self.layers = layers
    self.hidden = hidden ?? cappedProduct(4, width)
    self.biases = biases
    self.norms = norms
    self.positions = positions
    self.tiedOutput = tiedOutput
  }

  /// Whether the heads can share the width equally.
  package var headsFit: Bool { heads > 0 && width % heads == 0 }

  /// The width of one head, rounded down.
  package var headWidth: Int { heads > 0 ? width / heads : 0 }
}

extension TransformerShape {
  /// Every part from the tokens to the scores, those of a block once with their number of copies.
  package var parts: [TransformerPart] {
    let (n, d) = (length, width)
    let bias = biases ? 1 : 0
    let wide = "\(n)×\(d)"
    let norm = norms ? cappedProduct(2, d) : 0
    var parts = [
      part("token embedding", wide, weights: cappedProduct(vocabulary, d)),
      part("positions", wide, weights: positions == .learnt ? cappedProduct(n, d) : 0),
    ]
    if norms { parts.append(part("norm before attention", wide, layers, weights: norm)) }
    parts += [
      part(
        "query, key, value", "3 of \(wide)", layers,
        weights: cappedProduct(3, cappedSum(cappedProduct(d, d), cappedProduct(bias, d))),
        multiplyAdds: cappedProduct(3, n, d, d)
      ),
      part("scores", "\(heads) of \(n)×\(n)", layers, multiplyAdds: cappedProduct(n, n, d)),
      part("weighted values", wide, layers, multiplyAdds: cappedProduct(n, n, d)),
      part(
        "output projection", wide, layers,
        weights: cappedSum(cappedProduct(d, d), cappedProduct(bias, d)),
        multiplyAdds: cappedProduct(n, d, d)),
    ]
    if norms { parts.append(part("norm before MLP", wide, layers, weights: norm)) }
    parts += [
      part(
        "MLP, up", "\(n)×\(hidden)", layers,
        weights: cappedSum(cappedProduct(d, hidden), cappedProduct(bias, hidden)),
        multiplyAdds: cappedProduct(n, d, hidden)),
      part(
        "MLP, down", wide, layers,
        weights: cappedSum(cappedProduct(d, hidden), cappedProduct(bias, d)),
        multiplyAdds: cappedProduct(n, d, hidden)),
    ]
    if norms { parts.append(part("last norm", wide, weights: norm)) }
    parts.append(
      part(
        "scores for each token", "\(n)×\(vocabulary)",
        weights: tiedOutput ? 0 : cappedProduct(vocabulary, d),
        multiplyAdds: cappedProduct(n, d, vocabulary)))
    return parts
  }

  /// The numbers learnt in the whole model.
  package var weights: Int { parts.reduce(0) { cappedSum($0, $1.totalWeights) } }

  /// The multiply-adds of one pass over a full sequence.
  package var multiplyAdds: Int { parts.reduce(0) { cappedSum($0, $1.totalMultiplyAdds) } }

  /// The numbers learnt in one block's attention: four projections, any number of heads.
  package var attentionWeights: Int {
    cappedProduct(4, cappedSum(cappedProduct(width, width), cappedProduct(biases ? 1 : 0, width)))
  }

  private func part(
    _ name: String, _ shape: String, _ copies: Int = 1, weights: Int = 0, multiplyAdds: Int = 0
  ) -> TransformerPart {
    TransformerPart(
      name: name, shape: shape, copies: copies, weights: weights, multiplyAdds: multiplyAdds)
  }
}
