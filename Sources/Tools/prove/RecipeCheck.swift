import Lab
import Models

/// What is to hold of a recipe, for any seed.
struct RecipeCheck: Sendable {
  typealias Run = @Sendable (UInt64) -> (holds: Bool, words: String)

  let name: String
  let run: Run

  init(_ name: String, _ run: @escaping Run) {
    self.name = name
    self.run = run
  }

  static let all: [RecipeCheck] = [
    RecipeCheck("reverse", learns(.reverse, within: 100, seconds: 0.3)),
    RecipeCheck("copy", learns(.copy, within: 100, seconds: 0.3)),
    RecipeCheck("shift", learns(.shift, within: 100, seconds: 0.3)),
    RecipeCheck("sort", learns(.sort, within: 500, seconds: 1.5)),
    RecipeCheck("induction", learns(.induction, within: 150, seconds: 1)),
    RecipeCheck("induction-one-layer", staysBelow(.inductionOneLayer, 0.6)),
    RecipeCheck(
      "induction-two-layers",
      learns(.inductionOneLayer.turned([.twoLayers]), within: 300, seconds: 3)),
    RecipeCheck("instructions", learns(.instructions, within: 1_000, seconds: 8)),
    RecipeCheck("instructions-maps", instructionMaps),
    RecipeCheck("scaling", learns(.scalingRace, within: 65, seconds: 2)),
    RecipeCheck("scaling-off", learnsLater(.scalingRace, .noScale)),
    RecipeCheck("overfitting", overfitting),
    RecipeCheck("fine-tuning", fineTuning),
    RecipeCheck("head-start", headStart),
    RecipeCheck("pre-training", preTraining),
    RecipeCheck("preferences", preferences),
  ]

  private static func learns(_ recipe: Recipe, within steps: Int, seconds: Double) -> Run {
    { seed in
      var run = TrainingRun(recipe, seed: seed)
      let start = Recipes.processorTime()
      while run.reachedAt == nil, !run.isFinished { run.advance(steps: recipe.testsEvery) }
      let time = Recipes.processorTime() - start
      let reached = run.reachedAt
      run.advance(steps: recipe.steps)
      let scrub = worstScrub(run)
      let words =
        "\(Recipes.percent(recipe.threshold)) at step \(reached.map(String.init) ?? "–") in "
        + "\(Recipes.fixed(time, 2)) s, at the end \(percents(run.accuracies)), "
        + "any step again in \(Recipes.fixed(scrub * 1_000, 1)) ms"
      return ((reached ?? .max) <= steps && time <= seconds && scrub < 0.05, words)
    }
  }

  /// The longest that any of some steps takes to be shown.
  private static func worstScrub(_ run: TrainingRun) -> Double {
    stride(from: 0, to: run.step, by: (run.step / 37) | 1).map { step in
      let start = Recipes.processorTime()
      _ = run.snapshot(at: step).look(at: run.example.tokens)
      return Recipes.processorTime() - start
    }.max() ?? 0
  }

  private static func staysBelow(_ recipe: Recipe, _ limit: Double) -> Run {
    { seed in
      var run = TrainingRun(recipe, seed: seed)
      run.advance(steps: recipe.steps)
      let best = run.curve.compactMap(\.accuracy).max() ?? 1
      return (best < limit, "never above \(Recipes.percent(best)) in \(recipe.steps) steps")
    }
  }

  private static func learnsLater(_ recipe: Recipe, _ knob: Knob) -> Run {
    { seed in
      var plain = TrainingRun(recipe, seed: seed)
      var turned = TrainingRun(recipe.turned([knob]), seed: seed)
      plain.advance(steps: recipe.steps)
      turned.advance(steps: recipe.steps)
      let (first, second) = (plain.reachedAt ?? .max, turned.reachedAt ?? .max)
      let words = "\(first) steps, and \(second == .max ? "never" : "\(second)") with \(knob.title)"
      return (second >= 2 * first, words)
    }
  }

