import Models

extension Recipe {
  /// Wide heads, with and without the division by √dₖ. What shows depends on the setting: LayerNorm,
  /// embeddings of variance one and a rate of 3e-3.
  package static let scalingRace: Recipe = {
    var shape = DecoderShape(vocabulary: 10, context: 12, width: 32)
    shape.headWidth = 256
    shape.isCausal = false
    shape.norm = .layer
    shape.embeddingSpread = 1
    var recipe = Recipe(
      name: "scaling", title: "The race of √dₖ, dₖ = 256",
      task: .order(.reverse, symbols: 10, length: 12), shape: shape, peak: 3e-3, warmUp: 0,
      steps: 300)
    recipe.setting = "LayerNorm, embeddings of variance 1"
    recipe.knobs = [.noScale]
    return recipe
  }()
}
