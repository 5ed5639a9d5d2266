import Quiz
import Notes
import TextUI
import Testing
import Widgets

@testable import Screens

@Suite struct WidgetScreenTests {
  private static let notes = """
    # Notes

    ## Dot product

    First of all 1*4 + 2*5 = 15, they say.

    ```python
    u = np.array([1, 2, 3])
    v = np.array([4, 5, 6])
    w = np.dot(u, v)
    ```

    ## Attention

    ```attention
    words = a, b
    Q = 1 0
    K = 1 0; 0 1
    V = 1; 2
    ```

    ```softmax
    scores = 1 x
    ```
    """
  private static let size = Size(columns: 80, rows: 24)

  private func app(lesson: Int, drafts: [String: String] = [:]) -> App {
    let document = Document(path: "notes.md", bytes: Array(Self.notes.utf8))
    var state = AppState(library: Library(title: "notes", key: "notes", documents: [document]))
    state.drafts = drafts
    let id = LessonID(document: 0, chapter: 0, lesson: lesson)
    return App(state: state, size: Self.size, opening: [.contents, .lesson(id, .top)])
  }

  private func press(_ app: inout App, _ keys: [Key]) -> [Effect] {
    keys.flatMap { app.send(.key($0)) }
  }

  private func picture(_ app: App, _ size: Size = Self.size) -> String {
    var canvas = Canvas(size: size)
    app.draw(on: &canvas)
    return canvas.text.joined(separator: "\n")
  }

  @Test func lessonShowsWidgetAndWrongClaim() {
    let text = app(lesson: 0).transcript.joined(separator: "\n")
    #expect(text.contains("u · v = 4 + 10 + 18 = 32"))
    #expect(text.contains("1*4 + 2*5 is 14, not 15"))
  }

  @Test func brokenFenceSaysWhyAndStays() {
    let text = app(lesson: 1).transcript.joined(separator: "\n")
    #expect(text.contains("“x” is not a number"))
    #expect(text.contains("(line 23)"))
    #expect(text.contains("scores = 1 x"))
  }

  @Test func typedNumbersStayWithTheLesson() throws {
    var app = app(lesson: 1)
    _ = press(&app, [.tab, .enter])
    #expect(app.title == "Attend  1.2 Attention")
    // From the results to Q, and a number over its first.
    let effects = press(&app, [.tab, .character("7"), .enter])
    let saved = effects.compactMap { effect -> (String, String?)? in
      if case .saveDraft(let widget, let text) = effect { (widget, text) } else { nil }
    }
    let (key, text) = try #require(saved.last)
    #expect(key == "notes.md#Attention#attention#1")
    #expect(text?.contains("7 0") == true)
    _ = app.send(.resized(Size(columns: 40, rows: 12)))
    #expect(picture(app, Size(columns: 40, rows: 12)).contains("[7]"))
    // Back in the lesson its summary has the new numbers; the next run opens with them.
    _ = press(&app, [.character("q")])
    _ = app.send(.resized(Self.size))
    #expect(app.transcript.joined().contains("your numbers"))
    var again = self.app(lesson: 1, drafts: app.state.drafts)
    _ = press(&again, [.tab, .enter])
    #expect(picture(again).contains("[7]"))
    // Reset forgets the draft.
    _ = press(&again, [.character("R"), .backTab, .character("q")])
    #expect(again.state.drafts[key] == nil)
  }

  @Test func draftOfOtherNumbersIsVoid() {
    let old = #"{"origin":{"Q":"5 5"},"inputs":{"Q":"9 9","K":"1 0","V":"1"},"place":[0,0,0,0]}"#
    let drafts = ["notes.md#Attention#attention#1": old]
    var app = app(lesson: 1, drafts: drafts)
    _ = press(&app, [.tab, .enter])
    #expect(!picture(app).contains("[9]"))
  }

