import Models

/// What practice at other tasks is worth where examples of a new one are few: copying, reversing and
/// sorting come first, or nothing; then a handful of rows, again and again, that are to be shifted.
package struct HeadStart: Equatable, Sendable {
  /// Different rows of the new task.
  package let examples: Int
  package let hasPractised: Bool

  package static let all = [16, 64].flatMap { examples in
    [true, false].map { HeadStart(examples: examples, hasPractised: $0) }
  }

  package var name: String { "head-start-\(examples)" + (hasPractised ? "" : "-scratch") }
  package var title: String {
    "Shift rows, from \(examples) examples: "
      + (hasPractised ? "after practice at three other tasks" : "from scratch")
  }

  private static func task(_ orders: [Order]) -> SequenceTask {
    .orders(orders, known: Order.allCases, symbols: 10, length: 10)
  }

  /// The three tasks that come first.
  static let practice: Recipe = {
    var recipe = Recipe.instructions
    recipe.source.task = task([.copy, .reverse, .sort])
    recipe.tests = []
    recipe.steps = 600
    recipe.optimiser.schedule.decay = .linear(from: 300, to: 600)
    return recipe
  }()

  /// The new task, of so many different rows.
  var recipe: Recipe {
    var recipe = Recipe.instructions
    recipe.source.task = Self.task([.shift])
    recipe.source.limit = examples
    recipe.tests = []
    recipe.steps = 200
    recipe.optimiser.schedule.decay = .constant
    return recipe
  }
}
