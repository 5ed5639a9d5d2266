import Glibc
import Testing

/// The arrows of the house point down only: each target imports what the manifest gives it, since
/// an undeclared import through another target would compile.
@Suite struct ImportTests {
  private static let root = String(
    #filePath.dropLast("/Tests/ArchitectureTests/ImportTests.swift".count))
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

  private func files(under folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = "\(folder)/\(name)"
      if entry.pointee.d_type == UInt8(DT_DIR) { found += files(under: path) }
      if name.hasSuffix(".swift") { found.append(path) }
    }
    return found
  }

  private func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }

  private func imports(of path: String) -> [String] {
    lines(of: path).filter { $0.hasPrefix("import ") }.map { String($0.dropFirst(7)) }
  }

  @Test func importsPointDown() {
    var seen = 0
    for (target, allowed) in Self.allowed {
      for path in files(under: "\(Self.root)/Sources/\(target)") {
        seen += 1
        for name in imports(of: path) where name != "Glibc" {
          #expect(allowed.contains(name), "\(path) imports \(name)")
        }
      }
    }
    #expect(seen > 50)
  }

  @Test func pureTargetsTouchNothingOutside() {
    for target in [
      "TextUI", "Typesetting", "Plots", "Highlighting", "Notes", "Pages", "Screens", "Scheduling",
      "Numerics", "Widgets", "Quiz", "JSONText",
    ] {
      for path in files(under: "\(Self.root)/Sources/\(target)") {
        for line in lines(of: path) {
          for call in ["fopen(", " open(\"", "getenv(", "clock_gettime(", "time(nil", "Foundation"]
          {
            #expect(!line.contains(call), "\(path): \(line)")
          }
        }
      }
    }
  }
}
