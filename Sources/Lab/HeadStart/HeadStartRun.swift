import Models

/// A new task learnt from a few examples, after practice at others or without.
package struct HeadStartRun: LabRun {
  package let plan: HeadStart
  package let seed: UInt64
  /// The practice; nil where there is none.
  private var practice: TrainingRun?
  /// The new task, once practice is over. Its tests are new rows, then those that are learnt.
  package private(set) var learning: TrainingRun?
  private let recipe: Recipe

  /// The steps are those of the new task.
  package init(_ plan: HeadStart, seed: UInt64, steps: Int? = nil) {
    self.plan = plan
    self.seed = seed
    var recipe = plan.recipe
    recipe.steps = steps ?? recipe.steps
    self.recipe = recipe
    if plan.hasPractised {
      practice = TrainingRun(HeadStart.practice, seed: seed)
    } else {
      learning = TrainingRun(recipe, seed: seed)
    }
  }

  package var preparation: Int { practice?.steps ?? 0 }
  package var step: Int { (practice?.step ?? 0) + (learning?.step ?? 0) }
  package var steps: Int { preparation + recipe.steps }
  package var parameterCount: Int { (learning ?? practice)?.parameterCount ?? 0 }
  /// Of the new task, once it has begun; steps count from there.
  package var curve: [CurvePoint] { (learning ?? practice)?.curve ?? [] }
  package var testNames: [String] { ["right", "learnt rows"] }
  package var divergedAt: Int? {
    practice?.divergedAt ?? learning?.divergedAt.map { $0 + preparation }
  }

  package mutating func takeStep() {
    if practice?.isFinished == false {
      practice?.takeStep()
      return
    }
    if learning == nil, let practice {
      learning = TrainingRun(recipe, seed: seed, from: practice.decoder, moving: .all)
    }
    learning?.takeStep()
  }
}
