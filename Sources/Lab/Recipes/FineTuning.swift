import Models

private func task(_ orders: [Order]) -> SequenceTask {
  .orders(orders, known: [.reverse, .shift], symbols: 10, length: 10)
}

extension Recipe {
  /// The old task: to reverse a row.
  package static let fineTuningBase: Recipe = {
    let task = task([.reverse])
    var shape = DecoderShape(
      vocabulary: task.vocabulary, context: task.length, width: 32, layers: 2, heads: 2,
      mlp: .gelu(64))
    shape.isCausal = false
    var recipe = Recipe(
      name: "fine-tuning-base", title: "Before fine-tuning: reverse", task: task, shape: shape,
      peak: 5e-3, warmUp: 20, steps: 150)
    recipe.batch = 64
    recipe.testsEvery = 10
    return recipe
  }()

  /// The new task: to shift a row, after the other token.
  package static func fineTuning(_ method: FineTuningMethod) -> Recipe {
    var recipe = Recipe(
      name: "fine-tuning-\(method.name)", title: "Fine-tuning: shift", task: task([.shift]),
      shape: fineTuningBase.shape, peak: 5e-3, warmUp: 20, steps: 200)
    recipe.batch = 64
    recipe.testsEvery = 10
    recipe.tests = [Test("old", task([.reverse]))]
    switch method {
    case .full, .head: break
    case .replay(let share):
      recipe.source.replay = task([.reverse])
      recipe.source.replayShare = share
      recipe.steps = 250
    case .lora:
      recipe.steps = 500
      recipe.optimiser.schedule.peak = 2e-2
      recipe.optimiser.schedule.decay = .linear(from: 250, to: 500)
    }
    return recipe
  }
}
