import Formulas
import JSONText
import Lab
import Models
import Notes
import Numerics
import TextUI

/// A model that reads rows without labels, and what its states are worth to one who has a few labels:
/// the experiment of Dai and Le (2015), small.
package struct PreTrainingWidget: LabFigure {
  package struct Parameters: SeededParameters {
    var objective = PreTraining.Objective.nextToken
    var isShort = false
    /// Which count of labels is looked at.
    var labels = 30
    /// Whether one row is seen going through it, in the place of what more labels bring.
    var showsRow = false
    package var seed = 1
    package var steps = 500
    package var step = 0
    package var seen = 0
    package var guess = LabGuess.none
    /// Which objective it was asked of: another one is not judged by it.
    var asked = PreTraining.Objective.nextToken
    /// What can be asked of: where nothing is learnt, there is nothing to guess.
    var askable: PreTraining.Objective { objective == .none ? .nextToken : objective }

    /// Of rows of another length nothing was seen: they are asked about before they are told, unless
    /// nobody guesses.
    fileprivate mutating func askAnew() {
      if guess != .skipped { beginAnew() }
    }
  }
  package enum Area: CaseIterable, Sendable { case labels }
  package enum Own: CaseIterable, Sendable { case objective, length, more, less, row, nextSeed }

  package static let name = "pre-training"
  package static let title = "What pre-training is worth"
  package static let topics = [
    "predicting what comes next", "sequence autoencoder", "pre-training",
  ]
  package static let initial = Parameters()
  static let objectives: [PreTraining.Objective] = [.none, .nextToken, .autoencoder]
  private static func question(_ parameters: Parameters) -> LabQuestion {
    let learns =
      parameters.askable == .autoencoder ? "to repeat a row" : "to say what comes next"
    return LabQuestion(
      "Before you see it: it learns \(learns), without a label. Then \(parameters.labels) labels: "
        + "how many of 100 rows are told apart? By chance it would be 33.",
      in: 0...100, stride: 5)
  }
  package static let fields: [Field] = [
    .choice(
      "objective", \.objective,
      ["next token": .nextToken, "autoencoder": .autoencoder, "none": PreTraining.Objective.none],
      shown: ["next token", "autoencoder", PreTraining.Objective.none.word]),
    .choice("length", \.isShort, ["16": false, "8": true]).whenChanged(\.isShort) { changed, _ in
      changed.askAnew()
    },
    .choice(
      "labels", \.labels, ["30": 30, "5": 5, "10": 10, "20": 20, "50": 50, "100": 100]
    ).ofRun(\.labels),
    .choice("show", \.showsRow, ["probes": false, "row": true]),
    .seed(\.seed),
    .whole("steps", \.steps, from: 1...2_000, isSilent: true, default: 500)
      .ofRun(\.steps),
    .step, .seen, InputField.guess(\.guess, of: question).then { $0.asked = $0.askable },
    .choice("asked", \.asked, ["next token": .nextToken, "autoencoder": .autoencoder])
      .kept,
  ]
  package static let figureKeys: [KeyBinding<LabAction<Own>>] = [
    KeyBinding([.character("m")], "objective", "the next objective", .own(.objective)),
    KeyBinding([.character("t")], "length", "rows of 16, or of 8", footer: 7, .own(.length)),
    KeyBinding(
      [.character("+")], "more", "more labels", footer: .at(6, "labels").beside(.own(.less)),
      .own(.more)),
    KeyBinding([.character("-")], "less", "fewer labels", .own(.less)),
    KeyBinding(
      [.character("i")], "row", "one row through it, or what more labels bring", footer: 5,
      .own(.row)),
    KeyBinding([.character("r")], "next-seed", "the same with the next seed", .own(.nextSeed)),
  ]

  package let parameters: Parameters
  package var record: RunsRecord<PreTrainingKey>

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    record = RunsRecord(
      Self.objectives.map {
        PreTrainingKey(
          objective: $0, isShort: parameters.isShort, seed: UInt64(parameters.seed),
          steps: parameters.steps)
      })
  }

  func trial(_ objective: PreTraining.Objective) -> PreTrainingTrial? {
    Self.objectives.firstIndex(of: objective).flatMap { record[$0] }
  }
  var trial: PreTrainingTrial? { trial(parameters.objective) }
  var labelsIndex: Int { PreTraining.labelCounts.firstIndex(of: parameters.labels) ?? 0 }

  package func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }
  package var reached: Int? {
    // Where nothing is learnt, nothing happens all the way.
    guard parameters.objective != .none else { return parameters.steps }
    return trial.flatMap { $0.run.isFinished ? $0.run.step : $0.curve.last?.step }
  }
  package var isDone: Bool { trial?.run.isFinished == true }
  package var question: LabQuestion { Self.question(parameters) }
  package var asAsked: Parameters {
    var changed = parameters
    changed.objective = parameters.askable
    return changed
  }
  package var isAsAsked: Bool { parameters.asked == parameters.objective }
  /// Until there is an answer, the one before stays with what it was of.
  package func guessed(_ mark: Int) -> Parameters {
    var changed = parameters
    (changed.guess, changed.asked) = (.made(mark), parameters.askable)
    return changed
  }
  package var status: String {
    let seed = "\(parameters.labels) labels   seed \(parameters.seed)"
    guard record.isComplete else {
      let done = Self.objectives.indices.map { record[$0]?.step ?? 0 }.reduce(0, +)
      let all = 2 * parameters.steps + Self.objectives.count * PreTraining.labelCounts.count
      return "trained \(done) of \(all)   \(seed)"
    }
    return stepStatus(seed)
  }
  package func seen(_ old: Parameters) -> Parameters {
    // What was seen and guessed of other rows stays with it.
    guard
      (old.isShort, old.seed, old.steps)
        == (parameters.isShort, parameters.seed, parameters.steps)
    else { return old }
    var old = old
    (old.objective, old.labels) = (parameters.objective, parameters.labels)
    old.showsRow = parameters.showsRow
    old = old.inTime(of: parameters)
    (old.guess, old.asked) = (parameters.guess, parameters.asked)
    return old
  }
  package var summary: [[String]] {
    [
      ["2,000 rows without labels, then a probe on a few"],
      ["next token, autoencoder, nothing; seed \(parameters.seed)"],
    ]
  }

  // MARK: Changes

  package var knobs: [String] { Self.objectives.map(\.word) }
  package static let knobWord = "objective"
  package static let knobsTitle = "What it learns from the rows"
  package static let tries: KeyValuePairs = [
    "+ −": "more labels, or fewer", "i": "one row through it",
    "t": "short rows need no topic",
    "r": "the same with the next seed",
  ]
  package func turned(_ knob: Int) -> Parameters {
    var changed = parameters
    changed.objective = Self.objectives[knob]
    return changed
  }
  package func changed(by own: Own) throws(InputProblem) -> Parameters {
    var changed = parameters
    let counts = PreTraining.labelCounts
    switch own {
    case .objective:
      let at = Self.objectives.firstIndex(of: parameters.objective) ?? 0
      changed.objective = Self.objectives[(at + 1) % Self.objectives.count]
    case .length:
      changed.isShort.toggle()
      changed.askAnew()
    case .more, .less:
      let index = labelsIndex + (own == .more ? 1 : -1)
      guard counts.indices.contains(index) else {
        throw InputProblem(
          "\(parameters.labels) labels are the \(own == .more ? "most" : "fewest")")
      }
      // What was guessed is of the labels that were asked about.
      (changed.labels, changed.guess) = (counts[index], parameters.guess.unjudged)
    case .row: changed.showsRow.toggle()
    case .nextSeed: return withNextSeed
    }
    return changed
  }
}

extension PreTraining.Objective {
  var word: String {
    switch self {
    case .none: "nothing learnt"
    case .nextToken: "next token"
    case .autoencoder: "autoencoder"
    }
  }
  /// In a column of ten.
  var shortWord: String {
    switch self {
    case .none: "nothing"
    case .nextToken: "next token"
    case .autoencoder: "autoenc."
    }
  }
}
