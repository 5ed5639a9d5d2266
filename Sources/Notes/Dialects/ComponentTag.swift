/// A tag of MDX, whose attributes may be programs of several lines.
struct ComponentTag {
  let name: String
  let isClosing: Bool
  let closesItself: Bool
  /// The place after its `>`.
  let end: Int
  private let inside: ArraySlice<UInt8>

  private static let longest = 10_000

  init?(_ bytes: [UInt8], at start: Int) {
    var at = start + 1
    isClosing = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    let named = bytes[min(at, bytes.count)...].prefix(60).prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
    }
    guard let first = named.first, first > 0x39 else { return nil }
    name = String(decoding: named, as: UTF8.self)
    at = named.endIndex
    var depth = 0
    var quote: UInt8?
    let limit = min(bytes.count, at + Self.longest)
    while at < limit {
      let byte = bytes[at]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), depth > 0 { at += 1 } else if byte == open { quote = nil }
      } else {
        switch byte {
        case 0x22, 0x27: quote = byte
        case UInt8(ascii: "`") where depth > 0: quote = byte
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: ">") where depth == 0:
          inside = bytes[named.endIndex..<at]
          closesItself = inside.last == UInt8(ascii: "/")
          end = at + 1
          return
        case UInt8(ascii: "<") where depth == 0: return nil
        default: break
        }
      }
      at += 1
    }
    return nil
  }

  /// Attributes without a value.
  var words: [Substring] {
    String(decoding: inside, as: UTF8.self).split { $0.isWhitespace || $0 == "/" }
  }

  /// The value of an attribute; of a program the one word in it.
  func value(_ name: String) -> String? {
    let written = "<x " + String(decoding: inside, as: UTF8.self) + ">"
    guard let value = HTMLTag.value(of: name.lowercased(), in: written), !value.isEmpty else {
      return nil
    }
    guard value.hasPrefix("{") else { return value }
    return String(value.drop { "{\"'` ".contains($0) }.prefix { !"}\"'`".contains($0) })
  }

  /// The texts of `choices={[{text: "…", …}, …]}`, and nothing of which is right.
  var choices: [String] {
    var found: [String] = []
    var key: [UInt8] = []
    var at = inside.startIndex
    while at < inside.endIndex {
      let byte = inside[at]
      if byte == 0x22 || byte == 0x27 || byte == UInt8(ascii: "`") {
        var literal: [UInt8] = []
        at += 1
        while at < inside.endIndex, inside[at] != byte {
          if inside[at] == UInt8(ascii: "\\"), at + 1 < inside.endIndex { at += 1 }
          literal.append(inside[at] == 0x0A ? 0x20 : inside[at])
          at += 1
        }
        if key.elementsEqual("text".utf8) {
          found.append(String(decoding: literal, as: UTF8.self).trimmed)
          key = []
        }
      } else if (0x61...0x7A).contains(byte | 0x20) {
        let word = inside[at...].prefix { (0x61...0x7A).contains($0 | 0x20) }
        if inside[word.endIndex...].first == UInt8(ascii: ":") { key = Array(word) }
        at = word.endIndex
        continue
      }
      at += 1
    }
    return found
  }
}
