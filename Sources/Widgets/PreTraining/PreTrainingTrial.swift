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
