import Basics
import Formulas
import JSONText
import Lab
import Models
import Notes
import Numerics
import TextUI

/// A model that can reverse a row learns to shift one: what becomes of the old task, method by method.
package struct FineTuningWidget: LabFigure {
  package struct Parameters: SeededParameters, MethodParameters {
    package var seed = 1
    var method = FineTuningChoice.full
    /// The share of old rows that are kept in memory, and the rank of adapters.
    var share = 0.2
    var rank = 4
    /// How long the new task is trained; as long as each method takes where 0.
    var limit = 0
    /// The method whose curves stand beside those that are looked at.
    var beside: FineTuningChoice?
    package var step = 0
    package var seen = 0
    package var guess = LabGuess.none
    /// What was guessed of the methods whose end was seen, or that it was with another seed: those are not asked
    /// about again.
    var guesses: [FineTuningChoice: LabGuess] = [:]

    func key(_ method: FineTuningChoice) -> FineTuningKey {
      FineTuningKey(
        method: method.method(share: share, rank: rank), seed: UInt64(seed),
        limit: limit == 0 ? nil : limit)
    }
    package var steps: Int { key(method).steps }

    /// Another method, with what was guessed of this one if its end was seen: it is asked about before its
    /// end is told, unless that was seen or nobody guesses.
    func showing(_ method: FineTuningChoice, isJudged: Bool) -> Parameters {
      guard method != self.method else { return self }
      var changed = self
      if isJudged || guess == .known { changed.guesses[self.method] = guess }
      changed.method = method
      if guess == .skipped {
        // Who saw the end of one sees the end of the next.
        return seen >= steps ? changed.at(changed.steps) : changed.inTime(of: self)
      }
      changed.beginAnew()
      guard !changed.guess.isAsking, let guess = guesses[method] else { return changed }
      changed.guess = guess
      return changed.at(changed.steps)
    }

    /// With another seed each method is asked about that was not judged before.
    mutating func keepGuesses(ofAnotherSeed old: Self) {
      guesses = old.guesses.mapValues { _ in .known }
    }

    /// What was guessed of a method is of another share or rank than it has now: it is asked about anew.
    mutating func forget(_ method: FineTuningChoice) {
      guesses[method] = nil
      if method == self.method, guess != .skipped { beginAnew() }
    }
  }
  package enum Area: CaseIterable, Sendable { case methods }
  package enum Own: CaseIterable, Sendable { case method, more, less, adapter, compare, nextSeed }

  package static let name = "fine-tuning"
  package static let title = "What fine-tuning forgets"
  package static let topics = ["catastrophic forgetting", "what is forgotten", "lora"]
  package static let initial = Parameters()
  package static let opens = true
  package static let fields: [Field] = [
    .seed(\.seed).whenChanged(\.seed) { changed, old in changed.keepGuesses(ofAnotherSeed: old) },
    .choice(
      "method", \.method, ["full": .full, "replay": .replay, "lora": .lora, "head": .head],
      shown: FineTuningChoice.allCases.map(\.word)
    ).whenChanged(\.method) { changed, old in
      changed = old.showing(
        changed.method,
        isJudged: old.seen >= old.steps && old.guess.made != nil)
    },
    .number("share", \.share, from: 0.01...0.99, isSilent: true) { _ in 0.2 }
      .whenChanged(\.share) { changed, _ in changed.forget(.replay) },
    .whole("rank", \.rank, from: 1...16, isSilent: true, default: 4)
      .whenChanged(\.rank) { changed, _ in changed.forget(.lora) },
    .whole("steps", \.limit, from: 0...2_000, isSilent: true, default: 0)
      .ofRun(\.limit).whenChanged(\.limit) { changed, _ in changed.guesses = [:] },
    .choice(
      "beside", \.beside,
      ["none": nil, "full": .full, "replay": .replay, "lora": .lora, "head": .head],
      shown: ["none"] + FineTuningChoice.allCases.map(\.word)),
    .step, .seen, .guess(\.guess) { FineTuningQuestion($0).asked },
    .guesses(\.guesses, of: FineTuningChoice.allCases, \.name, in: 0...100).kept,
  ]
  package static let figureKeys: [KeyBinding<LabAction<Own>>] = [
    KeyBinding([.character("m")], "method", "the next method", .own(.method)),
    KeyBinding(
      [.character("+")], "more", "more old rows kept, or a higher rank",
      footer: .at(7, "share, rank").beside(.own(.less)), .own(.more)),
    KeyBinding([.character("-")], "less", "fewer old rows kept, or a lower rank", .own(.less)),
    KeyBinding([.character("a")], "adapter", "to LoRA, or back to all weights", .own(.adapter)),
    KeyBinding(
      [.character("c")], "compare", "two methods' curves beside each other, or end that",
      footer: 3, .own(.compare)),
    KeyBinding([.character("r")], "next-seed", "the same with the next seed", .own(.nextSeed)),
  ]

  package let parameters: Parameters
  package var record: RunsRecord<FineTuningKey>

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    record = RunsRecord(FineTuningChoice.allCases.map(parameters.key))
  }

  func run(_ method: FineTuningChoice) -> FineTuningRun? { record[method.rawValue] }
  /// The new task by the method that is looked at, once it has begun.
  var tuned: TrainingRun? { run(parameters.method)?.tuned }

  package func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }
  package var reached: Int? { tuned?.curve.last?.step }
  package var isDone: Bool { tuned?.isFinished == true }
  package var question: LabQuestion { FineTuningQuestion(parameters).asked }
  package var knobs: [String] { FineTuningChoice.allCases.map(\.word) }
  package static let knobWord = "method"
  package static let knobsTitle = "What may move"
  package static let tries: KeyValuePairs = [
    "+ −": "more or less replay; LoRA's rank", "c": "two methods' curves",
    "Enter": "a head, number by number", "r": "the same with the next seed",
  ]

  package var status: String {
    let seed = "seed \(parameters.seed)"
    guard !isDone else { return stepStatus(seed) }
    // The old task is learnt first, once for all methods.
    guard run(.full)?.tuned != nil else {
      let (step, steps) = (run(.full)?.step ?? 0, Recipe.fineTuningBase.steps)
      return "old task: trained \(step) of \(steps)   \(seed)"
    }
    let trained = tuned?.step ?? 0
    return "\(parameters.method.word): trained \(trained) of \(parameters.steps)   \(seed)"
  }
  package func seen(_ old: Parameters) -> Parameters {
    // What was seen and guessed of another share or rank, or with another seed, stays with it.
    guard
      (old.share, old.rank, old.seed, old.limit)
        == (parameters.share, parameters.rank, parameters.seed, parameters.limit)
    else { return old }
    var old = old
    guard old.method == parameters.method else {
      return old.left(since: parameters, isJudged: judged != nil)
    }
    (old.guess, old.guesses, old.beside) = (
      parameters.guess, parameters.guesses, parameters.beside
    )
    return old.inTime(of: parameters)
  }
  package var summary: [[String]] {
    [
      ["old task: reverse a row", "new task: shift it"],
      ["all weights, replay, LoRA, the head alone; seed \(parameters.seed)"],
    ]
  }

  // MARK: Changes

  private func showing(_ method: FineTuningChoice) -> Parameters {
    parameters.showing(method, isJudged: judged != nil)
  }
  package func turned(_ knob: Int) -> Parameters { showing(FineTuningChoice.allCases[knob]) }

  package func changed(by own: Own) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch own {
    case .method: return showing(parameters.method.following)
    case .compare: changed.beside = parameters.beside == nil ? parameters.method : nil
    case .adapter: return showing(parameters.method == .lora ? .full : .lora)
    case .more, .less:
      let isMore = own == .more
      switch parameters.method {
      case .replay:
        let tenths = (parameters.share * 10).rounded() + (isMore ? 1 : -1)
        changed.share = min(max(tenths / 10, 0.1), 0.9)
      case .lora:
        changed.rank = min(max(isMore ? parameters.rank * 2 : parameters.rank / 2, 1), 16)
      case .full, .head:
        throw InputProblem(
          "\(Self.mention(.own(.more))) and \(Self.mention(.own(.less))) change replay and LoRA; "
            + "\(Self.mention(.own(.method))) goes on to these")
      }
      guard changed != parameters else { return parameters }
      changed.forget(parameters.method)
    case .nextSeed:
      changed = withNextSeed
      changed.keepGuesses(ofAnotherSeed: parameters)
    }
    return changed
  }
  // MARK: A head in the stepper

  /// The model that learns the new task, reading a row under its order, at the step that is looked at.
  var moment: TrainMoment? { TrainMoment(tuned, at: parameters.step) }
  package var canOpen: Bool { tuned != nil }
  package func opened(at cursor: Cursor) -> [WidgetEffect] {
    guard let moment else { return [] }
    let names = TokenNames(moment.run.recipe.source.task)
    return moment.openStepper(
      head: moment.clearestHead, from: moment.row.tokens.count / 2, names, knob: nil)
  }
  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters.with(seed: generator.int(in: 1...9999), isJudged: judged != nil)
    changed.keepGuesses(ofAnotherSeed: parameters)
    return changed
  }
}

