import Formulas
import Lab
import Numerics
import TextUI

/// A figure of the lab: something that learns, step after step, and can be looked at at any of them.
///
/// Keys move through its time, the first Space asks for a guess, digits are answers and knobs; all of
/// that is the same in each of them and stands here.
package protocol LabFigure: Widget where Action == LabAction<Own>, Parameters: TimedParameters {
  /// What the keys do that no other figure has.
  associatedtype Own: CaseIterable & Equatable & Sendable
  static var figureKeys: [KeyBinding<LabAction<Own>>] { get }
  /// What makes another run, and not another question.
  static var others: String { get }
  /// What it comes to, for the lesson that it stands in: lines of parts.
  var summary: [[String]] { get }
  /// What the digits choose where no question stands, and what that is called.
  var knobs: [String] { get }
  static var knobsTitle: String { get }
  /// The same for the footer, in a word.
  static var knobWord: String { get }
  /// Keys worth a try, and what for.
  static var tries: KeyValuePairs<String, String> { get }
  var question: LabQuestion { get }
  /// The parameters as the question is about them.
  var asAsked: Parameters { get }
  /// The same with that guess, of the run that is looked at.
  func guessed(_ mark: Int) -> Parameters
  /// Whether what was guessed is of the run that is looked at.
  var isAsAsked: Bool { get }
  /// Whether the first Space asks.
  var asksFirst: Bool { get }
  /// The last step that was computed; nil before the first.
  var reached: Int? { get }
  /// Whether no more steps come.
  var isDone: Bool { get }
  func offers(_ own: Own) -> Bool
  /// Whether it surely has an effect, where finding out by computing that would take long.
  func surelyActs(_ own: Own) -> Bool
  /// Whether there is anything to play.
  var canPlay: Bool { get }
  func changed(by own: Own) throws(InputProblem) -> Parameters
  /// The parameters with a knob turned, or turned back.
  func turned(_ knob: Int) -> Parameters
  /// Whether Enter opens anything where no question stands.
  static var opens: Bool { get }
  /// Whether it does now.
  var canOpen: Bool { get }
  /// What it opens.
  func opened(at cursor: Cursor) -> [WidgetEffect]
}

/// A place in time, and what was expected before it was seen.
package protocol TimedParameters: Equatable, Sendable {
  var step: Int { get set }
  /// The last step that was looked at: what comes after it is not shown yet.
  var seen: Int { get set }
  var steps: Int { get }
  var guess: LabGuess { get set }
}

/// What is learnt follows a seed.
package protocol SeededParameters: TimedParameters {
  var seed: Int { get set }
}

extension SeededParameters {
  /// The same with another seed: the question is the same, so that what was judged is not asked again, and what
  /// was not is asked from the beginning.
  func with(seed: Int, isJudged: Bool) -> Self {
    var changed = self
    changed.seed = seed
    changed.guess = guess.ofAnotherSeed(isJudged: isJudged)
    if guess.made != nil, !isJudged { changed.begin() }
    return changed
  }
}

extension LabFigure where Parameters: SeededParameters {
  /// The next seed in place of this one.
  var withNextSeed: Parameters {
    parameters.with(seed: parameters.seed % 1_000_000_000 + 1, isJudged: wasJudged)
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    parameters.with(seed: generator.int(in: 1...9999), isJudged: wasJudged)
  }
}

extension TimedParameters {
  /// Nothing of it was seen, and nothing guessed.
  mutating func begin() { (step, seen, guess) = (0, 0, .none) }

  /// From the beginning; a question that stands goes on standing.
  mutating func beginAnew() {
    let left = guess.isAsking ? guess.unjudged : .none
    begin()
    guess = left
  }

  /// What leads on where nothing was seen or guessed yet.
  var hint: String { seen == 0 && guess == .none ? "Space: guess first" : "" }

  /// The same at a step, which is then seen.
  func at(_ step: Int) -> Self {
    var changed = self
    changed.step = min(max(step, 0), steps)
    // Of a shorter run that took its place no more was seen than there is.
    changed.seen = min(max(seen, changed.step), max(steps, 0))
    return changed
  }

  /// The same at the place in time where others stand, as far as there are steps.
  func inTime(of others: Self) -> Self {
    var changed = self
    changed.step = min(others.step, steps)
    changed.seen = min(others.seen, steps)
    return changed
  }
}

/// As many knobs and answers as there are at most.
private let mostDigits = 5

/// A key of the lab: through time, a digit, or one that only its figure has.
package enum LabAction<Own: CaseIterable & Equatable & Sendable>: CaseIterable, Equatable, Sendable
{
  case time(TimeKey)
  case digit(Int)
  case own(Own)

  package static var allCases: [LabAction] {
    TimeKey.allCases.map { .time($0) } + (1...mostDigits).map { .digit($0) }
      + Own.allCases.map { .own($0) }
  }
}

/// Keys that move through time.
package enum TimeKey: CaseIterable, Equatable, Sendable {
  case play, earlier, later, farEarlier, farLater, first, last, enter, ask
}

