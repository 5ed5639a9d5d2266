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
  @Test(arguments: ["train", "descent", "instructions", "inside", "own-notes"])
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
    // Where nothing is open, a message goes first: who dismisses it does not mean to leave.
    _ = app.send(.key(.character("~")))
    #expect(app.message != nil)
    _ = app.send(.key(.escape))
    #expect(app.message == nil && app.title == title)
    _ = app.send(.key(.escape))
    #expect(app.title != title)
  }
}
