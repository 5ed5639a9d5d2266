/// A place in one line, with CommonMark's rules for what may begin there.
struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  /// The end of the line, without its newline.
  let end: Int
  /// Columns left over of a tab that was passed in part.
  private var spare = 0
  private var column = 0

  init(bytes: UnsafeBufferPointer<UInt8>, position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    var end = end
    if end > position, bytes[end - 1] == 0x0D { end -= 1 }
    self.end = end
    measure()
  }

  /// Columns of white space before the next other byte.
  private(set) var indent = 0
  private var content = 0
  /// Where the first byte that is not white space stands.
  var contentStart: Int { content }

  private mutating func measure() {
    var at = position
    var width = spare
    while at < end {
      if bytes[at] == 0x20 {
        width += 1
      } else if bytes[at] == 0x09 {
        width += 4 - (column + width) % 4
      } else {
        break
      }
      at += 1
    }
    indent = width
    content = at
  }

  /// Nothing but white space is left.
  var isBlank: Bool { content >= end }
  /// The first byte that is not white space.
  var peek: UInt8? { content < end ? bytes[content] : nil }

  /// Goes on by that many columns of white space.
  mutating func pass(columns: Int) {
    var left = columns
    if spare > 0 {
      let used = min(spare, left)
      spare -= used
      left -= used
      column += used
    }
    while left > 0, position < end {
      if bytes[position] == 0x09 {
        let width = 4 - column % 4
        position += 1
        column += min(width, left)
        spare = max(0, width - left)
        left -= min(width, left)
      } else if bytes[position] == 0x20 {
        position += 1
        column += 1
        left -= 1
      } else {
        break
      }
    }
    measure()
  }

  private mutating func skip(to target: Int) {
    column += indent + (target - content)
    position = target
    spare = 0
    measure()
  }

  /// Passes `>` and one column of white space after it.
  mutating func passQuoteMark() {
    skip(to: content + 1)
    if indent > 0 { pass(columns: 1) }
  }

  /// An ATX heading: level and text.
  var heading: (level: Int, text: Range<Int>)? {
    var at = content
    while at < end, bytes[at] == UInt8(ascii: "#") { at += 1 }
    let level = at - content
    guard (1...6).contains(level), at == end || bytes[at] == 0x20 || bytes[at] == 0x09 else {
      return nil
    }
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    var last = end
    while last > at, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    var mark = last
    while mark > at, bytes[mark - 1] == UInt8(ascii: "#") { mark -= 1 }
    if mark == at {
      last = at
    } else if mark < last, bytes[mark - 1] == 0x20 || bytes[mark - 1] == 0x09 {
      last = mark
      while last > at, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    }
    return (level, at..<last)
  }

  /// Three or more backticks or tildes that open a fenced code block.
  var openingFence: (UInt8, Int)? {
    guard let byte = peek, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return nil
    }
    var at = content
    while at < end, bytes[at] == byte { at += 1 }
    let length = at - content
    guard length >= 3 else { return nil }
    if byte == UInt8(ascii: "`"), bytes[at..<end].contains(byte) { return nil }
    return (byte, length)
  }

  /// Whether the line closes a fence of that kind and length.
  func isClosingFence(_ character: UInt8, _ length: Int) -> Bool {
    var at = content
    while at < end, bytes[at] == character { at += 1 }
    return at - content >= length
      && bytes[at..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The level of a setext heading's underline.
  var underline: Int? {
    guard let byte = peek, byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else {
      return nil
    }
    var at = content
    while at < end, bytes[at] == byte { at += 1 }
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at == end ? (byte == UInt8(ascii: "=") ? 1 : 2) : nil
  }

  /// The line under a table's head: dashes, colons and at least one bar.
  var isTableUnderline: Bool {
    var hasBar = false
    var hasDash = false
    for byte in bytes[content..<end] {
      switch byte {
      case UInt8(ascii: "|"): hasBar = true
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return hasBar && hasDash
  }

  /// A thematic break.
  var isRule: Bool {
    guard let byte = peek, byte == 0x2A || byte == 0x2D || byte == 0x5F else { return false }
    var marks = 0
    for at in content..<end {
      if bytes[at] == byte {
        marks += 1
      } else if bytes[at] != 0x20, bytes[at] != 0x09 {
        return false
      }
    }
    return marks >= 3
  }

  /// A list marker: passes it and returns the indentation of the item's content.
  mutating func listItem(interrupting: Bool) -> Int? {
    guard let byte = peek else { return nil }
    var at = content
    switch byte {
    case 0x2A, 0x2B, 0x2D: at += 1
    case 0x30...0x39:
      while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
      guard at - content <= 9, at < end, bytes[at] == 0x2E || bytes[at] == 0x29 else { return nil }
      if interrupting, !(at - content == 1 && byte == 0x31) { return nil }
      at += 1
    default: return nil
    }
    guard at == end || bytes[at] == 0x20 || bytes[at] == 0x09 else { return nil }
    let width = indent + at - content
    var after = self
    after.skip(to: at)
    if after.isBlank {
      if interrupting { return nil }
      self = after
      return width + 1
    }
    let gap = after.indent > 4 ? 1 : after.indent
    after.pass(columns: gap)
    self = after
    return width + gap
  }

  /// An HTML block that begins here.
  func htmlBlock(interrupting: Bool) -> HTMLBlock? {
    peek == UInt8(ascii: "<")
      ? HTMLBlock.beginning(in: bytes, content, end, interrupting: interrupting) : nil
  }
}
