/// Whether lines are code, asked of one after the other: fences open and close on the way.
package struct FenceState: Sendable {
  /// The signs of a fence; it is bare where nothing stands behind them.
  typealias Mark = (character: UInt8, length: Int, isBare: Bool)

  private var open: (character: UInt8, length: Int, indent: Int)?

  package init() {}

  /// Whether the next line stands in a fence, or closes it.
  package var isOpen: Bool { open != nil }

  /// Whether the next line is code: it stands in a fence, or opens or closes one.
  package mutating func isCode(_ line: some Collection<UInt8>) -> Bool {
    guard let mark = Self.mark(of: line) else { return open != nil }
    let indent = Self.indent(of: line)
    guard let open else {
      self.open = (mark.character, mark.length, indent)
      return true
    }
    // What stands four columns further in is code, as CommonMark has it.
    if mark.character == open.character, mark.length >= open.length, mark.isBare,
      indent < open.indent + 4
    {
      self.open = nil
    }
    return true
  }

  /// The blanks before what a line says, behind the sign of a quote.
  static func indent(of line: some Collection<UInt8>) -> Int {
    var count = 0
    for byte in line {
      switch byte {
      case 0x20: count += 1
      case 0x09: count += 4
      case 0x3E: count = 0
      default: return count
      }
    }
    return count
  }

  /// The signs of a fence at the head of a line, be it in a list or a quote.
  static func mark(of line: some Collection<UInt8>) -> Mark? {
    mark(atStartOf: line.drop { $0 == 0x20 || $0 == 0x3E || $0 == 0x09 })
  }

  /// The signs of a fence that a text begins with.
  static func mark(atStartOf text: some Collection<UInt8>) -> Mark? {
    guard let character = text.first, character == 0x60 || character == 0x7E else { return nil }
    let length = text.prefix { $0 == character }.count
    guard length >= 3 else { return nil }
    let info = text.dropFirst(length)
    if character == 0x60, info.contains(0x60) { return nil }
    return (character, length, info.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
  }
}
