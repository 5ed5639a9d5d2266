import Notes
import Testing
import TextUI

@testable import Widgets

/// The ground that tells how much runs on under the blanks of a row: each change of colours on the way
/// is a dozen bytes to a terminal, for every number of a large table.
@Suite struct GroundTests {
  private func row(_ panel: any WidgetPanel) throws -> [Style] {
    let canvas = panel.canvas(78, 21)
    let rows = (0..<canvas.size.rows).map { row in
      (0..<canvas.size.columns).map { canvas[$0, row]?.style ?? .text }
    }
    // The last row of the table of weights, where no cursor stands.
    let heated = rows.last { $0.contains { $0.role == .heated } }
    return try #require(heated)
  }

  @Test func blanksHaveTheGroundOfTheirNumber() throws {
    let styles = try row(panel(AttentionWidget.self, AttentionWidget.example.with("step", "7")))
    let grounds = styles.indices.filter { [.heated, .heat].contains(styles[$0].role) }
    let first = try #require(grounds.first)
    let last = try #require(grounds.last)
    #expect(grounds.count == last - first + 1)
  }

  /// What moved is bold from its first blank on.
  @Test func whatMovedIsBoldAllThrough() throws {
    var panel = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "7"))
    #expect(panel.choose("Q 2 1 2") == [])
    let styles = try row(panel).filter { $0.role == .heated }
    #expect(!styles.isEmpty && styles.allSatisfy { $0.attributes.contains(.bold) })
  }
}
