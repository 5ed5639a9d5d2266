import Notes
import Quiz
import TestSupport
import Testing
import TextUI

@testable import Screens

/// What follows from the tables of keys follows for all screens and overlays.
@Suite struct KeyTableTests {
  /// Whatever a screen offers stands in the manual page, with the same keys.
  @Test(arguments: Place.all) func theManualHasEveryKey(place: Place) {
    let tables = KeyTables.all
    for shortcut in place.script(columns: 80, rows: 24).app.keys {
      let row = tables.joined().first {
        $0.id == shortcut.id && Set(shortcut.keys).isSubset(of: $0.keys)
      }
      #expect(row != nil, "\(shortcut.scope.title): \(shortcut.label) \(shortcut.word)")
    }
  }

  @Test func eachTableStandsThereOnce() {
    let scopes = KeyTables.all.compactMap(\.first?.scope)
    #expect(scopes.count == KeyTables.all.count, "a table without a row")
    for names in [scopes.map(\.name), scopes.map(\.title)] {
      #expect(Set(names).count == scopes.count, "\(names)")
    }
    for table in KeyTables.all { #expect(Set(table.map(\.scope)).count == 1) }
  }

  /// In one state a key of a table means one thing.
  @Test(arguments: Place.all) func noKeyMeansTwoThings(place: Place) {
    let script = place.script(columns: 80, rows: 24)
    var seen: [Key: String] = [:]
    for shortcut in script.app.keys {
      for key in shortcut.keys {
        #expect(seen[key] == nil, "\(key.label): \(seen[key] ?? "") and \(shortcut.word)")
        seen[key] = shortcut.word
      }
    }
  }

  /// Help shows all keys and all words, at any size, however one has to scroll.
  @Test(arguments: [(20, 5), (24, 8), (40, 12), (80, 24), (120, 40), (200, 60)])
  func helpIsWholeAtEverySize(columns: Int, rows: Int) throws {
    let places = Place.all.filter { $0.screen == "Help" }
    for place in places {
      var script = place.script(columns: columns, rows: rows)
      let help = try #require(script.app.stack.last as? Help)
      let body = Chrome.body(of: script.size, for: help)
      var seen: [String] = []
      for _ in 0..<400 {
        seen += script.screen[body.row..<body.endRow].map(\.trimmed)
        let before = script.screen
        script.press(.down)
        if script.screen == before { break }
      }
      let text = Set(seen.flatMap { $0.split(separator: " ") })
      for shortcut in help.shortcuts {
        let words = "\(shortcut.label) \(shortcut.help)".split(separator: " ")
        for word in words {
          // A word wider than the screen is broken.
          let isWhole = text.contains(word) || word.count > columns - 8
          #expect(isWhole, "\(word) of \(place.name) at \(columns)x\(rows)")
        }
      }
      #expect(seen.allSatisfy { !$0.hasSuffix("…") }, "\(place.name) at \(columns)x\(rows)")
    }
  }
}
