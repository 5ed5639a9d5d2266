import Models

/// One layer, one head, no MLP: what it looks at is all that it can do.
private func small(_ order: Order, title: String, steps: Int) -> Recipe {
  let task = SequenceTask.order(order, symbols: 10, length: 12)
  var shape = DecoderShape(vocabulary: 10, context: 12, width: 32)
  shape.isCausal = false
  var recipe = Recipe(
    name: order.rawValue, title: title, task: task, shape: shape, peak: 1e-2, warmUp: 10,
    steps: steps)
  recipe.knobs = [.noPositions, .noScale, .twoHeads, .tooFast]
  return recipe
}

extension Recipe {
  /// The map becomes the anti-diagonal.
  package static let reverse = small(.reverse, title: "Reverse a row", steps: 150)
  /// The map stays untidy, for the residual stream copies already.
  package static let copy = small(.copy, title: "Copy a row", steps: 120)
  /// The map becomes the line below the diagonal.
  package static let shift = small(.shift, title: "Shift a row by one", steps: 150)

  /// Two heads and an MLP: to sort is to count.
  package static let sort: Recipe = {
    var recipe = small(.sort, title: "Sort a row", steps: 500)
    recipe.optimiser.schedule.decay = .linear(from: 200, to: 500)
    recipe.shape.heads = 2
    recipe.shape.keyHeads = 2
    recipe.shape.headWidth = 16
    recipe.shape.mlp = .gelu(64)
    recipe.testsEvery = 10
    recipe.knobs = [.noPositions, .noScale, .tooFast]
    return recipe
  }()
}
