import Testing
import TextUI

/// Editing as in a shell.
@Suite struct TextFieldTests {
  /// The line after some keys; `|` marks where the cursor stands.
  private func edit(_ line: String, _ keys: [Key]) -> String {
    let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    var field = TextField(parts.joined())
    for _ in parts[1] { _ = field.update(.key(.left)) }
    for key in keys {
      let isTaken = field.update(.key(key))
      #expect(isTaken, "\(key)")
    }
    let characters = Array(field.text)
    return String(characters[..<field.position]) + "|" + String(characters[field.position...])
  }

  @Test(arguments: [
    // What bash 5.2 does (`bind -p`), tried by hand.
    ("one two-three|", [Key.alt("b")], "one two-|three"),
    ("one two-three|", [.alt("b"), .alt("b"), .alt("b"), .alt("b")], "|one two-three"),
    ("one two|", [.with(.control, .left)], "one |two"),
    ("one two|", [.with(.alt, .left)], "one |two"),
    ("|one, two", [.alt("f")], "one|, two"), ("one|, two", [.with(.control, .right)], "one, two|"),
    ("|one", [.with(.alt, .right), .with(.alt, .right)], "one|"),
    ("a one two-three|", [.control("w")], "a one |"), ("one  |", [.control("w")], "|"),
    ("one two-three|", [.with(.alt, .backspace)], "one two-|"),
    ("one two|", [.with(.control, .backspace)], "one |"),
    ("one| two three", [.alt("d")], "one| three"),
    ("|one two", [.with(.control, .delete)], "| two"),
    ("one| two", [.control("k")], "one|"), ("one| two", [.control("u")], "| two"),
    ("one two|", [.control("w"), .control("a"), .control("y")], "two|one "),
    ("one two|", [.control("u"), .control("y"), .control("y")], "one twoone two|"),
    ("|one", [.control("w"), .control("u"), .control("y")], "|one"),
    ("o|ne", [.control("b"), .control("d")], "|ne"), ("o|ne", [.control("f")], "on|e"),
    ("o|ne", [.control("e")], "one|"), ("one|", [.home], "|one"), ("|one", [.end], "one|"),
    ("é漢|x", [.backspace], "é|x"), ("e|x", [.character("\u{301}")], "e\u{301}|x"),
    ("|", [.alt("b"), .alt("f"), .alt("d"), .control("w"), .with(.alt, .backspace), .delete], "|"),
  ])
  func aKey(_ before: String, _ keys: [Key], _ after: String) {
    #expect(edit(before, keys) == after)
  }

  /// What is not an edit is left to whoever holds the field.
  @Test(arguments: [
    Key.enter, .escape, .tab, .up, .down, .function(1), .control("x"), .alt("x"), .pageUp,
    .with(.control, .up), .with(.other, .left), .with([.control, .alt], .left),
    .with(.control, .home), .with(.alt, .enter),
  ])
  func noEdit(_ key: Key) {
    var field = TextField("one")
    let isTaken = field.update(.key(key))
    #expect(!isTaken)
    #expect(field == TextField("one"))
  }

  @Test func aPasteIsTextOfOneLine() {
    var field = TextField("ab")
    _ = field.update(.key(.left))
    _ = field.update(.pasted("q\tx\ny"))
    #expect(field.text == "aq x yb" && field.position == 6)
  }

  @Test func theCursorMayBeginAnywhere() {
    #expect(TextField("abc", position: 1).position == 1)
    #expect(TextField("abc", position: 9).position == 3 && TextField("abc").position == 3)
  }

  @Test func editingWorksAtTheCursor() {
    var field = TextField("ac")
    for key in [Key.left, .character("b"), .end, .character("d")] { _ = field.update(.key(key)) }
    #expect(field.text == "abcd")
    _ = field.update(.key(.home))
    _ = field.update(.key(.delete))
    _ = field.update(.key(.backspace))
    #expect(field.text == "bcd" && field.position == 0)
    _ = field.update(.pasted("x\ny"))
    #expect(field.text == "x ybcd")
    _ = field.update(.key(.control("w")))
    #expect(field.text == "x bcd")
    _ = field.update(.key(.control("u")))
    #expect(field.text == "bcd")
    let took = field.update(.key(.enter))
    #expect(!took)
  }
}
