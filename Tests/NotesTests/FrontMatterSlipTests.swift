import Testing

@testable import Notes

/// A front matter that is shown as text is told with what to write, and no other beginning of a file is.
@Suite struct FrontMatterSlipTests {
  private func told(_ text: String) -> [String] {
    let found = FrontMatterSlips.find(in: Document(path: "a.md", bytes: Array(text.utf8)))
    #expect(found.allSatisfy { $0.severity == .warning })
    return found.map { "\($0.line) \($0.remedy)" }
  }

  private let rest = "\n# C\n\nText.\n"

  @Test(arguments: [
    ("--\ntitle: A\n--\n", ["1 write --- in place of --", "3 write --- in place of --"]),
    ("\u{2014}\ntitle: A\n---\n", ["1 write --- in place of \u{2014}"]),
    ("---\ntitle: A\n----\n", ["3 write --- in place of ----"]),
    (
      "+++\ntitle = A\n+++\n",
      ["1 write --- in place of +++", "2 write title: A", "3 write --- in place of +++"]
    ),
    ("---\ntitle: A\n", ["1 write --- on a line of its own below line 2"]),
    ("---\ntitle: A\ntags:\n  - a\n", ["1 write --- on a line of its own below line 4"]),
    ("---\ntitle A\n---\n", ["2 write title: A"]),
    ("---\ntitle:A\ntags: [a]\n---\n", ["2 write title: A"]),
    ("\n---\ntitle: A\n---\n", ["2 take the empty lines above it away"]),
    (" ---\ntitle: A\n---\n", ["1 write --- at the margin"]),
    ("---\ntitle: \"A\n---\n", ["2 write title: A"]),
    ("---\ntitle: [A\n---\n", ["2 write title: A"]),
    ("---\n\ttitle: A\n---\n", ["2 write title: A"]),
    ("title: A\ntags: a\n---\n", ["1 write --- on a line of its own above it"]),
  ]) func whatIsNearlyOne(text: String, remedies: [String]) {
    #expect(told(text + rest) == remedies, "\(text)")
  }

  @Test(arguments: [
    "---\ntitle: A\n---\n", "---\n---\n", "---\n\nText.\n\n---\n", "---\nA sentence.\n---\n",
    "Title\n===\n", "- one\n- two\n", "--\nname, who wrote it\n--\n", "", "---", "title: A\n",
    "---\ntitle: \"A\"\n---\n", "---\ntitle: 'A: it''s'\n---\n", "---\na:\n  title: B\n---\n",
    "A title: B\n---\n", "title: A\n\n---\n", "So: A\n---\n",
    "---\nThe title is\nA\n---\n",
  ]) func whatIsNone(text: String) { #expect(told(text + rest) == [], "\(text)") }

  @Test func aMisspeltKey() {
    let text = "---\ntitel: A\n---\n" + rest
    let found = Losses.frontMatter(in: Document(path: "a.md", bytes: Array(text.utf8)))
    #expect(found.map(\.remedy) == ["write title"])
  }

  /// Settings of other programs and one's own properties are no findings.
  @Test(arguments: [
    "rating: 4", "rate: 5", "data: x.csv", "dates: 2024, 2025", "source: Attention is all you need",
    "code-fold: true", "params: [a, b]", "url: https://example.org/a.b", "up: \"[[Index]]\"",
    "my own thing: x y z", "number_sections: no", "Reviewed: no", "ogImage: a.png",
  ])
  func properties(line: String) {
    let text = "---\ntitle: A\n\(line)\n---\n" + rest
    #expect(Losses.frontMatter(in: Document(path: "a.md", bytes: Array(text.utf8))).isEmpty)
  }
}
