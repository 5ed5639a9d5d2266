import TestSupport
import TextUI
import Testing

@testable import Screens

/// What a screen reader, a reader of Braille and a terminal without colours depend on.
@Suite struct AccessibilityTests {
  /// One place of each kind, with something under the cursor wherever a screen has a cursor.
  private static let everywhere =
    [
      "Welcome, the first time", "Contents, the course", "Contents, partly read",
      "Contents, filter open", "Reader, at a link",
      "Reader, a definition", "Reader, outline focused", "Reader, searched", "Search, found",
      "Widgets, list", "Bookmarks, two", "Help, Reader", "Statistics, a weak question",
      "Quiz, summary",
    ].compactMap(Place.named)
    + Place.all.filter { place in
      place.screen == "Quiz"
        && ["asked", "a hint", "revealed"].contains { place.state.hasSuffix($0) }
    } + Place.all.filter { $0.isWidget && $0.state == "example" }

  private func words(_ lines: [String]) -> Set<String> {
    Set(
      lines.flatMap { line in
        line.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
      })
  }

  // MARK: Line by line

  /// Every word that a screen draws is in its transcript, in the help, or one Esc away. Of widgets
  /// plots are left out: their numbers stand in tables, which tests of their own compare.
  @Test(arguments: everywhere)
  func thePlainModeTellsEveryWordDrawn(place: Place) throws {
    var script = place.script()
    let canvas = script.canvas
    let drawn = words(
      (2..<canvas.size.rows - 1).map { row in
        (0..<canvas.size.columns).compactMap { canvas[$0, row] }.map { cell in
          let isPlot = [.muted, .series].contains(cell.style.role)
          return isPlot && (place.isWidget || place.screen == "Statistics") ? Cell.blank : cell
        }.text
      })
    var told = script.app.transcript + [script.app.title, script.app.selection ?? ""]
    told += script.app.keys.map { "\($0.label) \($0.word) \($0.help)" }
    script.press(.escape)
    told += script.app.transcript
    if place.state.hasSuffix("revealed") {
      // What was asked is not told again.
      let asked = place.name.replacing("revealed", with: "asked")
      told += try #require(Place.named(asked)).script().app.transcript
    }
    let known = words(told)
    // A row of tokens of one letter or digit each is read out token by token.
    let rows = told.map { line in
      line.split(separator: " ").filter { $0.count == 1 }.joined().lowercased()
    }
    // "Enter closes" is the key's word "close".
    let missing = drawn.filter { word in
      !known.contains(word) && !(word.hasSuffix("s") && known.contains(String(word.dropLast())))
        && !rows.contains { $0.contains(word) }
    }
    #expect(!drawn.isEmpty && missing.isEmpty, "\(missing.sorted()) of \(place.name)")
  }

  /// Every key is a word there, and each word means one thing.
  @Test(arguments: everywhere)
  func everyKeyHasAWordOfItsOwn(place: Place) {
    let own = ["show", "print", "esc", "escape", "exit"]
    let entries = place.script().app.keys.filter { !$0.keys.contains(.escape) || $0.keys.count > 1 }
    let names = entries.map(\.word)
    #expect(Set(names).count == names.count && !names.isEmpty)
    for name in names { #expect(!own.contains(name) && !name.contains(" "), "\(name)") }
  }

  @Test func aLessonsHeadingsMatchesNotesAndQuestionsAreReached() throws {
    var script = try #require(Place.named("Reader, outline focused")).script()
    let heading = try #require(script.app.transcript.first { $0.contains("Softmax") })
    let number = try #require(heading.split(separator: " ").first)
    #expect(script.choose(String(number)) == [])
    #expect(
      script.app.transcript.contains { $0.contains("weights") }
        && !script.app.transcript.contains { $0.contains("another word") })
    script.press(.escape)
    #expect(script.app.transcript.contains { $0.contains("another word") })

    script = try #require(Place.named("Reader, searched")).script()
    #expect(script.app.transcript[1].hasPrefix("match 1 of 2"))
    script.press(.character("n"))
    #expect(script.app.transcript[1].hasPrefix("match 2 of 2"))
    #expect(script.app.transcript.contains { $0.hasPrefix("> ") && $0.contains("another word") })

    script = try #require(Place.named("Reader, at a link")).script()
    let note = try #require(script.app.transcript.first { $0.hasSuffix("footnote 1") })
    _ = script.choose(String(note.split(separator: " ")[0]))
    #expect(script.app.message?.contains("What the footnote says.") == true)
    script = Script([("a.md", "# A\n\n### Why?\n<!-- quiz -->\n\n> [!NOTE]\n> So.\n")])
    _ = script.choose("1")
    #expect(script.app.transcript.contains { $0.hasSuffix("a question: Why?") })
    // On a screen narrower than its bar too.
    for columns in [0, 1, 3] {
      script.resize(columns, 5)
      #expect(script.app.transcript.contains { $0.contains("a question: ") })
    }
  }

  // MARK: The cursor

