/// The lines of a text as they are and those that pull files in.
enum InclusionLines {
  /// A line, or several that stand for one thing.
  enum Piece: Equatable {
    /// As it stands, by its number from 0.
    case line(Int)
    /// A line with another text: what was kept from being read.
    case other([UInt8], Int)
    /// Files, each on lines of their own behind what the first line begins with.
    case files([Inclusion], prefix: [UInt8], written: Range<Int>, code: Code?)
    /// Files among the words of a line.
    case mixed([Part], Int)
  }

  /// A part of a line.
  enum Part: Equatable { case text([UInt8]), file(Inclusion) }

  /// The code that a line stands in.
  enum Code: Equatable {
    /// A text about how notes are written shows their signs.
    case ofNotes
    case other

    fileprivate init(info: String) {
      let name = Block.fenceName(info).lowercased()
      self = Self.names.contains(name) ? .ofNotes : .other
    }

    private static let names: Set<String> = [
      "", "md", "markdown", "text", "txt", "handlebars", "hbs", "jinja", "jinja2", "html", "diff",
      "yaml",
      "myst", "qmd", "quarto", "rst", "latex", "tex",
    ]
  }

  private static let signs = ["{{#", "{{ #", "8<-", "include}", "{{< include "].compactMap {
    ByteSearch($0)
  }

