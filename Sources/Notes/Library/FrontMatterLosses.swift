extension Losses {
  /// Keys that other programs read, and that tell a reader of the lessons nothing.
  private static let known: Set<String> = [
    "title", "author", "authors", "date", "created", "updated", "modified", "lastmod", "tags",
    "tag", "keywords", "categories", "category", "layout", "lang", "language", "draft",
    "published", "publish", "slug", "permalink", "alias", "aliases", "id", "uid", "type",
    "status", "weight", "order", "nav_order", "parent", "sidebar_position", "cssclass",
    "cssclasses", "description", "summary", "subtitle", "abstract", "excerpt", "image", "cover",
    "license", "math", "toc", "output", "bibliography", "csl", "format", "kernelspec",
    "jupytext", "jupyter", "engine", "execute", "marp", "theme", "paginate", "icon", "comments",
    "template", "hide", "listing", "myst", "search", "numbering", "exports", "site", "sidebar",
    "hidetoc", "toc_depth", "page-layout", "number-sections", "thumbnail", "short_title", "doi",
    "sidebar_label", "pagination_label", "hide_title", "hide_table_of_contents", "linktitle",
  ]

  /// Keys of which nothing is said, in their order.
  package static var passedOver: [String] { known.subtracting(["title"]).sorted() }

  /// Those that a misspelt key is meant for.
  private static let near = [
    "title", "author", "date", "tags", "description", "language", "aliases",
  ]

  /// What sentences begin with that say how they are meant.
  private static let remarks: Set<String> = [
    "note", "tip", "hint", "warning", "important", "caution", "danger", "remember", "remark",
    "disclaimer",
  ]

  /// Whether a line is a sentence and no property of the note, which may have any name: it says by its first word
  /// what it is, or is whole, with its end.
  private static func isSentence(_ key: String, _ value: String) -> Bool {
    let words = value.split(separator: " ").count
    if remarks.contains(key.lowercased()) { return words > 1 }
    return words > 3 && value.last.map { ".!?".contains($0) } == true
      && value.first?.isLetter == true
  }

  /// What the YAML before a text says and no screen shows: a sentence between two rules that reads
  /// as a key and its value is taken for YAML, as every other program takes it. Settings of whatever program
  /// and properties with a value are read by no one as a part of the text.
  package static func frontMatter(in document: Document) -> [Diagnostic] {
    let bytes = document.bytes
    let start = FrontMatter.start(of: bytes)
    guard let end = FrontMatter.end(of: bytes) else { return [] }
    let lines = bytes[start..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { number, line in
      guard let first = line.first, first > 0x20,
        let colon = line.firstIndex(of: UInt8(ascii: ":")), first != UInt8(ascii: "#")
      else { return nil }
      let key = String(decoding: line[..<colon], as: UTF8.self).trimmed
      // What has its values in the lines below it is no sentence.
      let hasValue = line[colon...].dropFirst().contains { $0 > 0x20 }
      let isTitle = key.lowercased() == "title" && (key != "title" || line[colon - 1] == 0x20)
      let value = String(decoding: line[colon...].dropFirst(), as: UTF8.self).trimmed
      guard hasValue, isTitle || !known.contains(key.lowercased()) else { return nil }
      // A short word is near to many, and of several things one speaks too.
      if key.count > 4,
        let near = NearestWord.nearest(to: key.lowercased(), among: near, within: 1),
        key.lowercased() != near + "s"
      {
        return Diagnostic(
          line: number + 1, column: 1, "this key is not read in a front matter",
          remedy: "write \(near)"
        ).warned
      }
      guard isSentence(key, value) else { return nil }
      return Diagnostic(
        .warning, line: number + 1,
        "\"\(key)\" stands in the front matter, so it is not shown",
        remedy: "write what readers should see below the second ---")
    }
  }
}
