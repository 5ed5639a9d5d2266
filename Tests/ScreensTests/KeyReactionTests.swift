import Notes
import Quiz
import Testing
import TextUI
import Widgets

@testable import Screens

/// The tables of keys say all that keys do, and the footer nothing that they do not.
@Suite struct KeyReactionTests {
  /// What is to be seen of a program, but for the line that any key takes away.
  private struct Seen: Equatable {
    let screen: [String]
    let cursor: Point?
    let depth: Int
    let keys: [Shortcut]

    init(_ script: Script) {
      var script = script
      script.settle()
      let rows = script.screen
      screen = Array(rows.dropLast(2)) + rows.suffix(1)
      cursor = script.canvas.cursor
      depth = script.app.stack.count
      keys = script.app.keys
    }
  }

  /// Keys that need no other held; `TerminalKeyTests` has those that do.
  private static let keys: [Key] =
    (0x20..<0x7F).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
    + [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .character("π"), .character("é"),
    ]

  /// States that a key leaves which means nothing: what is asked there is answered by it.
  private static let asking = [
    "Reader, link question", "Reader, a mark asked for", "Quiz, words, then a key",
  ]

  private static func isText(_ key: Key, in script: Script) -> Bool {
    guard script.app.prompt != nil || script.app.stack.last?.takesLetters == true else {
      return false
    }
    var field = TextField("some text")
    return field.update(.key(key))
  }

  /// What is said stays until the next key, whichever it is.
  private static func withoutMessages(_ script: Script) -> Script {
    var script = script
    script.press(.function(12))
    return script
  }

  /// The steps of a widget share their keys.
  private static let places = Place.all.filter {
    !asking.contains($0.name) && !$0.state.hasPrefix("step ")
  }

  @Test(arguments: places)
  func aKeyThatIsInNoTableDoesNothing(place: Place) {
    let start = place.script(columns: 40, rows: 12)
    let known = Set((start.app.keys + Everywhere.table.all).flatMap(\.keys))
    let others = Self.keys.filter { !known.contains($0) && !Self.isText($0, in: start) }
    let before = Seen(Self.withoutMessages(start))
    var script = start
    for key in others {
      script.press(key)
      #expect(script.effects.isEmpty, "\(key.label)")
    }
    guard Seen(script) != before else { return }
    for key in others {
      var script = start
      script.press(key)
      #expect(Seen(script) == before, "\(key.label) does something that no table tells")
    }
  }

  /// Hands that know `less` or vim are told which key does what they meant.
  @Test(arguments: [
    ("v", "v does nothing here; E: edit"), ("*", "* does nothing here; /: search"),
    ("$", "$ does nothing here; G: to the end"), ("`", "` does nothing here; ': to a mark"),
    ("Z", "ZZ or ZQ ends the program"),
    ("h", "h does nothing here; ? shows the keys"),
    ("é", "é does nothing here; ? shows the keys"), ("f", "End of the lesson"), ("<", ""),
  ]) func whatDoesNothingIsSaid(typed: String, told: String) {
    var script = Script([("a.md", "# A\n\n## One\n\ntext\n\n## Two\n\ntext\n")])
    script.press(.enter)
    script.type(typed)
    #expect(told.isEmpty ? script.messageLine.trimmed.isEmpty : script.messageLine.contains(told))
    script.press(.control("e"))
    #expect(!script.messageLine.contains("does nothing"))
    script.press(.control("o"))
    #expect(script.messageLine.contains("Ctrl-O does nothing here; ': to a mark"))
    script.press(.control("x"))
    #expect(script.messageLine.trimmed.isEmpty)
    script.press(.control("g"))
    #expect(script.messageLine.contains("a.md, line 1"))
  }

  @Test(arguments: [
    (":q", false), (":$", true), (":0", true), (":wq", false), (":abc", true), (":n", true),
    (":p", true),
  ])
  func aLineThatIsTypedLeadsToOneOrAway(typed: String, staysInTheLesson: Bool) {
    var script = Script([("a.md", "# A\n\n## One\n\ntext\n\n## Two\n\ntext\n")])
    script.press(.enter)
    script.type(typed)
    script.press(.enter)
    #expect((script.app.screen is Screens.Reader) == staysInTheLesson)
    if [":$", ":n"].contains(typed) { #expect(script.screen[0].contains("Two")) }
    if typed == ":abc" { #expect(script.messageLine.contains("abc is not the number of a line")) }
  }

  /// What the footer offers changes more than the line of messages.
  @Test(arguments: Place.all) func whatTheFooterOffersDoesSomething(place: Place) {
    let start = place.script(columns: 60, rows: 16)
    let isAsked = Self.asking.contains(place.name)
    let before = Seen(isAsked ? start : Self.withoutMessages(start))
    for shortcut in start.app.keys {
      guard let footer = shortcut.footer else { continue }
      let partners = start.app.keys.filter { footer.partners.contains($0.id) }
      let does = ([shortcut] + partners).flatMap(\.keys).contains { key in
        var script = start
        script.press(key)
        return !script.effects.isEmpty || Seen(script) != before
      }
      #expect(does, "\(shortcut.label) \(footer.text)")
    }
  }
}