  /// Whether any may be there.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    signs.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
  }

  /// A text in pieces; `code`: the code that all of it is.
  static func pieces(of lines: [ArraySlice<UInt8>], within code: Code? = nil) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(lines.count)
    var fence = FenceState()
    /// The code in the last fence.
    var fenced: Code?
    var at = 0
    while at < lines.count {
      let line = lines[at]
      let text = line.trimmedBytes.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 || $0 == 0x09 }
      let prefix = Array(line[..<text.startIndex])
      if code == nil, let mark = FenceState.mark(atStartOf: text) {
        if !fence.isOpen {
          if let (inclusion, count) = directive(lines, at) {
            pieces.append(
              .files([inclusion], prefix: prefix, written: at..<(at + count), code: nil))
            at += count
            continue
          }
          let info = String(decoding: text.dropFirst(mark.length), as: UTF8.self).trimmed
          fenced = Code(info: info)
        }
        _ = fence.isCode(text)
        pieces.append(.line(at))
        at += 1
        continue
      }
      let around = code ?? (fence.isOpen ? fenced : nil)
      if around == nil, text.first == UInt8(ascii: ":"),
        let (inclusion, count) = directive(lines, at)
      {
        pieces.append(.files([inclusion], prefix: prefix, written: at..<(at + count), code: nil))
        at += count
      } else if let (piece, count) = read(lines, at, text, prefix, around) {
        pieces.append(piece)
        at += count
      } else {
        pieces.append(.line(at))
        at += 1
      }
    }
    return pieces
  }

  /// What a line, and perhaps some after it, stand for; nil for a line like others.
  private static func read(
    _ lines: [ArraySlice<UInt8>], _ at: Int, _ text: ArraySlice<UInt8>, _ prefix: [UInt8],
    _ code: Code?
  ) -> (Piece, Int)? {
    switch text.first {
    case UInt8(ascii: "-"), UInt8(ascii: ";"):
      let written = String(decoding: text, as: UTF8.self)
      if let found = snippet(lines, at, written, prefix, code) { return found }
    default: break
    }
    guard text.contains(UInt8(ascii: "{")) else { return nil }
    let written = String(decoding: text, as: UTF8.self)[...]
    if written.firstRange(of: "\\{{#") != nil {
      // mdBook takes the sign away before Markdown is read, in code too.
      return (.other(prefix + String(written).replacing("\\{{#", with: "{{#").utf8, at), 1)
    }
    if let inclusion = Inclusion(mdBook: written) ?? Inclusion(quarto: written) {
      return (.files([inclusion], prefix: prefix, written: at..<(at + 1), code: code), 1)
    }
    // Among words it is one only outside of code, which shows how it is written.
    guard code == nil, !written.contains("`"), written.contains("{{#") else { return nil }
    return mixed(lines[at]).map { (.mixed($0, at), 1) }
  }

  private static func mixed(_ line: ArraySlice<UInt8>) -> [Part]? {
    var parts: [Part] = []
    var isThere = false
    var plain = ""
    var rest = String(decoding: line, as: UTF8.self)[...]
    while let open = rest.firstRange(of: "{{#") {
      let behind = rest[open.lowerBound...]
      let before = rest[..<open.lowerBound]
      if before.last != "\\", let end = behind.firstRange(of: "}}")?.upperBound,
        let inclusion = Inclusion(mdBook: behind[..<end])
      {
        plain += before
        parts += [.text(Array(plain.utf8)), .file(inclusion)]
        plain = ""
        rest = rest[end...]
        isThere = true
      } else {
        plain += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
      }
    }
    plain += rest
    return isThere ? parts + [.text(Array(plain.utf8))] : nil
  }

  // MARK: MkDocs

  /// How many lines are looked through for the end of a list of snippets.
  private static let longestList = 200

  private static func snippet(
    _ lines: [ArraySlice<UInt8>], _ at: Int, _ text: String, _ prefix: [UInt8], _ code: Code?
  ) -> (Piece, Int)? {
    let bare = text.drop { $0 == ";" }
    guard let behind = scissors(bare) else { return nil }
    let rest = String(behind).trimmed
    if bare.startIndex > text.startIndex {
      let isOne = rest.isEmpty || path(in: rest) != nil
      return isOne ? (.other(prefix + Array(text.dropFirst().utf8), at), 1) : nil
    }
    if let path = path(in: rest) {
      let inclusion = Inclusion(snippet: path)
      return (.files([inclusion], prefix: prefix, written: at..<(at + 1), code: code), 1)
    }
    guard rest.isEmpty else { return nil }
    var found: [Inclusion] = []
    for end in (at + 1)..<max(at + 1, min(lines.count, at + Self.longestList)) {
      let text = String(decoding: lines[end].trimmedBytes, as: UTF8.self)
      if let behind = scissors(text[...]), String(behind).trimmed.isEmpty {
        guard !found.isEmpty else { return nil }
        return (.files(found, prefix: prefix, written: at..<(end + 1), code: code), end + 1 - at)
      }
      // What a `;` stands before is left out.
      if !text.isEmpty, text.first != ";" { found.append(Inclusion(snippet: text)) }
    }
    return nil
  }

  /// What stands behind `--8<--`.
  private static func scissors(_ text: Substring) -> Substring? {
    let sign = text.drop { $0 == "-" }
    guard sign.startIndex > text.startIndex, sign.hasPrefix("8<-") else { return nil }
    return sign.dropFirst(2).drop { $0 == "-" }
  }

  private static func path(in text: String) -> String? {
    text.unquoted.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: MyST

  private static let mostOptions = 40

  /// `{include} file` or `{literalinclude} file` with its options, and how many lines it takes.
  private static func directive(
    _ lines: [ArraySlice<UInt8>], _ at: Int
  ) -> (Inclusion, lines: Int)? {
    func text(_ line: Int) -> String {
      String(
        decoding: lines[line].trimmedBytes.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 },
        as: UTF8.self)
    }
    let first = text(at)
    guard let sign = first.first, "`~:".contains(sign) else { return nil }
    let count = first.prefix { $0 == sign }.count
    let info = String(first.dropFirst(count)).trimmed
    guard count >= 3, info.hasPrefix("{"), let close = info.firstIndex(of: "}") else { return nil }
    let name = String(info[..<close].dropFirst())
    let path = String(info[close...].dropFirst()).trimmed
    guard name == "include" || name == "literalinclude", !path.isEmpty else { return nil }
    var options: [String: String] = [:]
    for line in (at + 1)..<max(at + 1, min(lines.count, at + Self.mostOptions)) {
      let written = text(line)
      let run = written.prefix { $0 == sign }.count
      if run >= count, run == written.count {
        return (Inclusion(directive: name, path: path, options: options), line + 1 - at)
      }
      if written.isEmpty || written == "---" { continue }
      let parts = written.drop { $0 == ":" }
        .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      // A text is no option: this is something else.
      guard parts.count == 2, !parts[0].contains(" ") else { return nil }
      let value = String(parts[1]).trimmed
      options[String(parts[0])] = value.unquoted ?? value
    }
    return nil
  }
}