/// The methods, in the order in which they stand.
enum FineTuningChoice: Int, CaseIterable, Equatable, Sendable {
  case full, replay, lora, head

  func method(share: Double, rank: Int) -> FineTuningMethod {
    switch self {
    case .full: .full
    case .replay: .replay(share: share)
    case .lora: .lora(rank: rank)
    case .head: .head
    }
  }
  /// What fences and exports call it.
  var name: String {
    switch self {
    case .full: "full"
    case .replay: "replay"
    case .lora: "lora"
    case .head: "head"
    }
  }
  var word: String {
    switch self {
    case .full: "all weights"
    case .replay: "replay"
    case .lora: "LoRA"
    case .head: "head only"
    }
  }
}

/// What a fine-tuning follows from.
package struct FineTuningKey: RunKey {
  let method: FineTuningMethod
  let seed: UInt64
  /// Steps of the new task; as many as the method takes where nil.
  let limit: Int?

  package var slice: Int { Recipe.fineTuningBase.slice }
  var steps: Int { limit ?? Recipe.fineTuning(method).steps }

  /// The old task is learnt once for all methods of a seed.
  package func start(after runs: [FineTuningRun]) -> FineTuningRun {
    FineTuningRun(
      method, seed: seed, steps: limit, base: runs.first { $0.seed == seed }?.base)
  }
}
