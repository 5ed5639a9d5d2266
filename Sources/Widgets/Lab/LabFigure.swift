import TextUI

/// A figure of the lab: something that learns, step after step, and can be looked at at any of them.
///
/// Keys move through its time, the first Space asks for a guess, digits are answers and knobs; all of
/// that is the same in each of them and stands here.
package protocol LabFigure: Widget where Action == LabAction<Own>, Parameters: TimedParameters {
  /// What the keys do that no other figure has.
  associatedtype Own: CaseIterable & Equatable & Sendable
  static var ownKeys: [KeyRow<Own>] { get }
  /// How many digits choose something where no question stands.
  var knobCount: Int { get }
  var question: LabQuestion { get }
  /// Whether the first Space asks.
  var asksFirst: Bool { get }
  /// The last step that was computed; nil before the first.
  var reached: Int? { get }
  /// Whether no more steps come.
  var isDone: Bool { get }
  func offers(_ own: Own) -> Bool
  func changed(by own: Own) throws(InputProblem) -> Parameters
  /// The parameters with a knob turned, or turned back.
  func turned(_ knob: Int) -> Parameters
  /// Whether Enter opens anything where no question stands.
  static var opens: Bool { get }
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

extension TimedParameters {
  /// The same at a step, which is then seen.
  func at(_ step: Int) -> Self {
    var changed = self
    changed.step = min(max(step, 0), steps)
    changed.seen = max(seen, changed.step)
    return changed
  }
}

/// A key of the lab: through time, a digit, or one that only its figure has.
package enum LabAction<Own: CaseIterable & Equatable & Sendable>: CaseIterable, Equatable, Sendable
{
  case time(TimeKey)
  case digit(Int)
  case own(Own)

  package static var allCases: [LabAction] {
    TimeKey.allCases.map { .time($0) } + (1...5).map { .digit($0) } + Own.allCases.map { .own($0) }
  }
}

/// Keys that move through time.
package enum TimeKey: CaseIterable, Equatable, Sendable {
  case play, earlier, later, farEarlier, farLater, first, last, enter, ask
}

extension LabFigure {
  package static var hasGuesses: Bool { false }
  package static var actions: [KeyRow<Action>] {
    func row(_ key: Key, _ word: String, _ help: String, footer: Int? = nil, _ action: TimeKey)
      -> KeyRow<Action>
    {
      KeyRow([key], word, help, footer: footer, .time(action))
    }
    let time = [
      row(.character(" "), "play", "guess first; then play it, or stop", footer: 1, .play),
      row(.left, "earlier", "a step back in time", .earlier),
      row(.right, "step", "a step on in time", footer: 2, .later),
      row(.pageUp, "far-earlier", "ten steps back", .farEarlier),
      row(.pageDown, "far-later", "ten steps on", .farLater),
      row(.home, "first-step", "before the first step", .first),
      row(.end, "last-step", "after the last step", .last),
      row(
        .enter, opens ? "open" : "take",
        opens ? "open the head under the cursor; take the guess" : "take the guess", footer: 6,
        .enter),
      row(.character("g"), "guess", "guess once more", .ask),
    ]
    let words = ["one", "two", "three", "four", "five"]
    let digits = words.enumerated().map { index, word in
      KeyRow(
        [.character(Character("\(index + 1)"))], word, "answer \(index + 1), or that knob",
        Action.digit(index + 1))
    }
    return time
      + ownKeys.map {
        KeyRow($0.keys, $0.word, $0.help, footer: $0.footer, .own($0.action))
      } + digits
  }

  var isAsking: Bool { parameters.guess.isAsking }
  /// Where nothing was guessed, and the end was not seen.
  package var asksFirst: Bool { parameters.guess == .none && parameters.seen < parameters.steps }
  package func offers(_ own: Own) -> Bool { true }
  package static var opens: Bool { false }
  package func opened(at cursor: Cursor) -> [WidgetEffect] { [] }

  package func offers(_ action: Action) -> Bool {
    switch action {
    case .digit(let digit): digit <= (isAsking ? question.choices.count : knobCount)
    case .time(.enter): isAsking || Self.opens
    case .time(.ask): !isAsking
    case .time: true
    case .own(let own): !isAsking && offers(own)
    }
  }

  package var dismissed: Parameters? {
    guard isAsking else { return nil }
    var changed = parameters
    changed.guess = .skipped
    return changed
  }

  package func plays(after action: Action) -> Bool {
    switch action {
    case .time(.play): isAsking || !asksFirst
    case .time(.enter), .digit: isAsking
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
    action == .time(.enter) && !isAsking ? opened(at: cursor) : []
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    try changedInTime(by: action)
  }

  func changedInTime(by action: Action) throws(InputProblem) -> Parameters {
    if let mark = parameters.guess.mark, isAsking { return answered(action, mark) }
    switch action {
    case .digit(let digit): return turned(digit - 1)
    case .own(let own): return try changed(by: own)
    case .time(let key): return moved(key)
    }
  }

  private func moved(_ key: TimeKey) -> Parameters {
    switch key {
    case .play where asksFirst: return asking
    case .play:
      return parameters.step < min(parameters.steps, reached ?? 0) ? parameters : parameters.at(0)
    case .earlier: return parameters.at(parameters.step - 1)
    case .later: return parameters.at(parameters.step + 1)
    case .farEarlier: return parameters.at(parameters.step - 10)
    case .farLater: return parameters.at(parameters.step + 10)
    case .first: return parameters.at(0)
    case .last: return parameters.at(parameters.steps)
    case .ask: return asking
    case .enter: return parameters
    }
  }

  /// With the question open.
  var asking: Parameters {
    var changed = parameters
    changed.guess = .asking(parameters.guess.mark ?? question.start)
    return changed
  }

  /// Keys while a question stands.
  private func answered(_ action: Action, _ mark: Int) -> Parameters {
    var changed = parameters
    let range = question.range
    func move(_ steps: Int) {
      changed.guess = .asking(
        min(max(mark + steps * question.stride, range.lowerBound), range.upperBound))
    }
    switch action {
    case .time(.earlier): move(-1)
    case .time(.later): move(1)
    case .time(.farEarlier): move(-5)
    case .time(.farLater): move(5)
    case .time(.first): changed.guess = .asking(range.lowerBound)
    case .time(.last): changed.guess = .asking(range.upperBound)
    case .time(.play), .time(.enter): changed.guess = .made(mark)
    case .digit(let digit): changed.guess = .made(digit)
    case .time(.ask), .own: break
    }
    return changed
  }

  // MARK: What all of them show

  /// What the keys choose now: answers while a question stands, knobs else.
  func choices(_ knobs: [String], on: [Int], ascii: Bool) -> WidgetBlock {
    var line: [Cell] = []
    if isAsking {
      line.append(
        question.choices.isEmpty
          ? (ascii ? "<- -> move" : "←→ move") + " the mark, Enter takes it, Esc skips"
          : "1\(ascii ? "-" : "–")\(question.choices.count) chooses, Esc skips", .muted)
    } else {
      for (index, knob) in knobs.enumerated() {
        line.append("\(index + 1) ", Style(.accent, .bold))
        line.append(
          on.contains(index) ? "[\(knob)]" : knob,
          on.contains(index) ? Style(.accent, .bold) : .text)
        line.append(index + 1 < knobs.count ? "   " : "", .text)
      }
    }
    return WidgetBlock(.lines([line]), rank: isAsking ? 0 : 3, hasGap: false)
  }

  /// A guess beside the truth, once that was seen.
  func verdict(_ verdict: LabVerdict?, ascii: Bool) -> [WidgetBlock] {
    guard let verdict, !isAsking else { return [] }
    let sign = ascii ? (verdict.isRight ? "Right. " : "") : verdict.isRight ? "✓ " : "✗ "
    return [
      .text(
        [sign + verdict.words], Style(verdict.isRight ? .good : .bad, .bold), rank: 1,
        hasGap: false)
    ]
  }
}
