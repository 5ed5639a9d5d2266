import Basics
import Libc
import Lab
import Quiz
import Scheduling
import Storage

/// `attend progress fit`: the weights of the schedule, fitted to one's own answers.
enum FitCommand {
  /// Fits them on four fifths of the questions, and keeps them where they expect the answers to the last
  /// fifth better than those in force.
  static func fit(_ store: ProgressStore) throws(StorageProblem) -> Int32 {
    let history = try store.history()
    let trial = FitTrial(history.sequences)
    guard trial.count >= WeightFit.fewest, trial.heldOutCount > 0 else {
      let told = counted(trial.count, "answer tells", "answers tell")
      Output.complain(
        "too few answers: \(told) how much was remembered a day or more later, and "
          + "\(WeightFit.fewest) are needed; the published weights stay")
      return 1
    }
    let weights = run(trial)
    let before = history.weights.loss(trial.heldOut)
    let after = weights.loss(trial.heldOut)
    let isBetter = after < before
    if isBetter {
      let row = Review(
        .weights(weights), of: Review.Action.allQuestions, Clock.now(),
        under: Scheduler(weights: weights))
      try store.append(row)
    }
    let fitted = trial.count - trial.heldOutCount
    return Output.say(
      "\(counted(fitted, "answer")) fitted, \(trial.heldOutCount) held out")
      && Output.say(
        "log-loss on those held out: \(shown(before)) before, \(shown(after)) with the fitted weights"
      )
      && Output.say(
        isBetter
          ? "kept: the schedule follows them from now on, on each device that has this log; "
            + "`attend progress unfit` takes that back"
          : "not kept: the weights in force expect these answers better")
      ? 0 : 1
  }

  /// Takes back the weights that were fitted last.
  static func unfit(_ store: ProgressStore) throws(StorageProblem) -> Int32 {
    let history = try store.history()
    let rows = history.acts(on: Review.Action.allQuestions).filter { act in
      if case .weights = act.action { !history.isVoided(act.id) } else { false }
    }
    guard let last = rows.last else {
      Output.complain("nothing was fitted: the published weights are in force")
      return 1
    }
    try store.append(Review(voiding: last.id, of: Review.Action.allQuestions, Clock.now()))
    let left = rows.count > 1 ? "those fitted before" : "the published ones"
    return Output.say("the weights of \(last.date.iso) are taken back; \(left) are in force")
      ? 0 : 1
  }

  /// Runs the fit; on a terminal it says how far it has come, and Ctrl-C ends it with nothing changed.
  private static func run(_ trial: FitTrial) -> Weights {
    var fit = WeightFit(trial.fitted)
    let isSeen = isatty(STDERR_FILENO) == 1
    var told = -1
    while !fit.isDone {
      fit.advance()
      let percent = Int(fit.progress * 100)
      guard isSeen, percent > told else { continue }
      told = percent
      Output.advise("\rfitting: \(percent) % (Ctrl-C stops, and changes nothing)")
    }
    if isSeen { Output.advise("\r\u{1b}[K") }
    return fit.weights
  }

  private static func shown(_ loss: Double) -> String { LabText.decimals(loss, 4) }
}
