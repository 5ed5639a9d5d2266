import Testing

/// Which key does what stands in the tables of keys: nothing else matches one.
@Suite struct KeyPatternTests {
  @Test func noSwitchMatchesAKey() throws {
    let names = [
      "character(\"", "control(\"", "alt(\"", "enter", "escape", "tab", "backTab", "backspace",
      "up",
      "down", "left", "right", "home", "end", "pageUp", "pageDown",
    ]
    let folders = ["Sources/Screens", "Sources/Widgets", "Sources/Quiz"]
    for path in folders.flatMap({ SourceTree.swiftFiles(under: $0) }) {
      for line in try SourceTree.lines(of: path) {
        let matches = line.contains("case ") || line.contains("== ")
        for name in names where matches && line.contains(".key(.\(name)") {
          Issue.record("\(path): \(line) belongs into a table of keys")
        }
      }
    }
  }
}
