import Models
import Numerics

/// A pre-training under way: it reads rows without labels, and every so often a probe says how well
/// its states tell the topics apart.
package struct PreTrainingRun: LabRun {
  package let plan: PreTraining
  package let seed: UInt64
  package let topics: Topics
  package private(set) var curve: [CurvePoint] = []
  package private(set) var divergedAt: Int?
  package private(set) var model: RecurrentModel<Float>
  private let rows: [Topics.Row]
  let labelled: [Topics.Row]
  let heldOut: [Topics.Row]
  private var optimiser: Optimiser<Float>
  private var trace: RecurrentTrace<Float>
  private var gradients: [Float]
  private var recording: Recording<State>

  /// What a snapshot keeps.
  private struct State: Sendable {
    let parameters: [Float]
    let optimiser: Optimiser<Float>
  }

  package init(_ plan: PreTraining, seed: UInt64) {
    self.plan = plan
    self.seed = seed
    var draws = SeededGenerator(seed: seed)
    let topics = Topics(symbols: plan.symbols, length: plan.length, seed: draws.next())
    self.topics = topics
    rows = (0..<plan.unlabelled).map { _ in topics.row(&draws) }
    labelled = (0..<(PreTraining.labelCounts.max() ?? 0)).map { _ in topics.row(&draws) }
    heldOut = (0..<500).map { _ in topics.row(&draws) }
    model = RecurrentModel(vocabulary: plan.symbols + 1, width: plan.width, seed: seed)
    optimiser = Optimiser(
      plan.optimiser, count: model.parameters.count, moving: model.named.map(\.slot), matrices: [])
    trace = RecurrentTrace(model, rows: plan.batch, length: plan.lessonLength)
    gradients = model.parameters.map { _ in 0 }
    recording = Recording(bytesEach: model.parameters.count * 3 * MemoryLayout<Float>.stride)
    recording.keep(State(parameters: model.parameters, optimiser: optimiser), step: 0)
  }

  /// The rows that a probe is fitted to, as far as it has labels, and those that it is tried on.
  package var probed: (fitted: [Topics.Row], tried: [Topics.Row]) { (labelled, heldOut) }
  /// The tokens of all rows that it may read.
  package var unlabelled: [[Int32]] { rows.map(\.tokens) }
  package var step: Int { optimiser.steps }
  package var steps: Int { plan.objective == .none ? 0 : plan.steps }
  package var parameterCount: Int { model.parameters.count }
  package var testNames: [String] { ["the probe"] }

  package mutating func takeStep() {
    let step = step
    let accuracies = step % 50 == 0 ? tested() : []
    let loss = train()
    curve.append(CurvePoint(step: step, loss: loss, accuracies: accuracies))
    guard loss < 1_000 * max(curve[0].loss, 1) else {
      divergedAt = step
      return
    }
    recording.keep(State(parameters: model.parameters, optimiser: optimiser), step: step + 1)
    if isFinished {
      curve.append(CurvePoint(step: step + 1, loss: pass().loss, accuracies: tested()))
    }
  }

  /// What the usual probe tells apart, and then one for each count of labels.
  private func tested() -> [Double] {
    let (labelled, heldOut) = (states(labelled), states(heldOut))
    return ([plan.labels] + PreTraining.labelCounts).map {
      probeAccuracy(labels: $0, labelled, heldOut)
    }
  }

  /// Takes a step and returns the loss before it.
  private mutating func train() -> Double {
    let (tokens, loss) = pass()
    gradients.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    model.backward(tokens, &trace, addingTo: &gradients)
    optimiser.step(&model.parameters, &gradients)
    return loss
  }

  /// The tokens of the rows that are next, and the loss on them.
  private mutating func pass() -> (tokens: [Int32], loss: Double) {
    var draws = Source.draws(.training, seed, step)
    let lessons = (0..<plan.batch).map { _ in
      plan.lesson(rows[draws.int(in: 0...rows.count - 1)].tokens)
    }
    let tokens = lessons.flatMap(\.tokens)
    model.forward(tokens, into: &trace)
    let loss = CrossEntropy.loss(
      trace.values, trace.logits, lessons.flatMap(\.targets), gradients: &trace.gradients
    ).loss
    return (tokens, loss)
  }

  /// The run as it was after that many steps, with the curve up to there.
  package func snapshot(at step: Int) -> PreTrainingRun {
    let step = min(max(step, 0), self.step)
    guard let (first, state) = recording.before(step) else { return self }
    var again = self
    again.model.parameters = state.parameters
    again.optimiser = state.optimiser
    for _ in first..<step { _ = again.train() }
    again.curve = Array(curve.prefix(step))
    return again
  }

  /// How many of the held-out rows a probe that saw that many labels tells apart.
  package func probeAccuracy(labels: Int) -> Double {
    probeAccuracy(labels: labels, states(Array(labelled.prefix(labels))), states(heldOut))
  }

  private func probeAccuracy(
    labels: Int, _ labelledStates: [[Double]], _ heldOutStates: [[Double]]
  ) -> Double {
    let probe = Probe(
      Array(labelledStates.prefix(labels)), labelled.prefix(labels).map(\.topic),
      classes: topics.transitions.count)
    return probe.accuracy(heldOutStates, heldOut.map(\.topic))
  }

  /// The state after each row.
  func states(_ rows: [Topics.Row]) -> [[Double]] {
    guard !rows.isEmpty else { return [] }
    var trace = RecurrentTrace(model, rows: rows.count, length: plan.length)
    model.forward(rows.flatMap(\.tokens), into: &trace)
    return rows.indices.map { row in
      trace.state(row: row, place: plan.length - 1).map(Double.init)
    }
  }

  /// What the exact rule gets right on the held-out rows.
  package var bayesAccuracy: Double {
    Double(heldOut.count { topics.bayes($0.tokens) == $0.topic }) / Double(heldOut.count)
  }

  /// How many tokens of held-out rows it says rightly: what comes next, or the row repeated.
  package var saidRightly: Double {
    let lessons = heldOut.map { plan.lesson($0.tokens) }
    var trace = RecurrentTrace(model, rows: lessons.count, length: plan.lessonLength)
    model.forward(lessons.flatMap(\.tokens), into: &trace)
    return CrossEntropy.accuracy(trace.values, trace.logits, lessons.flatMap(\.targets))
  }
}
