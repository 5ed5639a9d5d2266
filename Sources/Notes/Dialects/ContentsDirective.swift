/// Jupyter Book's `{tableofcontents}` and d2lbook's fence `toc`: the notes below the one that it stands in, as links
/// to them; on the first note of a book all others, under the names of their parts.
enum ContentsDirective {
  private static let signs = [ByteSearch("{tableofcontents}"), ByteSearch("```toc\n")]
  /// Longer lists are Contents' own.
  private static let mostEntries = 200

  /// A lesson's text with those lists; nil where it has none.
  static func text(of bytes: [UInt8], in library: Library, from id: LessonID) -> TracedText? {
    guard signs.contains(where: { $0?.first(in: bytes, from: 0, to: bytes.count) != nil }),
      library.documents[id.document].section != nil
    else { return nil }
    var text = TracedText()
    var isChanged = false
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var at = 0
    while at < lines.count {
      defer { at += 1 }
      let written = String(decoding: lines[at].trimmedBytes, as: UTF8.self)
      let fence = written.prefix { $0 == "`" || $0 == ":" || $0 == "~" }
      let info = written.dropFirst(fence.count).trimmed
      let isDirective = info == "{tableofcontents}"
      guard fence.count >= 3 ? isDirective || info == "toc" : isDirective && fence.isEmpty else {
        text.add(lines[at], from: at + 1)
        continue
      }
      isChanged = true
      for entry in entries(below: id.document, of: library) { text.add(entry.utf8, from: at + 1) }
      guard !fence.isEmpty else { continue }
      // Up to the end of the directive nothing of it is seen.
      let end = lines[(at + 1)...].prefix(20).firstIndex {
        String(decoding: $0.trimmedBytes, as: UTF8.self) == fence
      }
      at = end ?? at
    }
    return isChanged ? text : nil
  }

  private static func entries(below index: Int, of library: Library) -> [String] {
    let own = library.documents[index]
    let isFirst = library.documents.firstIndex { $0.section != nil } == index
    var lines = [""]
    var part: String?
    for (number, document) in library.documents.enumerated() where number != index {
      guard document.section != nil, lines.count < mostEntries else { continue }
      if !isFirst {
        guard number > index else { continue }
        guard document.depth > own.depth else { break }
      } else if let name = document.section?.last, name != part {
        part = name
        lines += ["", "**\(plain(name))**", ""]
      }
      let indent = String(repeating: "  ", count: max(0, document.depth - own.depth - 1))
      let title = plain(document.chapters.first?.title ?? document.path)
      let path = document.path.filter { !"<>".contains($0) }
      lines.append("\(indent)- [\(title)](</\(path)>)")
    }
    return lines + [""]
  }

  private static func plain(_ title: String) -> String {
    title.reduce(into: "") { text, character in
      if "\\`*_[]<>$".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