  /// One model, the same weights: the order decides which line the best head looks along.
  private static func instructionMaps(_ seed: UInt64) -> (Bool, String) {
    var run = TrainingRun(.instructions, seed: seed)
    run.advance(steps: run.recipe.steps)
    let task = run.recipe.source.task
    let moment = run.snapshot(at: run.step)
    let row = Array(run.example.tokens.dropFirst())
    let masses = [Order.reverse, .shift].map { order in
      let look = moment.look(at: task.row(order, row).tokens)
      return (0..<2).map { look.mass(layer: 1, head: $0, sources: task.sources(order)) }.max() ?? 0
    }
    let words =
      "on the line of reverse \(Recipes.percent(masses[0])), of shift \(Recipes.percent(masses[1]))"
    return (masses.allSatisfy { $0 > 0.6 }, words)
  }

  private static func overfitting(_ seed: UInt64) -> (Bool, String) {
    let ends = Recipe.overfitting.map { recipe in
      var run = TrainingRun(recipe, seed: seed)
      run.advance(steps: recipe.steps)
      return run.accuracies
    }
    let isProven = ends[0][0] < 0.6 && ends[0][1] == 1 && ends[2][0] > 0.95
    return (isProven, "10, 100, 1,000 rows: \(ends.map(percents).joined(separator: "; "))")
  }

  private static func headStart(_ seed: UInt64) -> (Bool, String) {
    let ends = HeadStart.all.map { plan in
      var run = HeadStartRun(plan, seed: seed)
      run.advance(steps: run.steps)
      return run.accuracy ?? 0
    }
    let isProven = ends[0] > ends[1] && ends[1] < 0.45 && min(ends[2], ends[3]) > 0.95
    return (
      isProven,
      "16 examples after practice and from scratch, then 64: \(ends.map(Recipes.percent).joined(separator: ", "))"
    )
  }

  private static func fineTuning(_ seed: UInt64) -> (Bool, String) {
    var isProven = true
    let words = FineTuningMethod.usual.map { method in
      var run = FineTuningRun(method, seed: seed)
      run.advance(steps: run.steps)
      let (before, now, off) = (run.before, run.now(), run.now(adaptersOn: false))
      switch method {
      case .full: isProven = isProven && now.new > 0.99 && now.old < 0.4
      case .replay: isProven = isProven && now.new > 0.98 && now.old > 0.8
      case .lora: isProven = isProven && now.new > 0.95 && now.old < 0.4 && off == before
      case .head: isProven = isProven && now.new < 0.4
      }
      return "\(method.name) new \(Recipes.percent(now.new)) old \(Recipes.percent(now.old))"
        + (off == now ? "" : ", off \(Recipes.percent(off.old))")
    }
    return (isProven, words.joined(separator: "; "))
  }

  private static func preTraining(_ seed: UInt64) -> (Bool, String) {
    var accuracies: [Double] = []
    var words: [String] = []
    for isShort in [false, true] {
      for objective in PreTraining.Objective.allCases {
        var plan = PreTraining(objective)
        plan.isShort = isShort
        var run = PreTrainingRun(plan, seed: seed)
        run.advance(steps: run.steps)
        accuracies.append(run.probeAccuracy(labels: 30))
        words.append("\(objective.rawValue) \(Recipes.percent(accuracies[accuracies.count - 1]))")
        if objective == .autoencoder {
          words.append("repeats \(Recipes.percent(run.saidRightly));")
        }
      }
    }
    let isProven = min(accuracies[1], accuracies[2]) > accuracies[0] + 0.2 && accuracies[0] < 0.55
    return (isProven && accuracies[5] < 0.65, words.joined(separator: " "))
  }

  private static func preferences(_ seed: UInt64) -> (Bool, String) {
    let errors = Labeller.allCases.map { labeller in
      var run = PreferencesRun(labeller, seed: seed)
      run.advance(steps: run.steps)
      return run.error
    }
    let words = errors.map { Recipes.fixed($0, 5) }.joined(separator: ", ")
    return (errors.allSatisfy { $0 < 5e-3 }, "off the exact optimum by \(words)")
  }

  private static func percents(_ shares: [Double]) -> String {
    shares.map(Recipes.percent).joined(separator: " ")
  }
}
