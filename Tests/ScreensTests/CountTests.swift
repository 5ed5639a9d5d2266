import TextUI
import Testing

@testable import Notes
@testable import Screens

/// `5j`, `50%`, `3]`: a number before a key.
@Suite struct CountTests {
  private static let long = (1...200).map { "line \($0)\n\n" }.joined()
  private static let notes = [
    ("a.md", "# A\n\n## One\n\n\(long)\n## Two\n\nx\n\n## Three\n\ny\n\n## Four\n\nz\n")
  ]
  private static func reader() -> Script {
    Script(
      notes, opening: [.contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
  }

  /// The number of the line of text that is on top.
  private func top(_ script: Script) -> String {
    script.screen.first { $0.contains("line ") }?.filter(\.isNumber) ?? ""
  }

  @Test(arguments: [
    ("8j", "2"), ("14j", "5"), ("14j2k", "4"), ("20G", "8"), ("G20g", "8"), ("5}", "4"),
    ("5}2{", "2"),
    ("0j0j6j", "2"), ("2 ", "16"),
  ])
  func motionsAreRepeated(_ keys: String, _ line: String) {
    var script = Self.reader()
    script.type(keys)
    #expect(top(script) == line)
  }

  @Test(arguments: [("50%", "50 %"), ("100%", "100 %"), ("9999%", "100 %"), ("25%", "25 %")])
  func percentIsAPartOfTheLesson(_ keys: String, _ status: String) {
    var script = Self.reader()
    script.type(keys)
    #expect(script.screen[0].hasSuffix(status))
  }

  /// Nothing of it lies above the beginning; to other keys 0 is no count.
  @Test func zeroIsAPartAndNoCount() {
    var script = Self.reader()
    let begun = script.screen
    script.type("G0%")
    #expect(script.screen == begun)
    script.type("0G")
    let end = script.screen
    script.type("0%G")
    #expect(script.screen == end && end != begun)
  }

  @Test func lessonsAreCountedToo() {
    var script = Self.reader()
    script.type("3]")
    #expect(script.screen[0].contains("Four"))
    script.type("2[")
    #expect(script.screen[0].contains("Two"))
    // Beyond the end the last one stays.
    script.type("9]")
    #expect(script.screen[0].contains("Four"))
  }

  @Test func theCountIsShownAndGoesWithTheKey() {
    var script = Self.reader()
    script.type("12")
    #expect(script.messageLine.contains("12 times"))
    script.press(.escape)
    #expect(!script.messageLine.contains("12"))
    script.type("j")
    #expect(top(script) == "1")
    script.type("%")
    #expect(script.messageLine.contains("50%"))
  }

  @Test func inATextDigitsAreText() {
    var script = Self.reader()
    script.type("/line 42")
    #expect(script.app.prompt?.field.text == "line 42")
  }

  @Test func listsCountToo() {
    var script = Script(Self.notes)
    script.type("g3j")
    script.press(.enter)
    #expect(script.screen[0].contains("Three"))
  }

  /// However often, a key that leads elsewhere does it once.
  @Test func aCountEndsWhereAnotherScreenBegins() {
    var script = Self.reader()
    script.type("99w")
    #expect(script.app.title == "Widgets")
    script.type("99q")
    #expect(script.app.stack.count == 2)
  }
}
