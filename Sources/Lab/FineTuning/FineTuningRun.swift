import Models

/// A model that learns to reverse a row, and then to shift one by one of the methods: what becomes of
/// the old task?
package struct FineTuningRun: LabRun {
  package let method: FineTuningMethod
  package let seed: UInt64
  /// The old task, from the beginning.
  package private(set) var base: TrainingRun
  /// The new task, once the old one is learnt. Its tests are the new task, then the old one.
  package private(set) var tuned: TrainingRun?
  private let recipe: Recipe

  /// The steps are those of the new task. Where the old one was learnt already, it is not learnt again.
  package init(
    _ method: FineTuningMethod, seed: UInt64, steps: Int? = nil, base: TrainingRun? = nil
  ) {
    self.method = method
    self.seed = seed
    self.base = base ?? TrainingRun(.fineTuningBase, seed: seed)
    var recipe = Recipe.fineTuning(method)
    recipe.steps = steps ?? recipe.steps
    self.recipe = recipe
  }

  package var step: Int { base.step + (tuned?.step ?? 0) }
  package var steps: Int { base.steps + recipe.steps }
  /// How many numbers fine-tuning may change.
  package var parameterCount: Int {
    method.moving.slots(of: start).reduce(0) { $0 + $1.count }
  }
  /// Of the new task, once it has begun; steps count from there.
  package var curve: [CurvePoint] { tuned?.curve ?? base.curve }
  package var testNames: [String] { ["new task", "old task"] }
  package var preparation: Int { base.steps }
  package var threshold: Double? { recipe.threshold }
  package var reachedAt: Int? { tuned?.reachedAt }
  package var divergedAt: Int? { base.divergedAt ?? tuned?.divergedAt.map { $0 + base.steps } }

  package mutating func takeStep() {
    if !base.isFinished {
      base.takeStep()
      return
    }
    if tuned == nil {
      tuned = TrainingRun(recipe, seed: seed, from: start, moving: method.moving)
    }
    tuned?.takeStep()
  }

  /// What the new task begins with: the model of the old one, and adapters if they are to be trained.
  private var start: Decoder<Float> {
    var decoder = base.decoder
    if case .lora(let rank) = method {
      decoder.addAdapters(
        rank: rank, alpha: 2 * Double(rank), to: [.queries, .keys], seed: seed)
    }
    return decoder
  }

  /// How right the new and the old task are on held-out rows: before, or now, with the adapters on or
  /// off.
  package struct Score: Equatable, Sendable {
    package let new: Double
    package let old: Double
  }

  package var before: Score { score(base.decoder) }

  package func now(adaptersOn: Bool = true) -> Score {
    var decoder = (tuned ?? base).decoder
    decoder.setAdapters(on: adaptersOn)
    return score(decoder)
  }

  /// The same of a model that learnt with adapters, once these are switched off; nil of one without, and
  /// before the new task begins.
  package var withAdaptersOff: Score? {
    guard case .lora = method, tuned != nil else { return nil }
    return now(adaptersOn: false)
  }

  private func score(_ decoder: Decoder<Float>) -> Score {
    func accuracy(_ task: SequenceTask) -> Double {
      // The rows of the curve, so that both say the same of the same model.
      let examination = Examination(task, rows: recipe.testRows, seed: seed)
      var trace = examination.trace(decoder.shape)
      return examination.accuracy(decoder, &trace)
    }
    return Score(new: accuracy(recipe.source.task), old: accuracy(base.recipe.source.task))
  }

  /// What fine-tuning added to a matrix, and the sizes of the directions in it: its rank is seen.
  package func change(layer: Int, _ part: Block.Part) -> Change? {
    guard let decoder = tuned?.decoder, let linear = decoder.blocks[layer][part] else { return nil }
    let slot = linear.weight
    let before = slot.values(in: base.decoder.parameters)
    var change = zip(slot.values(in: decoder.parameters), before).map { Double($0 - $1) }
    if let adapter = linear.adapter {
      let down = adapter.down.values(in: decoder.parameters)
      let up = adapter.up.values(in: decoder.parameters)
      for row in 0..<slot.rows {
        for column in 0..<slot.columns {
          for k in 0..<adapter.down.columns {
            let step = down[row * adapter.down.columns + k] * up[k * slot.columns + column]
            change[row * slot.columns + column] += Double(step) * adapter.scale
          }
        }
      }
    }
    return Change(
      rows: slot.rows, columns: slot.columns, values: change,
      singularValues: singularValues(change, rows: slot.rows, columns: slot.columns))
  }

  package struct Change: Equatable, Sendable {
    package let rows: Int
    package let columns: Int
    /// Row by row.
    package let values: [Double]
    /// From the largest.
    package let singularValues: [Double]
  }
}
