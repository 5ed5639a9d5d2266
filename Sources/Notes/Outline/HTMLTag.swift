/// One HTML tag as CommonMark reads it, opening or closing.
package struct HTMLTag {
  /// Its name in small letters.
  package let name: String
  /// Whether it closes what another one opened.
  package let isClosing: Bool
  /// The place after its `>`.
  package let end: Int
  /// Whether HTML has an element of this name, and every attribute without a value is one of its
  /// own: in `a<b and c>d` nothing is bold.
  package let isKnown: Bool

  /// The tag that begins at `start`; nil where none does.
  package init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int) {
    func skipSpaces(_ start: Int) -> Int {
      var at = start
      while at < limit, Self.isSpace(bytes[at]) { at += 1 }
      return at
    }
    func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self).lowercased()
    }
    var at = start + 1
    let isClosing = at < limit && bytes[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    let nameStart = at
    while at < limit, Self.isNameByte(bytes[at]) { at += 1 }
    guard at > nameStart, Self.isLetter(bytes[nameStart]) else { return nil }
    let name = text(nameStart..<at)
    var isKnown = HTMLNames.elements.contains(name)
    while !isClosing {
      let space = skipSpaces(at)
      guard space < limit, space > at,
        Self.isLetter(bytes[space]) || bytes[space] == 0x5F || bytes[space] == 0x3A
      else { break }
      at = space
      while at < limit, Self.isNameByte(bytes[at]) || "_:.".utf8.contains(bytes[at]) { at += 1 }
      let equals = skipSpaces(at)
      guard equals < limit, bytes[equals] == UInt8(ascii: "=") else {
        if isKnown { isKnown = HTMLNames.flags.contains(text(space..<at)) }
        continue
      }
      at = skipSpaces(equals + 1)
      guard at < limit else { return nil }
      if bytes[at] == 0x22 || bytes[at] == 0x27 {
        guard let close = bytes[(at + 1)..<limit].firstIndex(of: bytes[at]) else { return nil }
        at = close + 1
      } else {
        let value = at
        while at < limit, bytes[at] > 0x20, !"\"'=<>`".utf8.contains(bytes[at]) { at += 1 }
        guard at > value else { return nil }
      }
    }
    at = skipSpaces(at)
    if !isClosing, at < limit, bytes[at] == UInt8(ascii: "/") { at += 1 }
    guard at < limit, bytes[at] == UInt8(ascii: ">") else { return nil }
    self.name = name
    self.isClosing = isClosing
    self.isKnown = isKnown
    end = at + 1
  }

  /// Whether what begins at `start` is at least named as an element of HTML.
  package static func hasKnownName(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var at = start + 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
    let name = bytes[min(at, bytes.count)..<min(at + 20, bytes.count)].prefix(while: isNameByte)
    return HTMLNames.elements.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
