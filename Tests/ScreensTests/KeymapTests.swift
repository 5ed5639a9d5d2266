import Notes
import Quiz
import TestSupport
import Testing
import TextUI
import Widgets

@testable import Screens

/// The reader's own keys, on every kind of screen.
@Suite struct KeymapTests {
  private func script(
    _ place: String, _ own: [(KeyScope, String, [Key])]
  ) throws -> Script {
    var script = try #require(Place.named(place)).script(columns: 80, rows: 24)
    var names: [Shortcut.ID: [Key]] = [:]
    for (scope, word, keys) in own { names[Shortcut.ID(scope, word)] = keys }
    script.rebind(Keymap(names))
    return script
  }

  @Test func aKeyOfOnesOwnActsAndIsTold() throws {
    var script = try script("Reader, plain", [(.reader, "next", [.character("x")])])
    #expect(script.screen.last?.contains("x next lesson") == true)
    let before = script.screen[0]
    script.press(.character("]"), .right)
    #expect(script.screen[0] == before, "the default keys are free")
    script.press(.character("G"), .character(" "))
    #expect(script.app.message?.hasPrefix("End of the lesson; x goes on to") == true)
    script.press(.character("?"))
    #expect(script.screen.contains { $0.contains("x ") && $0.contains("the next lesson") })
    #expect(!script.screen.contains { $0.contains("]") })
    script.press(.character("q"), .character("x"))
    #expect(script.screen[0].contains("1.2"))
  }

  @Test func aKeyIsTakenFromTheRowThatHadIt() throws {
    var script = try script("Reader, plain", [(.reader, "quiz", [.character("o")])])
    #expect(!script.app.keys.contains { $0.word == "outline" })
    script.press(.character("o"))
    #expect(script.app.title.hasPrefix("Quiz"))
  }

  @Test func overlaysWidgetsAndAnswersHaveTheirOwnToo() throws {
    var script = try script("Reader, outline focused", [(.outline, "open", [.character("x")])])
    script.press(.enter)
    #expect(script.screen.last?.contains("x go there") == true)
    script.press(.character("x"))
    #expect(script.screen.last?.contains("x go there") == false)

    script = try self.script("attention, example", [(.widget("attention"), "next", [.function(5)])])
    let step = script.screen[0]
    script.press(.character("n"), .character(" "))
    #expect(script.screen[0] == step)
    script.press(.function(5))
    #expect(script.screen[0] != step)

    script = try self.script("Quiz, all, asked", [(.answer("all-that-apply"), "tick", [.tab])])
    script.press(.tab)
    #expect(script.screen.contains { $0.contains("[x]") })

    script = try self.script("Quiz, one, how sure", [(.confidence, "certain", [.character("z")])])
    #expect(script.screen.contains { $0.contains("z certain") })
    script.press(.character("z"))
    #expect(script.effects.contains { if case .record = $0 { true } else { false } })
  }

  /// Where each key of a row means something else, the place in the row counts.
  @Test func rowsOfNumbersKeepTheirOrder() {
    let row = Shortcut(
      id: Shortcut.ID(.definition, "see"), keys: "12345".map { .character($0) }, help: "")
    let keymap = Keymap([Shortcut.ID(.definition, "see"): "abcde".map { .character($0) }])
    #expect(keymap.standard(.character("c"), among: [row]) == .character("3"))
    #expect(keymap.standard(.character("3"), among: [row]) == nil)
    #expect(keymap.standard(.character("z"), among: [row]) == .character("z"))
  }

  @Test func lettersThatAreTypedStayText() throws {
    var script = try script("Quiz, words, asked", [(.quiz, "hint", [.character("x")])])
    script.type("x")
    #expect(script.screen.contains { $0.contains("[x_") })
    script.press(.alt("x"))
    #expect(script.screen.contains { $0.contains("Hint: ") })
    script = try self.script("Reader, search open", [(.find, "cancel", [.character("d")])])
    script.type("d")
    #expect(script.app.prompt?.field.text == "wordd")
    script.press(.alt("d"))
    #expect(script.app.prompt == nil)
  }

  @Test func theKeysOfAllScreensCanBeOthers() throws {
    var script = try script(
      "Reader, plain",
      [(.everywhere, "keys", [.function(1)]), (.reader, "next", [.character("?")])])
    #expect(script.screen.last?.hasSuffix("F1 keys") == true)
    script.press(.function(1))
    #expect(script.app.title.hasPrefix("Keys: "))
    script.press(.character("q"), .character("?"))
    #expect(script.screen[0].contains("1.2"))
  }
}