  /// On a screen of its own and beside a lesson alike.
  @Test func aWidgetThatCannotBeOpenedIsLeftByItsKeys() {
    let route = WidgetRoute(name: "none", inputs: Inputs(), key: "k")
    let state = app(lesson: 1).state
    var open = OpenWidget(route, in: state)
    #expect(open.shortcuts.count == 1)
    for key in open.shortcuts.flatMap(\.keys) {
      #expect(open.update(.key(key), in: state, Moment(utc: 0)) == [.back])
    }
    #expect(open.update(.key(.character("x")), in: state, Moment(utc: 0)) == [])
  }

  /// The merges are those of the notes: `learn` holds their text, and goes again.
  @Test func mergesAreLearntOfTheOpenNotes() throws {
    let state = app(lesson: 1).state
    var open = OpenWidget(.example(of: TokensWidget.self), in: state)
    let said = open.update(.key(.character("l")), in: state, Moment(utc: 0))
    #expect(said.contains(.say("learn: notes")))
    let learn = try #require(open.panel?.inputs["learn"])
    #expect(EscapedText.write(Self.notes) == learn)
    _ = open.update(.key(.character("l")), in: state, Moment(utc: 0))
    #expect(open.panel?.inputs["learn"] == nil)
  }

  /// Whose text is learnt is said: that of the notes by their name, and the course's as the course's.
  @Test(arguments: [
    (Library.courseKey, "attend's course"), ("notes", "notes.md"),
  ])
  func whoseTextIsLearntIsSaid(key: String, source: String) throws {
    let text = String(repeating: "Matrices commute rarely, and kernels are subspaces. ", count: 40)
    let document = Document(path: "a.md", bytes: Array("# A\n## B\n\(text)\n".utf8))
    let state = AppState(library: Library(title: "notes.md", key: key, documents: [document]))
    var open = OpenWidget(.example(of: InsideWidget.self), in: state)
    let effects = open.update(.key(.character("l")), in: state, Moment(utc: 0))
    let opened = effects.compactMap { effect -> WidgetRoute? in
      if case .open(.widget(let route)) = effect { route } else { nil }
    }
    var learning = OpenWidget(try #require(opened.first), in: state)
    #expect(learning.panel?.transcript.joined().contains("tokens of \(source), ") == true)
    // Away and back by the key of the widget itself.
    _ = learning.update(.key(.escape), in: state, Moment(utc: 0))
    _ = learning.update(.key(.character("l")), in: state, Moment(utc: 0))
    #expect(learning.panel?.transcript.joined().contains("tokens of a passage, ") == true)
    _ = learning.update(.key(.escape), in: state, Moment(utc: 0))
    let said = learning.update(.key(.character("l")), in: state, Moment(utc: 0))
    #expect(said.contains(.say("learn: \(source)")), "\(said)")
    #expect(learning.panel?.transcript.joined().contains("tokens of \(source), ") == true)
  }

  /// Notes that another widget is opened on: what they are too few for is said, and it stays closed.
  @Test(arguments: [("# A\n## B\nShort.\n", "tokens"), ("", "hold no text")])
  func tooFewNotesAreTold(text: String, words: String) {
    var script = Script(
      [("a.md", text)], opening: [.contents, .widget(.example(of: InsideWidget.self))])
    script.settle()
    script.press(.character("l"))
    #expect(script.app.message?.contains(words) == true, "\(script.app.message ?? "")")
    #expect(script.screen[0].contains("Inside a model"))
  }

  @Test func ofLongNotesTheBeginningIsTaken() {
    let document = Document(path: "a.md", bytes: Array("# ä\n\nbc".utf8))
    let library = Library(title: "a", key: "a", documents: [document, document])
    #expect(library.text(3) == ("# ", false) && library.text(4) == ("# ä", false))
    #expect(library.text(100) == ("# ä\n\nbc# ä\n\nbc", true))
  }

  @Test func widgetsFromAnywhere() {
    var app = app(lesson: 0)
    _ = press(&app, [.character("w")])
    #expect(app.title == "Widgets")
    let top = picture(app)
    _ = press(&app, [.end])
    let bottom = picture(app)
    for type in allWidgets { #expect(top.contains(type.name) || bottom.contains(type.name)) }
    _ = app.update(.line("softmax"), now: Moment(utc: 0))
    #expect(app.title == "Attend  Softmax")
    _ = press(&app, [.character("q"), .character("q")])
    #expect(app.title == "Attend  1 Notes › 1.1 Dot product")
  }

  @Test func exportAsksForThreeFiles() throws {
    var app = app(lesson: 1)
    _ = press(&app, [.tab, .enter])
    guard case .write(let files)? = press(&app, [.character("e")]).last else {
      Issue.record("nothing to write")
      return
    }
    #expect(
      files.map { "\($0.stem).\($0.ending)" } == ["attention.json", "attention.md", "attention.py"])
  }

  @Test func plainLinesAreForTheWidgetFirst() {
    var app = app(lesson: 1)
    _ = press(&app, [.tab, .enter])
    #expect(app.claims("q 1 1 0.5"))
    #expect(app.claims("mask causal"))
    #expect(!app.claims("next"))
    #expect(!app.claims("q"))
    let effects = app.update(.line("q 1 1 0.5"), now: Moment(utc: 0))
    #expect(effects?.isEmpty == false)
    #expect(app.transcript.contains("a [0.5] 0"))
  }

  @Test func aKeyPressIsTypedInThePrompt() {
    var app = app(lesson: 1)
    _ = press(&app, [.tab, .enter, .tab, .character("7")])
    #expect(app.prompt?.label == "Q a, entry 1 (now 1): ")
    #expect(app.prompt?.field.text == "7")
    _ = press(&app, [.escape])
    #expect(app.prompt == nil)
  }

  /// Esc closes what is said, and what was kept, before it leaves.
  @Test func escClosesWhatIsSaidFirst() {
    var script = Script([("notes.md", Self.notes)], opening: [.contents, .widgets])
    _ = script.choose("dot-product")
    let title = script.app.title
    /// All that is shown, however it is broken into lines.
    func shown() -> String {
      script.screen.joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
    func expectOpen(_ said: String) {
      #expect(script.app.title == title && shown().contains(said))
    }
    script.type("7x")
    script.press(.enter)
    expectOpen("the old value stays")
    script.press(.escape)
    #expect(script.app.title == title && !script.screen.joined().contains("the old value stays"))
    _ = script.choose("u = 1 2 3 4 5")
    expectOpen("Kept until it fits")
    script.press(.escape)
    #expect(script.app.title == title && !script.screen.joined().contains("Kept until it fits"))
    script.press(.character("u"))
    expectOpen("Nothing to undo")
    // What is told at the foot of the screen takes none.
    script.press(.escape)
    #expect(script.app.title != title)
  }

  /// The first page belongs to the chapters: the help of nothing else leads there, or says so.
  @Test func onlyTheChaptersHaveAFirstPage() {
    for route in [
      Route.contents, .widgets, .statistics, .search(""),
      .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .lastPlace),
    ] {
      var script = Script([("notes.md", Self.notes)], opening: [.contents, route])
      script.press(.character("?"))
      let (help, isPromised) = (script.app.title, script.screen.last?.contains("first page"))
      script.press(.character("f"))
      #expect(isPromised == (route == .contents), "\(route)")
      #expect((script.app.title == help) == (route != .contents), "\(route)")
    }
    var script = Script([("notes.md", Self.notes)], opening: [.contents, .widgets])
    _ = script.choose("inside")
    script.press(.character("?"), .character("f"))
    #expect(script.app.title.contains("Keys: Inside a model"))
  }

  /// What learns one's notes begins with those that are open, where they are enough to learn from.
  @Test func ownNotesAreThoseThatAreOpen() {
    let long = String(repeating: "A query is compared with every key of the text. ", count: 60)
    for (text, isEnough) in [("# Mine\n\n## One\n\n" + long, true), (Self.notes, false)] {
      var script = Script([("notes.md", text)], opening: [.contents, .widgets])
      _ = script.choose("own-notes")
      let lines = script.screen.joined(separator: "\n")
      #expect(lines.contains("tokens of a passage") != isEnough, "\(lines)")
      #expect(lines.contains("l your notes") != isEnough, "\(lines)")
      // The passage that it comes with is a key away.
      guard isEnough else { continue }
      script.press(.character("l"))
      #expect(script.screen.joined().contains("tokens of a passage"))
    }
  }
}
