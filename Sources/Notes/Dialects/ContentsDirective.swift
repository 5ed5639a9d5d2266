/// Jupyter Book's `{tableofcontents}` and d2lbook's fence `toc`: the notes below the one that it stands in, as links
/// to them; on the first note of a book all others, under the names of their parts. And Sphinx' `{toctree}`: the notes
/// that it names.
enum ContentsDirective {
  private static let signs = [
    ByteSearch("{tableofcontents}"), ByteSearch("```toc\n"), ByteSearch("{toctree}"),
  ]
  /// Longer lists are Contents' own.
  private static let mostEntries = 200
  /// More lines are not looked through for the end of one.
  private static let mostLines = 300

  /// A lesson's text with those lists; nil where it has none.
  static func text(of bytes: [UInt8], in library: Library, from id: LessonID) -> TracedText? {
    guard signs.contains(where: { $0?.first(in: bytes, from: 0, to: bytes.count) != nil }) else {
      return nil
    }
    var text = TracedText()
    var isChanged = false
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var code = FenceState()
    var at = 0
    while at < lines.count {
      defer { at += 1 }
      let written = String(decoding: lines[at].trimmedBytes, as: UTF8.self)
      let fence = written.prefix { $0 == "`" || $0 == ":" || $0 == "~" }
      let info = written.dropFirst(fence.count).trimmed
      let entries =
        code.isOpen
        ? nil : Self.entries(of: info, isFence: fence.count >= 3, fence.isEmpty, library, id)
      guard let entries else {
        _ = code.isCode(lines[at])
        text.add(lines[at], from: at + 1)
        continue
      }
      isChanged = true
      // Up to the end of the directive nothing of it is seen.
      let end = lines[(at + 1)...].prefix(Self.mostLines).firstIndex {
        String(decoding: $0.trimmedBytes, as: UTF8.self) == fence
      }
      let inside = fence.isEmpty ? [] : lines[(at + 1)..<(end ?? at + 1)]
      for (offset, entry) in entries(Array(inside)) { text.add(entry.utf8, from: at + 1 + offset) }
      if !fence.isEmpty { at = end ?? at }
    }
    return isChanged ? text : nil
  }

  /// The lines of a list, each with the line of the directive that it comes from.
  private typealias Entries = (_ inside: [ArraySlice<UInt8>]) -> [(Int, String)]

  /// What makes the list of a directive; nil for another line.
  private static func entries(
    of info: String, isFence: Bool, _ isBare: Bool, _ library: Library, _ id: LessonID
  ) -> Entries? {
    if isFence, info == "{toctree}" {
      return { lines in ContentsDirective.named(lines, in: library, from: id) }
    }
    let isDirective = info == "{tableofcontents}"
    guard library.documents[id.document].section != nil,
      isFence ? isDirective || info == "toc" : isDirective && isBare
    else { return nil }
    return { _ in entries(below: id.document, of: library).map { (0, $0) } }
  }

  // MARK: Notes that are named

  private static func named(
    _ lines: [ArraySlice<UInt8>], in library: Library, from id: LessonID
  ) -> [(Int, String)] {
    var shown: [(Int, String)] = [(0, "")]
    var isPattern = false
    for (index, line) in lines.enumerated() {
      let text = String(decoding: line.trimmedBytes, as: UTF8.self)
      if text.hasPrefix(":") {
        let option = text.dropFirst().prefix { $0 != ":" }
        let value = text.dropFirst(option.count + 2).trimmed
        if option == "hidden" { return [(0, "")] }
        if option == "glob" { isPattern = true }
        if option == "caption", !value.isEmpty {
          shown += [(index + 1, "**\(plain(value))**"), (index + 1, "")]
        }
      } else if isPattern, text.contains("*") {
        shown += notes(like: text, in: library, from: id).map { (index + 1, "- [](</\($0)>)") }
      } else if !text.isEmpty {
        shown.append((index + 1, "- " + link(text)))
      }
    }
    return shown + [(lines.count, "")]
  }

  /// `path` or `Title <path>`: without a title it is called what it leads to.
  private static func link(_ text: String) -> String {
    if text == "self" { return "*This page*" }
    if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
      let title = plain(text[..<open].trimmed)
      return "[\(title)](<\(text[text.index(after: open)...].dropLast())>)"
    }
    let address = text.filter { !"<>".contains($0) }
    return address.contains("://") ? "<\(address)>" : "[](<\(address)>)"
  }

  /// The paths of other notes that a pattern fits: `*` stands for any signs of one name.
  private static func notes(
    like pattern: String, in library: Library, from id: LessonID
  ) -> [String] {
    let wanted = RelativePath.resolved(pattern, from: library.folder(of: id))
    var found: [String] = []
    for (index, document) in library.documents.enumerated() where index != id.document {
      let path = document.path
      let bare = NoteName.ending(of: path).map { path.dropLast($0.count) } ?? path[...]
      guard fits(bare, wanted[...]) || fits(path[...], wanted[...]) else { continue }
      found.append(path.filter { !"<>".contains($0) })
      if found.count == mostEntries { break }
    }
    return found
  }

  private static func fits(_ text: Substring, _ pattern: Substring) -> Bool {
    let parts = (text.split(separator: "/"), pattern.split(separator: "/"))
    return parts.0.count == parts.1.count
      && zip(parts.0, parts.1).allSatisfy { name, pattern in
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
          return name == pattern
        }
        guard name.hasPrefix(first), name.hasSuffix(last), name.count >= first.count + last.count
        else { return false }
        var rest = name.dropFirst(first.count).dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
          guard let found = rest.firstRange(of: String(piece)) else { return false }
          rest = rest[found.upperBound...]
        }
        return true
      }
  }

  // MARK: Notes below

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
