import Formulas
import JSONText
import Lab
import Models
import Notes
import Numerics
import TextUI

/// Choices between answers become a reward, and two policies that follow it: one by reinforcement, one
/// by DPO, beside the optimum that can be computed.
package struct PreferencesWidget: LabFigure {
  package struct Parameters: SeededParameters {
    var labeller = PreferencesLabeller.reader
    /// What the reader chose, pair by pair; nil where both are as good.
    var choices: [Bool?] = []
    var beta = 0.5
    package var seed = 1
    package var steps = 3_000
    package var step = 3_000
    package var seen = 3_000
    package var guess = LabGuess.none
    /// What was guessed of other choices: with them it is there again.
    var judgements: [Asked: Int] = [:]

    /// What a guess is of.
    struct Asked: Hashable, Sendable {
      let labeller: PreferencesLabeller
      let choices: [Bool?]
      let beta: Double
      let seed, steps: Int
    }
    var asked: Asked {
      Asked(labeller: labeller, choices: choices, beta: beta, seed: seed, steps: steps)
    }
  }
  package enum Area: CaseIterable, Sendable { case answers }
  package enum Own: CaseIterable, Sendable { case a, b, same, more, less, length, nextSeed }

  package static let name = "preferences"
  package static let title = "Preferences by hand"
  package static let topics = ["preferences by hand", "direct preference optimization", "dpo"]
  package static let initial = Parameters()
  private static let question = LabQuestion(
    "Before you see it: which comes to the exact optimum?",
    choices: ["RL on the reward", "DPO", "both", "neither"])
  package static let fields: [Field] =
    learnt.map { field, isSame in
      field.whenChanged(\.asked) { changed, old in
        changed = changed.judged(after: old, isSame: isSame)
      }
    } + [.step(isSilent: { $0.step == $0.steps }), .seen, guess]
  /// What the run follows from, and whether the question is the same whatever it is.
  private static let learnt: [(field: Field, isSame: Bool)] = [
    (
      .choice(
        "labeller", \.labeller, ["reader": .reader, "quality": .quality, "length": .length],
        shown: PreferencesLabeller.allCases.map(\.word)), false
    ),
    (choices, true), (.number("beta", \.beta, from: 0.05...10, isSilent: true) { _ in 0.5 }, false),
    (.whole("seed", \.seed, from: 0...1_000_000_000, default: 1), true),
    (
      .whole("steps", \.steps, from: 3...3_000, isSilent: true, default: 3_000).then { parameters in
        (parameters.step, parameters.seen) = (parameters.steps, parameters.steps)
      }, false
    ),
  ]
  /// Of what nothing is learnt, nothing can be guessed.
  private static let guess: Field = {
    let field = Field.guess(\.guess) { _ in question }
    return Field(
      field.key, read: field.read, write: field.write,
      check: { (parameters) throws(InputProblem) in
        try field.check(parameters)
        guard parameters.hasChoices || [.none, .skipped, .known].contains(parameters.guess) else {
          throw InputProblem("guess", nothingYet)
        }
      })
  }()
  private static let nothingYet = "There is nothing to learn from yet: choose A or B first"
  /// A letter for each pair: `a`, `b`, or `s` for the same.
  private static let choices = Field(
    "choices",
    read: { (text, parameters) throws(InputProblem) in
      let letters = (text ?? "").lowercased().filter { $0 != " " }
      guard letters.allSatisfy({ "abs".contains($0) }) else {
        throw InputProblem(
          unread: "choices", remedy: "write a, b or s for each pair, such as abba")
      }
      parameters.choices = letters.map { $0 == "s" ? nil : $0 == "a" }
    },
    write: {
      $0.choices.isEmpty ? nil : $0.choices.map { $0.map { $0 ? "a" : "b" } ?? "s" }.joined()
    },
    check: { (parameters) throws(InputProblem) in
      guard parameters.choices.count <= pairCount else {
        throw InputProblem(
          "choices", "there are \(pairCount) pairs", remedy: "take some letters away")
      }
    })
  package static let figureKeys: [KeyBinding<LabAction<Own>>] = [
    KeyBinding([.character("a")], "a", "answer A is better, as ← says", .own(.a)),
    KeyBinding([.character("b")], "b", "answer B is better, as → says", .own(.b)),
    KeyBinding([.character("s")], "same", "both answers are as good", footer: 5, .own(.same)),
    KeyBinding(
      [.character("+")], "more", "a higher β: nearer to where it began",
      footer: .at(7, "β").beside(.own(.less)), .own(.more)),
    KeyBinding([.character("-")], "less", "a lower β: nearer to the highest reward", .own(.less)),
    KeyBinding(
      [.character("x")], "length", "a labeller who likes length", footer: 8, .own(.length)),
    KeyBinding([.character("r")], "next-seed", "the pairs in another order", .own(.nextSeed)),
  ]

  static let candidates = Candidate.explainAttention
  static let pairCount = candidates.count * (candidates.count - 1) / 2

  package let parameters: Parameters
  /// Every pair once, in an order and with sides that the seed decides.
  let pairs: [(a: Int, b: Int)]
  package var record: RunsRecord<PreferencesKey>

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    var draws = SeededGenerator(seed: UInt64(parameters.seed))
    let all = Self.candidates.indices.flatMap { a in
      Self.candidates.indices.filter { $0 > a }.map { (a, $0) }
    }
    pairs = all.shuffled(using: &draws).map { draws.int(in: 0...1) == 0 ? $0 : ($0.1, $0.0) }
    let made = zip(parameters.choices, pairs).compactMap { choice, pair in
      choice.map { Choice(chosen: $0 ? pair.a : pair.b, rejected: $0 ? pair.b : pair.a) }
    }
    record = RunsRecord([
      PreferencesKey(
        labeller: parameters.labeller, choices: parameters.labeller == .reader ? made : [],
        beta: parameters.beta, seed: UInt64(parameters.seed), steps: parameters.steps)
    ])
  }

  /// The pair that is asked about; nil where all are answered or another one chooses.
  var pair: (a: Int, b: Int)? {
    guard parameters.labeller == .reader, parameters.choices.count < pairs.count else { return nil }
    return pairs[parameters.choices.count]
  }
  /// The run, where there is anything to learn from.
  var run: PreferencesRun? {
    guard let run = record[0], !run.choices.isEmpty else { return nil }
    return run
  }
  var step: Int { min(parameters.step, run?.step ?? 0) }

  package func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }
  package var reached: Int? { run?.step }
  package var isDone: Bool { record.isComplete }
  package var question: LabQuestion { Self.question }
  package var status: String {
    let beta = "β \(NumberText().text(parameters.beta))"
    switch parameters.labeller {
    case .reader where pair != nil:
      return "pair \(parameters.choices.count + 1) of \(pairs.count)   \(beta)"
    case .reader: return "step \(step)   \(pairs.count) pairs   \(beta)"
    case .quality, .length: return "step \(step)   200 pairs   \(beta)"
    }
  }
  package func seen(_ old: Parameters) -> Parameters {
    var old = old
    old.step = min(parameters.step, old.steps)
    if old.asked == parameters.asked {
      (old.guess, old.judgements) = (parameters.guess, parameters.judgements)
    } else {
      // What was guessed of other choices stays with them, whatever was guessed since.
      old.judgements.merge(parameters.judgements) { $1 }
      if let guess = parameters.guess.made { old.judgements[parameters.asked] = guess }
      if let guess = parameters.judgements[old.asked] { old.guess = .made(guess) }
    }
    old.seen = min(max(parameters.seen, old.step), old.steps)
    return old
  }
  package var summary: [[String]] {
    [
      ["\(Self.candidates.count) answers, \(Self.pairCount) pairs to choose from"],
      ["then: reward, RL and DPO beside the exact optimum"],
    ]
  }

  // MARK: Changes

  package var knobs: [String] { PreferencesLabeller.allCases.map(\.word) }
  package static let knobWord = "who chooses"
  package static let others = "Other choices"
  package static let knobsTitle = "Who chooses"
  package static let tries: KeyValuePairs = [
    "+ −": "nearer to the start, or further", "x": "a labeller who likes length",
    "u": "take the last choice back",
  ]
  package var canPlay: Bool { parameters.hasChoices }
  /// Of the pairs, and then of the steps.
  package var progress: Double? {
    pair == nil
      ? Double(step) / Double(max(parameters.steps, 1))
      : Double(parameters.choices.count) / Double(pairs.count)
  }
  package var facts: Set<KeyFact> {
    let isChoosing = pair != nil && !isAsking
    return timeFacts.subtracting(isChoosing ? [.isHeld] : [])
      .union(Set.those([.isChoosing: isChoosing]))
  }
  package func turned(_ knob: Int) -> Parameters {
    var changed = parameters
    changed.labeller = PreferencesLabeller.allCases[knob]
    return changed.judged(after: parameters, isSame: false)
  }

  package func offers(_ own: Own) -> Bool { [.a, .b, .same].contains(own) ? pair != nil : true }

  /// While pairs are asked about, the arrows choose; then they move through time.
  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    if pair != nil, !isAsking, action == .time(.earlier) || action == .time(.later) {
      var changed = parameters
      changed.choices.append(action == .time(.earlier))
      return changed.judged(after: parameters, isSame: true)
    }
    if action == .time(.play) || action == .time(.ask), !parameters.hasChoices {
      throw InputProblem(Self.nothingYet)
    }
    if case .own(let own) = action, [.a, .b, .same].contains(own), pair == nil, !isAsking {
      throw InputProblem(
        parameters.labeller == .reader
          ? "You have chosen from all pairs; \(KeyMention.of("undo")) takes the last choice back"
          : "Someone else chooses here; 1 lets you choose")
    }
    return try changedInTime(by: action)
  }
  package func changed(by own: Own) -> Parameters {
    var changed = parameters
    switch own {
    case .a: changed.choices.append(true)
    case .b: changed.choices.append(false)
    case .same: changed.choices.append(nil)
    case .more, .less:
      let all = [0.1, 0.2, 0.5, 1, 2, 5]
      changed.beta =
        own == .more
        ? all.first { $0 > parameters.beta } ?? 5 : all.last { $0 < parameters.beta } ?? 0.1
    case .length:
      changed.labeller = parameters.labeller == .length ? .reader : .length
    case .nextSeed:
      changed.seed = parameters.seed % 1_000_000_000 + 1
      changed.choices = []
    }
    return changed.judged(
      after: parameters, isSame: ![.more, .less, .length].contains(own))
  }
  /// The first Space asks once there is something to learn from.
  package var asksFirst: Bool { parameters.guess == .none && parameters.hasChoices }
  package var withQuestion: Parameters? { parameters.hasChoices ? asking : nil }
  /// Pairs chosen at random.
  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.choices = pairs.map { _ in generator.int(in: 0...1) == 0 }
    return changed.judged(after: parameters, isSame: true)
  }
}

