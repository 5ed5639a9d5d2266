import Scheduling
import Testing
import TextUI

@testable import Screens

/// What a config file says, and what is said of one that says nothing.
@Suite struct ConfigTests {
  @Test func eachKindOfLineIsRead() {
    let config = Config(
      """
      # mine
      theme = light
      color=never   # in every window
      width = 100

      notes = ~/my notes # and more
      mouse = no
      still = yes
      easy-days = sun sat # the family
      color.accent = #7aa2f7
      color.good = bright green
      key.reader.next = x Ctrl-N Space
      key.contents.quiz = F5
      """)
    #expect(config.problems == [])
    #expect(config.theme == .light && config.colour == .never && config.width == 100)
    #expect(config.notes == "~/my notes" && !config.mouse && config.still && !config.ascii)
    #expect(config.colours[.accent]?.rgb == 0x7AA2F7 && config.colours[.accent]?.ansi == 12)
    #expect(config.colours[.good]?.ansi == 10)
    #expect(
      config.keys[Shortcut.ID(.reader, "next")]
        == [.character("x"), .control("n"), .character(" ")])
    #expect(config.keys[Shortcut.ID(.contents, "quiz")] == [.function(5)])
    #expect(config.lines["width"] == 4)
    #expect(config.easyDays.text == "sat sun")
  }

  @Test(arguments: [
    ("theme light", "write name = value, such as theme = light"),
    ("theme = ligth", "theme is one of dark, light, mono, not \"ligth\"; did you mean light?"),
    ("them = light", "there is no them; did you mean theme?"),
    ("width = 7", "width is a whole number from 20 to 200, not \"7\""),
    ("mouse = maybe", "mouse is one of yes, no, not \"maybe\""),
    (
      "easy-days = sat; sun",
      "easy-days is days of the week with blanks or commas between, such as sat sun, not \"sat; sun\""
    ),
    (
      "easy-days = mon tue wed thu fri sat sun",
      "easy-days names all seven days, and where each is easy none is: leave out those on which more may fall due"
    ),
    (
      "color.accent = blu",
      "\"blu\" is no colour; write #7aa2f7, or a name such as cyan or bright blue"
    ),
    (
      "color.accent = #12345",
      "\"#12345\" is no colour; write #7aa2f7, or a name such as cyan or bright blue"
    ),
    (
      "key.reader.next = xx",
      "\"xx\" is no key; write x, Space, PgDn, F5, Ctrl-P or Alt-b, several with blanks between"
    ),
    ("key.reader.nxt = x", "there is no key.reader.nxt; did you mean key.reader.next?"),
    ("theme = dark\ntheme = light", "theme is set on line 1 already; one of them has to go"),
    (
      "key.reader.next = x\nkey.reader.outline = x",
      "x is given to key.reader.next already; give one of them another key"
    ),
    (
      "key.reader.down = q",
      "q is the key of key.reader.contents, which would have none: take another here, or give "
        + "that one its own, such as key.reader.contents = F5"
    ),
    ("key.contents.quizz = x", "there is no key.contents.quizz; did you mean key.contents.quiz?"),
    (
      "\u{1B}]0;x\u{7} = y", "there is no \u{1B}]0;x\u{7}; `attend config` prints all that there is"
    ),
  ])
  func aLineThatSaysNothingIsTold(text: String, message: String) {
    let config = Config(text)
    #expect(config.problems.map(\.message) == [message])
    #expect(config.problems.first?.line == text.split(separator: "\n").count)
  }

  /// What is told as wrong does not hold, and what it would have taken does.
  @Test func aLineWithAMistakeIsIgnored() {
    let taken = Config("key.reader.down = q\nkey.reader.up = x")
    #expect(taken.problems.map(\.line) == [1])
    #expect(taken.keys == [Shortcut.ID(.reader, "up"): [.character("x")]])
    #expect(taken.lines["key.reader.down"] == nil)
    // Of two the one that comes first in the file.
    let twice = Config("key.reader.outline = x\nkey.reader.next = x")
    #expect(twice.problems.map(\.line) == [2])
    #expect(twice.keys == [Shortcut.ID(.reader, "outline"): [.character("x")]])
    // Two that change places lose nothing.
    #expect(Config("key.reader.next = [\nkey.reader.previous = ]").problems == [])
  }

  /// Nothing behind the sign, as `attend config` prints it, changes nothing.
  @Test func emptyValuesAreWhatHoldsWithoutThem() {
    let lines = ConfigOption.all.map { "\($0.name) =" }.joined(separator: "\n")
    let config = Config(lines)
    #expect(config.problems == [])
    #expect(config.theme == nil && config.keys.isEmpty && config.colours.isEmpty)
  }

  /// What is told of a value can be written again.
  @Test func valuesAreToldAsTheyAreWritten() throws {
    let text = """
      theme = mono
      color = always
      width = 60
      notes = /a b
      mouse = no
      still = yes
      ascii = yes
      color.link = #0a0b0c
      key.reader.previous = ← Alt-x
      """
    let first = Config(text)
    #expect(first.problems == [])
    let told = ConfigOption.all.map { "\($0.name) = \($0.value(first))" }.joined(separator: "\n")
    let second = Config(told)
    #expect(second.problems == [])
    for option in ConfigOption.all { #expect(option.value(first) == option.value(second)) }
  }

  /// Each key of each table has a name that reads back as the same key.
  @Test func everyKeyCanBeNamed() {
    for row in KeyTables.all.joined() {
      for key in row.keys { #expect(Key(name: key.label) == key, "\(row.scope.name) \(key.label)") }
    }
  }

  @Test func eachOptionHasANameOfItsOwn() {
    let names = ConfigOption.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(!names.contains { $0.contains(" ") || $0.contains("=") || $0.contains("#") })
  }
}
