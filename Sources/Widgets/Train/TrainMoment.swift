import Lab
import Models

/// A training at one step, as far as pictures and words need it.
struct TrainMoment: Sendable {
  let run: TrainingRun
  let step: Int
  let row: Row
  private let snapshot: Snapshot
  let look: Look
  /// Another step that it is compared with.
  let other: Look?
  var said: [Int32] { look.said }

  /// The step, or the last that there is yet; nil before there is any. The row is the run's example
  /// where none is given.
  init?(_ run: TrainingRun?, at step: Int, with other: Int? = nil, row: Row? = nil) {
    guard let run, let last = run.curve.last?.step else { return nil }
    let step = min(step, last)
    let row = row ?? run.example
    let before = other.map { run.snapshot(at: min($0, last)).look(at: row.tokens) }
    self.init(run, step, row, run.snapshot(at: step), before)
  }

  /// The same beside another run at the same step.
  init?(_ run: TrainingRun?, at step: Int, beside other: TrainingRun?) {
    guard let run, let last = run.curve.last?.step else { return nil }
    let step = min(step, last)
    let row = run.example
    self.init(
      run, step, row, run.snapshot(at: step), other?.snapshot(at: step).look(at: row.tokens))
  }

  private init(
    _ run: TrainingRun, _ step: Int, _ row: Row, _ snapshot: Snapshot, _ other: Look?
  ) {
    self.run = run
    self.step = step
    self.row = row
    self.snapshot = snapshot
    self.other = other
    look = snapshot.look(at: row.tokens)
  }

  /// The same model at the same step, reading another row.
  func reading(_ row: Row) -> TrainMoment { TrainMoment(run, step, row, snapshot, nil) }

  /// Every number that the model has there.
  var parameters: [Float] { snapshot.decoder.parameters }

  var loss: Double { run.curve[step].loss }
  /// Those of the last test up to here.
  var accuracies: [Double] {
    run.curve[...step].last { !$0.accuracies.isEmpty }?.accuracies ?? []
  }

  /// Each head with its name.
  static func heads(_ shape: DecoderShape) -> [(layer: Int, head: Int, name: String)] {
    (0..<shape.layers).flatMap { layer in
      (0..<shape.heads).map { (layer, $0, Component.head(layer: layer, head: $0).name) }
    }
  }

  /// The head that has most of its weight on the line of the row's answers; the last of equals.
  var clearestHead: Int {
    let heads = Self.heads(look.shape)
    let masses = heads.map { mass(layer: $0.layer, head: $0.head) ?? 0 }
    return masses.indices.max { masses[$0] < masses[$1] } ?? 0
  }

  /// How much of a head's weight lies on the places that the answers come from; nil where the row
  /// decides what those are.
  func mass(layer: Int, head: Int) -> Double? {
    let line = run.recipe.source.task.line(of: row)
    guard line.contains(where: { !$0.isEmpty }) else { return nil }
    return look.mass(layer: layer, head: head, line: line)
  }
}

extension [CurvePoint] {
  /// ` (at step 60)` where the last test up to a step was before it; nothing where it was at it.
  func whenTested(_ step: Int) -> String {
    guard let tested = self[...step].last(where: { !$0.accuracies.isEmpty }), tested.step != step
    else { return "" }
    return " (at step \(tested.step))"
  }

  /// One of the tests in percent, step by step; a test holds until the next one.
  func percent(_ test: Int, through step: Int) -> [Double] {
    var last = 0.0
    return prefix(step + 1).map { point in
      if point.accuracies.indices.contains(test) { last = point.accuracies[test] * 100 }
      return last
    }
  }
}

extension TrainMoment {
  /// The run as a table, as far as it was seen, beside the run as it is where a knob is turned. What was
  /// right is told at the steps that were tested.
  func table(seen: Int, beside plain: TrainingRun? = nil) -> [String] {
    // Beside many tests there is no room for those of another run: it has a table of its own.
    guard let plain, run.testNames.count > 2 else {
      return Self.table(of: run, at: step, seen, plain)
    }
    return Self.table(of: run, at: step, seen) + ["", "The run as it is:"]
      + Self.table(of: plain, at: step, seen)
  }

