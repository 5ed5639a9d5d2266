/// Whether what stands between two dollars is text: prices, shell variables, prose. Pandoc's rule
/// has already let it pass as maths.
enum DollarText {
  /// Reads `content`, which stands in `bytes` between marks.
  static func isText(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    guard content.first != nil else { return true }
    let before = content.lowerBound >= 2 ? bytes[content.lowerBound - 2] : 0x20
    let after = content.upperBound + 1 < bytes.count ? bytes[content.upperBound + 1] : 0x20
    if ShellText.isText(bytes, content, before, after) { return true }
    let signs = DollarSigns(bytes, content)
    if signs.hasCurrency { return true }
    if signs.isTeX { return false }
    // Glued between letters: `a$b$c`.
    if isLetter(before), isLetter(after) { return true }
    if signs.hasQuote || beginsBehindPrice(bytes, content, before) { return true }
    if isDigit(before), signs.words > 0 { return true }
    // `A$AP and …`
    if isLetter(before), signs.hasBlank { return true }
    // `$x is 5$`, `… and 10$`: the dollar at the end belongs to an amount.
    if signs.endsInAmount, signs.words > 0 { return true }
    if isDigit(bytes[content.lowerBound]) {
      // An amount, with words after it, half of a bracket, or another amount.
      return signs.words > 0 || !signs.isBalanced
        || signs.amounts > 1 && (signs.hasSemicolon || signs.isMoney || beginsRange(bytes, content))
    }
    return signs.pairs > 0
  }

  /// Whether a formula reads as a sum of money all the same: `$1.5M$`.
  static func isDoubtful(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    let signs = DollarSigns(bytes, content)
    // A number alone between two of them is none that anybody pays: `$0.01$`.
    let isNumber = bytes[content].allSatisfy { isDigit($0) || ".,".utf8.contains($0) }
    return signs.isMoney && !signs.isTeX && !isNumber
  }

  /// Whether words stand there as in a sentence, and nothing of TeX.
  static func isProse(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    let signs = DollarSigns(bytes, content)
    return !signs.isTeX && signs.pairs > 0
  }

  /// Whether there is something that only formulas have.
  static func isTeX(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    DollarSigns(bytes, content).isTeX
  }

  /// Whether signs of operations stand between terms, and no words: ` x * y `.
  static func isSum(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    let terms = content.filter { bytes[$0] > 0x20 }
    guard DollarSigns(bytes, content).words == 0, terms.count > 2,
      let last = terms.last, isName(bytes[last]) || bytes[last] == UInt8(ascii: ")")
    else { return false }
    return terms.dropFirst().contains { "+-*".utf8.contains(bytes[$0]) }
  }

  /// Whether the first dollar stands behind an amount or a name, and what follows it goes on as a
  /// text does: `10$, then 20$`, `30$-40$`, `US$/month`.
  private static func beginsBehindPrice(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ before: UInt8
  ) -> Bool {
    let first = bytes[content.lowerBound]
    let second = content.count > 1 ? bytes[content.lowerBound + 1] : 0x20
    let isGlued = isName(before)
    if content.count > 1 {
      if ",;)?".utf8.contains(first) { return true }
      if first == UInt8(ascii: "."), !isDigit(second) { return true }
      if first == UInt8(ascii: ":"), second <= 0x20 { return true }
    }
    if isGlued, "/-".utf8.contains(first) { return true }
    let last = bytes[content.upperBound - 1]
    return isDigit(before) && isDigit(last) && !isName(first)
  }

  /// Whether the closing dollar joins two amounts: `… 30$-40$`.
  private static func beginsRange(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>
  ) -> Bool {
    let rest = bytes[min(bytes.count, content.upperBound + 1)...].prefix(4)
    return [Array("-".utf8), Array("–".utf8)].contains { sign in
      rest.starts(with: sign) && rest.dropFirst(sign.count).first.map(isDigit) == true
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isName(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  static func isUppercase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