extension KeyFact {
  /// A question stands.
  static let isAsking = KeyFact("isAsking")
  /// The first Space asks.
  static let asksFirst = KeyFact("asksFirst")
  /// The end is on the screen: there is no more to play.
  static let isOver = KeyFact("isOver")
  /// The arrows choose between two.
  static let isChoosing = KeyFact("isChoosing")
  /// No step is shown before it is guessed where they lead.
  static let isHeld = KeyFact("isHeld")
}

extension LabFigure {
  package static var hasGuesses: Bool { false }
  /// What the digits choose is named before.
  package static var inputRank: Int { 4 }
  package static var staysOnPage: Bool { true }
  package static var actions: [KeyBinding<Action>] { timeKeys + figureKeys + [digits] }

  private static var timeKeys: [KeyBinding<Action>] {
    [
      KeyBinding(
        [.character(" ")], "play", "guess first; then play it, or stop",
        footer: .at(1, "play").saying("take the guess", when: .isAsking)
          .saying("stop", when: .isRolling).saying("guess first", when: .asksFirst)
          .saying("again", when: .isOver), .time(.play)),
      KeyBinding(
        [.left], "earlier", "a step back in time",
        footer: .at(2, "step", when: .unless(.isHeld)).beside(.time(.later))
          .saying("mark", when: .isAsking)
          .saying("A or B", when: .isChoosing), .time(.earlier)),
      KeyBinding([.right], "later", "a step on in time", .time(.later)),
      KeyBinding([.character("{")], "far-earlier", "ten steps back", .time(.farEarlier)),
      KeyBinding([.character("}")], "far-later", "ten steps on", .time(.farLater)),
      KeyBinding([.home], "first-step", "before the first step", .time(.first)),
      KeyBinding([.end], "last-step", "after the last step", .time(.last)),
      KeyBinding(
        [.enter], opens ? "open" : "take",
        opens ? "open the head that is shown; take the guess" : "take the guess",
        footer: .at(4, "open the head", when: .unless(.isAsking)), or: opens ? "take" : nil,
        .time(.enter)),
      KeyBinding([.character("g")], "guess", "guess once more", .time(.ask)),
    ]
  }

  private static var digits: KeyBinding<Action> {
    .numbers(
      through: mostDigits, "knob", "that answer, or that knob",
      footer: .at(3, knobWord).saying("answer", when: .isAsking)
    ) { .digit($0) }
  }

  package var facts: Set<KeyFact> { timeFacts }
  var timeFacts: Set<KeyFact> {
    .those([
      .isAsking: isAsking, .asksFirst: asksFirst && !isAsking, .hasHeads: Self.opens,
      .isHeld: asksFirst && !isAsking,
      .isOver: isDone && canPlay && !isAsking && next == nil,
    ])
  }
  /// How far through its time one stands.
  package var progress: Double? { Double(stands) / Double(max(parameters.steps, 1)) }
  /// The step that is seen: of a run that ended before its time, the last there is.
  private var stands: Int { min(parameters.step, end) }
  /// `step 40 of 250`, and what else there is to say.
  func stepStatus(_ rest: String) -> String {
    "step \(min(parameters.step, reached ?? 0)) of \(parameters.steps)   \(rest)"
  }
  /// The same of one run, or how many of its steps were trained before it is done.
  func status(trained: Int?, _ rest: String) -> String {
    isDone ? stepStatus(rest) : "trained \(trained ?? 0) of \(parameters.steps)   \(rest)"
  }
  package var choiceCount: Int? { isAsking ? question.choices.count : knobs.count }

  var isAsking: Bool { parameters.guess.isAsking }
  /// Where nothing was guessed, and the end was not seen.
  package var asksFirst: Bool { parameters.guess == .none && parameters.seen < parameters.steps }
  /// The last step that there is: of a run that ended before its time, the one that it ended with.
  var end: Int {
    isDone ? min(reached ?? parameters.steps, parameters.steps) : parameters.steps
  }
  /// Whether it is done, and was seen to its end.
  var isSeenWhole: Bool { isDone && parameters.seen >= end }
  /// What was guessed of the run that is looked at, once that is on the screen and stays as it is.
  var judged: Int? { isSeenWhole && isAsAsked ? parameters.guess.made : nil }
  /// Whether a guess was seen beside what came of it, though a knob may hide that now.
  var wasJudged: Bool { isSeenWhole && parameters.guess.made != nil }
  package var asAsked: Parameters { parameters }
  package var isAsAsked: Bool { true }
  package func offers(_ own: Own) -> Bool { true }
  package func surelyActs(_ own: Own) -> Bool { false }
  package static var opens: Bool { false }
  package var canOpen: Bool { Self.opens }
  package static var knobWord: String { "knob" }
  package static var others: String { "Another seed" }
  package var canPlay: Bool { true }
  package func opened(at cursor: Cursor) -> [WidgetEffect] { [] }

