import Formulas
import JSONText
import Notes
import Numerics
import TextUI
import Testing

@testable import Widgets

/// The squares of the numbers from a seed on, four a slice; a view of it stands on one of them.
private struct SquaresWidget: Widget {
  struct Parameters: Equatable, Sendable {
    var seed = 1
    var step = 1
  }
  enum Area: CaseIterable, Sendable { case seed, result }
  enum Action: CaseIterable, Sendable { case later, earlier }

  struct Record: WidgetRecord {
    static let length = 10
    let recipe: Int
    private(set) var squares: [Int] = []

    var isComplete: Bool { squares.count == Self.length }
    mutating func advance() {
      for _ in 0..<min(4, Self.length - squares.count) {
        let next = recipe + squares.count
        squares.append(next * next)
      }
    }
  }

  static let name = "squares"
  static let title = "Squares"
  static let topics: [String] = []
  static let initial = Parameters()
  static let fields: [Field] = [
    .whole("seed", \.seed, from: 0...99, in: .seed, default: 1),
    .whole("step", \.step, from: 1...Record.length, default: 1),
  ]
  static let actions: [KeyBinding<Action>] = [
    KeyBinding([.character("n")], "later", "the step after", .later),
    KeyBinding([.character("p")], "earlier", "the step before", .earlier),
  ]

  let parameters: Parameters
  var record: Record

  init(_ parameters: Parameters) {
    self.parameters = parameters
    record = Record(recipe: parameters.seed)
  }

  func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }
  func seen(_ old: Parameters) -> Parameters {
    var old = old
    old.step = parameters.step
    return old
  }
  var status: String { "\(record.squares.count) of \(Record.length)" }
  /// What was recorded of the step; it is read, not computed.
  private var shown: String {
    record.squares.indices.contains(parameters.step - 1)
      ? "\(record.squares[parameters.step - 1])" : "not yet"
  }
  func blocks(_ view: View) -> [WidgetBlock] { [.text([shown])] }
  func preview(_ view: View) -> [WidgetBlock] { [.text([shown])] }
  var resultsJSON: JSON { .array(record.squares.map { .integer($0) }) }
  var script: String { "" }
  func random(using generator: inout SeededGenerator) -> Parameters {
    Parameters(seed: generator.int(in: 0...99), step: parameters.step)
  }
  func changed(by action: Action, at cursor: Cursor) -> Parameters {
    var changed = parameters
    changed.step = min(max(1, changed.step + (action == .later ? 1 : -1)), Record.length)
    return changed
  }
}

/// A computation that takes long stands beside the parameters, and goes on in slices.
@Suite struct RecordTests {
  private func opened() throws -> any WidgetPanel { try panel(SquaresWidget.self) }

  @Test func aTickIsASlice() throws {
    var panel = try opened()
    var counts: [String] = []
    while panel.isWorking {
      counts.append(panel.status)
      _ = panel.update(.tick)
    }
    #expect(counts == ["0 of 10", "4 of 10", "8 of 10"])
    #expect(panel.status == "10 of 10")
    // Nothing more is computed.
    _ = panel.update(.tick)
    #expect(panel.status == "10 of 10")
  }

  /// Before the first slice nothing is known, and nothing is told as 0.
  @Test(arguments: allWidgets.map { $0.name })
  func nothingIsKnownBeforeTheFirstSlice(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try panel(type)
    guard panel.isWorking else { return }
    let before = panel.text
    if type is any LabFigure.Type {
      #expect(!before.contains("loss ") && !before.contains(" 0.0 %"), "\(before)")
      return
    }
    #expect(before.contains("not tried yet") && before.contains("·"))
    #expect(!before.contains(" by 0") && !before.contains(" is 0"))
    panel.finish()
    #expect(!panel.text.contains("not tried yet") && !panel.text.contains("·"))
  }

  @Test func itGoesOnWhileSomethingIsTyped() throws {
    var panel = try opened()
    panel.press(.enter, .character("4"))
    _ = panel.update(.tick)
    #expect(panel.field?.text == "4" && panel.status == "4 of 10")
  }

  @Test func scrubbingComputesNothing() throws {
    var panel = try opened()
    _ = panel.update(.tick)
    #expect(panel.text == "1")
    panel.press(.character("n"), .character("n"))
    #expect(panel.text == "9")
    #expect(panel.status == "4 of 10")
    panel.press(.character("n"), .character("n"))
    #expect(panel.text == "not yet")
    panel.press(.character("p"))
    #expect(panel.text == "16")
    // Where one looks is not a change: there is nothing to take back, and the numbers are its own.
    #expect(panel.press(.character("u")) == [.say("Nothing to undo")])
    #expect(!panel.hasOwnNumbers)
  }

  @Test func aKeyStopsItAndAnotherGoesOn() throws {
    var panel = try opened()
    _ = panel.update(.tick)
    #expect(panel.press(.character(" ")) == [.say("Stopped; Space goes on")])
    #expect(!panel.isWorking)
    _ = panel.update(.tick)
    #expect(panel.status == "4 of 10")
    panel.press(.character(" "))
    #expect(panel.isWorking)
    _ = panel.update(.tick)
    #expect(panel.status == "8 of 10")
  }

  @Test func otherNumbersBeginAnewAndUndoFindsWhatWasThere() throws {
    var panel = try opened()
    _ = panel.update(.tick)
    _ = panel.choose("seed 5")
    #expect(panel.status == "0 of 10" && panel.isWorking)
    _ = panel.update(.tick)
    _ = panel.update(.tick)
    #expect(panel.text == "25" && panel.status == "8 of 10")
    panel.press(.character("u"))
    #expect(panel.text == "1" && panel.status == "4 of 10")
    // The same numbers again, by whatever way, have what was computed of them.
    _ = panel.choose("seed = 5")
    #expect(panel.status == "8 of 10")
    // A stop holds for what was stopped.
    panel.press(.character(" "))
    _ = panel.choose("seed = 7")
    #expect(panel.isWorking)
  }

  @Test func onlySomeRecordsAreKept() throws {
    var panel = try opened()
    for seed in 1...9 {
      _ = panel.choose("seed = \(seed)")
      _ = panel.update(.tick)
    }
    _ = panel.choose("seed = 1")
    #expect(panel.status == "0 of 10")
    _ = panel.choose("seed = 9")
    #expect(panel.status == "4 of 10")
  }

  /// An export and a draft hold the parameters; the record follows from them.
  @Test func exportsAreWhole() throws {
    var panel = try opened()
    let whole = (1...10).map { "\($0 * $0)" }.joined(separator: ",")
    let json = panel.files[0].text.split { $0 == " " || $0 == "\n" }.joined()
    #expect(json.contains("[\(whole)]"))
    #expect(panel.status == "0 of 10")
    #expect(
      panel.press(.character("e"))
        == [.say("It is written as soon as everything is computed")])
    var effects: [WidgetEffect] = []
    while panel.isWorking { effects += panel.update(.tick) }
    #expect(effects == [.write(panel.files)])
    #expect(panel.draft.inputs == Inputs(["seed": "1", "step": "1"]))
  }
}
