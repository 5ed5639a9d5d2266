import Basics

/// The map of the targets in the documentation, from top to bottom.
struct HouseMap {
  struct Row: Equatable {
    let target: String
    /// The C library that it alone uses, where one is shown.
    let library: String?
  }

  /// The program and all that stands on a branch.
  let rows: [Row]
  /// Those of the inner branches, which touch nothing outside.
  let pure: [String]

  /// Reads the first code block under the heading "The map".
  init(page: String) {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let section = lines.drop { $0 != "## The map" }
    let block = section.drop { !$0.hasPrefix("```") }.dropFirst().prefix { !$0.hasPrefix("```") }
    var rows: [Row] = []
    var pure: [String] = []
    for line in block {
      guard let (row, depth) = Self.row(line) else { continue }
      rows.append(row)
      if depth > Self.outer { pure.append(row.target) }
    }
    self.rows = rows
    // They are what Screens stands on, and Screens itself.
    self.pure = pure.isEmpty ? [] : ["Screens"] + pure
  }

  /// Columns before the branches that the program itself stands on.
  private static let outer = 3

  private static func row(_ line: Substring) -> (Row, depth: Int)? {
    var scanner = TextScanner(Array(line))
    func isWord(_ character: Character) -> Bool { character.isLetter && character.isASCII }
    let depth = scanner.skip { $0 == " " }
    scanner.skip { "├└─ ".contains($0) }
    let start = scanner.position
    guard scanner.skip(while: isWord) > 0 else { return nil }
    let target = String(scanner.read(since: start))
    scanner.skipSpace()
    guard scanner.skip(while: { $0 == "─" }) > 0, scanner.take(" ") else {
      return (Row(target: target, library: nil), depth)
    }
    let library = scanner.position
    scanner.skip(while: isWord)
    return (Row(target: target, library: String(scanner.read(since: library))), depth)
  }
}
