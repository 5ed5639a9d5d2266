import TestSupport
import Testing

/// The arrows of the house point down only: each target imports what the manifest gives it, since
/// an undeclared import through another target would compile.
@Suite struct ImportTests {
  /// What each target may import besides the standard library and Glibc.
  private static let allowed: [String: Set<String>] = [
    "TextUI": [], "Scheduling": [], "JSONText": [], "Numerics": [], "Highlighting": [],
    "Notes": ["CMarkdown"], "Pages": ["Highlighting", "Notes", "TextUI", "Typesetting"],
    "Plots": ["TextUI"], "Typesetting": ["TextUI"],
    "Widgets": ["JSONText", "Notes", "Numerics", "Plots", "TextUI"],
    "Quiz": ["Notes", "Numerics", "Pages", "Scheduling", "TextUI"],
    "Screens": [
      "JSONText", "Notes", "Numerics", "Pages", "Quiz", "Scheduling", "TextUI", "Widgets",
    ],
    "Terminal": ["CNcurses", "CSystem", "TextUI"],
    "Storage": ["CSQLite", "CSystem", "JSONText", "Notes", "Scheduling"],
    "Content": [],
    "attend": [
      "CSystem", "Content", "JSONText", "Notes", "Numerics", "Pages", "Quiz", "Scheduling",
      "Screens",
      "Storage", "Terminal", "TextUI", "Widgets",
    ],
  ]

  private func files(under target: String) -> [String] {
    let folder = "\(Files.package)/Sources/\(target)"
    return Files.paths(under: folder).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }

  private func lines(of path: String) throws -> [Substring] {
    try Files.text(of: path).split(separator: "\n")
  }

  private func imports(of path: String) throws -> [String] {
    try lines(of: path).filter { $0.hasPrefix("import ") }.map { String($0.dropFirst(7)) }
  }

  @Test func importsPointDown() throws {
    var seen = 0
    for (target, allowed) in Self.allowed {
      for path in files(under: target) {
        seen += 1
        for name in try imports(of: path) where name != "Glibc" {
          #expect(allowed.contains(name), "\(path) imports \(name)")
        }
      }
    }
    #expect(seen > 50)
  }

  @Test func pureTargetsTouchNothingOutside() throws {
    for target in [
      "TextUI", "Typesetting", "Plots", "Highlighting", "Notes", "Pages", "Screens", "Scheduling",
      "Numerics", "Widgets", "Quiz", "JSONText",
    ] {
      for path in files(under: target) {
        for line in try lines(of: path) {
          for call in ["fopen(", " open(\"", "getenv(", "clock_gettime(", "time(nil", "Foundation"]
          {
            #expect(!line.contains(call), "\(path): \(line)")
          }
        }
      }
    }
  }
}
