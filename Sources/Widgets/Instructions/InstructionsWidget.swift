import Formulas
import Basics
import JSONText
import Lab
import Models
import Notes
import Numerics
import TextUI

/// One model that learns four orders: the same weights read the same row, and only the first token
/// decides what they look at.
package struct InstructionsWidget: LabFigure {
  package struct Parameters: SeededParameters {
    package var seed = 1
    package var steps = Recipe.instructions.steps
    var knob: Knob?
    /// The row; one that no training saw where nil.
    var row: [Int32]?
    /// A head of the second layer's, or of any; the one that fits each order best where nil.
    var head: Int?
    package var step = 0
    package var seen = 0
    package var guess = LabGuess.none
    /// The step that was left to see the model untrained.
    var left: Int?
    /// What was taken away when it was guessed: another run is not judged by it.
    var asked: Knob?

    var plain: Recipe {
      var recipe = Recipe.instructions
      recipe.steps = steps
      return recipe
    }
    var recipe: Recipe {
      plain.turned(knob.map { [$0] } ?? [])
    }
  }
  /// An order, in the order in which they stand.
  package struct Area: Hashable, Sendable {
    let order: Int
  }
  package enum Own: CaseIterable, Sendable { case fall, head, before, unseen, nextSeed }

  package static let name = "instructions"
  package static let title = "Four orders, one row"
  package static let topics = ["following instructions", "instruction following"]
  package static let initial = Parameters()
  package static let opens = true
  static let length = 10
  private static func question(_ parameters: Parameters) -> LabQuestion {
    let count = LabText.grouped(Decoder<Float>(parameters.recipe.shape).parameters.count)
    return LabQuestion(
      "Before you see it: how many of the model's \(count) parameters will differ between the four "
        + "pictures?",
      choices: ["none of them", "those of the second layer", "all of them"])
  }

  package static let fields: [Field] = [
    .seed(\.seed),
    .whole("steps", \.steps, from: 1...5_000, isSilent: true, default: Recipe.instructions.steps)
      .ofRun(\.steps),
    .knob("knob", \.knob) { _ in .instructions },
    row,
    .choice("head", \.head, ["best": nil, "L0H0": 0, "L0H1": 1, "L1H0": 2, "L1H1": 3]),
    .step, .seen, InputField.guess(\.guess, of: question).then { $0.asked = $0.knob },
    .knob("asked", \.asked) { _ in .instructions }.kept,
  ]
  private static let row = Field(
    "row",
    read: { (text, parameters) throws(InputProblem) in
      parameters.row = try text.map { (text) throws(InputProblem) in
        let digits = text.filter { $0.isASCII && $0.isNumber }.compactMap { Int32(String($0)) }
        let isRow = text.allSatisfy { $0.isASCII && ($0.isNumber || " ,".contains($0)) }
        guard isRow, digits.count == length else {
          throw InputProblem(unread: "row", remedy: "write ten digits, such as 3 1 4 1 5 9 2 6 5 3")
        }
        return digits
      }
    }, write: { $0.row?.map { String($0) }.joined(separator: " ") })
  package static let figureKeys: [KeyBinding<LabAction<Own>>] = [
    KeyBinding(
      [.character("f")], "fall", "to where the loss falls the fastest", footer: 8, .own(.fall)),
    KeyBinding(
      [.character("h")], "head", "another head, or the best for each order", footer: 7, .own(.head)),
    KeyBinding(
      [.character("p")], "untrained", "before training, and back", footer: 8, .own(.before)),
    KeyBinding(
      [.character("x")], "unseen",
      "train it without shift: an order it never saw, or with it again",
      footer: .at(5, "unseen"), .own(.unseen)),
    KeyBinding([.character("r")], "next-seed", "the same with the next seed", .own(.nextSeed)),
  ]

  package let parameters: Parameters
  package var record: RunsRecord<TrainKey>

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    let recipes = [parameters.plain] + (parameters.knob == nil ? [] : [parameters.recipe])
    record = RunsRecord(recipes.map { TrainKey(recipe: $0, seed: UInt64(parameters.seed)) })
  }

  var plain: TrainingRun? { record[0] }
  var run: TrainingRun? { parameters.knob == nil ? plain : record[1] }
  var names: TokenNames { TokenNames(parameters.plain.source.task) }
  var shape: DecoderShape { parameters.recipe.shape }

  /// The row under each order; nil before there is a model.
  var moments: [TrainMoment]? {
    guard let run else { return nil }
    let task = parameters.plain.source.task
    let tokens = parameters.row ?? Array(run.example.tokens.dropFirst())
    let rows = Order.allCases.map { task.row($0, tokens) }
    guard let first = TrainMoment(run, at: parameters.step, row: rows[0]) else { return nil }
    return [first] + rows.dropFirst().map(first.reading)
  }

  /// The orders that it was trained on; the others it never saw.
  var trained: [Order] {
    if case .orders(let orders, _, _, _) = parameters.recipe.source.task { orders } else { [] }
  }

  /// The head that is shown for an order: the chosen one, or the one of the last layer that has most
  /// of its weight on the order's line.
  func head(_ moment: TrainMoment) -> Int {
    let heads = TrainMoment.heads(shape)
    if let head = parameters.head, heads.indices.contains(head) { return head }
    let last = heads.indices.filter { heads[$0].layer == shape.layers - 1 }
    func mass(_ index: Int) -> Double {
      moment.mass(layer: heads[index].layer, head: heads[index].head) ?? 0
    }
    return last.max { mass($0) < mass($1) } ?? 0
  }

  package var areas: [Area] { Order.allCases.indices.map(Area.init) }
  package func results(in area: Area) -> GridSize { GridSize(rows: Self.length + 1, columns: 1) }
  package var firstCursor: Cursor { Cursor(Area(order: 0), row: 1) }
  package var reached: Int? { run?.curve.last?.step }
  package var isDone: Bool { run?.isFinished == true }
  package var question: LabQuestion { Self.question(parameters) }
  package var isAsAsked: Bool { parameters.asked == parameters.knob }
  /// Until there is an answer, the one before stays with what it was of.
  package func guessed(_ mark: Int) -> Parameters {
    var changed = parameters
    (changed.guess, changed.asked) = (.made(mark), parameters.knob)
    return changed
  }

  package var status: String {
    status(trained: run?.step, "seed \(parameters.seed)")
  }
  package func seen(_ old: Parameters) -> Parameters {
    // What was seen and guessed of another run stays with it.
    guard (old.seed, old.steps) == (parameters.seed, parameters.steps) else { return old }
    var old = old
    old = old.inTime(of: parameters)
    (old.guess, old.asked) = (parameters.guess, parameters.asked)
    (old.head, old.left) = (parameters.head, parameters.left)
    return old
  }
  package var summary: [[String]] {
    [
      ["copy, reverse, shift, sort", "one model, \(LabText.grouped(17_632)) weights"],
      [
        "\(counted(parameters.steps, "step")), seed \(parameters.seed)",
        "trained when it is opened",
      ],
    ]
  }

  // MARK: Changes

  package var knobs: [String] { Self.offered.map(\.shown) }
  /// What can be taken away from the training of the orders, or changed: as the command line numbers it.
  static let offered = Recipe.instructions.knobs
  package static let knobsTitle = "Take one thing away, or change it"
  package static let tries: KeyValuePairs = [
    "f": "where the loss falls fastest", "p": "the same before it was trained",
    "x": "an order it never saw", "=": "a row of your own",
    "h": "another head", "Enter": "this head, number by number",
  ]
  package func turned(_ knob: Int) -> Parameters { turned(Self.offered[knob]) }
  private func turned(_ knob: Knob) -> Parameters {
    var changed = parameters
    changed.knob = parameters.knob == knob ? nil : knob
    return changed
  }
  package func changed(by own: Own) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch own {
    case .fall: return try fallen(run, by: own)
    case .head:
      let next = parameters.head.map { $0 + 1 } ?? 0
      changed.head = next < TrainMoment.heads(shape).count ? next : nil
    case .unseen: return turned(.withoutShift)
    case .before:
      // Back to where one came from, or to the end where one began there.
      changed = parameters.at(parameters.step == 0 ? parameters.left ?? parameters.steps : 0)
      changed.left = parameters.step == 0 ? nil : parameters.step
      return changed
    case .nextSeed: return withNextSeed
    }
    return changed
  }
  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.row = (0..<Self.length).map { _ in Int32(generator.int(in: 0...9)) }
    return changed
  }
  package func opened(at cursor: Cursor) -> [WidgetEffect] {
    guard let moments else { return [] }
    let moment = moments[cursor.area.order]
    return moment.openStepper(
      head: head(moment), from: cursor.row, names, knob: parameters.knob?.title)
  }
}
