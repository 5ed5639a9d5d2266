import Notes
import Testing
import TextUI

@testable import Widgets

/// What the figures of the lab keep where room is short: the picture before the notes, and a page for what is
/// left out.
@Suite struct LabRoomTests {
  /// A figure whose run is over, asked about and judged.
  private static func judged(
    _ type: any Widget.Type, _ guess: String, _ inputs: KeyValuePairs<String, String> = [:]
  ) throws -> any WidgetPanel {
    var all = type.example
    for (key, value) in inputs { all[key] = value }
    var panel = try type.opened(all)
    panel.isStill = true
    panel.finish()
    #expect(panel.choose("guess = \(guess)") == [])
    panel.press(.end)
    return panel
  }

  private func offersPage(_ panel: any WidgetPanel) -> Bool {
    panel.keys.contains { $0.word == "page" && $0.footer != nil }
  }

  /// Each of the words is on the screen, or a page is offered that has it.
  private func expectReached(
    _ words: [String], _ panel: any WidgetPanel, _ columns: Int, _ rows: Int
  ) {
    var panel = panel
    _ = panel.update(.resized(Size(columns: columns, rows: rows)))
    let lines = panel.canvas(columns, rows).text
    let missing = words.filter { word in !lines.contains { $0.contains(word) } }
    guard !missing.isEmpty else { return }
    #expect(
      offersPage(panel), "\(missing) at \(columns) by \(rows)\n\(lines.joined(separator: "\n"))")
    var seen: [String] = []
    for _ in 0..<20 {
      panel.press(.pageDown)
      seen += panel.canvas(columns, rows).text
    }
    for word in missing {
      #expect(seen.contains { $0.contains(word) }, "\(word) at \(columns) by \(rows)")
    }
  }

  private static let methods = [
    "before", "all weights", "replay 20 %", "LoRA r4, on", "LoRA r4, off", "head only",
  ]

  private static let tuned = Result { try judged(FineTuningWidget.self, "50", ["steps": "12"]) }

  @Test(arguments: 7...24, [40, 79]) func noMethodIsLost(rows: Int, columns: Int) throws {
    var panel = try Self.tuned.get()
    for keys in ["", "c", "4"] {
      for key in keys { panel.press(.character(key)) }
      expectReached(Self.methods + ["asked"], panel, columns, rows)
    }
  }

  private static let instructed = Result {
    try judged(InstructionsWidget.self, "1", ["steps": "12", "row": "0 1 2 3 4 5 6 7 8 9"])
  }

  @Test(arguments: 7...24, [40, 79]) func noOrderIsLost(rows: Int, columns: Int) throws {
    let panel = try Self.instructed.get()
    let orders = ["copy", "reverse", "shift", "sort"]
    expectReached(orders.map { "\($0) " } + ["1 only reverse"], panel, columns, rows)
    // The last rows of a map that begins with them.
    var shown = panel
    _ = shown.update(.resized(Size(columns: columns, rows: rows)))
    let isWhole = (0...9).allSatisfy { digit in
      shown.canvas(columns, rows).text.contains { $0.trimmed.hasPrefix("\(digit) ") }
    }
    #expect(isWhole || offersPage(shown), "\(columns) by \(rows)")
  }

  /// The lines from the title of a curve to its axis, on which step 12 is marked.
  private func height(_ panel: any WidgetPanel) -> Int {
    let lines = panel.canvas(79, 21).text
    let axis = lines.lastIndex { $0.contains("[12]") } ?? 0
    let title = lines[..<axis].lastIndex { line in
      ["loss", "right, %", "old, %"].contains(where: line.contains)
    }
    return title.map { axis - $0 + 1 } ?? 0
  }

  /// The title, the scale and the picture take six lines of a screen of 80 by 24, whatever is said below them.
  @Test func aCurveKeepsItsHeight() throws {
    for type in allWidgets where type is any LabFigure.Type {
      guard type.name != "preferences" else { continue }
      let guess =
        ["train", "descent", "instructions", "own-notes"].contains(type.name) ? "1" : "50"
      var panel = try Self.judged(type, guess, ["steps": "12"])
      #expect(height(panel) >= 6, "\(type.name)")
      if type.name == "fine-tuning" {
        panel.press(.character("c"), .character("4"), .character(" "), .enter, .end)
        #expect(height(panel) >= 6)
      }
    }
  }

  /// The maps are whole at 80 by 24, and do not shrink where what came of a guess is said.
  @Test func mapsStayWhole() throws {
    let train = try Self.judged(TrainWidget.self, "1")
    let lines = train.canvas(79, 21).text
    #expect(lines.contains { $0.contains("L0H0 on its line") }, "\(lines)")
    #expect(lines.contains { $0.contains("You said itself. It becomes mirrored") })
    #expect(lines.contains { $0.contains("1 no positions") })
    let orders = try Self.judged(InstructionsWidget.self, "1", ["steps": "12"]).canvas(79, 21).text
    for order in ["copy", "reverse", "shift", "sort"] {
      #expect(
        orders.contains { $0.contains(order + " ") && !$0.contains("\(order) 1–") }, "\(orders)")
    }
  }

  /// On the lowest screen what came of a guess leaves the map and the curve their room.
  @Test func aVerdictLeavesThePicture() throws {
    let lines = try Self.judged(TrainWidget.self, "2").canvas(40, 9).text
    #expect(lines.contains { $0.contains("You said mirrored; it is mirrored.") }, "\(lines)")
    #expect(lines.contains { $0.contains("L0H0") && $0.contains("loss") }, "\(lines)")
  }
}
