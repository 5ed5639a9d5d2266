import Numerics

/// The trials of each width, as far as they have been run.
package struct ScalingRecord: WidgetRecord {
  /// Trials of each width.
  static let trials = 400
  private static let widths = [1, 4, 16, 64, 256, 1024]
  /// Random numbers drawn in each slice.
  private static let slice = 20_000

  package let recipe: ScalingWidget.Parameters
  private(set) var experiments: [ScalingExperiment]

  init(_ recipe: ScalingWidget.Parameters) {
    self.recipe = recipe
    let seed = UInt64(recipe.seed)
    experiments = Set(Self.widths + [recipe.d]).sorted()
      .map { ScalingExperiment(width: $0, keys: recipe.keys, seed: seed &+ UInt64($0)) }
  }

  /// The trials that every width has.
  var trials: Int { experiments.map(\.trials).min() ?? 0 }
  package var isComplete: Bool { trials >= Self.trials }

  package mutating func advance() {
    guard
      let at = experiments.indices.min(by: { experiments[$0].trials < experiments[$1].trials }),
      experiments[at].trials < Self.trials
    else { return }
    let count = max(1, Self.slice / (experiments[at].width * (recipe.keys + 1)))
    experiments[at].run(trials: min(count, Self.trials - experiments[at].trials))
  }
}
