import Models

extension Recipe {
  /// Few rows again and again: learnt by heart, or understood?
  package static func overfitting(rows: Int) -> Recipe {
    var recipe = Recipe.sort
    recipe = Recipe(
      name: "overfitting-\(rows)", title: "Sorting, from \(rows) rows", task: recipe.source.task,
      shape: recipe.shape, peak: 1e-2, warmUp: 10, steps: 400)
    recipe.optimiser.schedule.decay = .linear(from: 200, to: 400)
    recipe.source.limit = rows
    recipe.testsEvery = 10
    recipe.testRows = 128
    return recipe
  }

  package static let overfitting: [Recipe] = [10, 100, 1_000].map { overfitting(rows: $0) }
}
