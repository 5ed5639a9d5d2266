/// A book's table of contents, as mdBook, MkDocs, Jupyter Book, Quarto, MyST and Hugging Face write theirs.
package struct BookTable: Equatable, Sendable {
  /// A file in its place.
  struct Entry: Equatable {
    /// From the folder of the table; ending and all, but in Jupyter Book's without it.
    var path: String
    /// The parts that it stands in, from the outermost on.
    var part: [String]
    /// What the table calls it, where it says so.
    var title: String?
    /// How many entries it stands below.
    var depth = 0
    /// The file that names it, from the folder of the table, where that is not the table itself.
    var namer: String?
  }
  /// Its files in order.
  private(set) var entries: [Entry] = []
  /// The folder that its paths begin in, seen from its own.
  private(set) var folder = ""

  /// The folder, seen from its own, that holds all pages of its book; nil where it does not tell.
  private(set) var pages: String?

  /// Where MkDocs looks for snippets, seen from its own folder.
  private(set) var snippetFolders: [String] = []
  /// What begins lines of code that mdBook does not show, by language.
  private(set) var hiddenLines: [String: String] = [:]
  /// What MyST's substitutions stand for in all of its notes, and, with a backslash, commands of formulas.
  private(set) var substitutions: [String: String] = [:]

  /// As it was written; nothing where that is in several files.
  private var bytes: [UInt8] = []
  private var kind: Kind?

  /// One that names nothing yet.
  init() {}

  /// A table longer than that is not read.
  package static let sizeLimit = 1_000_000

  /// Whether a file of that name is a table.
  package static func isTable(_ name: String) -> Bool { Kind(name) != nil }

  private enum Kind {
    case summary, sidebar, mkdocs, mdBook, jupyter, jupyterSettings, quarto, hugging, myst

    init?(_ name: String) {
      switch name {
      case "SUMMARY.md": self = .summary
      case "_Sidebar.md": self = .sidebar
      case "mkdocs.yml", "mkdocs.yaml": self = .mkdocs
      case "book.toml": self = .mdBook
      case "_toc.yml", "_toc.yaml": self = .jupyter
      case "_config.yml", "_config.yaml": self = .jupyterSettings
      case "_quarto.yml", "_quarto.yaml": self = .quarto
      case "_toctree.yml", "_toctree.yaml": self = .hugging
      case "myst.yml", "myst.yaml": self = .myst
      default: return nil
      }
    }
  }

  /// Reads the table in a file of that name; nil where it names no files.
  package init?(_ name: String, _ bytes: [UInt8]) {
    guard let kind = Kind(name), bytes.count <= Self.sizeLimit else { return nil }
    switch kind {
    case .summary: readSummary(bytes)
    case .sidebar: readSidebar(bytes)
    case .mkdocs: readMkDocs(bytes)
    case .mdBook: readMdBook(bytes)
    case .jupyter: readJupyter(bytes)
    case .jupyterSettings:
      let file = YAML(bytes)
      substitutions = HeadMatter.substitutions(in: [
        file?["parse"]?["myst_substitutions"], file?["sphinx"]?["config"]?["myst_substitutions"],
      ])
      let maths = file?["sphinx"]?["config"]?["mathjax3_config"]
      substitutions.merge(HeadMatter.commands(in: maths?["tex"]?["macros"])) { first, _ in first }
    case .quarto: readQuarto(bytes)
    case .hugging: readNested(YAML(bytes)?.list ?? [], file: "local", inner: "sections", [])
    case .myst:
      let project = YAML(bytes)?["project"]
      readNested(project?["toc"]?.list ?? [], file: "file", inner: "children", [])
      substitutions = HeadMatter.substitutions(in: [project?["substitutions"]])
      substitutions.merge(HeadMatter.commands(in: project?["math"])) { first, _ in first }
    }
    if entries.isEmpty, pages == nil, substitutions.isEmpty { return nil }
    (self.kind, self.bytes) = (kind, bytes)
  }

  /// Whether an entry surely names a note, so that there should be one: others may be folders, or be made by
  /// what builds the book.
  func tells(_ entry: Entry) -> Bool {
    if entry.path.contains(where: { "*?{<".contains($0) }) || entry.path.hasSuffix("/") {
      return false
    }
    if NoteName.isNote(entry.path) { return kind != .sidebar }
    let name = entry.path.split(separator: "/").last ?? ""
    switch kind {
    case .jupyter, .hugging, .myst: return !name.contains(".")
    case nil: return !name.contains(".") && !Self.indexes.contains(String(name))
    default: return false
    }
  }

  /// Sphinx's own pages.
  private static let indexes: Set = ["genindex", "modindex", "py-modindex", "search"]

  /// Whether a link leads to a page that no file stands behind, since what builds the book makes it.
  package static func makesPage(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return name == "print.html" || indexes.contains { name == $0 || name == $0 + ".html" }
  }

  /// The first line that names a path, counted from 1; 0 where none does so.
  func line(of path: String) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let found = lines.firstIndex { line in
      let text = RelativePath.percentDecoded(String(decoding: line, as: UTF8.self))
      guard let range = text.firstRange(of: path) else { return false }
      guard let before = text[..<range.lowerBound].last else { return true }
      return !before.isLetter && !before.isNumber && !"/-_.".contains(before)
    }
    return found.map { $0 + 1 } ?? 0
  }

  mutating func add(
    _ path: String, _ part: [String], title: String? = nil, depth: Int = 0, namer: String? = nil
  ) {
    guard !path.contains("://") else { return }
    let file = path.prefix { $0 != "#" }
    if !file.isEmpty {
      let title = title.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
      entries.append(
        Entry(
          path: RelativePath.percentDecoded(String(file)), part: part, title: title,
          depth: depth, namer: namer))
    }
  }

  // MARK: mdBook and GitBook

  /// Links in the order in which they stand, under headings that are parts. What stands first is the
  /// table's own title.
  private mutating func readSummary(_ bytes: [UInt8]) {
    var part: [String] = []
    for (index, block) in Markdown.parse(bytes).blocks.enumerated() {
      if case .heading(_, let inlines) = block.kind {
        part = index == 0 ? [] : [inlines.plainText.trimmed]
      } else {
        addLinks(of: block, part, depth: 0)
      }
    }
  }

  /// The links of a block, each below those of the items that its list stands in; an item without a link is a
  /// part of those below it.
  private mutating func addLinks(of block: Block, _ part: [String], depth: Int) {
    guard case .list(let list) = block.kind else {
      for (link, text) in block.namedLinks { add(link, part, title: text, depth: depth) }
      return
    }
    for item in list.items {
      let own = Array(item.blocks.prefix { if case .list = $0.kind { false } else { true } })
      let inner = item.blocks.dropFirst(own.count)
      let words = own.compactMap { block in
        if case .paragraph(let inlines) = block.kind { inlines.plainText } else { nil }
      }
      let isPart = !inner.isEmpty && own.allSatisfy(\.namedLinks.isEmpty)
      let title = isPart ? words.joined(separator: " ").trimmed : ""
      for block in own { addLinks(of: block, part, depth: depth + 1) }
      for block in inner {
        addLinks(
          of: block, title.isEmpty ? part : part + [title], depth: title.isEmpty ? depth + 1 : depth
        )
      }
    }
  }

  /// What stands beside each page of a wiki of GitHub's: links as wikis write them, or to whole addresses.
  /// The page that it begins with is not always among them.
  private mutating func readSidebar(_ bytes: [UInt8]) {
    add("Home", [])
    var part: [String] = []
    for block in Markdown.parse(bytes).blocks {
      if case .heading(_, let inlines) = block.kind {
        part = [inlines.plainText.trimmed]
        continue
      }
      for (link, text) in block.namedLinks {
        if let name = WikiName(link) {
          // `[[Page]]`, or what is shown and the page: `[[shown|Page]]`.
          for name in [text, name.note] { add(name.replacing(" ", with: "-"), part) }
        } else if let wiki = link.firstRange(of: "/wiki/") {
          entries.append(
            Entry(path: RelativePath.percentDecoded(String(link[wiki.upperBound...])), part: part))
        } else {
          add(link, part)
        }
      }
    }
  }

  /// What mdBook is told of a book: where its text lies. The order stands in its summary.
  private mutating func readMdBook(_ bytes: [UInt8]) {
    var section = ""
    pages = "src"
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let text = line.trimmed
      if text.hasPrefix("[") { section = text }
      let parts = text.split(separator: "=", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2 else { continue }
      let value = parts[1].dropFirst().prefix { $0 != parts[1].first }
      guard !value.isEmpty else { continue }
      if section == "[book]", parts[0] == "src" { pages = String(value) }
      if section == "[output.html.code.hidelines]" { hiddenLines[parts[0]] = String(value) }
    }
    folder = pages ?? ""
  }

  // MARK: MkDocs

  private mutating func readMkDocs(_ bytes: [UInt8]) {
    guard let file = YAML(bytes) else { return }
    folder = file["docs_dir"]?.text ?? "docs"
    if file["site_name"] != nil || file["docs_dir"] != nil { pages = folder }
    readNavigation(file["nav"]?.list ?? [], [])
    let extensions = file["markdown_extensions"]
    let options =
      extensions?["pymdownx.snippets"]
      ?? extensions?.list.lazy.compactMap { $0["pymdownx.snippets"] }.first
    if let base = options?["base_path"] {
      snippetFolders = base.text.map { [$0] } ?? base.list.compactMap(\.text)
    }
  }

  /// `- path`, `- title: path`, and `- title:` with a list of its own.
  private mutating func readNavigation(_ items: [YAML], _ part: [String]) {
    for item in items {
      switch item {
      case .text(let path): add(path, part)
      case .map(let pairs):
        for (title, value) in pairs {
          switch value {
          case .text(let path): add(path, part, title: title)
          case .list(let inner): readNavigation(inner, part + [title])
          case .map: break
          }
        }
      case .list: break
      }
    }
  }

  // MARK: Quarto

  /// Chapters and appendices of a book, or what stands at a site's side.
  private mutating func readQuarto(_ bytes: [UInt8]) {
    guard let file = YAML(bytes) else { return }
    readQuarto(file["book"]?["chapters"]?.list ?? [], [])
    readQuarto(file["book"]?["appendices"]?.list ?? [], ["Appendices"])
    guard let sidebar = file["website"]?["sidebar"] else { return }
    for bar in sidebar.list.isEmpty ? [sidebar] : sidebar.list {
      readQuarto(bar["contents"]?.list ?? [], [])
    }
  }

  private mutating func readQuarto(_ items: [YAML], _ part: [String], depth: Int = 0) {
    for item in items {
      if let path = item.text ?? item["file"]?.text ?? item["href"]?.text {
        add(path, part, title: item["text"]?.text, depth: depth)
      }
      var inside = part
      var below = depth
      if let title = item["part"]?.text ?? item["section"]?.text {
        // A file that a part begins with is its first chapter.
        if NoteName.isNote(title) {
          // The others stand below it.
          add(title, part, depth: max(1, depth))
          below = max(1, depth) + 1
        } else {
          inside.append(title)
        }
      }
      for key in ["chapters", "contents"] {
        readQuarto(item[key]?.list ?? [], inside, depth: below)
      }
    }
  }

  // MARK: MyST and Hugging Face

  /// Entries with a file, a title, and entries of their own.
  private mutating func readNested(
    _ items: [YAML], file: String, inner: String, _ part: [String], depth: Int = 1
  ) {
    for item in items {
      let path = item[file]?.text
      if let path { add(path, part, title: item["title"]?.text, depth: depth) }
      let title = path == nil ? item["title"]?.text.map { [$0] } ?? [] : []
      readNested(
        item[inner]?.list ?? [], file: file, inner: inner, part + title,
        depth: depth + (path == nil ? 0 : 1))
    }
  }

  // MARK: Jupyter Book

  private mutating func readJupyter(_ bytes: [UInt8]) {
    guard let file = YAML(bytes) else { return }
    // Its first edition was a list; now it is a map that begins with the root.
    if let root = file["root"]?.text ?? file["file"]?.text { add(root, []) }
    // The root stands above all others.
    readSections(file, [], 1)
    readSections(file.list, [], 1)
    // Where all that it names lies in one folder, that is its book's.
    let folders = Set(entries.map { $0.path.split(separator: "/").dropLast().first ?? "" })
    if folders.count == 1, let only = folders.first, !only.isEmpty { pages = String(only) }
  }

  private mutating func readSections(_ entry: YAML, _ part: [String], _ depth: Int) {
    for (index, inner) in (entry["parts"]?.list ?? []).enumerated() {
      let title = inner["caption"]?.text ?? inner["part"]?.text ?? "Part \(index + 1)"
      readSections(inner, part + [title], depth)
    }
    for key in ["chapters", "sections", "entries", "subtrees"] {
      readSections(entry[key]?.list ?? [], part, depth)
    }
  }

  private mutating func readSections(_ entries: [YAML], _ part: [String], _ depth: Int) {
    for entry in entries {
      let part = part + (entry["part"]?.text.map { [$0] } ?? [])
      let path = entry["file"]?.text
      if let path { add(path, part, title: entry["title"]?.text, depth: depth) }
      readSections(entry, part, depth + (path == nil ? 0 : 1))
    }
  }
}

extension Block {
  /// The links in it with their texts, in the order in which they stand, those inside other marks too.
  fileprivate var namedLinks: [(link: String, text: String)] {
    switch kind {
    case .paragraph(let inlines):
      inlines.flatMap { inline -> [(link: String, text: String)] in
        switch inline {
        case .link(let destination, let inner): [(destination, inner.plainText)]
        case .strong(let inner), .emphasis(let inner), .struck(let inner), .marked(let inner):
          Block(.paragraph(inner)).namedLinks
        default: []
        }
      }
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.namedLinks) }
    case .quote(let blocks): blocks.flatMap(\.namedLinks)
    default: []
    }
  }
}