extension PreferencesWidget.Parameters {
  /// Whether there is anything to learn from: that both are as good says nothing.
  var hasChoices: Bool { labeller != .reader || choices.contains { $0 != nil } }

  /// The same with what was guessed of its own choices, if anything was; what was guessed of those before
  /// it is kept. With other choices it is the same question, and else it is asked about before it is told.
  fileprivate func judged(after old: Self, isSame: Bool) -> Self {
    guard asked != old.asked else { return self }
    var changed = self
    changed.judgements[old.asked] = old.guess.made
    changed.guess =
      changed.judgements[asked].map { .made($0) }
      ?? (isSame ? guess.ofAnotherSeed(isJudged: true) : guess.ofAnotherQuestion)
    return changed
  }
}

/// Who chooses.
enum PreferencesLabeller: CaseIterable, Equatable, Sendable {
  case reader, quality, length

  var word: String {
    switch self {
    case .reader: "you choose"
    case .quality: "one who likes what is good"
    case .length: "one who likes length"
    }
  }
}

/// What learning from choices follows from.
package struct PreferencesKey: RunKey {
  let labeller: PreferencesLabeller
  let choices: [Choice]
  let beta: Double
  let seed: UInt64
  let steps: Int

  package var slice: Int { 40 }
  package func start(after runs: [PreferencesRun]) -> PreferencesRun {
    switch labeller {
    case .reader:
      // Nothing is learnt from nothing.
      PreferencesRun(choices: choices, beta: beta, seed: seed, steps: choices.isEmpty ? 0 : steps)
    case .quality: PreferencesRun(.quality, beta: beta, seed: seed, steps: steps)
    case .length: PreferencesRun(.length, beta: beta, seed: seed, steps: steps)
    }
  }
}
