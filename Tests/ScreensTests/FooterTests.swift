import TestSupport
import Testing
import TextUI

@testable import Screens

/// The last line: at most six keys, the way out and `?` at the right edge; messages stand above it.
@Suite struct FooterTests {
  private static let sizes = [(20, 5), (40, 12), (80, 24), (120, 40)]

  private func footer(_ name: String, _ columns: Int = 80) throws -> String {
    try #require(Place.named(name)).script(columns: columns, rows: 24).screen.last ?? ""
  }

  @Test(arguments: Place.all, [40, 80])
  func theWayOutIsAtTheRightEdge(place: Place, columns: Int) throws {
    let script = place.script(columns: columns, rows: 12)
    let last = try #require(script.screen.last)
    let out = script.app.keys.filter { $0.footer != nil && $0.leadsOut }
    #expect(out.count == 1, "each screen has one way out")
    #expect(last.count < columns, "\(last)")
    let isTyped = script.app.prompt != nil
    let isHelp = place.screen == "Help"
    let text = try #require(out.first?.footer?.text)
    #expect(last.hasSuffix(isTyped || isHelp ? " \(text)" : " \(text)  ? keys"), "\(last)")
  }

  @Test(arguments: Place.all) func thereAreSixAtMost(place: Place) {
    let script = place.script(columns: 300, rows: 24)
    let entries = (script.screen.last ?? "").split(separator: "  ")
    #expect(entries.count <= 6 + 2, "\(entries)")
  }

  /// What the last line of a narrow screen has no room for stands above it.
  @Test func narrowScreensHaveTwoLines() throws {
    func lines(_ name: String) throws -> [String] {
      try #require(Place.named(name)).script(columns: 40, rows: 12).screen.suffix(2)
    }
    let input = try lines("attention, an input and the weights")
    // What finds no room comes before the keys that move.
    #expect(input[1].hasPrefix(" n p step  PgDn rest "))
    #expect(input[0].hasPrefix(" ←↓↑→ cell "))
    #expect(input[0].contains("0–9 type") && input[0].contains("Tab table"))
    let result = try lines("attention, step 7")
    #expect(result[0].contains("Tab table") && result[1].contains("PgDn rest"))
    let wide = try #require(Place.named("attention, step 7")).script(columns: 120, rows: 40)
    #expect(wide.screen.last?.contains("1–9 go to step") == true)
    // The first step has none before it, and the last none after it.
    #expect(try lines("attention, example")[1].hasPrefix(" n step "))
    #expect(try lines("attention, step 9")[1].hasPrefix(" p step before "))
    let typing = try lines("attention, typing an input")
    #expect(typing[0].contains("Q = 1 0; 0 1"))
  }

  @Test func itFollowsTheState() throws {
    #expect(try footer("Reader, plain").hasPrefix(" Space page  ] next lesson"))
    #expect(try footer("Reader, at a link").hasPrefix(" Enter open"))
    #expect(try footer("Reader, searched").hasPrefix(" n N match"))
    #expect(try footer("Reader, outline focused").hasPrefix(" Enter go there  ↑↓ move"))
    #expect(try footer("Search, found").contains("/ search again"))
    #expect(try footer("Quiz, one, asked").hasPrefix(" 1–3 choose"))
    #expect(try footer("Quiz, recall, asked").hasPrefix(" Enter show the answer"))
    #expect(try footer("Quiz, one, how sure").hasPrefix(" 1–4 how sure"))
    #expect(try footer("Quiz, words, partly answered").contains("Esc q leave"))
    #expect(try !footer("Contents, no notes").contains("Enter"))
  }

  /// A message is told above the footer, which stays.
  @Test(arguments: sizes) func aMessageLeavesTheFooter(columns: Int, rows: Int) throws {
    let place = try #require(Place.named("Contents, partly read"))
    var script = place.script(columns: columns, rows: rows)
    let before = script.screen.last
    script.warn("Nothing is stored: the disk is full; make room")
    #expect(script.screen.last == before)
    #expect(script.screen.contains { $0.hasPrefix(" Nothing is stored") })
  }
}
