import Lab

/// What is asked of a method before its end is seen, and what an answer is worth.
struct FineTuningQuestion {
  let method: FineTuningChoice
  let share: Double
  let rank: Int

  init(_ parameters: FineTuningWidget.Parameters) {
    (method, share, rank) = (parameters.method, parameters.share, parameters.rank)
  }

  /// The task that is asked about: of the head alone whether it learns the new one.
  private var task: (name: String, index: Int) { method == .head ? ("new", 0) : ("old", 1) }

  var asked: LabQuestion {
    let words =
      switch method {
      case .full: "All weights then learn to shift: how many of the old 100 stay right?"
      case .replay:
        "It then learns to shift, with \(Int((share * 100).rounded())) % old rows among the new: "
          + "how many of the old 100 stay right?"
      case .lora:
        "Its weights stay, and adapters of rank \(rank) learn to shift. With them on, how many of the "
          + "old 100 are right?"
      case .head:
        "Only its output head then learns to shift: how many of 100 new places will be right?"
      }
    return LabQuestion(
      "Before you see it: it reverses 100 places of 100. " + words, in: 0...100, stride: 5)
  }

  /// A guess beside the end of its run, in one line where room is short: its pages have the rest. Nil
  /// where that was not tested.
  func verdict(_ guess: Int, _ run: TrainingRun, isShort: Bool = false) -> LabVerdict? {
    guard run.accuracies.count == 2 else { return nil }
    let share = run.accuracies[task.index]
    let truth = Int((share * 100).rounded())
    return LabVerdict(
      isRight: LabVerdict.isNear(guess, truth),
      words: isShort
        ? "\(task.name == "old" ? "Old" : "New"): you said \(guess), it is \(truth) of 100."
        : "You said \(guess) of the \(task.name) 100. It is \(truth) in the end"
          + "\(LabVerdict.nearness(guess, truth))\(reason(share, run)).")
  }

  private func reason(_ share: Double, _ run: TrainingRun) -> String {
    // How often both tasks agree by chance: what it had right of the new one before.
    let chance = run.curve.first?.accuracies.first ?? 0
    let isChance = (chance - share).magnitude < 0.08
    switch method {
    case .lora: return ": with them off it is, bit for bit, the model before"
    case .head where isChance:
      return ", about as many as before: the head cannot make it look elsewhere"
    case .full where isChance, .replay where isChance:
      return ": about as many as both tasks have in common by chance"
    case .full:
      return ": both tasks have \(Int((chance * 100).rounded())) in common by chance"
    case .replay where share > chance:
      return ": the old rows among the new keep \(share >= 0.9 ? "" : "some of ")the old task"
    case .replay: return ", fewer than both tasks have in common by chance"
    case .head: return ", and it had \(Int((chance * 100).rounded())) right before"
    }
  }
}
