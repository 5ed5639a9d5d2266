import Notes

/// Whether one may stand in a text that nobody has read yet.
extension ForeignComment {
  private static let letter = ByteSearch("q")

  /// Whether one may stand in a part of a text.
  static func mayStand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    isOddLine(in: bytes, range) || isComment(in: bytes[range])
  }

  /// Whether a short line may be one of another language. Nearly all words with the letter stand in sentences,
  /// which the first sign of their lines tells.
  private static func isOddLine(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while let found = letter?.first(in: bytes, from: at, to: range.upperBound) {
      at = found + 1
      let floor = max(range.lowerBound, found - longest / 2)
      let start = bytes[floor..<found].lastIndex(of: 0x0A).map { $0 + 1 } ?? floor
      guard start == range.lowerBound || bytes[start - 1] == 0x0A,
        let first = bytes[start...found].first(where: { $0 > 0x20 }),
        !(0x61...0x7A).contains(first | 0x20) || start + 3 > found
          || bytes[start...].starts(with: "rem ".utf8)
      else { continue }
      let line = bytes[start..<range.upperBound].prefix(longest).prefix { $0 != 0x0A }
      if ForeignComment(line: String(decoding: line, as: UTF8.self)) != nil { return true }
    }
    return false
  }

  private static func isComment(in bytes: ArraySlice<UInt8>) -> Bool {
    var at = bytes.startIndex
    while at + 4 < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "!"),
        bytes[at + 2] == UInt8(ascii: "-")
      {
        let text = bytes[(at + 3)...].prefix(longest).prefix {
          $0 != 0x0A && $0 != UInt8(ascii: ">")
        }
        let found = String(decoding: text, as: UTF8.self).lowercased()
          .split { !$0.isLetter && $0 != "/" }.map(String.init)
        if found.contains(where: {
          $0 == "quiz" || words.contains($0) || others.contains($0) || naming.contains($0)
            || $0.hasPrefix("self")
        }) {
          return true
        }
        if text.contains(UInt8(ascii: "=")),
          ForeignComment("<!--\(String(decoding: text.dropFirst(), as: UTF8.self))>") != nil
        {
          return true
        }
      }
      at += 1
    }
    return false
  }
}
