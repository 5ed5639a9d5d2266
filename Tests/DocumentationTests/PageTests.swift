import Screens
import TestSupport
import Testing

@Suite struct PageTests {
  private func exists(_ path: String) -> Bool {
    let whole = "\(Files.package)/\(path)"
    return Files.isFolder(whole) || (try? Files.bytes(of: whole)) != nil
  }

  /// A path from the package's folder, without the steps up that it holds.
  private func resolved(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  @Test(arguments: Page.all)
  func eachLinkLeadsSomewhere(_ page: Page) throws {
    for (number, target) in page.links where !target.contains("://") {
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].isEmpty ? page.path : resolved(page.folder + parts[0])
      #expect(exists(path), "\(page.path):\(number): \(target)")
      guard parts.count > 1, let other = Page.all.first(where: { $0.path == path }) else {
        continue
      }
      #expect(other.anchors.contains(String(parts[1])), "\(page.path):\(number): \(target)")
    }
  }

  /// Who has only the README gets everywhere.
  @Test func theReadmeLeadsToEachPage() throws {
    let readme = try #require(Page.all.first { $0.path == Page.readme })
    let linked = Set(readme.links.map(\.target))
    for page in Page.all where page.path != Page.readme {
      #expect(linked.contains(page.path), "README.md has no link to \(page.path)")
    }
  }

  /// Files that are named are there.
  @Test(arguments: Page.all)
  func namedFilesAreThere(_ page: Page) {
    for (number, span) in page.spans {
      guard ["Sources/", "Tests/", "Content/", ".ci/"].contains(where: span.hasPrefix),
        !span.contains("…"), !span.contains(" ")
      else { continue }
      // Of a pattern, the folder it begins with.
      let fixed = span.split(separator: "/").prefix { !$0.contains("*") }
      #expect(exists(fixed.joined(separator: "/")), "\(page.path):\(number): \(span)")
    }
  }

  /// Whatever a config file may set is named where settings are told: each by its name, colours and keys by
  /// one of them.
  @Test func settingsAreNamed() throws {
    let page = try Files.text(of: "\(Files.package)/\(Page.folder)/reader.md")
    let start = try #require(page.firstRange(of: "## Settings\n")).upperBound
    let end = page[start...].firstRange(of: "\n## ")?.lowerBound ?? page.endIndex
    let settings = page[start..<end]
    var names = Set(
      settings.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }.map(String.init))
    for kind in ["color.", "key."] where names.contains(where: { $0.hasPrefix(kind) }) {
      names.formUnion(ConfigOption.all.map(\.name).filter { $0.hasPrefix(kind) })
    }
    #expect(ConfigOption.all.map(\.name).filter { !names.contains($0) } == [])
  }

  @Test func theReadmeIsShort() throws {
    let readme = try #require(Page.all.first { $0.path == Page.readme })
    let words = try Files.text(of: "\(Files.package)/\(Page.readme)")
      .split { $0.isWhitespace }.count
    #expect(words <= 1000)
    for line in readme.blocks.flatMap(\.lines) {
      #expect(line.count <= 76, "too wide to be shown at 80 columns: \(line)")
    }
  }

  /// The gate finds the two commands by these marks.
  @Test func theTwoCommandsAreMarked() throws {
    let readme = try #require(Page.all.first { $0.path == Page.readme })
    let main = try #require(readme.blocks.first { $0.mark == "<!-- main -->" })
    #expect(
      main.language == "sh" && main.lines.last?.contains("swift run -c release attend") == true)
    let tests = try #require(readme.blocks.first { $0.mark == "<!-- tests -->" })
    #expect(tests.language == "sh" && tests.lines == ["swift test"])
  }
}
