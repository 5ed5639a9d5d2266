import Basics
import Formulas
import JSONText
import Lab
import Notes
import Numerics
import TextUI

/// One or two weights that roll down their loss: what a learning rate and momentum do.
package struct DescentWidget: LabFigure {
  package struct Parameters: TimedParameters {
    var shape = DescentShape.bowl
    var rate = DescentShape.bowl.rates[1]
    var momentum = 0.0
    /// Where it is put down; the landscape's own place where nil.
    var start: Vector?
    package var steps = DescentRun.usualSteps
    package var step = 0
    package var seen = 0
    package var guess = LabGuess.none
    /// The way down that was seen before this one.
    var before: Way?

    /// How it goes down, how much of that was seen, and what was guessed of it.
    struct Way: Equatable, Sendable {
      let rate, momentum: Double
      let start: Vector?
      let seen: Int
      let guess: LabGuess

      func isSame(as other: Way) -> Bool {
        (rate, momentum, start) == (other.rate, other.momentum, other.start)
      }
    }
    /// All others of this landscape that were seen: gone back to, they are as they were left.
    var ways: [Way] = []

    func isSameWay(as other: Self) -> Bool { shape == other.shape && goes(other.way) }
    private var way: Way {
      Way(rate: rate, momentum: momentum, start: start, seen: seen, guess: guess)
    }
    private func goes(_ way: Way) -> Bool { way.isSame(as: self.way) }

    /// The same where it goes down another way than others did: as it was left where it was seen before,
    /// and else unseen, so that it is asked anew.
    func anew(after old: Self) -> Self {
      guard !isSameWay(as: old) else { return self }
      var changed = self
      changed.begin()
      if old.seen > 0, old.shape == shape {
        changed.ways.removeAll(where: old.goes)
        changed.ways.append(old.way)
        changed.before = old.way
      }
      if let left = changed.ways.first(where: goes) {
        (changed.step, changed.seen, changed.guess) = (left.seen, left.seen, left.guess)
      }
      if let before = changed.before, goes(before) { changed.before = nil }
      return changed
    }

    /// The same with the ways that others of this landscape know, their own among them.
    func knowing(_ others: Self) -> Self {
      guard (shape, steps) == (others.shape, others.steps) else { return self }
      var changed = self
      for way in others.ways + (others.seen > 0 ? [others.way] : []) {
        changed.ways.removeAll { $0.isSame(as: way) }
        changed.ways.append(way)
      }
      return changed
    }
  }
  package enum Area: CaseIterable, Sendable { case weights }
  package enum Own: CaseIterable, Sendable { case slower, faster, shape }

  package static let name = "descent"
  package static let title = "Rolling down the loss"
  package static let topics = [
    "gradient descent", "learning rate", "momentum", "stochastic gradient descent",
  ]
  package static let initial = Parameters()
  package static let fields: [Field] = [
    .choice(
      "landscape", \.shape, ["bowl": .bowl, "valley": .valley, "chain": .chain],
      shown: DescentShape.allCases.map { $0.title.lowercased() }
    ).then { parameters in
      parameters.rate = parameters.shape.rates[1]
      (parameters.start, parameters.before, parameters.ways) = (nil, nil, [])
      parameters.begin()
    },
    .number("rate", \.rate, from: 0...mostRate, isSilent: true) { $0.shape.rates[1] }
      .then { $0.begin() },
    .number("momentum", \.momentum, from: 0...0.999, isSilent: true) { _ in 0 }.then { $0.begin() },
    start.then { $0.begin() },
    .whole("steps", \.steps, from: 1...500, isSilent: true, default: DescentRun.usualSteps)
      .ofRun(\.steps).whenChanged(\.steps) { changed, _ in changed.ways = [] },
    .step, .seen,
    .guess(\.guess) { DescentOutcome.question(steps: $0.steps) },
  ]
  /// As high as a rate may be anywhere in the lab.
  private static let mostRate = 1e12
  private static let start = Field(
    "start",
    read: { (text, parameters) throws(InputProblem) in
      parameters.start = try text.map { (text) throws(InputProblem) in
        try Field.value(text, "start") { (text) throws(NumberProblem) in
          try NumberReader.vector(text)
        }
      }
    }, write: { $0.start.map { Plain.text($0) } },
    check: { (parameters) throws(InputProblem) in
      guard let start = parameters.start else { return }
      let count = parameters.shape.landscape.weights
      guard start.count == count, start.allSatisfy({ $0.magnitude <= 1e6 }) else {
        throw InputProblem(
          unread: "start",
          remedy: count == 1
            ? "write one number, such as start = -3"
            : "write two numbers, such as start = -8 2")
      }
    })
  package static let figureKeys: [KeyBinding<LabAction<Own>>] = [
    KeyBinding(
      [.character("<")], "slower", "half the learning rate",
      footer: .at(5, "rate").beside(.own(.faster)), .own(.slower)),
    KeyBinding([.character(">")], "faster", "twice the learning rate", .own(.faster)),
    KeyBinding(
      [.character("m")], "landscape-on", "one weight, two, or two in a chain", .own(.shape)),
  ]

  package let parameters: Parameters
  let run: DescentRun
  /// The losses of the way down before this one, as far as they were seen.
  let lossesBefore: [Double]
  var landscape: Landscape { parameters.shape.landscape }

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    var run = DescentRun(
      parameters.shape.landscape, rate: parameters.rate, momentum: parameters.momentum,
      start: parameters.start, steps: parameters.steps)
    run.advance(steps: parameters.steps)
    self.run = run
    lossesBefore =
      parameters.before.map { way in
        var run = DescentRun(
          parameters.shape.landscape, rate: way.rate, momentum: way.momentum, start: way.start,
          steps: parameters.steps)
        run.advance(steps: min(way.seen, parameters.steps))
        return run.curve.map(\.loss)
      } ?? []
  }

  package func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }
  package var reached: Int? { run.step }
  package var isDone: Bool { true }
  package var question: LabQuestion { DescentOutcome.question(steps: parameters.steps) }
  /// The step that is shown: the last one where it flew off before.
  var step: Int { min(parameters.step, run.step) }

  package var status: String {
    "step \(step) of \(parameters.steps)   rate \(NumberText().text(parameters.rate))"
      + (parameters.momentum > 0 ? "   momentum \(NumberText().text(parameters.momentum))" : "")
  }
  package func seen(_ old: Parameters) -> Parameters {
    // What was seen and guessed of another way down stays with it, whichever of them is gone back to.
    guard old.isSameWay(as: parameters), old.steps == parameters.steps else {
      return old.knowing(parameters)
    }
    var old = old
    old.step = min(parameters.step, old.steps)
    old.seen = min(max(parameters.seen, old.seen), old.steps)
    old.guess = parameters.guess
    return old
  }

  // MARK: Changes

  /// By their numbers alone: which of them is too large is what is asked, and momentum changes it.
  package var knobs: [String] {
    let numbers = NumberText()
    return parameters.shape.rates.map { "rate \(numbers.text($0))" }
      + ["momentum \(numbers.text(Self.momentum))"]
  }
  private static let momentum = 0.8
  package static let knobWord = "rate"
  package static let knobsTitle = "Learning rate, and momentum"
  package static let tries: KeyValuePairs = [
    "< >": "half the rate, twice the rate", "m": "two weights, then two layers",
    "r": "another place to begin",
  ]
  package func turned(_ knob: Int) -> Parameters {
    var changed = parameters
    if knob < 3 {
      changed.rate = parameters.shape.rates[knob]
    } else {
      changed.momentum = parameters.momentum == 0 ? Self.momentum : 0
    }
    return changed.anew(after: parameters)
  }
  package func changed(by own: Own) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch own {
    case .slower: changed.rate = max(changed.rate / 2, 1e-9)
    case .faster: changed.rate = min(changed.rate * 2, Self.mostRate)
    case .shape:
      return try setting([
        TypedInputs.Input(key: "landscape", value: parameters.shape.following.rawValue)
      ])
    }
    return changed.anew(after: parameters)
  }
  /// Another place to begin at.
  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.start = parameters.shape.view.map { range in
      let share = Double(generator.int(in: 5...95)) / 100
      let place = range.lowerBound + share * (range.upperBound - range.lowerBound)
      return (place * 100).rounded() / 100
    }
    return changed.anew(after: parameters)
  }

  // MARK: Text

  package var summary: [[String]] {
    let numbers = NumberText()
    return [
      [parameters.shape.title, "rate \(numbers.text(parameters.rate))"]
        + (parameters.momentum > 0 ? ["momentum \(numbers.text(parameters.momentum))"] : []),
      [
        asksFirst
          ? "\(counted(parameters.steps, "step")) down; where they lead is asked first"
          : DescentOutcome.words(run)
      ],
    ]
  }
  package var resultsJSON: JSON {
    [
      "path": .array(run.path.map { .numbers($0) }),
      "losses": .numbers(run.curve.map(\.loss)),
      "divergedAt": run.divergedAt.map { .integer($0) } ?? .null,
    ]
  }
  package var script: String {
    """
    import numpy as np

    rate, momentum, steps = \(Script.number(parameters.rate)), \
    \(Script.number(parameters.momentum)), \(parameters.steps)
    w = np.array(\(Script.vector(run.path[0])))  # \(parameters.shape.title)
    velocity = np.zeros_like(w)

    def loss(w):
        return \(parameters.shape.python.loss)

    def slope(w):
        return np.array(\(parameters.shape.python.slope))

    first = loss(w)
    for step in range(steps + 1):
        print("step", step, "w", w, "loss", loss(w))
        if not loss(w) < 1e6 * max(first, 1e-9):
            print("it flies off: the rate is too high")
            break
        velocity = momentum * velocity + slope(w)
        w = w - rate * velocity

    """
  }
}
