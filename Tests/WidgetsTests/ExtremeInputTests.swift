import Formulas
import Notes
import Testing
import TextUI

@testable import Widgets

/// Numbers at the ends of what a computer counts with, written in a fence.
@Suite struct ExtremeInputTests {
  private static let keys: [Key] =
    [.up, .down, .left, .right, .home, .end, .enter, .tab, .pageUp, .pageDown]
    + " 123456789<>gcrnpvbifx+-".map { .character($0) }

  private static func fields<W: Widget>(of type: W.Type) -> [String] { type.fields.map(\.key) }

  /// Each field of each widget: it is refused, or opens to what every key does something harmless with.
  @Test(arguments: allWidgets.map { $0.name })
  func nothingOverflows(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    for key in Self.fields(of: type) {
      for number in [Int.min, -1, 0, .max].map(String.init) + ["99999999999999999999", "-1e308"] {
        guard let opened = try? type.opened(type.example.with(key, number)) else { continue }
        for pressed in Self.keys {
          var panel = opened
          panel.press(pressed, pressed)
          #expect(panel.canvas(80, 24).size.rows == 24, "\(key) = \(number), \(pressed.label)")
        }
      }
    }
  }
}
