/// How a formula or a code span goes on from one line to the next.
struct LineCrossing {
  /// What may stand between the lines.
  enum Reach { case line, paragraph, opaqueParagraph, blankLines }

  let bytes: UnsafeBufferPointer<UInt8>
  let place: TextPlace
  let reach: Reach
  private var sawBlank = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ place: TextPlace, _ reach: Reach) {
    self.bytes = bytes
    self.place = place
    self.reach = place.isOneLine ? .line : reach
  }

  /// Where the text of the next line begins; nil where what was begun may not go on there.
  mutating func next(after newline: Int) -> Int? {
    guard reach != .line else { return nil }
    var at = newline + 1
    for _ in 0..<place.quotes {
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else { return nil }
      at += 1
    }
    let start = at
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x0A {
      guard reach == .blankLines else { return nil }
      sawBlank = true
      return at
    }
    if sawBlank {
      // A stray mark swallows no section, and what stands in a list item stays in it.
      if isHeading(at) || at - start < place.indent { return nil }
      sawBlank = false
    }
    if isFence(at) || reach == .paragraph && beginsBlock(at) { return nil }
    return at
  }

  private func isHeading(_ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] == UInt8(ascii: "#") { at += 1 }
    return (1...6).contains(at - start) && isSpace(at)
  }

  /// In display maths `~` is TeX's blank.
  private func isFence(_ at: Int) -> Bool {
    at + 2 < bytes.count
      && (bytes[at] == UInt8(ascii: "`") || reach != .blankLines && bytes[at] == UInt8(ascii: "~"))
      && bytes[at + 1] == bytes[at] && bytes[at + 2] == bytes[at]
  }

  private func isSpace(_ at: Int) -> Bool {
    at >= bytes.count || bytes[at] <= 0x20
  }

  /// Whether a line may be no continuation of a paragraph; what is unclear counts as none.
  private func beginsBlock(_ start: Int) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: "#"): return isHeading(start)
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "="), UInt8(ascii: "_"):
      // An underline or a rule, where nothing else stands in the line.
      let line = bytes[start...].prefix { $0 != 0x0A }
      return line.allSatisfy { $0 == bytes[start] || $0 <= 0x20 }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isSpace(start + 1) || start + 1 < bytes.count && bytes[start + 1] == bytes[start]
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var at = start
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
      return at < bytes.count && (bytes[at] == 0x2E || bytes[at] == 0x29) && isSpace(at + 1)
    default: return false
    }
  }
}
