import Notes
import Pages
import TestSupport
import Testing
import TextUI

@testable import Screens

@Suite struct ReaderTests {
  private let first = LessonID(document: 0, chapter: 0, lesson: 0)
  private var long: [(String, String)] {
    let words = (1...400).map { "word\($0)" }.joined(separator: " ")
    return [
      (
        "a.md",
        "# Book\n## One\n\(words)\n\n### Middle\n\nA [link](b.md#two) and [web](https://x.org/).\n\n## Next\nend\n"
      ),
      ("b.md", "# Other\n## Two\nElsewhere.\n"),
    ]
  }
  private func reading(columns: Int = 60, rows: Int = 16) -> Script {
    Script(long, columns: columns, rows: rows, opening: [.contents, .lesson(first, .top)])
  }

  @Test func pagesKeepALineAndStopAtTheEnd() {
    var script = reading()
    let before = script.screen
    script.press(.character(" "))
    #expect(script.screen[3] == before[13])
    script.press(.character("G"))
    let end = script.screen
    script.press(.character(" "))
    #expect(script.screen.dropLast(2) == end.dropLast(2))
    #expect(script.messageLine.contains("End of the lesson"))
  }

  /// Tables and formulas at every place of a page, one after the other: each is seen whole on a page,
  /// down and up, and no line is left out.
  @Test(arguments: [(60, 16), (40, 12), (80, 24), (120, 40)])
  func pagesCutNoPicture(_ columns: Int, _ rows: Int) {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n"
    let formula = "$$\n\\frac{a}{\\sqrt{b}}\n$$\n"
    let text = (1...40).map { number in
      String(repeating: "word\n\n", count: number % 5) + (number % 2 == 0 ? table : formula)
    }
    var script = Script(
      [("a.md", "# Book\n## One\n" + text.joined(separator: "\n"))], columns: columns, rows: rows,
      opening: [.contents, .lesson(first, .top)])
    func window() -> PageWindow? { (script.app.screen as? Reader)?.window }
    for key in [Key.character(" "), .character("b")] {
      var seen = Set<Int>()
      var whole = Set<Int>()
      var last = -1
      while let window = window(), window.top != last {
        let lines = window.top..<window.top + window.size.rows
        seen.formUnion(lines)
        for (number, picture) in window.page.pictures.enumerated()
        where picture.clamped(to: lines) == picture {
          whole.insert(number)
        }
        last = window.top
        script.press(key)
      }
      #expect(
        window().map { $0.page.pictures.count >= 40 && whole.count == $0.page.pictures.count }
          == true)
      #expect(window().map { seen.isSuperset(of: $0.page.lines.indices) } == true)
    }
  }

  @Test func theSameWordStaysOnTopThroughResizes() {
    var script = reading()
    script.press(.character(" "), .character(" "))
    let word = script.screen[3].split(separator: " ")[0]
    for (columns, rows) in [(30, 10), (200, 60), (1, 1), (0, 0), (60, 16)] {
      script.resize(columns, rows)
      _ = script.screen
    }
    #expect(script.screen[3].split(separator: " ")[0] == word)
  }

  @Test func linksArePickedAndFollowedAndTheWayBackKeepsThePlace() {
    var script = reading()
    script.press(.tab)
    #expect(script.marked(.selected) == "link")
    let there = script.screen[4]
    script.press(.enter)
    #expect(script.screen[0].contains("2.1 Two"))
    script.press(.backspace)
    #expect(script.screen[4] == there)
    script.press(.character("L"))
    #expect(script.screen[0].contains("2.1 Two"))
    script.press(.character("q"))
    #expect(script.screen[0].contains("lessons"))
  }

  @Test func theWebIsAskedFirst() {
    var script = reading()
    script.press(.tab, .tab, .enter)
    #expect(script.messageLine.contains("Open in a browser?"))
    #expect(script.screen.contains { $0.contains("Host: x.org") })
    script.press(.character("n"))
    #expect(script.effects == [])
    script.press(.enter, .character("y"))
    #expect(script.effects == [.openLink("https://x.org/")])
  }

  @Test func searchLightsMatchesAsOneTypes() {
    var script = reading()
    script.type("/WORD39")
    #expect(script.messageLine.contains("0 matches"))
    script.press(.control("u"))
    script.type("word39")
    #expect(script.messageLine.contains("11 matches"))
    #expect(script.marked(.matched).hasPrefix("word39"))
    script.press(.enter, .character("n"))
    #expect(script.screen[0].contains("match 2 of 11"))
    script.press(.character("N"), .character("N"))
    #expect(script.screen[0].contains("match 11 of 11"))
    script.press(.escape)
    #expect(script.marked(.matched) == "")
  }

  @Test func searchGoesOverLineEnds() {
    var script = reading()
    let lineEnd = script.screen[4].split(separator: " ").last ?? ""
    let lineStart = script.screen[5].split(separator: " ").first ?? ""
    script.type("/\(lineEnd) \(lineStart)")
    #expect(script.messageLine.contains("1 match"))
  }

  /// After a jump inside a lesson `H` leads to where one was, and `L` there again; only then out of it.
  @Test func theWayBackInsideALesson() {
    var script = reading()
    let top = script.screen[3]
    script.type("/word200")
    script.press(.enter)
    let found = script.screen[3]
    #expect(found != top)
    script.press(.character("o"), .down, .down, .enter)
    let heading = script.screen[3]
    #expect(heading != found)
    script.press(.character("H"))
    #expect(script.screen[3] == found)
    script.press(.backspace)
    #expect(script.screen[3] == top)
    script.press(.character("L"))
    #expect(script.screen[3] == found)
    script.press(.character("L"))
    #expect(script.screen[3] == heading)
    script.press(.character("H"), .character("H"))
    #expect(script.screen[3] == top && script.screen[0].contains("One"))
    script.press(.character("H"))
    #expect(!script.screen[3].contains("word1"))
    // Ahead lies the lesson again.
    script.press(.character("L"))
    #expect(script.screen[3] == top)
  }

  @Test func anAbandonedSearchGoesBack() {
    var script = reading()
    let before = script.screen
    script.type("/word399")
    #expect(script.screen != before)
    script.press(.escape)
    #expect(script.screen == before)
  }

  @Test func theOutlineLeadsToHeadings() {
    var script = reading()
    script.press(.character("o"), .down, .down, .enter)
    #expect(script.screen.contains("  Middle"))
    script.resize(160, 30)
    #expect(script.screen[3].contains("In this lesson"))
  }

  @Test func nextAndPreviousLessons() {
    var script = reading()
    script.press(.character("]"))
    #expect(script.screen[0].contains("1.2 Next"))
    script.press(.character("]"), .character("]"))
    #expect(script.messageLine.contains("last lesson"))
    script.press(.character("["), .character("["), .character("["))
    #expect(script.messageLine.contains("first lesson"))
  }

  /// Every jump into another lesson leaves the way back there, and `q` leads out of all of them.
  @Test(arguments: [
    [Key.character("]")], [.character(":")] + "17".map { .character($0) } + [.enter],
    [.character(":"), .character("n"), .enter],
  ])
  func theWayBackIntoAnotherLesson(keys: [Key]) {
    let notes = [
      (
        "a.md",
        "# A\n\n## One\n\nFirst words.\n\n\n\n\n\n\n\n\n\n## Two\n\nOther words.\n\n## Three\nx\n"
      )
    ]
    for back in [Key.character("H"), .backspace] {
      var script = Script(notes, opening: [.contents, .lesson(first, .top)])
      for key in keys { script.press(key) }
      #expect(script.screen[0].contains("1.2 Two"), "\(script.screen[0])")
      script.press(back)
      #expect(script.screen[0].contains("1.1 One"), "\(script.screen[0])")
      script.press(.character("L"))
      #expect(script.screen[0].contains("1.2 Two"))
      script.press(.character("]"), .character("q"))
      #expect(script.app.stack.count == 1)
    }
  }

  /// What lies behind and ahead is laid out for the size that it shows in.
  @Test func screensBehindAreLaidOutWhenTheyShow() {
    var script = reading(columns: 100, rows: 30)
    script.press(.character("]"), .character("]"), .character("H"))
    script.resize(40, 12)
    #expect(script.screen.allSatisfy { $0.count <= 40 })
    script.press(.character("L"))
    var fresh = reading(columns: 40, rows: 12)
    fresh.press(.character("]"), .character("]"))
    #expect(script.screen == fresh.screen)
    script.press(.character("H"), .character("H"))
    fresh.press(.character("H"), .character("H"))
    #expect(script.screen == fresh.screen && script.screen[0].contains("One"))
  }

  @Test func thePlaceIsSavedAMomentAfterMovingAndOnLeaving() {
    var script = reading()
    script.press(.character(" "))
    #expect(script.app.tickInterval == .milliseconds(400))
    script.send(.tick)
    guard case .savePlace(let lesson, let word)? = script.effects.first else {
      Issue.record("\(script.effects)")
      return
    }
    #expect(lesson == "a.md#One" && word > 0)
    #expect(script.app.tickInterval == nil)
    let again = Script(
      long, columns: 60, rows: 16, opening: [.contents, .lesson(first, .lastPlace)],
      places: [lesson: word])
    #expect(again.screen == script.screen)
  }

  @Test func aLessonSeenToItsEndIsRead() {
    var script = reading()
    script.press(.character("G"))
    #expect(script.effects.contains(.markRead(lesson: "a.md#One")))
    script.press(.character("q"))
    #expect(script.screen.contains { $0.contains("1.1  One") && $0.contains("✓ read") })
  }

  @Test func changedNotesKeepThePlace() {
    var script = reading()
    script.press(.character(" "), .character(" "))
    let before = script.screen[3]
    var changed = long
    changed[0].1 += "\nMore at the end.\n"
    script.replace(changed)
    #expect(script.screen[3] == before)
    script.replace([("b.md", "# Other\n## Two\nx\n")])
    #expect(script.screen[3] == before)
    script.press(.character("q"), .character("G"), .enter)
  }

  @Test func searchOverAllLessonsFindsAndOpens() {
    var script = reading()
    script.type("s")
    script.type("elsewhere")
    script.settle()
    #expect(script.screen.contains { $0.contains("2.1  Two") })
    script.press(.enter)
    #expect(script.screen[0].contains("2.1 Two"))
    #expect(script.marked(.matched) == "Elsewhere")
  }

  /// Letters that come together are searched for once, and Enter does not wait for it.
  @Test func enterOpensWhatWasTypedLast() {
    var script = reading()
    script.type("s")
    script.type("elsewhere")
    script.press(.enter)
    #expect(script.screen[0].contains("2.1 Two"))
  }

  @Test func helpShowsEveryKeyOfTheTable() {
    var script = reading(columns: 80, rows: 60)
    script.press(.character("?"))
    for row in ReaderKeys.table.bindings {
      #expect(script.screen.contains { $0.contains(row.help) }, "\(row.help)")
    }
    script.press(.character("q"))
    #expect(script.screen[0].contains("1.1 One"))
  }

  /// Every key on every screen at every size: nothing traps, and each cell stays in its place.
  @Test func keysAtAllSizesDoNoHarm() {
    let keys: [Key] =
      ReaderKeys.table.all.flatMap(\.keys) + ContentsKeys.table.all.flatMap(\.keys)
      + [.escape, .character("?"), .character("x"), .delete, .function(1), .alt("a")]
    var random = SplitMix(seed: 11)
    var script = Script(long, opening: [.contents])
    for round in 0..<1500 {
      if round % 20 == 0 {
        script.resize(random.int(below: 130), random.int(below: 40))
      }
      script.press(keys[random.int(below: keys.count)])
      if script.effects.contains(.quit) { script = Script(long, opening: [.contents]) }
      if script.app.tickInterval != nil { script.send(.tick) }
      let canvas = script.canvas
      #expect(canvas.cells.count == canvas.size.columns * canvas.size.rows)
    }
  }

  /// What cannot be opened for how it is written says so, and is nothing that was computed.
  @Test(arguments: [
    ("### Q?\n<!-- quiz id=q -->\nIt is [[\n", "This question cannot be asked as it is written"),
    ("```dot-product\nu = 1 2\nw = 3\n```\n", "This widget cannot be opened as it is written"),
  ])
  func whatIsBrokenSaysSo(body: String, said: String) {
    var script = Script(
      [("a.md", "# A\n\n## L\n\nText.\n\n\(body)")],
      opening: [.contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
    script.press(.tab, .enter)
    #expect(script.app.message?.hasPrefix(said) == true, "\(script.app.message ?? "nothing")")
  }
}
