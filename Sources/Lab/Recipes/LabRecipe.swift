import Models
import Numerics

/// Everything that the lab can train, by name.
package enum LabRecipe: Equatable, Sendable {
  case training(Recipe)
  case fineTuning(FineTuningMethod)
  case headStart(HeadStart)
  case preTraining(PreTraining)
  case preferences(Labeller)
  /// One with a name has another rate than the recipe of that name.
  case descent(Landscape, rate: Double, momentum: Double, name: String? = nil)

  /// In the order in which they are listed.
  package static let all: [LabRecipe] = {
    let trainings = [
      Recipe.reverse, .copy, .shift, .sort, .induction, .inductionOneLayer, .instructions,
      .scalingRace,
    ]
    return (trainings + Recipe.overfitting).map(training)
      + FineTuningMethod.usual.map(fineTuning) + HeadStart.all.map(headStart)
      + [PreTraining.Objective.nextToken, .autoencoder].map { .preTraining(PreTraining($0)) }
      + Labeller.allCases.map(preferences)
      + [
        .descent(.bowl, rate: 0.3, momentum: 0), .descent(.bowl, rate: 0.01, momentum: 0),
        .descent(.bowl, rate: 2.5, momentum: 0), .descent(.valley, rate: 0.05, momentum: 0.8),
        .descent(.chain(input: 1, target: 2), rate: 0.1, momentum: 0),
      ]
  }()

  package static func named(_ name: String) -> LabRecipe? { all.first { $0.name == name } }

  package var name: String {
    switch self {
    case .training(let recipe): recipe.name
    case .fineTuning(let method): "fine-tuning-\(method.name)"
    case .headStart(let plan): plan.name
    case .preTraining(let plan):
      plan.objective == .autoencoder ? "pre-training-autoencoder" : "pre-training"
    case .preferences(let labeller):
      labeller == .quality ? "preferences" : "preferences-length"
    case .descent(_, _, _, let name?): name
    case .descent(let landscape, let rate, _, nil):
      switch landscape {
      case .bowl: rate > 2 ? "descent-too-fast" : rate < 0.1 ? "descent-too-slow" : "descent"
      case .valley: "descent-valley"
      case .chain: "descent-chain"
      }
    }
  }

  package var title: String {
    switch self {
    case .training(let recipe): recipe.title
    case .fineTuning(let method): Self.title(method)
    case .headStart(let plan): plan.title
    case .preTraining(let plan):
      plan.objective == .autoencoder
        ? "Repeat rows, then tell their topics apart"
        : "Say what comes next, then tell topics apart"
    case .preferences(let labeller):
      labeller == .quality
        ? "Choices become a reward and a policy" : "The choices of a labeller who likes length"
    case .descent(let landscape, let rate, _, _):
      switch landscape {
      case .bowl: "\(Self.bowlTitle), at a rate of \(NumberText().text(rate))"
      case .valley: "Roll down a valley, with momentum"
      case .chain: "Two weights in a chain"
      }
    }
  }

  /// The same where the rate is said beside it.
  package var titleAtAnyRate: String {
    if case .descent(.bowl, _, _, _) = self { Self.bowlTitle } else { title }
  }
  private static let bowlTitle = "Roll down one weight's loss"

  /// What else there is to know of it; nothing where the title says all.
  package var note: String {
    guard case .training(let recipe) = self else { return "" }
    return recipe.setting.isEmpty ? recipe.note : "\(recipe.setting), \(recipe.rateText)"
  }

  /// What can be turned, one at a time.
  package var knobs: [Knob] {
    switch self {
    case .training(let recipe): recipe.knobs
    case .preTraining: [.shortRows]
    case .fineTuning, .headStart, .preferences, .descent: []
    }
  }

  /// The same as one chooses from them: with their numbers, where these are the keys of a screen.
  package var knobList: String {
    if case .preTraining = self { return knobs.map(\.word).joined(separator: ", ") }
    return knobs.list
  }

  private static func title(_ method: FineTuningMethod) -> String {
    switch method {
    case .full: "From reverse to shift: every weight"
    case .replay(let share):
      "From reverse to shift: with \(Int((share * 100).rounded())) % of the old rows"
    case .lora(let rank): "From reverse to shift: LoRA of rank \(rank) on Q and K"
    case .head: "From reverse to shift: the output head alone"
    }
  }

  /// The same at another learning rate; nil where there is not one that it could be.
  package func at(rate: Double) -> LabRecipe? {
    switch self {
    case .training(var recipe):
      recipe.optimiser.schedule.peak = rate
      return .training(recipe)
    case .preTraining(var plan):
      plan.optimiser.schedule.peak = rate
      return .preTraining(plan)
    case .descent(let landscape, _, let momentum, _):
      return .descent(landscape, rate: rate, momentum: momentum, name: name)
    case .fineTuning, .headStart, .preferences: return nil
    }
  }

  /// The same with a knob turned, by its number or name; nil where it has none such.
  package func turned(_ text: String) -> (recipe: LabRecipe, knob: Knob)? {
    guard let knob = knobs.named(text) else { return nil }
    switch self {
    case .training(let recipe): return (.training(recipe.turned([knob])), knob)
    case .preTraining(var plan):
      plan.isShort = true
      return (.preTraining(plan), knob)
    case .fineTuning, .headStart, .preferences, .descent: return nil
    }
  }

  /// A run of it; the steps of what it trains are changed where some are given.
  package func start(seed: UInt64, steps: Int? = nil) -> any LabRun {
    switch self {
    case .training(var recipe):
      recipe.steps = steps ?? recipe.steps
      return TrainingRun(recipe, seed: seed)
    case .fineTuning(let method): return FineTuningRun(method, seed: seed, steps: steps)
    case .headStart(let plan): return HeadStartRun(plan, seed: seed, steps: steps)
    case .preTraining(var plan):
      plan.steps = steps ?? plan.steps
      return PreTrainingRun(plan, seed: seed)
    case .preferences(let labeller):
      return PreferencesRun(labeller, seed: seed, steps: steps)
    case .descent(let landscape, let rate, let momentum, _):
      return DescentRun(
        landscape, rate: rate, momentum: momentum, steps: steps ?? DescentRun.usualSteps)
    }
  }
}
