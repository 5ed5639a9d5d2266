import TestSupport
import Testing

@testable import attend

/// Commands that a page shows exist, with the options that they are given: those in blocks by the
/// program's own reading of a command line, those in the text as far as they stand there.
@Suite struct CommandTests {
  /// The command lines of a block: all of it in `sh`, what follows a prompt in `text`.
  private func shown(in block: Page.Block) -> [String] {
    switch block.language {
    case "sh": block.lines
    case "text": block.lines.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    default: []
    }
  }

  @Test(arguments: Page.all)
  func commandsOfBlocksAreUnderstood(_ page: Page) throws {
    let manifest = try Files.text(of: "\(Files.package)/Package.swift")
    for block in page.blocks {
      for words in CommandLine(shown(in: block)).commands {
        if let rest = arguments(words) {
          #expect(throws: Never.self, "\(page.path): \(words)") { try Invocation.parse(rest) }
        }
        if let product = product(words) {
          #expect(
            manifest.contains("executableTarget(\n      name: \"\(product)\"")
              || product == "attendPackageTests",
            "\(page.path): \(words) names no product")
        }
      }
    }
  }

  /// What `attend` is given, however it is started; nil for other commands.
  private func arguments(_ words: [String]) -> [String]? {
    // `VARIABLE=value attend …` and `env VARIABLE=value attend …`
    var words = words.drop { $0.contains("=") || $0 == "env" || $0 == "exec" }
    if words.first == "sudo", let at = words.firstIndex(of: "attend") { words = words[at...] }
    if words.first == "attend" || words.first?.hasSuffix("/attend") == true {
      return Array(words.dropFirst())
    }
    guard words.first == "swift", product(Array(words)) == "attend",
      words.dropFirst().first == "run",
      let at = words.firstIndex(of: "attend")
    else { return nil }
    return Array(words[(at + 1)...])
  }

  /// What `swift run` runs.
  private func product(_ words: [String]) -> String? {
    guard words.starts(with: ["swift", "run"]) else { return nil }
    var rest = words.dropFirst(2)
    while let word = rest.first, word.hasPrefix("-") { rest = rest.dropFirst(word == "-c" ? 2 : 1) }
    return rest.first
  }

  @Test(arguments: Page.all)
  func commandsInTheTextAreKnown(_ page: Page) {
    for (number, span) in page.spans where span.hasPrefix("attend ") {
      let place: Comment = "\(page.path):\(number): \(span)"
      let words = span.split { " []|".contains($0) }.dropFirst().map(String.init)
      let command =
        words.first.flatMap { word in CommandTable.command(word) } ?? CommandTable.commands[0]
      if command.name.isEmpty, let first = words.first {
        let isPath = first.contains { "./~-".contains($0) } || first == first.uppercased()
        #expect(isPath || first == NotesSource.courseName, place)
      }
      for word in words where word.hasPrefix("--") {
        let name = word.dropFirst(2).prefix { $0.isLetter || $0 == "-" }
        #expect(CommandTable.options(of: command).contains { $0.name == name }, place)
      }
    }
  }

  /// Suites that a page says to run are there.
  @Test(arguments: Page.all)
  func suitesAreThere(_ page: Page) throws {
    var suites: [Substring] = []
    for path in Files.paths(under: Files.tests) where path.hasSuffix(".swift") {
      let text = try Files.text(of: "\(Files.tests)/\(path)")
      suites += text.split(separator: "\n").filter { $0.firstRange(of: "struct ") != nil }
    }
    let lines = page.blocks.flatMap(\.lines) + page.spans.map(\.text)
    for words in CommandLine(lines).commands.map({ $0.drop { $0.contains("=") } })
    where words.starts(with: ["swift", "test"]) {
      guard let at = words.firstIndex(of: "--filter"), at + 1 < words.endIndex else { continue }
      let name = words[at + 1]
      #expect(
        suites.contains { $0.firstRange(of: name) != nil }, "\(page.path): no suite \(name)")
    }
  }

  /// A command that no page names would be found by chance alone.
  @Test func everyCommandIsInAPage() {
    let spans = Page.all.flatMap { $0.spans.map(\.text) }
    for command in CommandTable.commands where !command.name.isEmpty {
      #expect(
        spans.contains {
          $0 == "attend \(command.name)" || $0.hasPrefix("attend \(command.name) ")
        },
        "no page names attend \(command.name)")
    }
  }

  @Test func aShellsTextIsRead() {
    let lines = [
      "LC_ALL=C attend show \"a b\" x.md | less # or more", "a && b 'c #d' > file \\", "  e",
    ]
    #expect(
      CommandLine(lines).commands == [
        ["LC_ALL=C", "attend", "show", "a b", "x.md"], ["less"], ["a"], ["b", "c #d", "e"],
      ])
  }
}
