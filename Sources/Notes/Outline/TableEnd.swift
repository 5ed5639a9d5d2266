/// Lines right below a table that are no row of it, though nothing else of CommonMark's begins there: a formula that
/// stands alone, the table's own caption, what says how it looks, and its name in a vault.
enum TableEnd {
  /// Whether a line, from its first sign on, is one.
  static func isBelow(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = bytes[line].first else { return false }
    switch first {
    case UInt8(ascii: "$"): return isFormula(bytes, line, "$$", "$$")
    case UInt8(ascii: "\\"):
      return MathsEnvironment.end(bytes, line.lowerBound) != nil
        || isFormula(bytes, line, "\\[", "\\]")
    case UInt8(ascii: "T"), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "^"):
      let text = Array(bytes[line])[...].trimmedBytes
      guard !text.contains(UInt8(ascii: "|")) else { return false }
      return text.starts(with: "Table: ".utf8) || text.starts(with: ": ".utf8)
        || first == UInt8(ascii: "{") && isAttributes(text)
        || first == UInt8(ascii: "^") && isName(text.dropFirst())
    default: return false
    }
  }

  /// Whether a formula begins with the line that also ends with it, or goes on below.
  private static func isFormula(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ opening: String, _ closing: String
  ) -> Bool {
    let text = bytes[line]
    guard text.starts(with: opening.utf8) else { return false }
    let sign = Array(closing.utf8)
    var rest = text.dropFirst(2)
    while rest.count >= 2 {
      if rest.starts(with: sign) {
        // A number or a name may stand behind it.
        let behind = rest.dropFirst(2).first { $0 > 0x20 }
        return behind.map { "{(".utf8.contains($0) } ?? true
      }
      rest = rest.dropFirst()
    }
    return true
  }

  private static func isAttributes(_ text: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: text, as: UTF8.self)
    return Attributes.length(text[...]) == text.count
  }

  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty
      && text.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
