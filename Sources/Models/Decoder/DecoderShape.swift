/// What a decoder is made of, before it has parameters.
package struct DecoderShape: Equatable, Sendable {
  package var vocabulary: Int
  /// The longest row.
  package var context: Int
  package var width: Int
  package var layers = 1
  package var heads = 1
  /// Heads of keys and values, where several heads of queries share one.
  package var keyHeads = 1
  package var headWidth: Int
  package var mlp: MLP.Kind?
  package var positions = Positions.learnt
  package var norm = Norm.Kind.none
  package var isCausal = true
  package var isScaled = true
  /// Whether the way out is the embedding once more.
  package var isTied = false
  package var hasQueryBias = false
  /// Whether values have a bias too, and all other linear layers but the way out.
  package var hasValueBias = false
  package var hasBiases = false
  /// Whether each head's queries and keys are normed before they are turned.
  package var hasHeadNorms = false
  /// What keeps the divisor of a norm from 0.
  package var epsilon = 1e-5
  /// What embeddings are multiplied by on their way in.
  package var embeddingScale = 1.0
  /// The standard deviation that embeddings and positions begin with; 1/√width where nil.
  package var embeddingSpread: Double?

  package init(
    vocabulary: Int, context: Int, width: Int, layers: Int = 1, heads: Int = 1,
    mlp: MLP.Kind? = nil
  ) {
    self.vocabulary = vocabulary
    self.context = context
    self.width = width
    self.layers = layers
    self.heads = heads
    self.mlp = mlp
    keyHeads = heads
    headWidth = width / max(heads, 1)
  }
}
