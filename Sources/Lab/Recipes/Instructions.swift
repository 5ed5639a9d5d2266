import Models

extension Recipe {
  /// One model, four orders, told by the first token.
  package static let instructions: Recipe = {
    let orders = Order.allCases
    func task(_ some: [Order]) -> SequenceTask {
      .orders(some, known: orders, symbols: 10, length: 10)
    }
    var shape = DecoderShape(
      vocabulary: task(orders).vocabulary, context: task(orders).length, width: 32, layers: 2,
      heads: 2, mlp: .gelu(64))
    shape.isCausal = false
    var recipe = Recipe(
      name: "instructions", title: "Four orders, one model", task: task(orders), shape: shape,
      peak: 5e-3, warmUp: 20, steps: 1_000)
    recipe.optimiser.schedule.decay = .linear(from: 400, to: 1_000)
    recipe.batch = 64
    recipe.testsEvery = 20
    recipe.testRows = 128
    recipe.tests = orders.map { Recipe.Test($0.rawValue, task([$0])) }
    recipe.knobs = [.onlyReverse, .oneLayer, .noPositions, .tooFast, .withoutShift]
    return recipe
  }()
}
