/// CommonMark's kinds of HTML block, by how they end; only of tags that HTML has, and without
/// declarations and processing instructions, which are text.
enum HTMLBlock: Equatable {
  /// `<script`, `<pre`, `<style`, until a closing tag of one of them; the parser knows no others.
  case raw
  /// Until `-->`.
  case comment
  /// Until a blank line.
  case blank

  var endsAtBlank: Bool { self == .blank }

  private static let rawTags = ["script", "pre", "style"]
  /// Those that the parser knows: of headings the first alone.
  static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "head", "header", "hr",
    "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol",
    "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  static func beginning(
    in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, interrupting: Bool
  ) -> HTMLBlock? {
    let rest = bytes[start..<end]
    if rest.starts(with: "<!--".utf8) { return .comment }
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
      let tag = HTMLTag(in: bytes, at: start, before: end), tag.isKnown,
      bytes[tag.end..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    else { return nil }
    return .blank
  }

  /// Whether the block's end is in this line.
  func ends(in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch self {
    case .blank: false
    case .comment: contains("-->", bytes, start, end)
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
