/// Where the text of a line begins that may embed another note, asked line by line: behind the signs of quotes and of an
/// item.
struct EmbedPlaces {
  struct Place {
    /// Where the line's own text begins.
    let start: Int
    /// What stands before it.
    let head: [UInt8]
    /// What has to stand before a line that goes on with it.
    let margin: [UInt8]
    /// Whether the line begins an item.
    let isItem: Bool
    /// A blank line there.
    var blank: [UInt8] {
      Array(margin.prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }.trimmedAtEnd)
    }
  }

  /// Whether an item of a list goes on where text is indented.
  private var isInItem = false
  private var isBehindBlank = true

  /// The next line's place; nil for code that is indented.
  mutating func next(_ line: ArraySlice<UInt8>) -> Place? {
    defer { isBehindBlank = line.isBlank }
    let quotes = line.prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let text = line[quotes.endIndex...]
    let marker = Self.marker(text)
    if marker > 0 {
      isInItem = true
    } else if quotes.isEmpty, !text.isEmpty, isBehindBlank {
      isInItem = false
    }
    let indent = quotes.reversed().prefix { $0 != UInt8(ascii: ">") }
      .reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    let isQuote = quotes.contains(UInt8(ascii: ">"))
    guard indent < (isQuote ? 6 : 4) || isInItem else { return nil }
    return Place(
      start: text.startIndex + marker, head: Array(quotes + text.prefix(marker)),
      margin: Array(quotes) + [UInt8](repeating: 0x20, count: marker), isItem: marker > 0)
  }

  /// How many bytes the sign of an item takes with the blanks behind it.
  private static func marker(_ text: ArraySlice<UInt8>) -> Int {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard digits.count < 10, let sign = text[digits.endIndex...].first,
      (digits.isEmpty ? "-*+" : ".)").utf8.contains(sign)
    else { return 0 }
    let blanks = text[(digits.endIndex + 1)...].prefix { $0 == 0x20 }
    return (1...4).contains(blanks.count) ? digits.count + 1 + blanks.count : 0
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmedAtEnd: ArraySlice<UInt8> {
    var text = self
    while text.last == 0x20 { text.removeLast() }
    return text
  }
}
