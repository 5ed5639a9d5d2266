/// The order that Sphinx makes of its front page: the notes that `{toctree}` names there, and those that they
/// name in turn. d2lbook's `toc` is the same.
extension BookTable {
  /// More notes are not looked through for what they name.
  private static let mostRead = 300

  /// Reads the front page at a path, and what it names; nil where that is nothing.
  package init?(toctreesFrom front: String, reading read: (String) -> [UInt8]?) {
    self.init()
    let folder = front.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    var seen: Set<String> = []
    follow(String(front.dropFirst(folder.count)), [], nil, &seen) { read(folder + $0) }
    if entries.count < 2 { return nil }
  }

  private mutating func follow(
    _ path: String, _ part: [String], _ namer: String?, _ seen: inout Set<String>,
    _ read: (String) -> [UInt8]?
  ) {
    guard seen.insert(path).inserted else { return }
    add(path, part, namer: namer)
    guard seen.count <= Self.mostRead else { return }
    let names = NoteName.isNote(path) ? [path] : [path + ".md"]
    guard let bytes = names.compactMap(read).first else { return }
    let home = path.split(separator: "/").dropLast()
    for (caption, entries) in Self.toctrees(in: bytes) {
      let part = caption.map { [$0] } ?? part
      for entry in entries {
        let name = RelativePath.resolved(entry, from: home)
        // The front page may be named with its ending or without it.
        if seen.contains(name + ".md") { continue }
        follow(name, part, names.first { read($0) != nil }, &seen, read)
      }
    }
  }

  private static func toctrees(in bytes: [UInt8]) -> [(caption: String?, entries: [String])] {
    var found: [(caption: String?, entries: [String])] = []
    // The sign and how many of it end the one that is open.
    var fence: Substring?
    for line in bytes.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self).trimmed
      guard let open = fence else {
        let sign = text.prefix { $0 == "`" || $0 == ":" || $0 == "~" }
        let info = text.dropFirst(sign.count)
        if sign.count >= 3, info.hasPrefix("{toctree}") || info == "toc" {
          fence = sign
          found.append((nil, []))
        }
        continue
      }
      if text.hasPrefix(open) {
        fence = nil
      } else if text.hasPrefix(":caption:") || text.hasPrefix("caption:") {
        let caption = text.drop { $0 == ":" }.dropFirst("caption:".count)
        found[found.count - 1].caption = String(caption).trimmed
      } else if let entry = entry(text) {
        found[found.count - 1].entries.append(entry)
      }
    }
    return found
  }

  /// `path` or `Title <path>`; nil for an option, an address and a pattern.
  private static func entry(_ text: String) -> String? {
    var path = text[...]
    if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
      path = text[text.index(after: open)...].dropLast()
    }
    let isOther =
      path.isEmpty || path == "self" || path.contains("*") || path.contains(":")
      || path.hasPrefix("---")
    return isOther ? nil : String(path)
  }
}