  private static func table(
    of run: TrainingRun, at step: Int, _ seen: Int, _ plain: TrainingRun? = nil
  ) -> [String] {
    let last = min(seen, run.curve.last?.step ?? 0)
    let tested = run.curve[...last].filter { !$0.accuracies.isEmpty }.map(\.step)
    let steps = Set(LabTable.some(tested)).union([last, min(step, last)])
    let hasLine = run.massOnTheLine(at: 0) != nil
    func shares(_ run: TrainingRun, _ step: Int) -> [String] {
      let shares = run.curve.indices.contains(step) ? run.curve[step].accuracies : []
      return run.testNames.indices.map {
        shares.indices.contains($0) ? LabText.share(shares[$0]) : "·"
      }
    }
    let asItIs = plain == nil ? [] : ["as it is: loss", "right"]
    func besides(_ step: Int) -> [String] {
      guard let plain else { return [] }
      let loss = plain.curve.indices.contains(step) ? LabText.loss(plain.curve[step].loss) : "·"
      return [loss, shares(plain, step).first ?? "·"]
    }
    let leftOut = run.recipe.leftOut.map(\.rawValue)
    let explained =
      ["Right: of places in new rows, like those that it learns from and none of them."]
      + (hasLine
        ? ["On its line: the best head's weight on the places that the row's answers come from."]
        : [])
      + (leftOut.isEmpty
        ? []
        : [
          "Right leaves out \(leftOut.joined(separator: ", ")): no row of its training gives that."
        ])
    return LabTable.lines(
      [["step", "loss"] + run.testNames + (hasLine ? ["on its line"] : []) + asItIs]
        + steps.sorted().map { step in
          let mass = hasLine ? run.massOnTheLine(at: step).map { [LabText.share($0)] } ?? [] : []
          return [String(step), LabText.loss(run.curve[step].loss)] + shares(run, step)
            + (hasLine && mass.isEmpty ? ["·"] : mass) + besides(step)
        }) + explained
  }
}

extension CurveSlider {
  /// How right a run is on the rows that it learns from, and on rows that it never saw, as far as they
  /// were seen.
  init(gapOf run: TrainingRun, _ parameters: some TimedParameters) {
    let names = ["learnt rows": "learnt rows", "right": "new rows"]
    let curves = ["learnt rows", "right"].enumerated().compactMap { series, name -> Curve? in
      guard let index = run.testNames.firstIndex(of: name) else { return nil }
      return Curve(
        name: names[name] ?? name,
        values: run.curve.percent(index, through: parameters.seen), series: series)
    }
    self.init(
      title: "right, %", curves: curves, steps: parameters.steps, top: 100,
      marks: [Mark(kind: .cursor, step: min(parameters.step, run.curve.last?.step ?? 0))],
      hint: parameters.hint)
  }

  /// What the axis of losses ends with: a little more than the first; it has no number before that.
  static func top(_ first: Double?) -> Double {
    first.map { $0.isFinite ? $0 * 1.1 : 1 } ?? .nan
  }

  /// The losses of a run and, where a knob is turned, of the run with it, as far as they were seen.
  init(
    _ plain: TrainingRun?, turned: (name: String, run: TrainingRun?)?,
    _ parameters: some TimedParameters, asksForFall: Bool
  ) {
    func values(_ run: TrainingRun?) -> [Double] {
      (run?.curve ?? []).prefix(parameters.seen + 1).map(\.loss)
    }
    var curves = [Curve(name: turned == nil ? "" : "as it is", values: values(plain), series: 0)]
    if let turned {
      curves.append(Curve(name: turned.name, values: values(turned.run), series: 1))
    }
    let run = turned == nil ? plain : turned?.run
    let step = min(parameters.step, run?.curve.last?.step ?? 0)
    var marks = [Mark(kind: .cursor, step: step)]
    if asksForFall, let guess = parameters.guess.made {
      marks.append(Mark(kind: .guess, step: guess))
    }
    if let run, run.isFinished, let fall = run.curve.steepestFall(), fall <= parameters.seen {
      marks.append(Mark(kind: .truth, step: fall))
    }
    self.init(
      curves: curves, steps: parameters.steps, top: Self.top(plain?.curve.first?.loss),
      marks: marks,
      hint: parameters.hint)
  }
}
