/// Whether what stands between two dollars is text: prices, shell variables, prose. Pandoc's rule
/// has already let it pass as maths.
enum DollarText {
  /// Reads `content`, which stands in `bytes` between marks.
  static func isText(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    guard let first = content.first else { return true }
    let before = content.lowerBound >= 2 ? bytes[content.lowerBound - 2] : 0x20
    let after = content.upperBound + 1 < bytes.count ? bytes[content.upperBound + 1] : 0x20
    // Another variable begins where this formula would end: `$HOME/bin:$PATH`, `"$A" "$B"`.
    let last = bytes[content.upperBound - 1]
    let beginsName = isLetter(after) || after == UInt8(ascii: "_") || after == UInt8(ascii: "{")
    if beginsName, "/:\"'-.,([=@&".utf8.contains(last) { return true }
    let signs = Signs(bytes, content)
    if signs.isTeX { return false }
    // Glued between letters: `a$b$c`.
    if isLetter(before), isLetter(after) { return true }
    if signs.hasQuote { return true }
    if (0x30...0x39).contains(bytes[first]) {
      // An amount, with words after it or half of a bracket.
      return signs.words > 0 || !signs.isBalanced
    }
    return isProse(bytes, content)
  }

  /// Whether words stand there as in a sentence, and nothing of TeX.
  static func isProse(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    let signs = Signs(bytes, content)
    return !signs.isTeX && signs.pairs > 0
  }

  /// Whether there is something that only formulas have.
  static func isTeX(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    Signs(bytes, content).isTeX
  }

  private struct Signs {
    /// A command, a script, a brace or an equation.
    var isTeX = false
    /// Words of a language that stand apart, and how often two stand in a row.
    var words = 0
    var pairs = 0
    var hasQuote = false
    var isBalanced = true

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) {
      var depth = 0
      var lastWordEnd: Int?
      var at = content.lowerBound
      while at < content.upperBound {
        let byte = bytes[at]
        let next = at + 1 < content.upperBound ? bytes[at + 1] : 0x20
        switch byte {
        case UInt8(ascii: "\\"):
          if isLetter(next) || "{}|,;!:".utf8.contains(next) { isTeX = true }
          at += 1
        case UInt8(ascii: "^"): isTeX = true
        case UInt8(ascii: "_"):
          // `x_1` and `W_{ij}`, but not `MY_NAME`.
          let isLong = at - content.lowerBound > 1 && isNameByte(bytes[at - 2])
          if !isLong || next == UInt8(ascii: "{") { isTeX = true }
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
          if at > content.lowerBound, at + 1 < content.upperBound { isTeX = true }
        case UInt8(ascii: "\""): hasQuote = true
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
          depth -= 1
          if depth < 0 { isBalanced = false }
        case _ where isLetter(byte):
          let start = at
          while at < content.upperBound, isNameByte(bytes[at]) { at += 1 }
          let isApart = start == content.lowerBound || " \t\n/".utf8.contains(bytes[start - 1])
          guard isApart, isWord(bytes[start..<at]) else { continue }
          words += 1
          if let end = lastWordEnd, bytes[end..<start].allSatisfy({ " \t\n,.;:".utf8.contains($0) })
          {
            pairs += 1
          }
          lastWordEnd = at
          continue
        case _ where isNameByte(byte):
          // A number with what is glued to it: `30k`, `2ab`.
          while at < content.upperBound, isNameByte(bytes[at]) { at += 1 }
          continue
        default: break
        }
        at += 1
      }
      if depth != 0 { isBalanced = false }
    }
  }

  /// Three letters make a word; of those with two only what a formula does not hold.
  private static func isWord(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    name.count > 2 || shortWords.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static let shortWords: Set<String> = [
    "an", "as", "at", "be", "by", "do", "go", "if", "in", "is", "it", "no", "of", "on", "or", "so",
    "to", "up", "us", "vs", "we",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }
}
