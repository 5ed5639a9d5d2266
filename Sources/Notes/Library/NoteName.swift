/// Which files are notes, by their names.
package enum NoteName {
  /// The endings of files that hold Markdown, or what becomes Markdown when it is read.
  package static let endings = [".md", ".markdown", ".mdx", ".qmd", ".ipynb"]

  private static let endingBytes = endings.map { Array($0.utf8) }

  /// Whether a file of that name is a note.
  package static func isNote(_ name: String) -> Bool {
    ending(of: name) != nil && !(name.utf8.first == UInt8(ascii: "_") && isPart(name))
  }

  /// What is shown around or in other pages, and is none of its own: Quarto makes none of a name that begins
  /// so.
  private static func isPart(_ name: String) -> Bool {
    frames.contains(name) || ending(of: name) == ".qmd"
  }

  /// What GitHub's wikis show around each page.
  private static let frames: Set<String> = ["_Sidebar.md", "_Footer.md", "_Header.md"]

  /// The paths of notes that a link's path may mean, the best one first: a folder is its front page, and
  /// the page that was made of a note is that note.
  static func paths(meantBy path: String) -> [String] {
    let asWritten =
      [path] + endings.map { path + $0 }
      + ["/README.md", "/index.md", "/index.mdx", "/index.qmd", "/README.mdx"].map { path + $0 }
    guard path.hasSuffix(".html") else { return asWritten }
    let stem = path.dropLast(".html".count)
    let front =
      stem == "index" || stem.hasSuffix("/index") ? stem.dropLast("index".count) + "README.md" : nil
    return asWritten + endings.map { stem + $0 } + [front].compactMap { $0.map(String.init) }
  }

  /// The ending that a name has; nil where it is not a note's.
  static func ending(of name: String) -> String? {
    let bytes = Array(name.utf8)
    for (index, end) in endingBytes.enumerated() where end.count <= bytes.count {
      let start = bytes.count - end.count
      if end.indices.allSatisfy({ bytes[start + $0] | 0x20 == end[$0] | 0x20 }) {
        return endings[index]
      }
    }
    return nil
  }
}
