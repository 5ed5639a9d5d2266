import Models

extension Recipe {
  /// A head as wide as the model, with and without the division by √dₖ. What shows depends on the setting:
  /// in a model 32 wide both learn it, one later; here, without the division, one softmax stays shut.
  package static let scalingRace: Recipe = {
    var shape = DecoderShape(vocabulary: 10, context: 12, width: 256)
    shape.isCausal = false
    shape.norm = .layer
    shape.embeddingSpread = 1
    var recipe = Recipe(
      name: "scaling", title: "The race of √dₖ, dₖ = 256",
      task: .order(.reverse, symbols: 10, length: 12), shape: shape, peak: 3e-3, warmUp: 0,
      steps: 75)
    // Few rows a step, and few steps: any of them can be shown again at once.
    recipe.batch = 16
    recipe.setting = "LayerNorm, embeddings of variance 1, 256 wide, batches of 16"
    recipe.knobs = [.noScale]
    return recipe
  }()
}