  @Test(arguments: everywhere)
  func theCursorStandsOnWhatIsSelected(place: Place) throws {
    var script = place.script(rows: 24)
    let isRevealed = place.state.hasSuffix("revealed") || place.name == "Quiz, summary"
    guard !isRevealed, !place.state.hasPrefix("recall") else { return }
    if ["one, asked", "one, a hint", "matrices, asked"].contains(place.state) {
      // Nothing is selected until the reader chooses.
      #expect(script.canvas.cursor == nil && script.app.selection == nil)
      script.press(.down)
    }
    let canvas = script.canvas
    let cursor = try #require(canvas.cursor)
    let row = canvas.text[cursor.row]
    if let selection = script.app.selection, script.app.prompt == nil,
      place.screen != "Reader"
    {
      #expect(row.contains(selection.prefix(20)), "\(selection) in \(row)")
    }
    let cell = canvas[cursor.column, cursor.row]
    switch place.name {
    case _ where script.app.prompt != nil: #expect(cursor.row == script.size.rows - 2)
    case "Reader, searched": #expect(cell?.style.attributes.contains(.current) == true)
    case _ where place.screen == "Help": #expect(cursor == Point(column: 0, row: 3))
    case _ where place.screen == "Reader" || place.isWidget:
      #expect(cell?.style.attributes.contains(.selected) == true)
    case "Quiz, words, asked", "Quiz, number, asked", "Quiz, cells, asked":
      #expect(canvas[cursor.column - 1, cursor.row] == [Cell]("[", Style(.accent, .bold)).first)
    default: #expect(row.contains("▸") || row.contains("["), "\(row)")
    }
  }

  @Test func theCursorMovesWithTheCellOfAWidget() throws {
    var script = try #require(Place.named("attention, step 2")).script(rows: 24)
    let before = try #require(script.canvas.cursor)
    script.press(.right)
    let after = try #require(script.canvas.cursor)
    #expect(after.row == before.row && after.column > before.column)
    script.press(.down)
    #expect(try #require(script.canvas.cursor).row == before.row + 1)
  }

  // MARK: Without colours

  /// No glyph of ours turns into a question mark where only ASCII is shown.
  @Test(arguments: everywhere.filter { !$0.isWidget } + Place.widgets)
  func everyGlyphHasAStandIn(place: Place) {
    for cell in place.script(ascii: true).canvas.cells
    where cell.glyph != .tail && cell.glyph.base != 0x3F {
      #expect(ASCIIForm.of(cell.glyph.base) != 0x3F, "\(cell)")
    }
  }

  /// What is selected is told by a sign; a link, which has no room for one, by swapped grounds.
  @Test(arguments: everywhere)
  func theSelectionIsTellableInMonochromeASCII(place: Place) throws {
    let canvas = place.script(rows: 24, ascii: true).canvas
    guard let cursor = canvas.cursor, cursor.row > 1, cursor.row < 22, place.screen != "Help"
    else { return }
    if place.screen == "Reader", place.state != "outline focused" {
      let looks = (0..<100).compactMap { canvas[$0, cursor.row] }.map {
        Theme.mono.look(of: $0.style)
      }
      #expect(looks[cursor.column].reverse && looks.contains { !$0.reverse })
    } else {
      let row = CanvasPicture.ascii(canvas)[cursor.row]
      #expect(row.contains(">") || row.contains("["), "\(row)")
    }
  }

  @Test func matchesLinksAndWhatIsCurrentLookUnlike() {
    let styles = [
      Style.text, Style(.link), Style(.link, .selected), Style(.text, .matched),
      Style(.text, [.matched, .current]), Style(.muted),
    ]
    #expect(Set(styles.map { Theme.mono.look(of: $0) }).count == styles.count)
  }

  @Test func rightAndWrongAreSigns() throws {
    for (text, answer) in [("! Not right.", false), ("+ Right.", true)] {
      var script = try #require(Place.named("Quiz, one, asked")).script(rows: 24, ascii: true)
      let option = try #require(
        script.app.transcript.first { $0.contains(answer ? "the weights" : "the scores") })
      _ = script.choose(String(option.filter(\.isNumber)))
      // What would have been right is told at the second Enter.
      if !answer { script.press(.enter) }
      let shown = CanvasPicture.ascii(script.canvas)
      #expect(shown.contains { $0.contains(text) })
      #expect(shown.contains { $0.contains(answer ? "+ " : "! ") && $0.contains("the ") })
      #expect(shown.contains { $0.contains("+ ") && $0.contains("the weights") })
    }
  }

  @Test func whatWasReadIsASign() throws {
    let shown = CanvasPicture.ascii(
      try #require(Place.named("Contents, partly read")).script(rows: 24, ascii: true).canvas)
    func row(_ lesson: String) throws -> String {
      try #require(shown.last { $0.contains(lesson) })
    }
    #expect(try row("1.1  Links").contains("+ read"))
    #expect(try row("1.3  Numbers").contains("~ "))
    #expect(try !row("1.2  Tables and formulas").contains { "+~".contains($0) })
  }

  /// Hot and cold cells are other glyphs, and the hottest one is not blank on swapped grounds.
  @Test(arguments: ["attention", "positions"])
  func heatIsAShade(name: String) throws {
    for isASCII in [false, true] {
      let canvas = try #require(Place.named("\(name), example")).script(ascii: isASCII).canvas
      let heat = canvas.cells.filter { $0.style.role == .heat }
      let (cold, hot) = (
        heat.min { $0.style.amount < $1.style.amount },
        heat.max {
          $0.style.amount < $1.style.amount
        }
      )
      #expect(cold?.style.amount != hot?.style.amount && cold?.glyph != hot?.glyph)
      for cell in heat { #expect(!Theme.mono.look(of: cell.style).reverse) }
    }
  }

  @Test func theBusierADayTheFullerItsSign() throws {
    let canvas = try #require(Place.named("Statistics, two months")).script(rows: 60, ascii: true)
      .canvas
    let shown = CanvasPicture.ascii(canvas)
    let calendar = try #require(shown.firstIndex { $0.contains("Answers a day") })
    let days = shown[calendar + 1..<calendar + 8].map { $0.dropFirst(40) }.joined()
    #expect(Set(days.filter { !$0.isLetter && $0 != " " }) == ["-", ".", ":", "*", "#"])
  }
}
