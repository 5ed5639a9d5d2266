/// Recognises `[label]: destination "title"` and `[^label]: footnote` at the start of a paragraph.
enum DefinitionScanner {
  static func definition(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, isOneLine: Bool = false
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
    let label = start + 1..<at
    if bytes[label.lowerBound] == UInt8(ascii: "^") {
      return Outline.Definition(label: label, range: start..<lineEnd(bytes, at))
    }
    let destination = space(bytes, at + 2, isOneLine)
    if bytes[at + 2..<destination].contains(0x0A), destination < bytes.count,
      isHeading(bytes, destination) || ">-*+~`|_0123456789".utf8.contains(bytes[destination]),
      !isUnderline(bytes, destination)
    {
      // Another block may begin there; an underline md4c takes for the destination.
      return nil
    }
    guard let end = afterDestination(bytes, destination) else { return nil }
    let own = lineEnd(bytes, end)
    let title = space(bytes, end, isOneLine)
    if title > end, let titleEnd = afterTitle(bytes, title, isOneLine), isBlank(bytes, titleEnd) {
      return Outline.Definition(label: label, range: start..<lineEnd(bytes, titleEnd))
    }
    return isBlank(bytes, end) ? Outline.Definition(label: label, range: start..<own) : nil
  }

  private static func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let end = bytes[start...].prefix { $0 == UInt8(ascii: "#") }.endIndex
    return (1...6).contains(end - start) && (end == bytes.count || isSpace(bytes[end]))
  }

  private static func isUnderline(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    let end = bytes[start...].prefix { $0 == UInt8(ascii: "-") }.endIndex
    return end > start && isBlank(bytes, end)
  }

  private static func afterDestination(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    guard start < bytes.count else { return nil }
    var at = start
    if bytes[start] == UInt8(ascii: "<") {
      at += 1
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
        if bytes[at] == 0x0A || bytes[at] == UInt8(ascii: "<") { return nil }
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      return at < bytes.count ? at + 1 : nil
    }
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x7F { at += 1 }
    return at > start ? at : nil
  }

  private static func afterTitle(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isOneLine: Bool
  ) -> Int? {
    guard start < bytes.count, "\"'(".utf8.contains(bytes[start]) else { return nil }
    let close = bytes[start] == UInt8(ascii: "(") ? UInt8(ascii: ")") : bytes[start]
    var at = start + 1
    let limit = min(bytes.count, start + 1000)
    while at < limit, bytes[at] != close {
      if bytes[at] == 0x0A, isOneLine || isBlank(bytes, at + 1) { return nil }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return at < limit ? at + 1 : nil
  }

  /// The place after white space, one line's end in it at most.
  private static func space(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isOneLine: Bool
  ) -> Int {
    var at = start
    var ends = isOneLine ? 0 : 1
    while at < bytes.count, isSpace(bytes[at]) {
      if bytes[at] == 0x0A {
        if ends == 0 { break }
        ends -= 1
      }
      at += 1
    }
    return at
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A {
      if !isSpace(bytes[at]) { return false }
      at += 1
    }
    return true
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    return at
  }

  /// What the parser takes for white space: of control characters these alone, and no zero.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
