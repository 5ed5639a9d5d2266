/// Recognises `[label]: destination` and `[^label]: footnote` at the start of a paragraph.
enum DefinitionScanner {
  static func definition(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Outline.Definition? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
    var at = start + 1
    let limit = min(bytes.count, start + 1000)
    while at < limit, bytes[at] != UInt8(ascii: "]") {
      if bytes[at] == UInt8(ascii: "[") || bytes[at] == 0x0A { return nil }
      if bytes[at] == UInt8(ascii: "\\") { at += 1 }
      at += 1
    }
    guard at + 1 < limit, at > start + 1, bytes[at + 1] == UInt8(ascii: ":") else { return nil }
    var end = at + 2
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return Outline.Definition(label: start + 1..<at, range: start..<end)
  }
}
