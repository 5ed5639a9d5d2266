import Models

extension Recipe {
  /// Two layers of attention: one looks at the token before, the other for what followed last time.
  package static let induction: Recipe = {
    let task = SequenceTask.induction(symbols: 12, length: 20, periods: 4...8)
    var shape = DecoderShape(vocabulary: 12, context: 20, width: 24, layers: 2)
    shape.positions = .learntForLooking
    var recipe = Recipe(
      name: "induction", title: "Find what came next last time", task: task, shape: shape,
      peak: 1e-2, warmUp: 10, steps: 250)
    recipe.knobs = [.oneLayer, .noPositions, .noScale, .twoHeads, .tooFast]
    return recipe
  }()

  /// The same in one layer, and harder than with a layer taken away: it cannot be learnt, however
  /// long.
  package static let inductionOneLayer: Recipe = {
    let task = SequenceTask.induction(symbols: 16, length: 32, periods: 8...16)
    var shape = DecoderShape(vocabulary: 16, context: 32, width: 32, layers: 1, heads: 2)
    shape.positions = .learntForLooking
    var recipe = Recipe(
      name: "induction-one-layer", title: "Find what came next last time", task: task, shape: shape,
      peak: 1e-2, warmUp: 10, steps: 1_000)
    recipe.condition = "in one layer"
    recipe.note =
      "Harder than induction without its second layer: 16 tokens in rows of 32, not 12 in rows of 20. "
      + "There one layer still gets half of them right."
    recipe.testsEvery = 25
    recipe.knobs = [.twoLayers]
    return recipe
  }()
}
