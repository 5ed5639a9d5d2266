import Notes
import Testing
import TextUI

@testable import Screens

/// What is asked before a link opens: the host first, and nothing cut off.
@Suite struct LinkQuestionTests {
  private static let long =
    "https://google.com-----------------------------------------@evil.example/"
    + String(repeating: "path/", count: 60)

  private func script(_ link: String, columns: Int, rows: Int) -> Script {
    var script = Script(
      [("a.md", "# A\n\n[out](<\(link)>)\n")], columns: columns, rows: rows,
      opening: [.contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
    script.press(.tab, .enter)
    return script
  }

  /// The body's rows, each without what frames it.
  private func body(_ script: Script) -> [String] {
    script.screen.map { $0.trimmed }
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)])
  func theHostComesFirst(columns: Int, rows: Int) throws {
    let script = script(Self.long, columns: columns, rows: rows)
    let body = body(script)
    let host = try #require(body.firstIndex { $0.contains("Host: evil.example") })
    #expect(!body[..<host].contains { $0.contains("google") && $0.contains("-----") })
    #expect(script.screen.contains { $0.contains("Open in a browser?") })
  }

  @Test(arguments: [80, 40, 20, 9])
  func nothingIsCutOff(width: Int) throws {
    let address = try WebAddress(Self.long)
    let lines = LinkQuestion(address).lines(width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.map(\.text).joined().hasSuffix(address.opened))
  }

  @Test func aLongOneIsScrolledThrough() {
    var script = script(Self.long, columns: 20, rows: 5)
    var seen = ""
    for _ in 0..<60 {
      seen += body(script).joined()
      script.press(.character("j"))
    }
    #expect(seen.contains("k: back up") && body(script).joined().contains("path/"))
    script.press(.character("k"))
    #expect(script.effects.isEmpty)
    script.press(.character("y"))
    #expect(script.effects == [.openLink(Self.long)])
  }

  @Test func aNameThatIsNotASCIIIsShownInASCIIToo() {
    var script = script("https://аpple.com/x", columns: 40, rows: 12)
    let text = body(script).joined(separator: "\n")
    #expect(text.contains("Host: аpple.com\nASCII: xn--pple-43d.com\nhttps://xn--pple-43d.com/x"))
    script.press(.enter)
    #expect(script.effects == [.openLink("https://xn--pple-43d.com/x")])
  }

  @Test func theUserIsNoHost() {
    let script = script("https://google.com@evil.example", columns: 80, rows: 24)
    #expect(body(script).contains("User, not host: google.com"))
    #expect(
      script.app.message
        == "The link leads to evil.example (google.com before the @ is a user's name, not the host): "
        + "https://google.com@evil.example")
  }

  @Test func anyOtherKeySaysNo() {
    var script = script("https://a.b", columns: 80, rows: 24)
    script.press(.character("n"))
    #expect(script.effects.isEmpty)
    #expect(!script.screen.contains { $0.contains("Host:") })
  }

  @Test(arguments: ["y", "yes", "y\n", "\n"])
  func aPasteIsNoAnswer(_ text: String) {
    var script = script("https://a.b", columns: 80, rows: 24)
    script.send(.pasted(text))
    #expect(script.effects.isEmpty && script.screen.contains { $0.contains("Host:") })
    script.press(.character("y"))
    #expect(script.effects == [.openLink("https://a.b")])
  }

  @Test func whatBrowsersReadOtherwiseLeadsNowhere() {
    let script = script("https://google.com\\\\@evil.example", columns: 80, rows: 24)
    #expect(script.app.message?.hasPrefix("This link leads nowhere: ") == true)
  }
}
