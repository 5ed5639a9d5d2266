import Models

/// How a copy of the base is trained on a text.
package struct OwnTextRecipe: Equatable, Sendable {
  package var steps = 120
  package var seed: UInt64 = 1
  /// The share of the rows of a step that are the model's own stories again.
  package var replay = 0.0
  /// The rank of adapters, which learn then while all else stays as it is; 0 moves all of it.
  package var rank = 0
  /// The learning rate at its peak.
  package var rate = 1e-3
  /// Whether it begins with random numbers and learns stories alone: the base's own youth, once more.
  package var isYouth = false

  package init() {}

  /// How many steps there may be, on the screen and on the command line.
  package static let stepRange = 1...1_000

  /// Rows a step.
  package static let rows = 8

  /// How many of them are stories.
  package var stories: Int {
    isYouth ? Self.rows : min(Self.rows - 1, Int((replay * Double(Self.rows)).rounded()))
  }

  var optimiser: OptimiserRecipe {
    var recipe = OptimiserRecipe(
      schedule: Schedule(
        peak: rate, warmUp: min(10, steps), decay: .linear(from: steps / 2, to: steps + 1)))
    recipe.decay = 0.02
    recipe.clip = 1
    return recipe
  }
}
