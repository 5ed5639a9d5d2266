import Inside
import Notes
import TestSupport
import Testing
import TextUI

@testable import Widgets

/// Numbers on the pages of the model inside.
@Suite struct InsideNumbersTests {
  /// What a unit is active, in the table and in the lines below it, has its points in line.
  @Test func unitsHaveTheirPointsInLine() throws {
    var panel = try InsideWidget.opened(InsideWidget.example.with("show", "units"))
    panel.finish()
    let lines = panel.canvas(79, 36).text.map { $0.filter { !"[]".contains($0) || $0 == " " } }
    let activities = lines.compactMap { line in
      line.firstMatch(of: /^ +(?:unit \d+ +)?−?\d+\.(\d+)(?= )/).map { $0.1.count }
    }
    #expect(activities.count == 12, "\(lines)")
    let (table, moments) = (activities.prefix(6), activities.dropFirst(6))
    #expect(Set(table).count == 1 && Set(moments).count == 1, "\(activities)")
  }

  /// What a head writes is not nothing where it is little.
  @Test(arguments: [
    (0.0049, "nearly 0 for b"), (-0.0001, "nearly 0 for b"), (0.005, "+0.01 for b"),
    (-0.04, "−0.04 for b"), (0, "+0.00 for b"),
  ])
  func littleIsNotNothing(score: Double, words: String) {
    let lines = HeadLines(
      bars: ShareBars(title: "a", bars: []), written: [("b", score)], isOff: false)
    #expect(lines.told.last == "  writes \(words)")
  }
}
