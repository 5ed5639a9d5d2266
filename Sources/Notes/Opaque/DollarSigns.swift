/// What stands between two dollars, counted in one pass.
struct DollarSigns {
  /// A command, a script, a brace or an equation.
  private(set) var isTeX = false
  /// Words of a language that stand apart, and how often two stand in a row.
  private(set) var words = 0
  private(set) var pairs = 0
  private(set) var hasQuote = false
  private(set) var hasBlank = false
  private(set) var hasSemicolon = false
  /// A sign of another currency.
  private(set) var hasCurrency = false
  private(set) var isBalanced = true
  /// Numbers that stand apart, what is glued to them included.
  private(set) var amounts = 0
  /// Whether there is nothing but amounts of which one is a sum of money: `1.5M`, `0.50`.
  private(set) var isMoney = false
  /// Whether the last thing is an amount that stands apart.
  private(set) var endsInAmount = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) {
    var depth = 0
    var lastWordEnd: Int?
    var sums = 0
    var holdsMore = false
    var at = content.lowerBound
    while at < content.upperBound {
      let byte = bytes[at]
      let next = at + 1 < content.upperBound ? bytes[at + 1] : 0x20
      switch byte {
      case UInt8(ascii: "\\"):
        if DollarText.isLetter(next) || "{}|,;!:".utf8.contains(next) { isTeX = true }
        at += 1
      case UInt8(ascii: "^"): isTeX = true
      case UInt8(ascii: "_"):
        // `x_1` and `W_{ij}`, but not `MY_NAME` or ` _emphasis_`.
        let isLong = at - content.lowerBound > 1 && DollarText.isName(bytes[at - 2])
        let hasBase = at == content.lowerBound || bytes[at - 1] > 0x20
        if next > 0x20, hasBase, !isLong || next == UInt8(ascii: "{") { isTeX = true }
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
        if at > content.lowerBound, at + 1 < content.upperBound { isTeX = true }
      case UInt8(ascii: "\""): hasQuote = true
      case UInt8(ascii: ";"): hasSemicolon = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0A: hasBlank = true
      case UInt8(ascii: "("), UInt8(ascii: "["):
        depth += 1
        // An interval is none.
        if byte == UInt8(ascii: "[") { holdsMore = true }
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { isBalanced = false }
      case 0xC2, 0xE2:
        let rest = bytes[at..<content.upperBound]
        hasCurrency = hasCurrency || ["€", "£", "¥"].contains { rest.starts(with: $0.utf8) }
      case _ where DollarText.isLetter(byte):
        let start = at
        while at < content.upperBound, DollarText.isName(bytes[at]) { at += 1 }
        holdsMore = true
        let isApart = start == content.lowerBound || " \t\n/*".utf8.contains(bytes[start - 1])
        guard isApart, Self.isWord(bytes[start..<at]) else { continue }
        words += 1
        if let end = lastWordEnd, bytes[end..<start].allSatisfy({ " \t\n,.;:".utf8.contains($0) }) {
          pairs += 1
        }
        lastWordEnd = at
        continue
      case _ where DollarText.isDigit(byte):
        // A number with what is glued to it: `30k`, `2ab`, `1,000.50`.
        let start = at
        while at < content.upperBound, Self.isPartOfAmount(bytes, at, content.upperBound) {
          at += 1
        }
        amounts += 1
        if Self.isSum(bytes[start..<at]) { sums += 1 }
        endsInAmount =
          at == content.upperBound && start > content.lowerBound && bytes[start - 1] <= 0x20
        continue
      default: break
      }
      at += 1
    }
    if depth != 0 { isBalanced = false }
    isMoney = sums > 0 && !holdsMore
  }

  private static func isPartOfAmount(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> Bool {
    if DollarText.isName(bytes[at]) { return true }
    return (bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","))
      && at + 1 < end && DollarText.isDigit(bytes[at + 1])
  }

  /// Whether an amount is written as money is: thousands, millions and billions by a letter, or
  /// a point and two digits.
  private static func isSum(_ amount: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let last = amount.last else { return false }
    if "kKMB".utf8.contains(last) {
      return amount.dropLast().allSatisfy { !DollarText.isLetter($0) }
    }
    let decimals = amount.reversed().prefix { $0 != UInt8(ascii: ".") }
    return decimals.count == 2 && decimals.count < amount.count
      && amount.allSatisfy { !DollarText.isLetter($0) }
  }

  /// Three letters make a word; of those with two only what a formula does not hold.
  private static func isWord(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard name.count < 9 else { return true }
    let word = String(decoding: name, as: UTF8.self).lowercased()
    return name.count > 2 ? !functions.contains(word) : shortWords.contains(word)
  }

  private static let functions: Set<String> = [
    "arg", "argmax", "argmin", "cos", "det", "dim", "exp", "lim", "log", "max", "min", "mod", "sin",
    "softmax", "sqrt", "tan", "tanh",
  ]

  private static let shortWords: Set<String> = [
    "an", "as", "at", "be", "by", "do", "go", "if", "in", "is", "it", "no", "of", "on", "or", "so",
    "to", "up", "us", "vs", "we",
  ]
}
