import Notes
import Quiz
import Scheduling
import Testing
import TextUI

@testable import Screens

@Suite struct ContentsTests {
  private let notes = [
    ("1.md", "# Vectors\n## Sums\ntext\n## Products\ntext\n"),
    ("2.md", "# Attention\n## Scores\nx\n"),
    ("single.md", "only text"),
  ]

  @Test func chaptersAndLessonsAreListed() {
    let script = Script(notes, columns: 40, rows: 12)
    #expect(
      script.screen == [
        " Attend  Notes                4 lessons", "  Begin   1.1 Sums, 1 minute",
        "  Due     these notes hold no questions", "", "  1  Vectors",
        "▸   1.1  Sums                     1 min", "    1.2  Products                 1 min",
        "  2  Attention", "    2.1  Scores                   1 min",
        "  3  Single                       1 min", " / find  ↑↓ move  s search  w widgets",
        " Enter open  t quiz      q quit  ? keys",
      ])
    #expect(script.marked(.selected).contains("1.1  Sums"))
  }

  /// The letters move as the arrows do, a row at a time.
  @Test(arguments: [(Key.character("j"), Key.character("k")), (.down, .up)])
  func aKeyMovesTheCursor(onwards: Key, back: Key) {
    var script = Script(notes)
    script.press(onwards)
    #expect(script.marked(.selected).contains("1.2  Products"))
    script.press(onwards, onwards)
    #expect(script.marked(.selected).contains("2.1  Scores"))
    script.press(back)
    #expect(script.marked(.selected).contains("2  Attention"))
  }

  /// Contents and the statistics count alike, what is known already among it.
  @Test func chaptersAreRememberedAsTheStatisticsSay() throws {
    let text =
      "# A\n## L\n### One?\n<!-- quiz id=one -->\nIt is [[so]].\n"
      + "### Two?\n<!-- quiz id=two -->\nIt is [[so]].\n"
    let library = Library(
      title: "n", key: "k", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    var state = AppState(library: library)
    state.bank = QuestionBank(library)
    state.look(at: Moment(utc: 1_700_000_000_000))
    let progress = Progress(reviews: [
      Review(
        id: ReviewID(bits: 1), question: "one", kind: .action(.known), time: 1_700_000_000_000,
        offset: 0),
      Review(
        id: ReviewID(bits: 2), question: "two", kind: .answer(.again), time: 1_700_000_000_000,
        offset: 0),
    ])
    state.progress = progress
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    let outlook = Outlook(state)
    let report = Report(progress, bank: state.bank, now: state.now, today: state.today)
    #expect(outlook.chapter(of: id).asked == 2 && outlook.chapter(of: id).remembered == 0.5)
    // Of all of the lesson's questions, those that were never asked among them.
    #expect(
      outlook.known(ofLesson: id) == "1 of \(state.bank.questions(of: id).count)")
    #expect(outlook.chapter(of: id).remembered == report.mastery.first?.retained)
    // One number of those asked, whatever counts it.
    #expect(outlook.asked == 2 && report.unseen == 0)
  }

  @Test func movingStopsAtTheEnds() {
    var script = Script(notes)
    script.press(.character("G"))
    #expect(script.marked(.selected).contains("Single"))
    script.press(.down, .character("g"), .up)
    #expect(script.marked(.selected).contains("Vectors"))
    script.press(.character("]"))
    #expect(script.marked(.selected).contains("Attention"))
  }

  @Test func theFilterNarrowsAsOneTypes() {
    var script = Script(notes)
    script.type("/sco")
    #expect(script.screen.contains { $0.contains("Scores") })
    #expect(!script.screen.contains { $0.contains("1.1  Sums") })
    script.press(.enter, .enter)
    #expect(script.screen[0].contains("2.1 Scores"))
    script.press(.character("q"))
    #expect(script.screen[0].contains("1 lesson matches \"sco\""))
    script.press(.escape)
    #expect(script.screen.contains { $0.contains("Sums") })
  }

  @Test func aFilterThatNothingMatchesOpensNothing() {
    var script = Script(notes)
    script.type("/zzz")
    script.press(.enter, .enter, .down, .up)
    #expect(script.app.stack.count == 1 && script.app.selection == nil)
  }

  @Test func theCursorStandsOnTheLessonReadLast() {
    var script = Script(notes)
    script.press(.down, .enter, .character("q"))
    #expect(script.marked(.selected).contains("Products"))
  }

  @Test func qEndsTheProgramHereOnly() {
    var script = Script(notes)
    script.press(.enter, .character("q"))
    #expect(!script.effects.contains(.quit))
    script.press(.character("q"))
    #expect(script.effects.contains(.quit))
  }

  @Test func aClickOpens() {
    var script = Script(notes)
    script.send(.mouse(.click, Point(column: 8, row: 8)))
    #expect(script.screen[0].contains("1.2 Products"))
  }

  // MARK: Folding

  /// Two chapters of seven lessons each.
  private func many(read: Set<String> = [], places: [String: Int] = [:]) -> Script {
    let chapters = ["One", "Two"].map { title in
      (
        "\(title).md",
        "# \(title)\n" + (1...7).map { "## \(title) lesson \($0)\ntext\n" }.joined()
      )
    }
    return Script(chapters, places: places, read: read)
  }

  @Test func onlyTheChapterBeingReadStandsOpen() {
    var script = many()
    #expect(script.screen.contains { $0.contains("1.7  One lesson 7") })
    #expect(!script.screen.contains { $0.contains("2.1") })
    script.press(.character("G"))
    #expect(script.marked(.selected).contains("2  Two"))
    #expect(script.screen.last?.hasPrefix(" Enter unfold") == true)
    script.press(.enter)
    #expect(script.screen.contains { $0.contains("2.7  Two lesson 7") })
    #expect(script.screen.last?.hasPrefix(" Enter fold") == true)
    script.press(.down, .left)
    #expect(!script.screen.contains { $0.contains("2.1") })
    #expect(script.marked(.selected).contains("2  Two"))
    script.press(.right, .down, .right)
    #expect(script.app.title.hasSuffix("2.1 Two lesson 1"))
    script.press(.character("q"))
    // The chapter that was read stands open now, and the other one is folded again.
    #expect(script.marked(.selected).contains("2.1"))
    #expect(!script.screen.contains { $0.contains("1.1  One") })
  }

  @Test func linesFoldToo() {
    var script = many()
    #expect(script.app.claims("unfold 2") && !script.app.claims("unfold"))
    _ = script.choose("unfold 2")
    #expect(script.app.transcript.contains { $0.contains("2.7  Two lesson 7") })
    _ = script.choose("unfold 2")
    #expect(script.app.transcript.contains { $0.contains("2.7  Two lesson 7") })
    _ = script.choose("fold 2")
    #expect(!script.app.transcript.contains { $0.contains("2.7") })
    _ = script.choose("fold 9")
    #expect(script.app.message == "There is no chapter 9 to fold or unfold")
  }

  @Test func aFilterLooksIntoFoldedChapters() {
    var script = many()
    script.type("/two lesson 3")
    #expect(script.screen.contains { $0.contains("2.3  Two lesson 3") })
    script.press(.escape)
    #expect(!script.screen.contains { $0.contains("2.3") })
  }

  // MARK: What now

  @Test func itGoesOnWithTheNextLessonThatWasNotRead() {
    let script = many(read: ["One.md#One lesson 1", "One.md#One lesson 2"])
    #expect(script.screen.contains { $0.hasPrefix("  Go on   1.3 One lesson 3, 1 minute") })
    #expect(script.screen[0].hasSuffix("2 of 14 lessons read"))
    #expect(script.screen.contains { $0.contains("  1  One") && $0.contains("✓✓·····") })
    // Two of fourteen lessons are a seventh of the rule.
    #expect(
      script.screen[1] == String(repeating: "━", count: 11) + String(repeating: "─", count: 69))
  }

  @Test func aChapterTellsWhatIsRememberedByTheLog() throws {
    let script = try #require(Place.named("Contents, due")).script(columns: 80, rows: 24)
    let state = script.app.state
    let progress = try #require(state.progress)
    let cards = state.bank.questions.filter { $0.lesson.document == 1 }
      .compactMap { progress.cards[$0.id] }
    #expect(!cards.isEmpty)
    let chances = cards.map {
      $0.memory.retrievability(afterDays: state.today.number - $0.day.number)
    }
    let mean = chances.reduce(0, +) / Double(cards.count)
    let row = try #require(script.screen.first { $0.contains("  2  ") })
    #expect(row.contains("\(Int((mean * 100).rounded())) %"), "\(row)")
    let due = cards.filter { $0.isDue(at: state.now, on: state.today) }.count
    #expect(row.hasSuffix("\(due) due"))
    #expect(script.screen.contains { $0.hasPrefix("  Due     ") && $0.contains("minute") })
  }

  /// Contents and the statistics agree on what is weakest.
  @Test func theWeakestAreThoseOfTheStatistics() throws {
    let state = try #require(Place.named("Statistics, two months")).script().app.state
    let progress = try #require(state.progress)
    let report = Report(progress, bank: state.bank, now: state.now, today: state.today)
    let weak = Outlook(state).weak
    #expect(weak.count == 3 && weak == Array(report.weak.prefix(3)))
  }

  /// Their text is read for it, which the first frame does not wait for.
  @Test func howLongLessonsTakeIsToldBehindTheFirstFrame() {
    let text = Array("# A\n## One\ntext\n## Two\ntext\n".utf8)
    let library = Library(
      title: "N", key: "k", documents: [Document(path: "a.md", bytes: text)])
    var app = App(
      state: AppState(library: library), size: Size(columns: 60, rows: 10), opening: [.contents])
    func lessons() -> [String] {
      var canvas = Canvas(size: Size(columns: 60, rows: 10))
      app.draw(on: &canvas)
      return canvas.text.filter { $0.contains("One") || $0.contains("Two") }
    }
    #expect(lessons().count >= 2 && !lessons().contains { $0.contains("min") }, "\(lessons())")
    #expect(app.tickInterval == .zero)
    _ = app.send(.tick)
    #expect(lessons().count { $0.hasSuffix(" min") } == 2, "\(lessons())")
  }

  /// Wherever the window stands, and whatever is under the cursor.
  @Test func everyLessonInSightTellsHowLongItTakes() {
    let chapter = "# A\n" + (1...9).map { "## Lesson \($0)\ntext\n" }.joined()
    var script = Script((1...9).map { ("\($0).md", chapter) }, rows: 30)
    func inSight() -> [String] { script.screen.filter { $0.contains("  Lesson ") } }
    script.type("/A")
    script.press(.enter)
    #expect(
      inSight().count > 15 && inSight().allSatisfy { $0.hasSuffix(" min") },
      "\(script.screen)")
    script.press(.character("G"))
    #expect(inSight().contains { $0.contains("9.9") })
    #expect(inSight().allSatisfy { $0.hasSuffix(" min") }, "\(inSight())")
    script.send(.mouse(.wheelUp, Point(column: 1, row: 9)))
    #expect(inSight().allSatisfy { $0.hasSuffix(" min") }, "\(inSight())")
    // A filter under which the same lesson is selected.
    script.press(.escape)
    script.type("/lesson 1")
    script.press(.enter)
    #expect(inSight().count == 9 && inSight().allSatisfy { $0.hasSuffix(" min") })
  }

  @Test func beforeAnythingIsReadTheFirstLessonIsBegun() {
    var script = many()
    #expect(
      script.screen.contains { $0.contains("Begin   1.1 One lesson 1") && $0.contains("[Enter]") })
    script.press(.down)
    // Enter opens what is under the cursor, so nothing else is promised.
    #expect(!script.screen.contains { $0.contains("[Enter]") })
  }

  @Test func aPaneBesideTellsOfTheLessonUnderTheCursor() throws {
    var script = try #require(Place.named("Contents, partly read")).script(columns: 120, rows: 40)
    script.press(.character("g"), .down)
    let side = script.screen.map { $0.dropFirst(79) }
    #expect(side.contains { $0.hasPrefix("1.1 Links") })
    #expect(side.contains { $0.hasPrefix("Questions   none") })
    script.resize(109, 40)
    #expect(!script.screen.contains { $0.contains("│") })
  }

  @Test func unreadNotesShowTheirNameUntilTheyAreRead() {
    var state = AppState(
      library: Library(
        title: "N", key: "k", documents: [Document(path: "02-my-notes.md"), Document(path: "b.md")])
    )
    state.ascii = false
    var app = App(state: state, size: Size(columns: 60, rows: 10), opening: [.contents])
    #expect(app.tickInterval == .zero)
    #expect(app.send(.tick) == [.read([0, 1])])
    app.take(
      .documents([
        DocumentRead(0, .success(Array("# Real title\n## L\nx".utf8))),
        DocumentRead(1, .failure(ReadProblem("cannot be read: permission denied"))),
      ]))
    #expect(app.send(.tick) == [.recall])
    #expect(app.tickInterval == nil)
    var canvas = Canvas(size: Size(columns: 60, rows: 10))
    app.draw(on: &canvas)
    #expect(canvas.text[1...4].joined().contains("Real title"))
    #expect(canvas.text.joined().contains("permission denied"))
  }

  /// What stands below another note in its book's table stands further in.
  @Test func notesStandBelowOthers() throws {
    let toc =
      "root: i\nchapters:\n- file: a\n  sections:\n  - file: b\n    sections:\n    - file: c\n"
    let table = try #require(BookTable("_toc.yml", Array(toc.utf8)))
    let book = Book(["a.md", "b.md", "c.md", "i.md"], tables: [("_toc.yml", table)])
    let documents = book.paths.map { path in
      var document = book.document(path)
      document.fill(Array("# Of \(path)\n\ntext\n".utf8))
      return document
    }
    let app = App(
      state: AppState(library: Library(title: "N", key: "k", documents: documents)),
      size: Size(columns: 60, rows: 12), opening: [.contents])
    var canvas = Canvas(size: Size(columns: 60, rows: 12))
    app.draw(on: &canvas)
    let starts = ["Of i", "Of a", "Of b", "Of c"].map { title in
      // The first one stands above the list too, as where to go on.
      canvas.text.last { $0.contains(title) }?.split(separator: "O").first?.count
    }
    let first = try #require(starts[0])
    #expect(starts == [first, first, first + 2, first + 4], "\(canvas.text)")
  }

  /// A note that another one embeds shows in it once it is read.
  @Test func anEmbedShowsOnceItIsRead() {
    var embedding = Document(path: "a.md")
    embedding.fill(Array("# A\n\n![[b]]\n".utf8))
    let state = AppState(
      library: Library(
        title: "N", key: "k", documents: [embedding, Document(path: "b.md")]))
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    var app = App(
      state: state, size: Size(columns: 60, rows: 12), opening: [.lesson(id, .top)])
    var canvas = Canvas(size: Size(columns: 60, rows: 12))
    app.draw(on: &canvas)
    #expect(!canvas.text.joined().contains("Embedded words"))
    app.take(.documents([DocumentRead(1, .success(Array("# B\n\nEmbedded words.\n".utf8)))]))
    canvas = Canvas(size: Size(columns: 60, rows: 12))
    app.draw(on: &canvas)
    #expect(canvas.text.joined().contains("Embedded words"))
  }

  /// What a lesson shows of another note follows that note: what it embeds, and how its parts are called.
  @Test func anEmbedFollowsItsNote() {
    let own = ("a.md", "# A\n\n![[b]]\n\nAnd ![[b#Part]] beside words.\n")
    var script = Script(
      [own, ("b.md", "# B\n\nEmbedded words.\n")], columns: 60, rows: 16,
      opening: [.lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
    #expect(script.screen.joined().contains("Embedded words."))
    script.replace([own, ("b.md", "# B\n\nOther words.\n")])
    #expect(script.screen.joined().contains("Other words."))
    #expect(!script.screen.joined().contains("Embedded words."))
    script.replace([own, ("c.md", "# C\n\nText.\n")])
    #expect(!script.screen.joined().contains("Other words."))
    script.replace([own, ("b.md", "# B\n\nBack again.\n"), ("c.md", "# C\n\nText.\n")])
    #expect(script.screen.joined().contains("Back again."))
  }

  /// Titles are shown without their icons now, and with the pictures that they name: what was read before
  /// that counts on.
  @Test func whatWasReadCountsOnWhereATitleLostItsMarks() {
    let notes = [
      (
        "a.md",
        "# :material-book: Book\n## :material-rocket: Start\nwords\n## Go :rocket: *on*\nwords\n"
          + "## Use `:material-x:` so\nwords\n## Last\nwords\n"
      )
    ]
    var state = AppState(
      library: Library(
        title: "N", key: "k",
        documents: notes.map { Document(path: $0.0, bytes: Array($0.1.utf8)) }))
    let ids = state.library.lessonIDs
    #expect(
      ids.map { state.library.key(of: $0) } == [
        "a.md#Start", "a.md#Go \u{1F680} on", "a.md#Use :material-x: so", "a.md#Last",
      ])
    // As they were stored before, and one since then.
    state.recall(read: ["a.md#:material-rocket: Start", "a.md#Use :material-x: so", "a.md#Start"])
    state.recall(places: [
      ("a.md#Start", 1), ("a.md#Go :rocket: on", 7), ("a.md#:material-rocket: Start", 5),
    ])
    #expect(ids.map(state.hasRead) == [true, false, true, false])
    #expect(ids.map(state.wordsRead) == [1, 7, 0, 0])
    #expect(Outlook(state).lessonsRead == 2)
    #expect(state.library.lesson(withKey: "a.md#:material-rocket: Start") == ids[0])
    #expect(state.library.lesson(withKey: "a.md#Go :rocket: on") == ids[1])
    #expect(state.library.lesson(withKey: "a.md#:material-rocket: None") == nil)
  }
}

