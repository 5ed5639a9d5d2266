/// The notes of a folder in the order of the tables of contents that lie among them, else in natural
/// order.
package struct Book: Equatable, Sendable {
  /// The paths in order.
  package private(set) var paths: [String]
  /// The parts that tables put notes in.
  private var sections: [String: [String]] = [:]
  /// What tables call notes.
  private var titles: [String: String] = [:]

  /// The name of the folder that they lie in: what its own front page is called.
  private let home: String?

  /// Whether any table says what the order is.
  package var hasTables: Bool { !sections.isEmpty }

  /// The notes at these paths, which stand in natural order, with the tables that were found, each
  /// by its own path. Of two that name a note the one nearer to the root says where it stands.
  package init(
    _ paths: [String], tables: [(path: String, table: BookTable)] = [], home: String? = nil
  ) {
    self.paths = paths
    self.home = home
    // A wiki of GitHub's begins there.
    if home?.hasSuffix(".wiki") == true, let first = paths.firstIndex(of: "Home.md") {
      self.paths.insert(self.paths.remove(at: first), at: 0)
    }
    guard !tables.isEmpty else { return }
    let known = Set(paths)
    for (path, table) in tables.sorted(by: { $0.path.depth < $1.path.depth }) {
      arrange(by: table, at: path, known)
    }
  }

  /// The part of those that a book's own table of contents does not name.
  package static let unlisted = "Not in the table of contents"

  /// A note of it; the document of a path.
  package func document(_ path: String) -> Document {
    Document(
      path: path, section: sections[path], home: path.contains("/") ? nil : home,
      named: titles[path])
  }

  private mutating func arrange(by table: BookTable, at path: String, _ known: Set<String>) {
    let home = path.split(separator: "/").dropLast()
    let base = RelativePath.resolved(table.folder, from: home)
    // The folder that holds a book's text is no part of it.
    let around = base.split(separator: "/").map(Titles.readable(folderName:))
    let outer = ["Src", "Docs", "Source"].contains(around.last) ? around.dropLast() : around[...]
    var listed: [String] = []
    for entry in table.entries {
      let wanted = RelativePath.resolved(entry.path, from: base.split(separator: "/"))
      let names = [wanted] + NoteName.endings.map { wanted + $0 }
      guard let name = names.first(where: known.contains), sections[name] == nil else { continue }
      sections[name] = outer + entry.part
      titles[name] = entry.title
      listed.append(name)
    }
    guard !listed.isEmpty else { return }
    let moved = Set(listed)
    let inside = base.isEmpty ? "" : base + "/"
    let start = paths.firstIndex { moved.contains($0) || $0.hasPrefix(inside) } ?? 0
    // The table itself is not read as a note, nor is a note in two places.
    let others = paths[start...].filter { !moved.contains($0) && $0 != path }
    let left = others.filter { $0.hasPrefix(inside) }
    // mdBook leaves out what its summary does not name.
    if path.hasSuffix("SUMMARY.md") {
      for note in left where sections[note] == nil { sections[note] = outer + [Self.unlisted] }
    }
    paths = paths[..<start] + listed + left + others.filter { !$0.hasPrefix(inside) }
  }
}

extension String {
  /// How many folders a path leads through.
  fileprivate var depth: Int { utf8.count { $0 == UInt8(ascii: "/") } }
}
