import TextUI
import Testing

@testable import Screens

/// The theme follows the reader's choice, else the ground that the terminal tells.
@Suite struct AppearanceTests {
  private let white = Colour(0xFFFFFF)
  private let black = Colour(0x1C1C1C)

  private func script() -> Script { Script([("a.md", "# A\n\n## One\n\nWords.\n")]) }

  @Test func theGroundDecidesUntilTheReaderDoes() {
    var script = script()
    script.send(.ground(white))
    #expect(script.effects == [.show(.light)])
    script.press(.character("T"))
    #expect(script.effects == [.set(.theme, to: .dark), .show(.dark)])
    #expect(script.screen.contains { $0.contains("Theme: dark") })
    script.send(.ground(white))
    #expect(script.effects == [.show(.dark)])
    script.press(.character("T"))
    #expect(script.effects == [.set(.theme, to: .light), .show(.light)])
    script.press(.character("T"))
    #expect(script.effects == [.set(.theme, to: .mono), .show(.mono)])
    script.press(.character("T"))
    #expect(script.effects == [.set(.theme, to: nil), .show(.light)])
    script.send(.ground(black))
    #expect(script.effects == [.show(.dark)])
  }

  @Test func inATextFieldItIsALetter() {
    var script = script()
    script.type("/T")
    #expect(script.effects == [] && script.app.prompt?.field.text == "T")
  }

  /// A widget takes pastes at any time, and letters only while a field is open.
  @Test func inAWidgetItIsAKeyUntilAFieldIsOpen() {
    var script = script()
    script.press(.character("w"), .enter, .character("T"))
    #expect(script.effects == [.set(.theme, to: .light), .show(.light)])
    script.press(.enter, .character("T"))
    #expect(script.effects == [])
  }

  @Test func whereAMarkIsAskedForItIsTheMark() {
    var script = script()
    script.press(.enter, .character("m"), .character("T"))
    #expect(!script.effects.contains { if case .show = $0 { true } else { false } })
    #expect(script.app.state.bookmarks.keys.sorted() == ["T"])
  }

  @Test func withoutColoursNothingIsChanged() {
    var state = AppState(library: script().app.state.library)
    state.appearance.hasColours = false
    var app = App(state: state, size: Size(columns: 80, rows: 24), opening: [.contents])
    #expect(app.send(.key(.character("T"))) == [])
    #expect(app.message == "There are no colours here to change")
  }

  @Test func theCommandLineComesFirst() {
    var appearance = Appearance()
    appearance.asked = .light
    var settings = Settings(["theme": "mono"])
    #expect(appearance.theme(settings) == .light)
    // From there the reader goes on, and that is what is kept.
    let change = appearance.next(after: settings)
    #expect(change == Settings.Change(.theme, to: .dark))
    settings.apply(change)
    #expect(appearance.theme(settings) == .dark)
  }
}
