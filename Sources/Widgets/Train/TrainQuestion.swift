import Lab
import Models

/// What is asked before a training is seen, and what an answer is worth: the judge is the run itself.
enum TrainQuestion: Equatable, Sendable {
  /// What the map of the head that matters will look like.
  case map
  /// At which step the loss falls the fastest.
  case fall(steps: Int)
  /// How many of a hundred places it gets right in the end, in rows that it never saw.
  case share

  init(_ recipe: Recipe) {
    self =
      switch recipe.name {
      case "reverse", "copy", "shift": .map
      case "induction", "sort", "instructions", "scaling": .fall(steps: recipe.steps)
      default: .share
      }
  }

  var asked: LabQuestion { asked(of: nil) }

  /// The same, with what was changed in the training said, as it stands in a sentence.
  func asked(of change: String?) -> LabQuestion {
    let first = "Before you see it" + (change.map { ", \($0)" } ?? "") + ": "
    return switch self {
    case .map:
      LabQuestion(
        first + "in the end, what will the map of its weights look like?",
        choices: MapTemplate.allCases.map(\.name))
    case .fall(let steps):
      LabQuestion(
        first + "at which step will the loss fall the fastest?", in: 0...steps,
        stride: max(1, steps / 50))
    case .share:
      LabQuestion(
        first + "of 100 places in rows it never saw, how many will be right in the end?",
        in: 0...100, stride: 5)
    }
  }
}

extension LabVerdict {
  /// Nil before the run is finished, and where nothing was guessed; of a run that was lost it says why
  /// it ended there. Where room is short it says no more than what was guessed and what came: its pages have the
  /// rest.
  init?(
    _ parameters: TrainWidget.Parameters, _ run: TrainingRun, lost: String? = nil,
    isShort: Bool = false
  ) {
    guard let guess = parameters.guess.made, run.isFinished, let last = run.curve.last?.step else {
      return nil
    }
    let why = lost.map { " " + $0 } ?? ""
    switch parameters.question {
    case .map:
      let truth = run.clearestMap(at: last).flatMap(MapTemplate.nearest)
      let said = MapTemplate(rawValue: guess)
      isRight = said == truth?.template
      let became =
        truth.map {
          ($0.isClear ? $0.template.name : "untidy, most like \($0.template.name)")
            + ": \($0.template.meaning)" + ($0.isClear ? "" : ", but not at it alone")
        } ?? "none of the four" + (lost == nil ? ": it is untidy" : "")
      let name =
        truth.map { ($0.isClear ? "" : "most like ") + $0.template.name } ?? "none of the four"
      words =
        isShort
        ? "You said \(said?.name ?? ""); it is \(name).\(why)"
        : "You said \(said?.name ?? ""). It becomes \(became).\(why)"
    case .fall(let steps):
      guard let truth = run.curve.steepestFall() else {
        isRight = false
        words = "You said step \(guess). It never falls.\(why)"
        return
      }
      // A tenth of the run is near enough for the eye.
      let near = max(3, steps / 10)
      isRight = Self.isNear(guess, truth, within: near)
      let rule = Self.nearness(guess, truth, within: near)
      words =
        isShort
        ? "You said step \(guess); it is \(truth).\(why)"
        : "You said step \(guess). It falls the fastest at step \(truth)\(rule).\(why)"
    case .share:
      let share = run.divergedAt == nil ? run.accuracy : run.accuracyWhereLost
      let truth = Int(((share ?? 0) * 100).rounded())
      isRight = Self.isNear(guess, truth)
      words =
        isShort
        ? "You said \(guess); it is \(truth) of 100.\(why)"
        : "You said \(guess) of 100. It is \(truth) in the end\(Self.nearness(guess, truth)).\(why)"
    }
  }
}

extension TrainingRun {
  /// The map, at a step, of the head that has most of its weight on the line of its task; of the
  /// first where the row decides what that is.
  func clearestMap(at step: Int) -> [[Float]]? {
    let row = example
    let look = snapshot(at: step).look(at: row.tokens)
    let line = recipe.source.task.line(of: row)
    let heads = (0..<look.shape.layers).flatMap { layer in
      (0..<look.shape.heads).map { (layer, $0) }
    }
    let best = heads.max { first, second in
      look.mass(layer: first.0, head: first.1, line: line)
        < look.mass(layer: second.0, head: second.1, line: line)
    }
    return best.map { look.map(layer: $0.0, head: $0.1) }
  }
}
