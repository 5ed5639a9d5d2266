import Notes

/// Pictures and files beside the notes that are not where a lesson says.
enum MissingFiles {
  /// By line of the lesson; `hasFile` is asked with the path as it is written, its escapes undone.
  static func find(in blocks: [Block], hasFile: (String) -> Bool) -> [Diagnostic] {
    let links = blocks.links.map { (path: $0.0, line: $0.1, what: "file") }
    let pictures = blocks.pictures.map { (path: $0.0, line: $0.1, what: "picture") }
    var found: [Diagnostic] = []
    for (link, line, what) in links + pictures {
      guard let path = local(link), !hasFile(path) else { continue }
      var told = Diagnostic(
        line: line, "there is no \(what) \(path) beside this note",
        remedy: "put it there, or mend its name")
      told.severity = .warning
      found.append(told)
    }
    return found
  }

  /// The path of a file that is no note; nil for an address, an anchor, or what is none on this machine.
  private static func local(_ link: String) -> String? {
    let path = String(link.prefix { $0 != "#" && $0 != "?" })
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("{"), !path.contains("\u{F0000}")
    else { return nil }
    // A scheme ends in a colon.
    if let colon = path.firstIndex(of: ":"), !path[..<colon].contains("/") { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[dot...].lowercased()
    guard !NoteName.endings.contains(ending), ending != ".html", ending != ".htm" else {
      return nil
    }
    return undone(path)
  }

  /// `a%20b` as `a b`.
  private static func undone(_ path: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [Block] {
  /// The addresses of pictures with the line of the block that they stand in.
  fileprivate var pictures: [(String, Int)] {
    flatMap { block -> [(String, Int)] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines):
        inlines.sources.map { ($0, block.line) }
      case .quote(let blocks), .callout(_, let blocks): blocks.pictures
      case .list(let list): list.items.flatMap { $0.blocks.pictures }
      case .table(let table):
        (table.head + table.rows.flatMap { $0 }).flatMap(\.sources).map { ($0, block.line) }
      default: []
      }
    }
  }
}

extension [Inline] {
  fileprivate var sources: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .image(_, let source): [source]
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
        .link(_, let inner):
        inner.sources
      default: []
      }
    }
  }
}
