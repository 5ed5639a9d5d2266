/// The notes of a folder in the order of the tables of contents that lie among them, else in natural
/// order.
package struct Book: Equatable, Sendable {
  /// The paths in order.
  package private(set) var paths: [String]
  /// The parts that tables put notes in.
  private var sections: [String: [String]] = [:]
  /// How many other notes each stands below in its table.
  private var depths: [String: Int] = [:]
  /// Where snippets of MkDocs are looked for, from the folder that was opened on.
  package private(set) var snippetFolders: [String] = []
  /// What begins lines of code that are not shown, by language.
  private var hiddenLines: [String: String] = [:]
  /// What MyST's substitutions stand for in all notes.
  private var substitutions: [String: String] = [:]
  /// What tables call notes.
  private var titles: [String: String] = [:]

  /// What tables name that is not among the notes, in their order.
  package private(set) var missing: [Missing] = []

  /// A note that a table names and that is not there.
  package struct Missing: Equatable, Sendable {
    /// The file that names it, and the line; 0 where that is not known.
    package let table: String
    package let line: Int
    /// As it is written there.
    package let written: String
    /// Files that may be meant, which would be no notes.
    package let others: [String]
  }

  /// The name of the folder that they lie in: what its own front page is called.
  private let home: String?

  /// Whether any table says what the order is.
  package var hasTables: Bool { !sections.isEmpty || pages != nil }

  /// The folder of the pages of a book, such as `docs/`, which alone were kept of what lies there.
  package private(set) var pages: String?

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
    let all = Set(self.paths)
    keepPages(of: tables)
    let known = Set(self.paths)
    for (path, table) in tables.sorted(by: { $0.path.depth < $1.path.depth }) {
      let home = path.split(separator: "/").dropLast()
      snippetFolders += table.snippetFolders
        .map { RelativePath.resolved($0, from: home, leavingRoot: true) }
        .filter { !$0.hasPrefix("..") }
      hiddenLines.merge(table.hiddenLines) { first, _ in first }
      substitutions.merge(table.substitutions) { first, _ in first }
      arrange(by: table, at: path, known)
      findMissing(of: table, at: path, all)
    }
  }

  /// The part of those that a book's own table of contents does not name.
  package static let unlisted = "Not in the table of contents"

  /// A note of it; the document of a path.
  package func document(_ path: String) -> Document {
    let own = pages.map { folder in
      path.dropFirst(folder.count).split(separator: "/").dropLast()
        .map(Titles.readable(folderName:))
    }
    return Document(
      path: path, section: sections[path] ?? own, home: path.contains("/") ? nil : home,
      named: titles[path], depth: depths[path] ?? 0, hiddenLines: hiddenLines,
      substitutions: substitutions)
  }

  /// Whether a table of contents names a note.
  package func isNamed(_ path: String) -> Bool {
    sections[path].map { $0.last != Self.unlisted } ?? false
  }

  /// More than that are not told.
  private static let mostMissing = 50

  private mutating func findMissing(
    of table: BookTable, at path: String, _ all: Set<String>
  ) {
    let home = path.split(separator: "/").dropLast()
    let base = RelativePath.resolved(table.folder, from: home).split(separator: "/")
    for entry in table.entries where missing.count < Self.mostMissing {
      guard table.tells(entry) else { continue }
      let wanted = RelativePath.resolved(entry.path, from: base, leavingRoot: true)
      // What lies outside of the folder is not known.
      guard !wanted.isEmpty, !wanted.hasPrefix(".."),
        !all.contains(wanted), !NoteName.endings.contains(where: { all.contains(wanted + $0) })
      else { continue }
      let table = (name: entry.namer.map { RelativePath.resolved($0, from: base) }, table: table)
      missing.append(
        Missing(
          table: table.name ?? path, line: table.name == nil ? table.table.line(of: entry.path) : 0,
          written: entry.path, others: [".rst", ".txt", ".py", ".html"].map { wanted + $0 }))
    }
  }

  /// Of a project whose own folder says where the pages of its book lie only those are notes; what stands in
  /// their folder is in no part for that.
  private mutating func keepPages(of tables: [(path: String, table: BookTable)]) {
    for (path, table) in tables where !path.contains("/") {
      guard let pages = table.pages.map({ RelativePath.resolved($0, from: [Substring]()) }),
        !pages.isEmpty
      else { continue }
      let kept = paths.filter { $0.hasPrefix(pages + "/") }
      guard !kept.isEmpty, kept != [pages + "/SUMMARY.md"] else { continue }
      paths = kept
      self.pages = pages + "/"
    }
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
      if entry.depth > 0 { depths[name] = entry.depth }
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
