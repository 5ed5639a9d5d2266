import TestSupport
import Testing

/// A page of the documentation: the README, or a page beside it that it leads to.
struct Page: Sendable, CustomTestStringConvertible {
  /// From the package's folder.
  let path: String
  /// All lines outside of code, each with its number.
  let prose: [(number: Int, text: Substring)]
  let blocks: [Block]

  /// A fenced block of code.
  struct Block: Sendable {
    let language: String
    /// The line above its fence: a mark, where it has one.
    let mark: String
    let lines: [String]
  }

  static let folder = "Sources/Documentation"
  static let readme = "README.md"
  static let all: [Page] =
    ([readme]
    + Files.names(in: "\(Files.package)/\(folder)").filter { $0.hasSuffix(".md") }
    .map { "\(folder)/\($0)" })
    .map { path in
      guard let text = try? Files.text(of: "\(Files.package)/\(path)") else {
        preconditionFailure("\(path) cannot be read")
      }
      return Page(path: path, text: text)
    }

  init(path: String, text: String) {
    self.path = path
    var prose: [(number: Int, text: Substring)] = []
    var blocks: [Block] = []
    var open: (fence: Substring, language: String, mark: String, lines: [String])?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let fence = line.prefix { $0 == "`" }
      if let block = open {
        if fence == block.fence, fence.count == line.count {
          blocks.append(Block(language: block.language, mark: block.mark, lines: block.lines))
          open = nil
        } else {
          open?.lines.append(String(line))
        }
      } else if fence.count > 2 {
        let mark = index > 0 ? String(lines[index - 1]) : ""
        open = (fence, String(line.dropFirst(fence.count)), mark, [])
      } else {
        prose.append((index + 1, line))
      }
    }
    self.prose = prose
    self.blocks = blocks
  }

  var testDescription: String { path }
  /// The folder it lies in, with a slash; empty for the package's own.
  var folder: String {
    String(path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)])
  }

  /// What stands between backquotes, with its line.
  var spans: [(number: Int, text: String)] {
    prose.flatMap { number, line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { (number, String($0.element)) }
    }
  }

  /// The targets of its links and pictures, with their lines.
  var links: [(number: Int, target: String)] {
    prose.flatMap { number, line -> [(number: Int, target: String)] in
      var found: [(number: Int, target: String)] = []
      var rest = line
      while let start = rest.firstRange(of: "](") {
        rest = rest[start.upperBound...]
        found.append((number, String(rest.prefix { $0 != ")" })))
      }
      return found
    }
  }

  /// The anchors of its headings, as GitHub makes them.
  var anchors: Set<String> {
    Set(
      prose.map(\.text).filter { $0.hasPrefix("#") }.map { heading in
        heading.drop { $0 == "#" }.dropFirst().lowercased().compactMap { character in
          if character == " " { return "-" }
          let isKept = character.isLetter || character.isNumber || "-_".contains(character)
          return isKept ? String(character) : nil
        }.joined()
      })
  }
}
