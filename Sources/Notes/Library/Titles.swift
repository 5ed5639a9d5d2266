/// Titles as plain text.
package enum Titles {
  /// `02-fine_tuning.md` → `Fine tuning`; a folder's front page has the folder's name.
  package static func readable(fileName path: String) -> String {
    let parts = Path.shown(path).split(separator: "/")
    var name = parts.last.map(String.init) ?? ""
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    if parts.count > 1, ["readme", "index"].contains(name.lowercased()) {
      return readable(folderName: parts[parts.count - 2])
    }
    return readable(name)
  }

  /// `02-fine_tuning` → `Fine tuning`.
  static func readable(folderName name: Substring) -> String { readable(String(name)) }

  private static func readable(_ name: String) -> String {
    // A day's name, as journals have it, is no number in an order.
    let day = name.prefix(dateLength(of: name))
    if !day.isEmpty {
      let rest = name.dropFirst(day.count)
      let words = rest.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
      return day + (rest.first.map { "-_ ".contains($0) } == true ? " " : "") + words
    }
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }
    let isNumbered = words.count > 1 && words[0].allSatisfy(\.isNumber)
    let text = (isNumbered ? Array(words.dropFirst()) : words).joined(separator: " ")
    return text.isEmpty ? "Notes" : text.prefix(1).uppercased() + String(text.dropFirst())
  }

  /// How much of a name is a year with a month or week, perhaps a day: `2024-03-01`, `2024-W09`; a year alone
  /// where words follow.
  static func dateLength(of name: String) -> Int {
    func digits(_ text: Substring, _ counts: ClosedRange<Int>) -> Bool {
      counts.contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
    let parts = name.prefix(20).split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first?.prefix(while: { $0.isNumber }), digits(year, 4...4),
      year.hasPrefix("19") || year.hasPrefix("20")
    else { return 0 }
    guard year == parts[0], parts.count > 1 else { return year.count }
    let month = parts[1].prefix { $0.isNumber || $0 == "W" || $0 == "Q" }
    guard digits(month.drop { !$0.isNumber }, 1...2) else { return year.count }
    let monthEnd = year.count + 1 + month.count
    guard month == parts[1], parts.count > 2 else { return monthEnd }
    let day = parts[2].prefix { $0.isNumber }
    return digits(day, 1...2) ? monthEnd + 1 + day.count : monthEnd
  }

  /// A heading's Markdown without its marks.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let special = bytes.contains { byte in
      switch byte {
      case 0x2A, 0x5F, 0x60, 0x5B, 0x24, 0x3C, 0x3D, 0x26, 0x5C, 0x7E, 0x7B, 0x0A, 0x21, 0x80...:
        true
      default: false
      }
    }
    guard special || Icon.mayStand(in: bytes) else {
      return String(decoding: bytes, as: UTF8.self).trimmed
    }
    var bytes = bytes
    while let last = bytes.last, DefinitionScanner.isSpace(last) {
      bytes.removeLast()
    }
    // A formula may hold the ends of lines; else they are spaces.
    let hasMaths = bytes.contains { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }
    if hasMaths, bytes.contains(0x0A), let text = heading(Array(bytes) + Array("\n===".utf8)) {
      return text
    }
    return heading(Array("# ".utf8) + bytes.map { $0 == 0x0A ? 0x20 : $0 })
      ?? String(decoding: bytes, as: UTF8.self).trimmed
  }

  /// The text of a heading; nil where that is none.
  private static func heading(_ bytes: [UInt8]) -> String? {
    guard case .heading(_, let inlines)? = Markdown.parse(bytes).blocks.first?.kind else {
      return nil
    }
    return inlines.titleText
  }

  /// Whether an introduction says more than one sentence, the chapter's own heading left out.
  static func isMoreThanASentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parsed = Markdown.parse(Array(bytes.prefix(4096)))
    var sentences = 0
    for block in parsed.blocks {
      switch block.kind {
      case .heading(level: 1, _), .html: continue
      case .paragraph(let inlines):
        sentences += max(1, inlines.plainText.sentenceEnds)
      default: return true
      }
    }
    return sentences > 1
  }
}

extension String {
  /// How often a sign that ends a sentence stands before white space or the end.
  fileprivate var sentenceEnds: Int {
    var count = 0
    var isBehindSign = false
    for scalar in unicodeScalars {
      if isBehindSign, scalar.properties.isWhitespace { count += 1 }
      switch scalar {
      case ".", "!", "?", "。": isBehindSign = true
      default: isBehindSign = false
      }
    }
    return isBehindSign ? count + 1 : count
  }
}

extension String {
  /// Without white space at both ends.
  package var trimmed: String { self[...].trimmed }
}

extension Substring {
  /// Without white space at both ends.
  package var trimmed: String {
    if let plain = utf8.withContiguousStorageIfAvailable(\.trimmedOfASCII) ?? nil {
      let start = utf8.index(startIndex, offsetBy: plain.lowerBound)
      return String(self[start..<utf8.index(start, offsetBy: plain.count)])
    }
    var text = self
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  package var trimmed: String { String(self).trimmed }

  /// What stands between the quotes around it; nil where there are none.
  var unquoted: String? {
    guard let sign = first, sign == "\"" || sign == "'", dropFirst().last == sign else {
      return nil
    }
    return String(dropFirst().dropLast())
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a text stands without the white space at its ends; nil where a sign beyond ASCII stands there, which
  /// may be white space, or one sign with what is beside it.
  fileprivate var trimmedOfASCII: Range<Int>? {
    var (start, end) = (0, count)
    while start < end, Self.isWhite(self[start]) { start += 1 }
    while end > start, Self.isWhite(self[end - 1]) { end -= 1 }
    if start == end { return start..<end }
    return self[start] < 0x80 && self[end - 1] < 0x80 ? start..<end : nil
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
