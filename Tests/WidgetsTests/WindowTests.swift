import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// Tables that are too large for the screen.
@Suite struct WindowTests {
  private func inputs(_ n: Int, _ m: Int, _ d: Int, _ w: Int, _ g: inout SeededGenerator) -> Inputs
  {
    func matrix(_ rows: Int, _ columns: Int) -> String {
      Plain.text(
        Matrix(rows: rows, columns: columns) { _, _ in Double(g.int(in: -9999...9999)) / 1000 })
    }
    return Inputs(["Q": matrix(n, d), "K": matrix(m, d), "V": matrix(m, w)])
  }

  /// Wherever the cursor goes, its cell is seen, and so is a total.
  @Test(arguments: 0..<4)
  func theCellUnderTheCursorIsInView(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(seed))
    let size = { (g: inout SeededGenerator) in [1, 7, 9, 12, 40][g.int(in: 0...4)] }
    let sizes = (0..<4).map { _ in size(&g) }
    var inputs = inputs(sizes[0], sizes[1], sizes[2], sizes[3], &g)
    inputs["mask"] = ["none", "causal", "window 3 bottom-right"][g.int(in: 0...2)]
    inputs["transpose"] = ["no", "no", "yes"][g.int(in: 0...2)]
    var panel = try panel(AttentionWidget.self, inputs)
    for step in 1...14 {
      #expect(panel.choose("step = \(step)") == [])
      for _ in 0..<2 {
        let keys: [Key] = [.tab, .end, .home, .left, .up, .right]
        panel.press(keys[g.int(in: 0...5)])
        for _ in 0..<g.int(in: 0...20) { panel.press([.down, .right, .up][g.int(in: 0...2)]) }
        let (columns, rows) = [(80, 20), (38, 8), (118, 36), (198, 56)][g.int(in: 0...3)]
        let canvas = panel.canvas(columns, rows)
        #expect(
          canvas.cursor != nil,
          "step \(step), \(sizes), \(columns)x\(rows)\n\(canvas.text.joined(separator: "\n"))")
      }
    }
  }

  /// With the cursor on an input the step's own table is seen too, and which part of it.
  @Test(arguments: [(80, 20), (38, 8)])
  func theStepsOwnTableIsInView(columns: Int, rows: Int) throws {
    var g = SeededGenerator(seed: 4)
    var panel = try panel(AttentionWidget.self, inputs(12, 12, 32, 9, &g))
    let titles = [
      "2 scale", "3 mask", "4 −max", "5 exp", "6 sum", "7 weights", "8 terms", "9 output",
    ]
    for (step, title) in zip(2..., titles) {
      #expect(panel.choose("step = \(step)") == [])
      for input in ["queries Q", "keys K", "values V"] {
        panel.press(.tab)
        let text = panel.canvas(columns, rows).text
        let seen = "\(input), step \(step)\n" + text.joined(separator: "\n")
        #expect(text.contains { $0.contains(input) }, "\(seen)")
        // The output stands at the crossing of what it is made of.
        guard step < 9 || input != "values V" else { continue }
        let table = step == 8 ? "terms of \"1\"" : title
        let lines = text.filter { $0.drop { $0 == " " }.hasPrefix(table) && !$0.contains("[") }
        #expect(lines.contains { step == 9 || $0.contains(" of ") }, "\(seen)")
      }
      panel.press(.tab)
    }
  }

  @Test func aTotalStaysInView() throws {
    var g = SeededGenerator(seed: 3)
    var panel = try panel(AttentionWidget.self, inputs(40, 40, 3, 3, &g).with("step", "6"))
    for _ in 0..<20 { panel.press(.right) }
    let widget = try AttentionWidget(panel.inputs)
    let sum = NumberText(significant: 3).text(widget.trace.heads[0].rowSums[0])
    for (columns, rows) in [(80, 20), (120, 36), (40, 8)] {
      let text = panel.canvas(columns, rows).text
      #expect(text.contains { $0.hasSuffix("sum") || $0.contains(" sum ") })
      #expect(
        text.contains { $0.contains(sum.prefix(3)) },
        "\(sum), \(columns)x\(rows)\n\(text.joined(separator: "\n"))")
    }
  }

  /// The screen leaves out what stands in the middle of a long sum; the transcript tells all of it.
  @Test func theTranscriptTellsEveryTerm() throws {
    var g = SeededGenerator(seed: 5)
    var panel = try panel(AttentionWidget.self, inputs(9, 40, 30, 2, &g))
    for (step, signs) in [(1, 29), (6, 0), (9, 39)] {
      #expect(panel.choose("step = \(step)") == [])
      if step == 6 { for _ in 0..<50 { panel.press(.right) } }
      let longest = panel.transcript.map { $0.split(separator: "+").count - 1 }.max()
      #expect(longest == (step == 6 ? 39 : signs))
      let screen = panel.canvas(80, 24).text
      #expect(screen.contains { $0.contains("…") })
      #expect(screen.allSatisfy { $0.count <= 80 })
    }
  }

  /// From step to step the cursor stays with its query and key.
  @Test func theCursorStaysWithItsQueryAndKey() throws {
    var panel = try panel(AttentionWidget.self)
    panel.press(.down, .right, .right)
    for _ in 0..<6 { panel.press(.character("n")) }
    #expect(panel.text.contains("query \"cat\" looks at key \"sat\""))
    panel.press(.character("n"), .right)
    #expect(panel.text.contains("query \"cat\" takes from key \"sat\", column 2"))
    panel.press(.character("n"))
    #expect(panel.text.contains("query \"cat\", output column 2"))
  }

  @Test func theLimitIsSaid() throws {
    var panel = try panel(AttentionWidget.self)
    let row = Array(repeating: "1", count: 129).joined(separator: " ")
    #expect("\(panel.choose("Q = \(row)") ?? [])".contains("at most 128×128"))
  }
}
