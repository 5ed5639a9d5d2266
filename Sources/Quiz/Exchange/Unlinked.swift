import Notes

/// A question's Markdown without the links that lead nowhere from where it is to stand: what they say stays.
enum Unlinked {
  /// - Parameter keeping: whether a link's path leads to a file from there.
  static func text(of markdown: String, keeping isFile: (String) -> Bool) -> String {
    var fence = FenceState()
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let bytes = Array(line.utf8)
      return fence.isCode(bytes[...])
        ? String(line) : String(decoding: self.line(bytes, isFile), as: UTF8.self)
    }.joined(separator: "\n")
  }

  private static func line(_ bytes: [UInt8], _ isFile: (String) -> Bool) -> [UInt8] {
    var spans = CodeSpans(bytes)
    var text: [UInt8] = []
    /// Where the brackets that are open begin in the text.
    var open: [(at: Int, isPicture: Bool)] = []
    var at = 0
    while at < bytes.count {
      // Brackets in code and in a formula are none of a link.
      if let end = spans.end(at: at) ?? formulaEnd(bytes, at) {
        text += bytes[at..<end]
        at = end
        continue
      }
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\\"):
        text += bytes[at..<min(at + 2, bytes.count)]
        at += 2
        continue
      case UInt8(ascii: "["): open.append((text.count, text.last == UInt8(ascii: "!")))
      case UInt8(ascii: "]"):
        guard let start = open.popLast(), !start.isPicture,
          let (address, end) = address(bytes, at + 1), !leads(address, isFile)
        else { break }
        text.remove(at: start.at)
        at = end
        continue
      default: break
      }
      text.append(byte)
      at += 1
    }
    return text
  }

  /// The place behind a formula that begins there; nil where none does.
  private static func formulaEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "$"),
      let close = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "$"))
    else { return nil }
    return close + 1
  }

  /// The address in round brackets that begin there, and the place behind them.
  private static func address(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    for at in start..<bytes.count {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      // An address holds no more of them, and nothing is looked through twice.
      guard depth < 3 else { return nil }
      guard bytes[at] == UInt8(ascii: ")") else { continue }
      depth -= 1
      guard depth == 0 else { continue }
      // A title may stand behind it.
      let inside = String(decoding: bytes[(start + 1)..<at], as: UTF8.self).trimmed
      let address = inside.prefix { $0 != " " }.drop { $0 == "<" }
      return (String(address.last == ">" ? address.dropLast() : address), at + 1)
    }
    return nil
  }

  /// Whether an address leads somewhere wherever the question stands, or from where it will.
  private static func leads(_ address: String, _ isFile: (String) -> Bool) -> Bool {
    let path = address.prefix { $0 != "#" && $0 != "?" }
    // A colon names the way to it: `https:`, `mailto:`.
    return path.contains(":") || !path.isEmpty && isFile(String(path))
  }
}
