import Basics
import JSONText
import Lab
import Models
import Notes
import Numerics
import TextUI

/// A tiny Transformer that learns while one watches: its loss is the time that keys move through, and
/// what its heads look at is seen at every step.
package struct TrainWidget: LabFigure {
  /// A head, in the order in which they stand.
  package struct Area: Hashable, Sendable {
    let head: Int
  }
  package enum Own: CaseIterable, Sendable { case fall, compare, nextSeed, recipe }

  package static let name = "train"
  package static let title = "A model that learns"
  package static let topics = ["training a transformer"]
  package static let initial = Parameters()
  package static let opens = true
  package static let figureKeys: [KeyBinding<LabAction<Own>>] = [
    KeyBinding(
      [.character("f")], "fall", "to where the loss falls the fastest", footer: 5, .own(.fall)),
    KeyBinding(
      [.character("v")], "compare", "compare other steps with this one, or end that", footer: 7,
      .own(.compare)),
    KeyBinding([.character("r")], "next-seed", "the same with the next seed", .own(.nextSeed)),
    KeyBinding([.character("m")], "next-recipe", "the next recipe", .own(.recipe)),
  ]

  package let parameters: Parameters
  package var record: RunsRecord<TrainKey>

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    let recipes = [parameters.plain] + (parameters.isTurned ? [parameters.recipe] : [])
    record = RunsRecord(recipes.map { TrainKey(recipe: $0, seed: UInt64(parameters.seed)) })
  }

  var shape: DecoderShape { parameters.recipe.shape }
  /// The run with nothing taken away, and the one that is looked at.
  var plain: TrainingRun? { record[0] }
  var run: TrainingRun? { parameters.isTurned ? record[1] : plain }
  /// Beside another step where that is asked for; with a knob turned, beside the run as it is.
  var moment: TrainMoment? {
    guard parameters.with != nil, parameters.isTurned else {
      // Beside itself there is nothing to see.
      let other = parameters.with == parameters.step ? nil : parameters.with
      return TrainMoment(run, at: parameters.step, with: other)
    }
    return TrainMoment(run, at: parameters.step, beside: plain)
  }
  var names: TokenNames { TokenNames(parameters.plain.source.task) }
  package var canOpen: Bool {
    max(shape.headWidth, parameters.plain.source.task.length) <= AttentionWidget.most
  }
  package var reached: Int? { run?.curve.last?.step }
  package var isDone: Bool { run?.isFinished == true }
  package var knobs: [String] {
    parameters.plain.knobs.map(\.shown)
  }
  package static let knobsTitle = "Take one thing away, or change it"
  package static let tries: KeyValuePairs = [
    "f": "where the loss falls fastest", "v": "what changes from here on",
    "Enter": "this head, number by number", "m": "another recipe",
    "=": "rate = 0.1, a learning rate of your own",
  ]
  package var question: LabQuestion { parameters.question.asked(of: parameters.turnedPhrase) }
  package var isAsAsked: Bool { parameters.isAsAsked }
  /// Until there is an answer, the one before stays with what it was of.
  package func guessed(_ mark: Int) -> Parameters {
    var changed = parameters
    (changed.guess, changed.asked) = (.made(mark), parameters.turned)
    return changed
  }

  package var areas: [Area] { TrainMoment.heads(shape).indices.map(Area.init) }
  package func results(in area: Area) -> GridSize {
    GridSize(rows: parameters.plain.source.task.length, columns: 1)
  }
  /// In the middle of the row: at its beginning there is little to look back at.
  package var firstCursor: Cursor {
    Cursor(Area(head: 0), row: parameters.plain.source.task.length / 2)
  }

  package var status: String {
    status(trained: run?.step, "seed \(parameters.seed)")
  }

  /// How one looks at a run is not a change of it.
  package func seen(_ old: Parameters) -> Parameters {
    // What was seen and guessed of another run stays with it.
    guard (old.name, old.seed, old.steps) == (parameters.name, parameters.seed, parameters.steps)
    else { return old }
    var old = old
    old = old.inTime(of: parameters)
    old.with = parameters.with.map { min($0, old.steps) }
    (old.guess, old.asked) = (parameters.guess, parameters.asked)
    return old
  }

  package var summary: [[String]] {
    let recipe = parameters.recipe
    return [
      [recipe.title] + (parameters.turned.map { [$0] } ?? []) + [size],
      [
        "\(counted(parameters.steps, "step")), seed \(parameters.seed)",
        "trained when it is opened",
      ],
    ]
  }

  /// `1 layer of 1 head, 5,120 weights`
  var size: String {
    let weights = LabText.grouped(Decoder<Float>(shape).parameters.count)
    return
      "\(counted(shape.layers, "layer")) of \(counted(shape.heads, "head")), \(weights) weights"
  }
}

/// What a training of this widget follows from.
package struct TrainKey: RunKey {
  let recipe: Recipe
  let seed: UInt64

  package var slice: Int { recipe.slice }
  package func start(after runs: [TrainingRun]) -> TrainingRun {
    TrainingRun(recipe, seed: seed)
  }
}

extension Recipe {
  /// How many steps take a few milliseconds: by the multiplications of a step.
  var slice: Int {
    let inner = shape.heads * shape.headWidth
    let each =
      shape.layers * (4 * shape.width * inner + 2 * shape.width * (shape.mlp?.units ?? 0))
      + shape.width * shape.vocabulary
    return max(1, 6_000_000 / max(1, each * batch * source.task.length))
  }
}
