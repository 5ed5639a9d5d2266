import Notes
import Testing

@testable import Quiz

/// A quiz comment above the heading that it belongs to, as a person may take it to stand, with or without an empty line.
@Suite struct CommentAboveTests {
  private static let options = "1. [x] Nile\n1. [ ] Rhine\n"

  /// What is said of a text, and how many of its questions can be asked.
  private func told(_ text: String) -> (remedies: [String], asked: Int) {
    let library = notes(text)
    let questions = library.lessonIDs.map { LessonQuestions($0, in: library) }
    return (
      questions.flatMap { $0.diagnostics.filter { $0.severity == .error }.map(\.remedy) },
      questions.reduce(0) { $0 + $1.written.count }
    )
  }

  @Test(arguments: ["\n", "\n\n"])
  func theRemedyIsToWriteItBelow(parted: String) {
    let text = { (first: String) in
      "# C\n\n## L\n\nText.\n\n\(first)\n\(Self.options)\n## M\n\nText.\n"
    }
    let found = told(text("<!-- quiz id=a -->\(parted)### Which is longest?\n"))
    #expect(found.asked == 0)
    #expect(
      found.remedies.contains { remedy in
        remedy.contains("<!-- quiz id=a --> on the line below ### Which is longest?")
      }, "\(found.remedies)")
    let mended = told(text("### Which is longest?\n<!-- quiz id=a -->\n"))
    #expect(mended.remedies.isEmpty && mended.asked == 1, "\(mended.remedies)")
  }

  /// Below the heading of a part it is still the next heading's, which it stands right above.
  @Test func belowTheHeadingOfAPart() {
    let found = told(
      "# C\n\n## Rivers\n\n<!-- quiz -->\n\n### Which is longest?\n\n\(Self.options)")
    #expect(
      found.remedies == [
        "write the quiz comment above on the line below ### Which is longest?, and not above it"
      ], "\(found.remedies)")
    // Right below the heading it is that one's.
    let own = told("# C\n\n## Which?\n<!-- quiz -->\n\n### Options\n\n\(Self.options)")
    #expect(own.remedies == ["write **Options** in place of ### Options"], "\(own.remedies)")
  }
}
