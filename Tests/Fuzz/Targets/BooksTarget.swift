import Notes

/// Tables of contents of books → the order of notes.
enum BooksTarget: FuzzTarget {
  static let name = "books"
  static let words = [
    "nav:\n", "- a.md\n", "- A: a.md\n", "- A:\n", "  - b/c.md\n", "docs_dir: .\n", "root: a\n",
    "parts:\n", "- caption: A\n", "  chapters:\n", "  - file: b/c\n", "sections:\n", "[A](a.md)",
    "# A\n", "- [A](../b/./c.md)\n", "&a ", "*a", "!!python/name:x ", "|\n", "{", "}", "[", "]",
    "\"", "? ", ": ", "%20", "/", "..",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    let paths = ["README.md", "a.md", "b/SUMMARY.md", "b/c.md", "docs/a.md"]
    for name in ["SUMMARY.md", "mkdocs.yml", "_toc.yml"] {
      for folder in ["", "b/"] {
        guard let table = BookTable(name, bytes) else { continue }
        let book = Book(paths, tables: [(folder + name, table)])
        // Of a project only its book's pages are notes.
        let own = paths.filter { $0.hasPrefix(book.pages ?? "") }
        let left = Set(own).subtracting(book.paths)
        try Broken.unless(!book.paths.isEmpty, "nothing is left by \(folder + name)")
        try Broken.unless(
          left.isSubset(of: [folder + name]), "\(left) are lost by \(folder + name)")
        try Broken.unless(Set(book.paths).count == book.paths.count, "a note stands twice")
        for path in book.paths { _ = book.document(path).part }
      }
    }
  }
}
