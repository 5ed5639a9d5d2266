import Notes
import Testing

@testable import Widgets

/// A wrong word in any input of any fence is told where it stands.
@Suite struct FencePlaceTests {
  @Test func aWrongWordInEachInput() throws {
    var told = 0
    for type in allWidgets {
      let lines = type.example.text.split(separator: "\n").map(String.init)
      for (index, line) in lines.enumerated() {
        let head = line.prefix { $0 != "=" }
        // Another input says what of these words is missed.
        guard head.count < line.count, !(type.name == "embedding" && head == "words ") else {
          continue
        }
        var words = line.dropFirst(head.count + 2).split(
          separator: " ", omittingEmptySubsequences: false)
        words[words.count - 1] = "zzq"
        let wrong = head + "= " + words.joined(separator: " ")
        var text = lines
        text[index] = String(wrong)
        let fence = Block(
          .code(info: type.name, text: text.joined(separator: "\n")), line: 2)
        let problems = WidgetFinder.find(in: [fence], title: "").problems.map(\.diagnostic)
        guard !problems.isEmpty else { continue }
        told += 1
        #expect(
          problems.contains { $0.line == index + 2 && $0.column == wrong.count - 2 },
          "\(type.name): \(wrong)\n\(problems)")
      }
    }
    #expect(told > 60)
  }

  @Test func inputsBehindTheName() {
    let fence = Block(.code(info: "dot-product u=1,2 v=3,4", text: ""), line: 8)
    #expect(
      WidgetFinder.find(in: [fence], title: "").problems.map(\.diagnostic.remedy) == [
        "write u = 1,2, v = 3,4, each on a line of its own below it"
      ])
  }

  @Test func whatHasAnotherNameIsNotMissing() {
    let fence = Block(.code(info: "dot-product", text: "q = 1 2\nw = 3 4"), line: 2)
    #expect(
      WidgetFinder.find(in: [fence], title: "").problems.map { $0.diagnostic.text } == [
        ":2:1: error: dot-product has no input \"q\": did you mean u?",
        ":3:1: error: dot-product has no input \"w\": did you mean v?",
      ])
  }

  /// The columns before a fence count, and those that its lines have beyond it.
  @Test(arguments: [
    ("```dot-product\nu = 1 2 x\nv = 1 2 3\n```", "2:9"),
    ("   ```dot-product\n   u = 1 2 x\n   v = 1 2 3\n   ```", "2:12"),
    ("   ```dot-product\n     u = 1 2 x\n   v = 1 2 3\n   ```", "2:14"),
    ("  ```dot-product\n  u = 1 2 3\n  v = 1 2 x\n  ```", "3:11"),
    ("  ```dot-produc\n  u = 1 2 3\n  v = 1 2 3\n  ```", "1:6"),
  ])
  func fencesThatAreIndented(text: String, place: String) {
    let blocks = Markdown.parse(Array(text.utf8)).blocks
    let found = WidgetFinder.find(in: blocks, title: "").problems.map(\.diagnostic)
    #expect(found.map { "\($0.line):\($0.column)" } == [place], "\(found)")
  }
}
