import Testing
import TextUI

@testable import Screens

/// Going to a lesson or heading by letters of its title.
@Suite struct FinderTests {
  private let notes = [
    ("1.md", "# Vectors\n## Dot product\ntext\n### Worked example\nx\n## Norm\ntext\n"),
    ("2.md", "# Attention\n## Scaled dot products\nx\n#### Übung\ny\n"),
  ]

  private func opened() -> Script {
    var script = Script(notes, columns: 60, rows: 12)
    script.press(.control("p"))
    // Headings are looked for between keys.
    script.send(.tick)
    return script
  }

  @Test func theBestMatchStandsFirst() {
    var script = opened()
    #expect(script.marked(.selected).contains("1.1    Dot product"))
    script.type("dp")
    #expect(script.marked(.selected).contains("Dot product"))
    script.press(.down)
    #expect(script.marked(.selected).contains("Scaled dot products"))
    script.press(.enter)
    #expect(script.screen[0].contains("2.1 Scaled dot products"))
    // It is one step back, as if the finder had not been.
    script.press(.character("q"))
    #expect(script.screen[0].contains("Notes"))
  }

  @Test(arguments: ["wex", "worked", "ubung", "übung"])
  func headingsInsideLessonsAreFound(text: String) {
    var script = opened()
    script.type(text)
    script.press(.enter)
    #expect(script.screen.contains { $0.contains("Worked example") || $0.contains("Übung") })
    #expect(!script.screen[0].contains("Go to"))
  }

  @Test(arguments: [("1.2", "1.2 Norm"), ("2", "2.1 Scaled dot products")])
  func aNumberIsAName(number: String, title: String) {
    var script = opened()
    script.type(number)
    script.press(.enter)
    #expect(script.screen[0].contains(title), "\(script.screen[0])")
  }

  @Test func whatHasTheNumberAndTheTitleIsListedOnce() {
    var script = Script([("1.md", "# A\n## Step 1\nx\n## Norm\nx\n### Layer 1\nx\n")])
    script.press(.control("p"))
    script.send(.tick)
    script.type("1")
    #expect(script.screen.count { $0.contains("Step 1") && !$0.contains("Layer") } == 1)
    #expect(script.screen.count { $0.contains("Layer 1") } == 1)
    #expect(script.screen[0].contains("3 matches"), "\(script.screen[0])")
  }

  @Test func questionsAreNoHeadings() {
    let question = "### Which worked?\n<!-- quiz id=w -->\n\n1. [x] this\n1. [ ] that\n"
    var script = Script([("1.md", "# A\n## Sums\n\(question)\n### Worked example\nx\n")])
    script.press(.control("p"))
    script.send(.tick)
    script.type("work")
    #expect(script.screen.contains { $0.contains("Worked example") })
    #expect(!script.screen.contains { $0.contains("Which worked?") })
  }

  @Test func lettersAreTypedAndNotKeys() {
    var script = opened()
    script.type("q?T")
    #expect(script.screen.contains { $0.contains("Go to: q?T") })
    #expect(script.screen.contains { $0.contains("No title holds \"q?T\".") })
    script.press(.escape)
    #expect(script.screen[0].contains("Notes"))
  }

  @Test func aLineGoesToTheBestMatch() {
    var script = opened()
    _ = script.choose("zzz")
    #expect(script.app.message == "No title holds \"zzz\"")
    _ = script.choose("norm")
    #expect(script.screen[0].contains("1.2 Norm"))
  }
}
