/// What a character entity stands for: md4c hands them over as written.
package enum Entities {
  /// A text with its entities decoded.
  package static func decodingAll(_ text: String) -> String {
    guard text.holds("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(32).firstIndex(of: ";") else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result += decoded(String(rest[...end]))
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// The text of `&amp;`, `&#955;` or `&#x3BB;`; as written when it is unknown.
  ///
  /// What comes out may be a control character: it is made harmless where cells are made.
  static func decoded(_ entity: String) -> String {
    let name = entity.dropFirst().dropLast()
    let scalar: UInt32?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      scalar = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      scalar = UInt32(name.dropFirst())
    } else {
      return EntityTable.text(of: String(name)) ?? entity
    }
    guard let scalar, scalar != 0, let valid = Unicode.Scalar(scalar) else { return "\u{FFFD}" }
    return String(Character(valid))
  }
}
