import TextUI
import Testing

@testable import Screens

/// Every list is filtered in one way: by the same key, while letters are typed, and back.
@Suite struct ListFilterTests {
  /// Each list, words that leave an item in any order and case, and that item.
  private static let lists = [
    ("Contents, fresh", "NUMB", "umbers"), ("Questions, all", "1.", "1."),
    ("Widgets, list", "lens LOGIT", "inside"), ("Widgets, list", "INSIDE model", "Inside a model"),
  ]

  @Test(arguments: lists) func filtersAlike(list: String, typed: String, left: String) throws {
    let start = try #require(Place.named(list)).script()
    func rows(_ script: Script) -> [String] { Array(script.screen.dropFirst(2).dropLast(2)) }
    #expect(start.app.keys.contains { $0.footer?.text == "find" })
    var script = start
    script.type("/\(typed)")
    #expect(script.screen.contains { $0.contains("Filter: \(typed)") }, "\(script.screen)")
    #expect(rows(script) != rows(start) || list.hasPrefix("Questions"))
    #expect(script.screen.contains { $0.contains(left) }, "\(script.screen)")
    // What was kept stands in the head, and Esc shows all again before it leads out.
    script.press(.enter)
    #expect(script.screen[0].contains("\"\(typed)\""), "\(script.screen[0])")
    #expect(script.app.keys.contains { $0.footer?.text == "show all" })
    let depth = script.app.stack.count
    script.press(.escape)
    #expect(script.app.stack.count == depth && !script.screen[0].contains("\""))
    // What nothing holds is said, and opens nothing.
    script.type("/zzz")
    #expect(script.screen.contains { $0.contains("No ") }, "\(script.screen)")
    script.press(.enter, .enter)
    #expect(script.app.stack.count == depth)
    script.press(.escape)
    #expect(rows(script).filter { !$0.isEmpty }.count == rows(start).filter { !$0.isEmpty }.count)
  }

  /// The widget under the cursor is the one that opens, with and without a filter.
  @Test func whatIsLeftOpens() throws {
    var script = try #require(Place.named("Widgets, list")).script()
    script.type("/soft")
    script.press(.down, .enter, .enter)
    #expect(script.screen[0].lowercased().contains("soft"), "\(script.screen[0])")
  }
}
