import Testing
import TextUI

@testable import Screens

@Suite struct HeaderTests {
  private func rule(_ progress: Double?, columns: Int = 20) -> String {
    var canvas = Canvas(size: Size(columns: columns, rows: 3))
    Header.drawRule(progress, on: &canvas)
    return canvas.text[1]
  }

  @Test(
    arguments: [
      (nil, 0), (0, 0), (0.5, 10), (1, 20), (0.001, 1), (0.999, 19), (-1, 0), (7, 20),
    ] as [(Double?, Int)])
  func theRuleIsHeavyAsFarAsOneHasCome(_ progress: Double?, _ heavy: Int) {
    #expect(
      rule(progress)
        == String(repeating: "━", count: heavy) + String(repeating: "─", count: 20 - heavy))
  }

  @Test func nothingIsDrawnWhereThereIsNoRoom() {
    for columns in 0...2 { #expect(rule(0.5, columns: columns).count == columns) }
  }

  @Test func theRuleTellsInASCIIToo() {
    var canvas = Canvas(size: Size(columns: 10, rows: 3))
    Header.drawRule(0.4, on: &canvas)
    let row = (0..<10).compactMap { canvas[$0, 1] }.map { ASCIIForm.of($0.glyph.base) }
    #expect(String(decoding: row, as: UTF8.self) == "====------")
  }

  private func title(_ title: String, _ status: String, columns: Int) -> String {
    var canvas = Canvas(size: Size(columns: columns, rows: 3))
    Header.drawTitle(title, status, on: &canvas)
    return canvas.text[0]
  }

  /// The name goes first, then the chapter, then the status; only then is the lesson's title cut.
  @Test func whatMattersLeastGoesFirst() {
    let long = "Attend  6 Attention › 6.2 The scores"
    #expect(title(long, "44 %", columns: 60).hasPrefix(" Attend  6 Attention › 6.2 The scores"))
    #expect(title(long, "44 %", columns: 40).hasPrefix(" 6 Attention › 6.2 The scores "))
    #expect(title(long, "44 %", columns: 30).hasPrefix(" Attend  6.2 The scores"))
    #expect(title(long, "44 %", columns: 24) == " 6.2 The scores    44 %")
    #expect(title(long, "44 %", columns: 12) == " 6.2 The s…")
  }

  /// On every screen that has a course to come along, the rule says how far.
  @Test func everyStepOfAFigureIsANinthOfTheRule() throws {
    for step in [1, 5, 9] {
      let place = try #require(
        Place.named(step == 1 ? "attention, example" : "attention, step \(step)"))
      let rule = place.script(columns: 90, rows: 24).screen[1]
      #expect(rule.filter { $0 == "━" }.count == step * 10)
    }
  }
}
