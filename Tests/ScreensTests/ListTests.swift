import Notes
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
    let screen = before.screen
    let body = Chrome.body(of: before.size, for: before.app.stack[before.app.stack.count - 1])
    let ends = [
      0, body.row - 1, body.row, body.row + 1, body.endRow - 2, body.endRow - 1, rows - 1,
    ]
    for row in Set(ends + [rows / 2]) where row >= 0 {
      var script = before
      script.send(.mouse(.click, Point(column: 10, row: row)))
      guard script.app.stack.count > before.app.stack.count else { continue }
      // What there is to do now stands above the list, and is not a row of it.
      guard !["  Go on", "  Due"].contains(where: screen[row].hasPrefix) else { continue }
      #expect(body.contains(Point(column: 10, row: row)), "row \(row) is not the list's")
      // Back in the list, the cursor is on what was opened.
      script.press(.character("q"))
      script.settle()
      let marked = try #require(script.screen.first(where: Self.isMarked))
      let item = screen[max(0, row - list.stride + 1)...row].map(Self.plain)
      let isCut = list.stride > 1 && row == body.row
      #expect(item.contains(Self.plain(marked)) || isCut, "row \(row) of \(rows)")
    }
  }

  /// Lists in which a click moves the cursor, or what it carries, and opens nothing.
  private static let choices = [
    "Quiz, one, asked", "Quiz, all, asked", "Quiz, order, asked", "Quiz, recall, judging",
    "Quiz, pairs, asked",
  ]

  /// Where a click does something, the cursor is on the line that was clicked, or on the first of
  /// its lines.
  @Test(arguments: choices, 3...60)
  func aClickChoosesItsRow(name: String, rows: Int) throws {
    let before = try #require(Place.named(name)).script(columns: 80, rows: rows)
    let screen = before.screen
    let body = Chrome.body(of: before.size, for: before.app.stack[before.app.stack.count - 1])
    for row in 0..<rows {
      var script = before
      script.send(.mouse(.click, Point(column: 10, row: row)))
      let after = script.screen
      guard after != screen else { continue }
      #expect(body.contains(Point(column: 10, row: row)), "row \(row) is not the list's")
      // What is clicked may go over several lines.
      let first = screen[...row].last { Self.begins($0) } ?? ""
      let clicked = Self.label(first)
      let marked = after.filter(Self.isMarked).map(Self.label)
      // A definition goes to the term that the cursor was on.
      let given = after.contains { $0.contains("[\(clicked.prefix(1))]") }
      #expect(marked.contains(clicked) || given, "row \(row) of \(rows): \(clicked)")
    }
  }

  @Test(arguments: ["Reader, outline focused", "Reader, outline left"], 3...60)
  func aClickInTheOutlineGoesToItsHeading(name: String, rows: Int) throws {
    let before = try #require(Place.named(name)).script(columns: 120, rows: rows)
    let screen = before.screen
    let body = Chrome.body(of: before.size, for: before.app.stack[before.app.stack.count - 1])
    // A figure stands above the outline where there is room for both.
    let head = (body.row..<body.endRow).first { screen[$0].contains("In this lesson") }
    let first = (head ?? body.row) + 1
    for row in first..<max(first, body.endRow) {
      let title = Self.plain(String(screen[row].split(separator: "│").last ?? "")).trimmed
      var script = before
      script.send(.mouse(.click, Point(column: 92, row: row)))
      guard !title.isEmpty, script.screen != screen else { continue }
      let lesson = script.screen[body.row..<body.endRow].map {
        $0.split(separator: "│").first.map(String.init) ?? ""
      }
      #expect(lesson.contains { $0.contains(title) }, "\(title) is not in view")
    }
  }

  /// Whether an item begins on a line: with its number, or the box of its answer.
  private static func begins(_ line: String) -> Bool {
    let start = plain(line).trimmed.first
    return start == "[" || start?.isNumber == true
  }

  /// A line's words, without the cursor and the boxes before them.
  private static func label(_ line: String) -> String {
    plain(line).replacing("[x]", with: "[ ]").drop { !$0.isLetter && !$0.isNumber }.trimmed
  }

  /// At a usual height every list has something to click on.
  @Test(arguments: choices)
  func someRowIsChosen(name: String) throws {
    let before = try #require(Place.named(name)).script(columns: 80, rows: 60)
    let screen = before.screen
    let chosen = (0..<60).count { row in
      var script = before
      script.send(.mouse(.click, Point(column: 10, row: row)))
      return script.screen != screen
    }
    #expect(chosen > 1)
  }

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
