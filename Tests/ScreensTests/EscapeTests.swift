import Notes
import TextUI
import Testing
import Widgets

@testable import Screens

/// One Esc for one thing that is left.
@Suite struct EscapeTests {
  private func app(of type: any Widget.Type) -> App {
    let document = Document(path: "n.md", bytes: Array("# Notes\n\n## One\n\nWords.\n".utf8))
    let state = AppState(library: Library(title: "n", key: "n", documents: [document]))
    return App(
      state: state, size: Size(columns: 80, rows: 24),
      opening: [.contents, .widget(.example(of: type))])
  }

  /// What is said while a question stands goes with it.
  @Test(arguments: ["train", "descent", "instructions", "own-notes"])
  func aMessageGoesWithTheQuestion(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var app = app(of: type)
    let title = app.title
    _ = app.send(.key(.character("g")))
    let asked = app.transcript
    _ = app.send(.key(.character("g")))
    _ = app.send(.key(.character("u")))
    #expect(app.message != nil && app.transcript == asked)
    _ = app.send(.key(.escape))
    #expect(app.message == nil && app.transcript != asked && app.title == title)
    // Where nothing is open, it takes no key of its own.
    _ = app.send(.key(.character("~")))
    #expect(app.message != nil)
    _ = app.send(.key(.escape))
    #expect(app.message == nil && app.title != title)
  }

  /// What opens with a word about it is left by one Esc.
  @Test func aNoticeTakesNoEsc() throws {
    var app = app(of: InsideWidget.self)
    let title = app.title
    // What is still to be guessed waits until it is shown.
    _ = app.send(.key(.character(" ")))
    _ = app.send(.key(.character("d")))
    #expect(app.title != title && app.message?.contains("likeliest") == true)
    _ = app.send(.key(.escape))
    #expect(app.title == title && app.message == nil)
  }

  /// A screen that nothing lies behind says that q ends the program, and Esc alone does not.
  @Test func theOnlyScreenSaysHowItEnds() throws {
    let state = AppState(library: Library(title: "n", key: "n", documents: []))
    var app = App(
      state: state, size: Size(columns: 80, rows: 24),
      opening: [.widget(.example(of: InsideWidget.self))])
    #expect(app.keys.contains { $0.footer?.text == "quit" })
    #expect(!app.keys.contains { $0.footer?.text == "back" })
    #expect(!app.send(.key(.escape)).contains(.quit))
    #expect(app.message?.contains("ends the program") == true)
    #expect(app.send(.key(.character("q"))).contains(.quit))
    // What opens from it leads back to it.
    _ = app.send(.key(.character(" ")))
    _ = app.send(.key(.character("d")))
    #expect(app.keys.contains { $0.footer?.text == "back" })
  }
}
