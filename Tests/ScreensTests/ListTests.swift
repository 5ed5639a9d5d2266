import TextUI
import Testing

@testable import Screens

/// All lists: a click opens the row that it is on, whatever the height of the terminal.
@Suite struct ListTests {
  /// Each list, and how many rows an item takes.
  private static let lists = [
    ("Contents, partly read", 1), ("Contents, filter open", 1), ("Search, found", 2),
    ("Widgets, list", 1), ("Bookmarks, two", 1), ("Statistics, a weak question", 1),
    ("Quiz, summary", 1),
  ]

  @Test(arguments: lists, 3...60)
  func aClickIsOnItsRow(list: (name: String, stride: Int), rows: Int) throws {
    let place = try #require(Place.named(list.name))
    let before = place.script(columns: 80, rows: rows)
    let body = Chrome.body(of: before.size, for: before.app.stack[before.app.stack.count - 1])
    let ends = [
      0, body.row - 1, body.row, body.row + 1, body.endRow - 2, body.endRow - 1, rows - 1,
    ]
    for row in Set(ends + [rows / 2]) where row >= 0 {
      var script = before
      script.send(.mouse(.click, Point(column: 10, row: row)))
      guard script.app.stack.count > before.app.stack.count else { continue }
      // What there is to do now stands above the list, and is no row of it.
      guard !["  Go on", "  Due"].contains(where: before.screen[row].hasPrefix) else { continue }
      #expect(body.contains(Point(column: 10, row: row)), "row \(row) is not the list's")
      // Back in the list, the cursor is on what was opened.
      script.press(.character("q"))
      script.settle()
      let marked = try #require(script.screen.first(where: Self.isMarked))
      let item = before.screen[max(0, row - list.stride + 1)...row].map(Self.plain)
      let isCut = list.stride > 1 && row == body.row
      #expect(item.contains(Self.plain(marked)) || isCut, "row \(row) of \(rows)")
    }
  }

  /// At a usual height every list has something to click on.
  @Test(arguments: lists)
  func someRowOpens(list: (name: String, stride: Int)) throws {
    let before = try #require(Place.named(list.name)).script(columns: 80, rows: 60)
    let opened = (0..<60).count { row in
      var script = before
      script.send(.mouse(.click, Point(column: 10, row: row)))
      return script.app.stack.count > before.app.stack.count
    }
    #expect(opened > 0)
  }

  private static func isMarked(_ line: String) -> Bool { line.contains("▸") }

  private static func plain(_ line: String) -> String { line.replacing("▸", with: " ") }
}
