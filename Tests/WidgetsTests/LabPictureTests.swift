import Lab
import Notes
import Plots
import Testing
import TextUI

@testable import Widgets

/// What pictures of the lab say where they find no room for all.
@Suite struct LabPictureTests {
  private func map(_ name: String, _ count: Int, isFocused: Bool = false) -> HeadMap {
    HeadMap(
      name: name, weights: (0..<count).map { row in (0..<count).map { $0 == row ? 1 : 0 } },
      tokens: (0..<count).map { "\($0 % 10)" }, isFocused: isFocused,
      selected: isFocused ? count / 2 : nil)
  }

  /// In lines, what looks is told from how much: by its place, and by a bar.
  @Test func aMapIsToldWithPlacesAndABar() {
    let map = HeadMap(
      name: "L0H0", weights: [[0.25, 0.75, 0], [1, 0, 0], [.nan, 0.04, 0.96]],
      tokens: ["7", "1", "1"])
    #expect(
      map.told == [
        "L0H0, weights in tenths, X all ten, ? no number:", "place  token | 7 1 1",
        "    1  7     | 3 8 0",
        "    2  1     | X 0 0", "    3  1     | ? 0 X",
      ])
  }

  /// A curve that is no number any more says so where it was lost.
  @Test(arguments: [(1, "1.0  NaN"), (10, "NaN")]) func aLossThatIsLost(step: Int, words: String) {
    let slider = CurveSlider(
      curves: [.init(name: "", values: Array(repeating: 1, count: step) + [.nan], series: 0)],
      steps: 10, top: 1, marks: [])
    let line = slider.lines(columns: 40, rows: 6, ascii: true)[1].text
    #expect(step == 1 ? line.contains("NaN") : line.hasSuffix(words), "\(line)")
  }

  /// Where there is room for one name alone, it is that of what was changed.
  @Test func whatWasChangedIsNamed() {
    let slider = CurveSlider(
      curves: [
        .init(name: "as it is", values: [1], series: 0),
        .init(name: "no positions", values: [1], series: 1),
      ], steps: 10, top: 1, marks: [])
    #expect(slider.lines(columns: 20, rows: 4, ascii: false)[0].text == "╌ no positions")
  }

  @Test func aMapSaysWhichRowsAreSeen() {
    let map = map("L0H0", 20, isFocused: true)
    func title(_ rows: Int, _ cell: Int = 1) -> String {
      map.lines(cell: cell, rows: rows, ascii: false)[0].text
    }
    #expect(title(22) == "▸L0H0")
    #expect(title(6) == "▸L0H0  rows 9–12 of 20")
    #expect(self.map("reverse", 11).lines(cell: 1, rows: 6, ascii: true)[0].text == " reverse 4-7")
  }

  @Test func mapsAtTheSidesAreSaid() {
    let maps = (0..<4).map { map("L\($0)H0", 8, isFocused: $0 == 1) }
    let some = HeadMap.row(maps, columns: 12, leaving: 0, rows: 10, ascii: false).lines[0].text
    #expect(some == "‹▸L1H0 ›")
    let all = HeadMap.row(maps, columns: 90, leaving: 0, rows: 10, ascii: false).lines[0].text
    #expect(!all.contains("›") && !all.contains("‹"))
  }

  /// A hint is whole or is not there; the names of curves stay.
  @Test(arguments: 12...60, 3...12)
  func hintsAndLegendsAreWhole(columns: Int, rows: Int) {
    let slider = CurveSlider(
      curves: [
        .init(name: "as it is", values: [1], series: 0),
        .init(name: "one layer", values: [1], series: 1),
      ], steps: 10, top: 1, marks: [], hint: "Space: guess first")
    let lines = slider.lines(columns: columns, rows: rows, ascii: false).map(\.text)
    // Where the names find no room side by side, each has a line.
    let isStacked = lines.dropFirst().first?.contains("one layer") ?? false
    let words = lines.dropFirst(isStacked ? 2 : 1).joined(separator: " ").split { !$0.isLetter }
      .joined(
        separator: " ")
    #expect(["", "Space guess first"].contains(words), "\(lines)")
    let names = lines.prefix(2).joined(separator: "\n")
    if columns >= 24 || rows >= 6 {
      #expect(names.contains("as it is") && names.contains("one layer"), "\(lines)")
    }
    #expect(lines.allSatisfy { $0.count <= columns })
  }

  /// Over a curve that was seen, as another method's is, no hint is written.
  @Test func aHintCoversNoCurve() {
    for count in [0, 1, 2, 11] {
      let slider = CurveSlider(
        curves: [
          .init(name: "full", values: Array(repeating: 1, count: count), series: 0),
          .init(name: "head", values: [1], series: 1),
        ], steps: 10, top: 1, marks: [], hint: "Space: guess first")
      let text = slider.lines(columns: 60, rows: 8, ascii: false).map(\.text).joined()
      #expect(text.contains("guess first") == (count <= 1), "\(count)")
    }
  }

  /// A number under a curve is named where there is room for that.
  @Test(arguments: [(50, "guess 80▲"), (20, "80▲")]) func marksAreNamed(columns: Int, guess: String)
  {
    let slider = CurveSlider(
      curves: [], steps: 80, top: .nan,
      marks: [.init(kind: .guess, step: 80), .init(kind: .truth, step: 31)])
    let lines = slider.lines(columns: columns, rows: 5, ascii: false).map(\.text)
    #expect(lines.last?.hasSuffix(guess) == true, "\(lines)")
    #expect(columns < 50 || lines.last?.contains("┊fall 31") == true, "\(lines)")
    // Where no loss is known yet, the axis has no number.
    #expect(lines[1].trimmed.isEmpty || lines[1].trimmed == "┊")
  }

  /// The axis on which a fall is guessed is that of the loss.
  @Test func aFallIsGuessedOnTheAxisOfTheLoss() throws {
    var panel = try panel(TrainWidget.self, Inputs(["recipe": "induction", "steps": "12"]))
    panel.finish()
    let seen = panel.canvas(80, 20).text.compactMap { $0.contains("2.7") ? "2.7" : nil }
    panel.press(.character(" "))
    let asked = panel.canvas(80, 20).text.compactMap { $0.contains("2.7") ? "2.7" : nil }
    #expect(seen == ["2.7"] && asked == seen, "\(panel.canvas(80, 20).text)")
  }

  /// What is said of a recipe as it is does not stand beside it with a knob turned.
  @Test func aKnobTakesTheConditionAway() throws {
    var panel = try panel(
      TrainWidget.self, Inputs(["recipe": "induction-one-layer", "steps": "4", "guess": "skip"]))
    panel.finish()
    #expect(panel.text.contains("in one layer: 1 layer") && panel.text.contains("Harder than"))
    panel.press(.character("1"))
    panel.finish()
    #expect(panel.text.contains("last time: 2 layers"), "\(panel.text)")
    #expect(!panel.text.contains("in one layer:") && !panel.text.contains("Harder than"))
  }

  @Test func theOrderOfARowIsNamed() throws {
    var panel = try panel(
      TrainWidget.self, Inputs(["recipe": "instructions", "steps": "2", "guess": "skip"]))
    panel.finish()
    #expect(panel.text.contains("o, the first token, is the order, here "), "\(panel.text)")
  }

  /// What changed is told by sign in the plain mode too.
  @Test func comparedMapsAreTold() throws {
    var panel = try panel(TrainWidget.self, Inputs(["steps": "60", "guess": "skip"]))
    panel.finish()
    #expect(!panel.text.contains("what changed"))
    panel.press(.character("v"), .end)
    func told() -> String {
      panel.transcript.drop { !$0.contains("what changed") }.dropFirst().prefix(12).joined()
    }
    #expect(told().contains("+"), "\(told())")
    panel.press(.character("v"), .character("v"), .home)
    #expect(told().contains("−"), "\(told())")
  }

  @Test(arguments: [
    (PlotPoint(x: 4.5, y: 1.5), "●", 4, 1), (PlotPoint(x: 14, y: 1), "→", 9, 1),
    (PlotPoint(x: -3, y: 1), "←", 0, 1), (PlotPoint(x: 4, y: -1e300), "↑", 4, 0),
    (PlotPoint(x: 1e300, y: -5), "→", 9, 0), (PlotPoint(x: 4, y: 90), "↓", 4, 2),
  ])
  func aBallThatHasLeft(point: PlotPoint, sign: String, column: Int, row: Int) {
    let ground = BallGround(columns: 10, rows: 3, ascii: false)
    let empty = Array(repeating: [Cell](repeating: .blank, count: 10), count: 3)
    let path = [PlotPoint(x: 2.5, y: 2.5), point]
    let lines = ground.balls(empty, path, numbers: "w 14").map(\.text)
    #expect(Array(lines[row])[column] == Character(sign), "\(lines)")
    let isOutside = sign != "●"
    #expect(lines.joined().contains("w 14") == isOutside && lines[2].contains("○") == isOutside)
  }

  /// What is asked is not told before.
  @Test func preferencesAskBeforeTheyTell() throws {
    var panel = try panel(PreferencesWidget.self, Inputs(["steps": "60", "choices": "abba"]))
    panel.finish()
    #expect(panel.text.contains("Guess first") && panel.text.contains("…"))
    let before = panel.text.count { $0 == "%" }
    panel.press(.character(" "), .escape)
    #expect(!panel.text.contains("Guess first") && panel.text.count { $0 == "%" } > before)
    // Small screens show what was chosen, and then what came of it.
    let narrow = panel.canvas(40, 9).text.joined(separator: "\n")
    #expect(narrow.contains("wins") && narrow.contains("reward"), "\(narrow)")
    panel.press(.character("2"))
    panel.finish()
    let learnt = panel.canvas(40, 9).text.joined(separator: "\n")
    for name in ["reward", "DPO", "exact", "RL"] { #expect(learnt.contains(name), "\(learnt)") }
  }

  /// Few rows: right on those that are learnt, and beside it on new ones.
  @Test func overfittingShowsItsGap() throws {
    let inputs = Inputs(["recipe": "overfitting-10", "steps": "20", "step": "20", "guess": "skip"])
    var panel = try panel(TrainWidget.self, inputs)
    panel.finish()
    let text = panel.canvas(78, 21).text.joined(separator: "\n")
    #expect(text.contains("right, %") && text.contains("learnt rows") && text.contains("new rows"))
  }
}
