import Lab

/// A pre-training, and after it probes of its states with more and more labels: one a step.
package struct PreTrainingTrial: LabRun {
  private(set) var run: PreTrainingRun
  /// What a probe gets right, for each count of labels, as far as they were tried.
  private(set) var probes: [Double] = []
  /// What the model says rightly in the end.
  private(set) var saidRightly: Double?
  let bayes: Double

  init(_ plan: PreTraining, seed: UInt64) {
    run = PreTrainingRun(plan, seed: seed)
    bayes = run.bayesAccuracy
  }

  package var seed: UInt64 { run.seed }
  package var step: Int { run.step + probes.count }
  package var steps: Int { run.steps + PreTraining.labelCounts.count }
  package var parameterCount: Int { run.parameterCount }
  package var curve: [CurvePoint] { run.curve }
  package var divergedAt: Int? { run.divergedAt }

  /// What a probe gets right after that many steps, for each count of labels, by the last test up to
  /// there; what was not trained is as it is in the end.
  func probes(at step: Int) -> [Double] {
    guard run.steps > 0 else { return probes }
    return (tested(upTo: step)?.accuracies ?? []).dropFirst().map(\.self)
  }
  func tested(upTo step: Int) -> CurvePoint? {
    curve.prefix(step + 1).last { !$0.accuracies.isEmpty }
  }

  /// A row that it never learns from, through the model as it was after that many steps.
  func reading(at step: Int, labels: Int) -> RowReading {
    run.snapshot(at: step).reading(labels: labels)
  }

  package mutating func takeStep() {
    if !run.isFinished {
      run.takeStep()
      return
    }
    if saidRightly == nil { saidRightly = run.saidRightly }
    probes.append(run.probeAccuracy(labels: PreTraining.labelCounts[probes.count]))
  }
}

/// What such a trial follows from.
package struct PreTrainingKey: RunKey {
  let objective: PreTraining.Objective
  let isShort: Bool
  let seed: UInt64
  let steps: Int

  package var slice: Int { objective == .autoencoder ? 1 : 2 }
  package func start(after runs: [PreTrainingTrial]) -> PreTrainingTrial {
    PreTrainingTrial(plan, seed: seed)
  }
  var plan: PreTraining {
    var plan = PreTraining(objective)
    plan.isShort = isShort
    plan.steps = steps
    return plan
  }
}