  package func offers(_ action: Action, at cursor: Cursor) -> Bool {
    switch action {
    case .time(.play): return isAsking || canPlay
    case .time(.earlier), .time(.later): return true
    case .digit: return choiceCount != 0
    case .time(.enter): return isAsking || canOpen && reached != nil
    case .own(let own) where surelyActs(own): return true
    // What has an effect of its own need not change anything here.
    case .own where !effects(of: action, at: cursor).isEmpty: return true
    case .own(let own) where !offers(own): return false
    default:
      do { return try changed(by: action, at: cursor) != parameters } catch { return false }
    }
  }

  package var dismissed: Parameters? {
    guard isAsking else { return nil }
    var changed = parameters
    changed.guess = parameters.guess.dismissed
    return changed
  }

  /// Who was asked before anything was seen wants to see it now; who stopped at a step, and asked for the
  /// question, stays there.
  package var playsUnanswered: Bool { parameters.seen == 0 }

  package func plays(after action: Action) -> Bool {
    switch action {
    case .time(.play): isAsking || !asksFirst
    case .time(.enter): isAsking
    case .digit(let digit): isAsking && digit <= question.choices.count
    default: false
    }
  }

  package var next: Parameters? {
    guard !isAsking, parameters.step < parameters.steps else { return nil }
    guard let reached else { return isDone ? nil : parameters }
    if parameters.step >= reached { return isDone ? nil : parameters }
    // However long it took, it is seen in ten seconds.
    return parameters.at(min(parameters.step + max(1, parameters.steps / 300), reached))
  }

  package func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect] {
    guard action == .time(.enter), !isAsking else { return [] }
    guard Self.opens else {
      return [
        .say(
          "\(Self.mention(.time(.enter))) takes a guess; \(Self.mention(.time(.ask))) asks for one")
      ]
    }
    guard reached != nil else { return [.say("There is no model yet: training begins")] }
    return opened(at: cursor)
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    try changedInTime(by: action)
  }

  func changedInTime(by action: Action) throws(InputProblem) -> Parameters {
    if case .asking(let mark, let was) = parameters.guess { return answered(action, mark, was) }
    let changed: Parameters =
      switch action {
      case .digit(let digit): digit <= knobs.count ? turned(digit - 1) : parameters
      case .own(let own): offers(own) ? try changed(by: own) : parameters
      case .time(let key): moved(key)
      }
    // Nothing more is seen before it is guessed, or given up.
    let isUnasked = asksFirst && changed.guess == .none
    return isUnasked && changed.seen > parameters.seen ? asking : changed
  }

  private func moved(_ key: TimeKey) -> Parameters {
    switch key {
    case .play where asksFirst: return asking
    case .play:
      return parameters.step < min(parameters.steps, reached ?? 0) ? parameters : parameters.at(0)
    case .earlier: return parameters.at(stands - 1)
    case .later: return parameters.at(parameters.step + 1)
    case .farEarlier: return parameters.at(stands - 10)
    case .farLater: return parameters.at(parameters.step + 10)
    case .first: return parameters.at(0)
    case .last: return parameters.at(parameters.steps)
    case .ask: return asking
    case .enter: return parameters
    }
  }

  package var withQuestion: Parameters? { asking }

  /// Where the loss of a run falls the fastest, once all of it is known: one of its own keys leads there.
  func fallen(_ run: TrainingRun?, by own: Own) throws(InputProblem) -> Parameters {
    let fall = Self.mention(.own(own))
    guard let run, run.isFinished else {
      throw InputProblem("It is still learning; \(fall) leads to the fall once that is done")
    }
    guard let fall = run.curve.steepestFall() else {
      throw InputProblem("The loss never falls here")
    }
    return parameters.at(fall)
  }

  package func guessed(_ mark: Int) -> Parameters {
    var changed = parameters
    changed.guess = .made(mark)
    return changed
  }

  /// With the question open: of a run that is no other by the time it is judged.
  var asking: Parameters {
    var changed = asAsked
    changed.guess = .asking(
      parameters.guess.mark ?? question.start, was: parameters.guess.made)
    return changed
  }

  /// Keys while a question stands.
  private func answered(_ action: Action, _ mark: Int, _ was: Int?) -> Parameters {
    var changed = parameters
    let range = question.range
    func set(_ mark: Int) {
      changed.guess = .asking(min(max(mark, range.lowerBound), range.upperBound), was: was)
    }
    func move(_ steps: Int) { set(mark + steps * question.stride) }
    switch action {
    case .time(.earlier): move(-1)
    case .time(.later): move(1)
    case .time(.farEarlier): move(-5)
    case .time(.farLater): move(5)
    case .time(.first): set(range.lowerBound)
    case .time(.last): set(range.upperBound)
    case .time(.play), .time(.enter): return guessed(mark)
    case .digit(let digit) where digit <= question.choices.count: return guessed(digit)
    case .time(.ask), .own, .digit: break
    }
    return changed
  }
}
