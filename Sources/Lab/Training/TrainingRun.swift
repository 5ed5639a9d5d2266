import Models

/// A recipe under way: advanced in slices, recorded, and looked at at any step that was reached.
package struct TrainingRun: LabRun {
  package let recipe: Recipe
  package let seed: UInt64
  /// What the run was like after each number of steps; the last point comes when it is finished.
  package private(set) var curve: [CurvePoint] = []
  /// The first step whose loss was not a number, or a thousand times what the run began with: the learning
  /// rate is too high.
  package private(set) var divergedAt: Int?
  /// How right held-out rows are where the run was lost, which is between two tests; of numbers that are
  /// none nothing is right. Nil where it was not lost.
  package private(set) var accuracyWhereLost: Double?
  private var trainer: Trainer
  private let examinations: [Examination]
  private var testTrace: Trace<Float>
  private var recording: Recording<Trainer.State>

  /// One that begins with parameters that the seed decides. The budget is how many bytes of states are
  /// kept.
  package init(_ recipe: Recipe, seed: UInt64, budget: Int = 64 << 20) {
    self.init(
      recipe, seed: seed, from: Decoder(recipe.shape, seed: seed), moving: .all, budget: budget)
  }

  /// One that goes on from a decoder.
  package init(
    _ recipe: Recipe, seed: UInt64, from decoder: Decoder<Float>, moving: Moving,
    budget: Int = 64 << 20
  ) {
    self.recipe = recipe
    self.seed = seed
    trainer = Trainer(recipe, seed: seed, from: decoder, moving: moving)
    let tasks = [recipe.source.task] + recipe.tests.map(\.task)
    var examinations = tasks.map { Examination($0, rows: recipe.testRows, seed: seed) }
    if recipe.source.limit != nil {
      examinations.append(
        Examination(recipe.source.batch(recipe.testRows, step: 0, seed: seed)))
    }
    self.examinations = examinations
    testTrace = examinations[0].trace(recipe.shape)
    let bytes = decoder.parameters.count * 3 * MemoryLayout<Float>.stride
    recording = Recording(bytesEach: bytes, budget: budget)
    recording.keep(trainer.state, step: 0)
  }

  /// Steps taken.
  package var step: Int { trainer.steps }
  package var steps: Int { recipe.steps }
  /// How many numbers the model has.
  package var parameterCount: Int { trainer.decoder.parameters.count }
  /// The decoder where it stands.
  package var decoder: Decoder<Float> { trainer.decoder }

  package var threshold: Double? { recipe.threshold }
  package var reachedAt: Int? {
    curve.first { ($0.accuracy ?? 0) >= recipe.threshold }?.step
  }

  package var testNames: [String] {
    ["right"] + recipe.tests.map(\.name) + (recipe.source.limit == nil ? [] : ["learnt rows"])
  }

  /// The last test.
  package var accuracies: [Double] { curve.last { !$0.accuracies.isEmpty }?.accuracies ?? [] }

  package mutating func takeStep() {
    let step = step
    let accuracies = step % recipe.testsEvery == 0 ? tested() : []
    let loss = trainer.step()
    curve.append(CurvePoint(step: step, loss: loss, accuracies: accuracies))
    guard loss < 1_000 * max(curve[0].loss, 1) else {
      divergedAt = step
      accuracyWhereLost = 0
      if loss.isFinite {
        let decoder = snapshot(at: step).decoder
        accuracyWhereLost = examinations[0].accuracy(decoder, &testTrace)
      }
      return
    }
    recording.keep(trainer.state, step: step + 1)
    if isFinished {
      curve.append(CurvePoint(step: step + 1, loss: trainer.loss(), accuracies: tested()))
    }
  }

  /// How right the held-out rows are where the run stands.
  private mutating func tested() -> [Double] {
    var accuracies: [Double] = []
    for examination in examinations {
      accuracies.append(examination.accuracy(trainer.decoder, &testTrace))
    }
    return accuracies
  }
}

extension TrainingRun {
  /// The run as it was after that many steps: what was not kept is run again, from the last state that
  /// was.
  package func snapshot(at step: Int) -> Snapshot {
    let step = min(max(step, 0), self.step)
    guard let (first, state) = recording.before(step) else {
      return Snapshot(step: self.step, decoder: decoder)
    }
    var again = trainer
    again.state = state
    for _ in first..<step { _ = again.step() }
    return Snapshot(step: step, decoder: again.decoder)
  }

  /// After that many steps, the share of weight that the head with the most of it has, in the example
  /// row, on the places that the answers are taken from; nil where the row decides what those are.
  package func massOnTheLine(at step: Int) -> Double? {
    let row = example
    // Of several orders the example's would be one by chance.
    if case .orders(let orders, _, _, _) = recipe.source.task, orders.count > 1 { return nil }
    let line = recipe.source.task.line(of: row)
    guard line.contains(where: { !$0.isEmpty }) else { return nil }
    let look = snapshot(at: step).look(at: row.tokens)
    let heads = (0..<look.shape.layers).flatMap { layer in
      (0..<look.shape.heads).map { look.mass(layer: layer, head: $0, line: line) }
    }
    return heads.max()
  }

  /// After that many steps, the share of weight that a head of the last layer has on the places that the
  /// answers of an order come from, over a few rows that no training saw; of the head that has most.
  package func mass(of order: Order, at step: Int) -> Double? {
    guard case .orders(_, let known, let symbols, let length) = recipe.source.task else {
      return nil
    }
    let task = SequenceTask.orders([order], known: known, symbols: symbols, length: length)
    let snapshot = snapshot(at: step)
    let looks = Source.heldOut(task, 16, seed: seed).map { snapshot.look(at: $0.tokens) }
    let layer = recipe.shape.layers - 1
    let masses = (0..<recipe.shape.heads).map { head in
      looks.reduce(0) {
        $0 + $1.mass(layer: layer, head: head, sources: task.sources(order))
      } / Double(looks.count)
    }
    return masses.max()
  }

  /// A row that no training saw, the same for every run of the seed.
  package var example: Row {
    Source.heldOut(recipe.source.task, 1, seed: seed)[0]
  }
}
