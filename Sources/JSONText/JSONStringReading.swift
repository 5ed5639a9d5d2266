extension JSONParser {
  /// The string that begins at the current quotation mark.
  mutating func string() throws(JSONProblem) -> String {
    let open = position
    position += 1
    let start = position
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    var text = Array(bytes[start..<position])
    while true {
      switch current {
      case nil:
        throw problem(.unfinishedString, at: open)
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw problem(.badUTF8, at: open)
        }
        return string
      case UInt8(ascii: "\\"):
        text += try escape().utf8
      case let byte? where byte < 0x20:
        throw problem(.controlCharacterInString)
      case let byte?:
        text.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let letter = current else { throw problem(.endTooEarly) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw problem(.badEscape, at: start)
    }
    let first = try fourHexDigits(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xdc00, current == UInt8(ascii: "\\") else {
      throw problem(.loneSurrogate, at: start)
    }
    position += 1
    guard current == UInt8(ascii: "u") else { throw problem(.loneSurrogate, at: start) }
    position += 1
    let second = try fourHexDigits(from: start)
    let joined = 0x10000 + (UInt32(first & 0x3ff) << 10 | UInt32(second & 0x3ff))
    guard second >= 0xdc00, second < 0xe000, let scalar = Unicode.Scalar(joined) else {
      throw problem(.loneSurrogate, at: start)
    }
    return scalar
  }

  private mutating func fourHexDigits(from start: Int) throws(JSONProblem) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw problem(.endTooEarly) }
      guard let digit = Unicode.Scalar(byte).hexValue else { throw problem(.badEscape, at: start) }
      value = value << 4 | digit
      position += 1
    }
    return value
  }
}

extension Unicode.Scalar {
  fileprivate var hexValue: UInt16? {
    switch self {
    case "0"..."9": UInt16(value - 48)
    case "a"..."f": UInt16(value - 87)
    case "A"..."F": UInt16(value - 55)
    default: nil
    }
  }
}
