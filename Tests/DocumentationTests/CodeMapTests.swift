import TestSupport
import Testing

/// The table "Where to start reading": its files are there, and hold what it says to look for.
@Suite struct CodeMapTests {
  private static let page = "Sources/Documentation/architecture.md"

  private struct Row {
    let text: String
    let cells: [Substring]
  }

  private static func rows() throws -> [Row] {
    try Files.text(of: "\(Files.package)/\(page)").split(separator: "\n")
      .drop { $0 != "## Where to start reading" }.filter { $0.hasPrefix("| ") }
      .dropFirst().filter { !$0.hasPrefix("|--") }
      .map { Row(text: String($0), cells: $0.split(separator: "|")) }
  }

  private func spans(_ text: Substring) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// The files that a path stands for: `Screens/Core/App` is one, `Models/Stored` a folder.
  private func files(_ path: String, under root: String) -> [String] {
    let whole = "\(Files.package)/\(root)/\(path)"
    if Files.isFolder(whole) { return Files.paths(under: whole).map { "\(whole)/\($0)" } }
    return (try? Files.bytes(of: whole + ".swift")) == nil ? [] : [whole + ".swift"]
  }

  @Test func filesAndNamesAreThere() throws {
    let rows = try Self.rows()
    #expect(rows.count > 15)
    for row in rows {
      for (cell, root) in zip(row.cells.dropFirst(), ["Sources", "Tests"]) {
        let spans = spans(cell)
        let isOneFile = { (span: String) in
          span.contains("/") && !span.contains("…") && !span.hasPrefix("Content/")
        }
        var texts: [String] = []
        for path in spans where isOneFile(path) {
          let found = files(path, under: root).filter { $0.hasSuffix(".swift") }
          #expect(!found.isEmpty, "no \(root)/\(path): \(row.text)")
          texts += try found.map(Files.text)
        }
        for name in spans where !name.contains("/") {
          let word = name.split(separator: ".").last.map(String.init) ?? name
          #expect(texts.contains { $0.contains(word) }, "no \(name): \(row.text)")
        }
      }
    }
  }
}
