/// CommonMark's kinds of HTML block, by how they end.
enum HTMLBlock: Equatable {
  /// `<script`, `<pre`, `<style`, `<textarea`, until a closing tag of one of them.
  case raw
  /// Until a text: `-->`, `?>`, `>`, `]]>`.
  case until(StaticText)
  /// Until a blank line.
  case blank

  /// The texts that end a block.
  enum StaticText: Equatable { case comment, instruction, declaration, cdata }

  var endsAtBlank: Bool { self == .blank }

  private static let rawTags = ["script", "pre", "style", "textarea"]
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  static func beginning(
    in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, interrupting: Bool
  ) -> HTMLBlock? {
    let rest = bytes[start..<end]
    if rest.starts(with: "<!--".utf8) { return .until(.comment) }
    if rest.starts(with: "<?".utf8) { return .until(.instruction) }
    if rest.starts(with: "<![CDATA[".utf8) { return .until(.cdata) }
    if rest.starts(with: "<!".utf8), rest.count > 2, isLetter(rest[start + 2]) {
      return .until(.declaration)
    }
    let closing = rest.count > 1 && rest[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (closing ? 2 : 1)
    var at = nameStart
    while at < end, isLetter(bytes[at]) || (at > nameStart && (0x30...0x39).contains(bytes[at])) {
      at += 1
    }
    guard at > nameStart else { return nil }
    let name = String(decoding: bytes[nameStart..<at], as: UTF8.self).lowercased()
    let next = at < end ? bytes[at] : 0x20
    let ends = next == 0x20 || next == 0x09 || next == UInt8(ascii: ">")
    if !closing, rawTags.contains(name), ends { return .raw }
    if blockTags.contains(name),
      ends || (next == UInt8(ascii: "/") && at + 1 < end && bytes[at + 1] == UInt8(ascii: ">"))
    {
      return .blank
    }
    guard !interrupting, closing || !rawTags.contains(name),
      TagScanner.completeTag(in: bytes, start, end) == true
    else { return nil }
    return .blank
  }

  /// Whether the block's end is in this line.
  func ends(in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch self {
    case .blank: false
    case .until(.comment): contains("-->", bytes, start, end)
    case .until(.instruction): contains("?>", bytes, start, end)
    case .until(.declaration): contains(">", bytes, start, end)
    case .until(.cdata): contains("]]>", bytes, start, end)
    case .raw:
      Self.rawTags.contains { contains("</\($0)>", bytes, start, end) }
    }
  }

  private func contains(
    _ text: String, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let wanted = Array(text.utf8)
    guard end - start >= wanted.count else { return false }
    return (start...end - wanted.count).contains { at in
      wanted.indices.allSatisfy { lower(bytes[at + $0]) == wanted[$0] }
    }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// Reads one HTML tag that has its line to itself, which begins the loosest kind of HTML block.
enum TagScanner {
  static func completeTag(
    in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool? {
    var at = start + 1
    let closing = at < end && bytes[at] == UInt8(ascii: "/")
    if closing { at += 1 }
    while at < end, isLetter(bytes[at]) || (0x30...0x39).contains(bytes[at]) || bytes[at] == 0x2D {
      at += 1
    }
    while !closing {
      let space = skipSpaces(bytes, at, end)
      guard space < end, space > at,
        isLetter(bytes[space]) || bytes[space] == 0x5F || bytes[space] == 0x3A
      else { break }
      at = space
      while at < end, isAttributeName(bytes[at]) { at += 1 }
      let equals = skipSpaces(bytes, at, end)
      guard equals < end, bytes[equals] == UInt8(ascii: "=") else { continue }
      at = skipSpaces(bytes, equals + 1, end)
      guard at < end else { return nil }
      if bytes[at] == 0x22 || bytes[at] == 0x27 {
        guard let close = bytes[(at + 1)..<end].firstIndex(of: bytes[at]) else { return nil }
        at = close + 1
      } else {
        let value = at
        while at < end, !" \t\"'=<>`".utf8.contains(bytes[at]) { at += 1 }
        guard at > value else { return nil }
      }
    }
    at = skipSpaces(bytes, at, end)
    if !closing, at < end, bytes[at] == UInt8(ascii: "/") { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: ">") else { return nil }
    return skipSpaces(bytes, at + 1, end) == end
  }

  private static func isAttributeName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x3A || byte == 0x2E
      || byte == 0x2D
  }

  private static func skipSpaces(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var at = start
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at
  }
}
