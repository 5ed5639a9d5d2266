import Notes
import Testing

@testable import Widgets

/// Lists in a fence that go together have one length: where one is shorter, its author is told, and the text that is
/// told mends it.
@Suite struct UnequalListTests {
  private func findings(_ fence: String) -> [Diagnostic] {
    WidgetFinder.diagnostics(
      WidgetFinder.find(in: Markdown.parse(Array(fence.utf8)).blocks, title: ""), linesBefore: 0)
  }

  /// Each widget with names, with one of them less.
  @Test func everyListOfNames() {
    var count = 0
    for type in allWidgets {
      for key in ["words", "vocabulary", "key-words"] where type.inputKeys.contains(key) {
        let names = (type.example[key] ?? "a, b, c").split(separator: ",").map {
          String($0).trimmed
        }
        // A number is none.
        guard names.count > 2 else { continue }
        // Queries have names of their own then, and what is looked for is there.
        var inputs = key == "key-words" ? type.example.with("words", "a, b") : type.example
        if inputs["query"] != nil { inputs = inputs.with("text", names[0]) }
        inputs = inputs.with(key, names.dropLast().joined(separator: ", "))
        let found = findings("```\(type.name)\n\(inputs.text)```\n")
        #expect(found.count == 1, "\(type.name) \(key): \(found)")
        guard let told = found.first else { continue }
        count += 1
        #expect(told.severity == .warning && told.line > 1 && told.column > 1)
        #expect(told.message.hasPrefix("\(key): \(names.count - 1) words for "), "\(told.message)")
        // What is told to be written, up to where it says what else.
        let written = told.remedy.dropFirst("write \(key) = ".count)
        guard let end = written.firstRange(of: ", your")?.lowerBound else {
          Issue.record("\(told.remedy)")
          continue
        }
        let mended = inputs.with(key, String(written[..<end]))
        #expect(findings("```\(type.name)\n\(mended.text)```\n") == [], "\(told.remedy)")
      }
    }
    #expect(count >= 6)
  }

  @Test func itOpensMeanwhile() {
    let text = "```softmax\nscores = 1 2 3\nwords = a, b\n```\n"
    let found = WidgetFinder.find(in: Markdown.parse(Array(text.utf8)).blocks, title: "")
    #expect(found.widgets.count == 1 && found.problems.isEmpty)
    #expect(
      findings(text).map(\.text) == [
        ":3:9: warning: words: 2 words for 3 rows: write words = a, b, 3, your words in place of the "
          + "numbers, or as many rows"
      ])
  }
}
