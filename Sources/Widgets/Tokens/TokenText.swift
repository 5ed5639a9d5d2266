/// Bytes of a token as they can be seen: a space as `·`, or `_` where there is only ASCII, a line's end as
/// `\n`, and what is only a part of a character as its bytes, `<f0>`.
enum TokenText {
  static func visible(_ bytes: [UInt8], ascii: Bool) -> String {
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      if let scalar = scalar(at: rest) {
        text += visible(scalar, ascii)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        text += "<\(hex(first))>"
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// The bytes in the way they are usually written: `f0 9f`.
  static func hex(_ bytes: [UInt8]) -> String { bytes.map(hex).joined(separator: " ") }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// The character that begins here; nil where none is whole.
  private static func scalar(at bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    (1...4).lazy.compactMap { count -> Unicode.Scalar? in
      guard bytes.count >= count,
        let text = String(validating: bytes.prefix(count), as: UTF8.self)
      else { return nil }
      return text.unicodeScalars.first
    }.first
  }

  private static func visible(_ scalar: Unicode.Scalar, _ ascii: Bool) -> String {
    switch scalar {
    case " ": ascii ? "_" : "·"
    case "\n": "\\n"
    case "\t": "\\t"
    default:
      scalar.properties.generalCategory == .control || scalar.properties.isWhitespace
        ? "<\(String(scalar.value, radix: 16))>" : String(Character(scalar))
    }
  }
}