/// Folders are parts that fold.
@Suite struct ContentsPartTests {
  private func script(_ count: Int, columns: Int = 60) -> Script {
    Script(
      [("README.md", "# Start\ntext\n")]
        + (1...count).map { ("a-part/\($0).md", "# A\($0)\n## One\nx\n## Two\ny\n") }
        + [("b/c/deep.md", "# Deep\ntext\n"), ("b/last.md", "# Last\ntext\n")],
      columns: columns, rows: 16)
  }

  @Test func fewNotesStandOpen() {
    #expect(
      script(1).screen[6...12].map { $0.split(separator: " ").joined(separator: " ") } == [
        "▸ 1 Start 1 min", "A part 1 note", "2 A1", "2.1 One 1 min", "2.2 Two 1 min",
        "B 2 notes", "C 1 note",
      ])
  }

  @Test func manyStandFolded() {
    var script = script(9)
    #expect(script.screen.contains { $0.contains("A part") && $0.contains("9") })
    #expect(!script.screen.contains { $0.contains("A1") })
    script.press(.down)
    #expect(script.marked(.selected).contains("A part"))
    script.press(.enter)
    #expect(script.screen.contains { $0.contains("  2  A1") })
    script.press(.enter)
    #expect(!script.screen.contains { $0.contains("A1") })
    // Inner parts come out with the outer one, folded.
    script.press(.down, .enter)
    #expect(script.screen.contains { $0.contains("    C ") })
    #expect(!script.screen.contains { $0.contains("Deep") })
  }

  /// What is being read stands open, and a chapter that is named comes out.
  @Test func whatIsReadStandsOpen() {
    var script = script(9)
    script.press(.character("]"), .enter, .down, .enter, .down, .enter)
    #expect(script.screen[0].contains("2.1 One"))
    script.press(.character("q"))
    #expect(script.screen.contains { $0.contains("2.1  One") })
    _ = script.choose("unfold 5")
    #expect(script.screen.contains { $0.contains("5.1  One") })
  }

  /// Titles that hold a text stand without their parts.
  @Test func foundTitlesStandAlone() {
    var script = script(9)
    script.type("/deep")
    #expect(
      script.screen.contains { $0.contains("Deep") }
        && !script.screen.contains { $0.contains("A part") })
  }

  /// Over more documents than one piece of the list holds.
  @Test func aPartIsFoundWithAllThatStandsInIt() {
    let paths = (0..<2000).map { "p\($0 / 400)/q\($0 / 70)/\(1000 + $0).md" }
    let library = Library(title: "t", key: "k", documents: paths.map { Document(path: $0) })
    let rows = ContentsRows(library, reading: nil)
    for depth in 0...1 {
      func part(_ path: String) -> [Substring] {
        path.split(separator: "/").prefix(depth + 1).map { $0 }
      }
      var first = 0
      while first < paths.count {
        let end = paths[first...].firstIndex { part($0) != part(paths[first]) } ?? paths.count
        #expect(rows.documents(from: first, depth: depth) == first..<end)
        first = end
      }
    }
  }

  /// Questions that cannot be asked are told beside the others, where there is room for both.
  @Test(arguments: [(80, 24, true), (120, 40, true), (200, 60, true), (40, 12, false)])
  func brokenQuestionsAreCounted(columns: Int, rows: Int, isSeen: Bool) throws {
    let text =
      "# C\n\n## L\n\n### A?\n<!-- quiz id=a -->\nIt is [[\n\n### B?\n<!-- quiz id=b -->\n[[so]]\n"
    let library = Library(
      title: "Notes", key: "k", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    let screen = Script(
      [("a.md", text)], columns: columns, rows: rows, bank: QuestionBank(library)
    ).screen
    let line = try #require(screen.first { $0.contains("1 new question") })
    #expect(line.contains("; 1 more cannot be asked") == isSeen, "\(line)")
    #expect(!screen.joined().contains("…"))
  }
}
