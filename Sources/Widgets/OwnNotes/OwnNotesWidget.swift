import Basics
import Formulas
import Inside
import JSONText
import Lab
import Models
import Notes
import Numerics
import TextUI

extension KeyFact {
  /// Whether what is learnt are someone's notes, and not the passage that it comes with.
  static let learnsNotes = KeyFact("learnsNotes")
}

/// A copy of the model inside learns the reader's own notes: what it learns, where it begins to learn them
/// by heart, what becomes of the stories that it knew, and what keeps these.
package struct OwnNotesWidget: LabFigure {
  package struct Parameters: SeededParameters, MethodParameters {
    /// The notes, as they are written; a passage of the program's own where empty.
    var learn = ""
    /// Whose text that is; the reader's own where empty.
    var of = ""
    /// A beginning that it goes on with, before and after; the first that was kept back where empty.
    var prompt = ""
    var method = OwnNotesMethod.all
    /// The share of stories among what is learnt, and the rank of adapters.
    var share = 0.25
    var rank = 8
    /// The learning rate; the method's own where 0.
    var rate = 0.0
    var limit = 120
    package var seed = 1
    package var step = 0
    package var seen = 0
    package var guess = LabGuess.none
    /// What was guessed of the methods that were left: gone back to, they go on to their end, and are not asked
    /// about again.
    var guesses: [OwnNotesMethod: LabGuess] = [:]

    package var steps: Int { limit }

    /// Another way to learn: it is asked about before its end is told, unless that was seen or nobody guesses.
    func showing(_ method: OwnNotesMethod) -> Parameters {
      guard method != self.method else { return self }
      var changed = self
      if guess.made != nil || guess == .known { changed.guesses[self.method] = guess }
      changed.method = method
      changed.begin()
      if guess == .skipped { changed.guess = .skipped }
      guard guess != .skipped, let guess = guesses[method] else { return changed }
      changed.guess = guess
      return changed.at(changed.steps)
    }

    /// Whether both come to the same, but for the method that is looked at.
    func learnsAs(_ other: Self) -> Bool {
      (learn, share, rank) == (other.learn, other.share, other.rank)
        && (rate, limit, seed) == (other.rate, other.limit, other.seed)
    }

    var recipe: OwnTextRecipe {
      var recipe = OwnTextRecipe()
      recipe.steps = limit
      recipe.seed = UInt64(seed)
      recipe.replay = method.replays ? share : 0
      recipe.rank = method.adapts ? rank : 0
      recipe.isYouth = method == .youth
      recipe.rate = rate > 0 ? rate : method.rate
      return recipe
    }
  }
  package enum Area: CaseIterable, Sendable { case notes }
  package enum Own: CaseIterable, Sendable { case method, more, less, notes, nextSeed, keep }

  package static let name = "own-notes"
  package static let title = "Your notes, learnt"
  package static let topics = ["fine-tuning on your own notes", "your own notes"]
  package static let initial = Parameters()
  package static let mainInput: String? = "prompt"
  /// Bytes of notes that are taken.
  package static let mostLearnt = 40_000
  /// The input that takes them.
  package static let textKey = "learn"
  /// The input that says whose text is learnt.
  package static let sourceKey = "of"
  package static let fields: [Field] = [
    .text(
      textKey, \.learn, most: mostLearnt, default: "", hint: "the text that is learnt; \\n: a line"
    ),
    .text(sourceKey, \.of, most: 600, default: "", hint: "whose text is learnt").kept,
    .text(
      "prompt", \.prompt, most: 300, default: "",
      hint: "a beginning to go on with, before and after"),
    .choice(
      "method", \.method, OwnNotesMethod.names,
      shown: ["all weights", "replay", "LoRA", "LoRA, replay", "its youth"]
    ).whenChanged(\.method) { changed, old in changed = old.showing(changed.method) },
    .number("share", \.share, from: 0.1...0.9, isSilent: true) { _ in 0.25 },
    .whole("rank", \.rank, from: 1...32, isSilent: true, default: 8),
    .number("rate", \.rate, from: 0...1_000, isSilent: true) { _ in 0 },
    .whole("steps", \.limit, from: OwnTextRecipe.stepRange, isSilent: true, default: 120)
      .ofRun(\.limit),
    .seed(\.seed, isSilent: true),
    .step, .seen, .guess(\.guess) { OwnNotesQuestion($0.method, $0.limit).asked },
    .guesses(\.guesses, of: OwnNotesMethod.allCases, \.rawValue, in: 1...3).kept,
  ]
  package static let figureKeys: [KeyBinding<LabAction<Own>>] = [
    KeyBinding(
      [.character("l")], "learn", "learn the notes that are open, or the built-in passage again",
      footer: .at(2, "your notes", when: .unless(.isAsking)).short("notes")
        .saying("a passage", when: .learnsNotes, at: 6), .own(.notes)),
    KeyBinding([.character("m")], "method", "the next way to learn", .own(.method)),
    KeyBinding(
      [.character("+")], "more", "more stories in between, or a higher rank",
      footer: .at(7, "share, rank").beside(.own(.less)), .own(.more)),
    KeyBinding([.character("-")], "less", "fewer stories in between, or a lower rank", .own(.less)),
    KeyBinding([.character("r")], "next-seed", "the same with the next seed", .own(.nextSeed)),
    KeyBinding(
      [.character("K")], "keep",
      "keep the copy of the last step as a file, which attend model FILE opens",
      .own(.keep)),
  ]

  package let parameters: Parameters
  package var record: OwnNotesRecord
  let file: ModelFile
  let text: OwnText
  /// The beginnings: of the notes, and of a story.
  let prompts: [[Int]]

  package init(_ parameters: Parameters) throws(InputProblem) {
    try self.init(parameters, after: nil)
  }

  package static func next(
    _ parameters: Parameters, after old: OwnNotesWidget
  ) throws(InputProblem) -> OwnNotesWidget { try OwnNotesWidget(parameters, after: old) }

  private init(_ parameters: Parameters, after old: OwnNotesWidget?) throws(InputProblem) {
    switch ShippedModel.file {
    case .success(let shipped): file = shipped
    case .failure(let problem): throw InputProblem(problem.message)
    }
    self.parameters = parameters
    if let old, old.parameters.learn == parameters.learn {
      text = old.text
    } else {
      let plain = PlainNotes.text(
        of: parameters.learn.isEmpty ? LearntMerges.passage : parameters.learn)
      guard let text = OwnText(plain, file.vocabulary) else {
        throw InputProblem(
          "learn",
          "the text is too short to learn from",
          remedy: "it takes \(OwnText.leastTokens) tokens, about "
            + "\(OwnText.leastTokens * 2) letters")
      }
      self.text = text
    }
    prompts = OwnNotesWidget.prompts(text, parameters.prompt, file)
    record = OwnNotesRecord(
      OwnNotesKey(learn: parameters.learn, prompts: prompts, recipe: parameters.recipe), text, file)
  }

  /// A story that the model goes on with. What it says is told before anything is guessed: it is none that the
  /// screen of the model asks about.
  static let story = "The ball is red. The box is blue. The colour of the ball is"

  /// What it goes on with, before and after: of notes that were kept back, or typed, and a story.
  package static func prompts(_ text: OwnText, _ typed: String, _ file: ModelFile) -> [[Int]] {
    let own =
      typed.isEmpty
      ? beginning(of: text.kept.first ?? text.tokens, file.vocabulary)
      : file.vocabulary.encoding.tokens(of: typed)
    return [
      Array([file.vocabulary.newline] + own), file.tokens(story, for: "base"),
    ]
  }

  /// Where a sentence begins in it, or a line.
  private static func beginning(of tokens: [Int], _ vocabulary: Vocabulary) -> [Int] {
    func ends(_ token: Int) -> Bool {
      vocabulary.bytes(of: token).last.map { $0 == 0x2E || $0 == 0x0A } == true
    }
    let at = tokens.dropLast(12).firstIndex(where: ends)
    return Array(tokens[(at ?? 0)...].drop(while: ends).prefix(12))
  }

  var run: OwnTextRun? { record.run }

  package func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }
  package var reached: Int? { run?.points.last?.step }
  package var isDone: Bool { run?.isComplete == true }
  package var question: LabQuestion {
    OwnNotesQuestion(parameters.method, parameters.limit, first: run?.points.first).asked
  }
  package var knobs: [String] { OwnNotesMethod.allCases.map { $0.words(parameters) } }
  package static let knobWord = "method"
  package static let knobsTitle = "How it learns"
  package static let tries: KeyValuePairs = [
    "l": "learn the notes that are open", "K": "keep the copy as a file",
    "+ −": "more or fewer stories; LoRA's rank",
    "=": "rate = 0.01   prompt = Attention is", "r": "the same with the next seed",
  ]
  package static func renewed(_ parameters: Parameters, by typed: [String]) -> Parameters {
    guard !typed.contains("step"), !typed.contains("seen"), !typed.contains("guess") else {
      return parameters
    }
    var changed = parameters
    // The beginnings alone change nothing of what is learnt.
    // With another seed the question is the same.
    if typed == ["prompt"] || typed == ["seed"] || typed == ["method"] { return changed }
    // Another text is no longer whose it was.
    if typed.contains("learn"), !typed.contains("of") { changed.of = "" }
    changed.begin()
    changed.guesses = [:]
    return changed
  }

  package var status: String {
    status(trained: run?.step, parameters.method.words(parameters))
  }
  package func seen(_ old: Parameters) -> Parameters {
    // What was seen and guessed of other notes, or in another way, stays with it.
    guard parameters.learnsAs(old) else { return old }
    var old = old
    guard old.method == parameters.method else {
      return old.left(since: parameters, isJudged: judged != nil)
    }
    (old.guess, old.guesses) = (parameters.guess, parameters.guesses)
    return old.inTime(of: parameters)
  }
  package var summary: [[String]] {
    [
      ["a copy of the model inside", "learns your notes"],
      ["and forgets its stories, or keeps them"],
    ]
  }

  // MARK: Changes

  package func turned(_ knob: Int) -> Parameters {
    parameters.showing(OwnNotesMethod.allCases[knob])
  }

  package func changed(by own: Own) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch own {
    case .method: return parameters.showing(parameters.method.following)
    case .notes:
      // Where there are notes already, the built-in passage comes back.
      guard !parameters.learn.isEmpty else { return parameters }
      (changed.learn, changed.of) = ("", "")
    case .more, .less:
      let isMore = own == .more
      switch parameters.method {
      case .replay:
        let steps = (parameters.share * 8).rounded() + (isMore ? 1 : -1)
        changed.share = min(max(steps / 8, 0.125), 0.875)
      case .lora, .both:
        changed.rank = min(max(isMore ? parameters.rank * 2 : parameters.rank / 2, 1), 32)
      case .all, .youth:
        throw InputProblem(
          "\(Self.mention(.own(.more))) and \(Self.mention(.own(.less))) change replay and LoRA: 2, 3 and 4 lead to "
            + "these")
      }
    case .nextSeed:
      changed = withNextSeed
      changed.guesses = parameters.guesses.mapValues { _ in .known }
      return changed
    case .keep: return parameters
    }
    guard changed != parameters else { return parameters }
    let guess = parameters.guess.unjudged
    changed.begin()
    changed.guesses = [:]
    if guess == .skipped { changed.guess = guess }
    return changed
  }

  package var facts: Set<KeyFact> {
    parameters.learn.isEmpty ? timeFacts : timeFacts.union([.learnsNotes])
  }
  package func surelyActs(_ own: Own) -> Bool { own == .keep && isDone && !isAsking }

  package func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect] {
    guard !isAsking else { return [] }
    switch action {
    case .own(.notes) where parameters.learn.isEmpty:
      return [.openNotes(key: Self.textKey, most: Self.mostLearnt)]
    case .own(.keep):
      guard let run, run.isComplete else {
        return [
          .say("It still learns; \(Self.mention(.own(.keep))) keeps the copy once it is done")
        ]
      }
      guard run.divergedAt == nil else {
        return [.say("The loss was lost: there is nothing to keep")]
      }
      return [
        .write([
          ExportFile(
            stem: Self.name, ending: "model", bytes: run.learner(file.vocabulary).bytes,
            note: keptStep(run))
        ])
      ]
    case .time(.enter):
      return [
        .say(
          "\(Self.mention(.time(.enter))) takes a guess; \(Self.mention(.time(.ask))) asks for one")
      ]
    default: return []
    }
  }

  /// Which step's copy is kept: weights of those before the end are gone, and where one of these is looked at,
  /// how to come by such a copy.
  private func keptStep(_ run: OwnTextRun) -> String {
    let end = "step \(run.step), the end"
    let step = parameters.step
    guard step < run.step else { return end }
    let least = OwnTextRecipe.stepRange.lowerBound
    return step < least
      ? "\(end), not \(step): = steps = \(least) is the least"
      : "\(end), not \(step): = steps = \(step) ends there"
  }

  package func note(after old: Parameters) -> String? {
    guard parameters.learn != old.learn else { return nil }
    return "\(LabText.grouped(text.tokens.count)) tokens of "
      + (parameters.learn.isEmpty ? "the built-in passage" : source)
  }

  /// Whose text is learnt.
  var source: String {
    if parameters.learn.isEmpty { return "a passage" }
    return parameters.of.isEmpty ? "your notes" : parameters.of
  }
}

/// The ways to learn, in the order in which they stand.
package enum OwnNotesMethod: String, CaseIterable, Equatable, Sendable {
  case all, replay, lora, both, youth

  static let names: KeyValuePairs<String, OwnNotesMethod> = [
    "all": .all, "replay": .replay, "lora": .lora, "both": .both, "youth": .youth,
  ]

  var replays: Bool { self == .replay || self == .both }
  var adapts: Bool { self == .lora || self == .both }
  /// Few numbers have to move further, and random ones have a long way.
  package var rate: Double { adapts ? 3e-3 : self == .youth ? 4e-3 : 1e-3 }

  func words(_ parameters: OwnNotesWidget.Parameters) -> String {
    let share = "\(Int((parameters.share * 100).rounded())) %"
    return switch self {
    case .all: "all weights"
    case .replay: "replay \(share)"
    case .lora: "LoRA r\(parameters.rank)"
    case .both: "LoRA, replay"
    case .youth: "its youth"
    }
  }
}
