import Notes

/// What a line is counted or listed with that begins no list to the parser: `a)`, `ii.`, `(1)`, `①`, `1\.`, `1st`,
/// `#1`, `First:`, `•`.
struct LineMarker {
  /// Which of its lines it may be, counted from 1: `i` is the first or the ninth; none for a bullet.
  private let counts: [Int]
  /// Whether it says no more than that another line was before it: `Then:`, `•`.
  private let isNext: Bool
  /// Whether it is a letter, as options have it.
  private(set) var isLetter = false
  /// Whether it is a number, of whatever kind.
  var isNumber: Bool { !counts.isEmpty && !isLetter }
  /// What stands behind it.
  let rest: String

  private static let bullets = Set("\u{2022}\u{00B7}\u{2023}\u{25E6}\u{2013}\u{2014}")
  private static let first = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
  private static let next: Set = [
    "then", "next", "finally", "last", "lastly", "afterwards", "firstly", "after that", "at last",
  ]
  private static let signs = ".):/]"

  /// Whether it may be the sign of a line, counted from 1.
  func isLine(_ count: Int) -> Bool { counts.contains(count) || isNext && count > 1 }

  /// Reads the beginning of a line; nil where it has no such sign.
  init?(_ line: some StringProtocol) {
    // Nobody writes a longer one.
    guard line.utf8.count <= ForeignGaps.longest, let first = line.first else { return nil }
    let text = String(line)[...]
    if Self.bullets.contains(first) {
      guard text.dropFirst().first?.isWhitespace == true else { return nil }
      self.init([], isNext: true, text.dropFirst())
    } else if let count = Self.drawn(first) {
      self.init([count], text.dropFirst())
    } else if let (counts, rest) = Self.worded(text) {
      self.init(counts, isNext: counts.isEmpty, rest)
    } else {
      self.init(signed: text)
    }
  }

  private init(_ counts: [Int], isNext: Bool = false, _ rest: some StringProtocol) {
    (self.counts, self.isNext) = (counts, isNext)
    self.rest = String(rest).trimmed
  }

  /// A number in a ring, or on a key.
  private static func drawn(_ character: Character) -> Int? {
    guard let scalar = character.unicodeScalars.first?.value else { return nil }
    switch scalar {
    case 0x2460...0x2473: return Int(scalar) - 0x245F
    case 0x2776...0x277F: return Int(scalar) - 0x2775
    case 0x2780...0x2789: return Int(scalar) - 0x277F
    case 0x30...0x39 where character.unicodeScalars.last?.value == 0x20E3: return Int(scalar) - 0x30
    default: return nil
    }
  }

  /// A word that counts, and a colon or a comma: `First:`, `then,`.
  private static func worded(_ text: Substring) -> ([Int], Substring)? {
    guard let sign = text.firstIndex(where: { ":,".contains($0) }),
      text[..<sign].utf8.count < 12
    else { return nil }
    let word = text[..<sign].lowercased()
    if let index = first.firstIndex(of: word) { return ([index + 1], text[sign...].dropFirst()) }
    if word == "firstly" { return ([1], text[sign...].dropFirst()) }
    return next.contains(word) ? ([], text[sign...].dropFirst()) : nil
  }

  /// The place in a list that a word or a number names, counted from 1: `second`, `2nd`, `2`; nil for another.
  static func place(of word: some StringProtocol) -> Int? {
    first.firstIndex(of: word.lowercased()).map { $0 + 1 } ?? ordinal(word.prefix(8)) ?? Int(word)
  }

  /// A number, a letter or a Roman number with signs around it.
  private init?(signed text: Substring) {
    var rest = text
    let start = rest.prefix(7).lowercased()
    let isStep = ["step ", "option ", "answer "].contains { start.hasPrefix($0) }
    if isStep, let space = rest.firstIndex(of: " ") { rest = rest[space...].dropFirst() }
    let isHash = rest.first == "#"
    if isHash { rest = rest.dropFirst() }
    let isOpen = rest.first == "(" || rest.first == "["
    if isOpen { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    rest = rest[name.endIndex...]
    guard (1...6).contains(name.count) else { return nil }
    if let ordinal = Self.ordinal(name) {
      while let sign = rest.first, ":,.)".contains(sign) { rest = rest.dropFirst() }
      guard rest.first == " " else { return nil }
      self.init([ordinal], rest)
      return
    }
    let counts = Self.counts(name)
    guard !counts.isEmpty else { return nil }
    let isNumber = name.allSatisfy(\.isNumber)
    if rest.first == "\\" { rest = rest.dropFirst() }
    var signs = rest.prefix { Self.signs.contains($0) }
    if signs.isEmpty, isNumber, !isOpen {
      // `1 - scores`, `1- scores`, `#1 scores`.
      let dashed = rest.drop { $0 == " " }
      signs = dashed.prefix { "-\u{2013}\u{2014}".contains($0) }
      if signs.count > 1 { return nil }
    }
    guard !signs.isEmpty || isNumber && !isOpen else { return nil }
    rest = signs.isEmpty ? rest : text[signs.endIndex...]
    // A decimal, a path, an address.
    let isTight = signs.count == 1 && (isNumber || signs == ")") && rest.first?.isLetter == true
    guard rest.first == " " || isTight else { return nil }
    self.init(counts, rest)
    isLetter = !isNumber && !isStep
  }

  /// `1st`, `2nd`.
  private static func ordinal(_ name: some StringProtocol) -> Int? {
    let digits = name.prefix(while: \.isNumber)
    guard ["st", "nd", "rd", "th"].contains(name.dropFirst(digits.count).lowercased()) else {
      return nil
    }
    return Int(digits)
  }

  private static func counts(_ name: Substring) -> [Int] {
    if let number = Int(name) { return number < 100 ? [number] : [] }
    let lower = name.lowercased()
    var counts: [Int] = []
    if lower.utf8.count == 1, let byte = lower.utf8.first, byte > 0x60 {
      counts.append(Int(byte) - 0x60)
    }
    if let index = romans.firstIndex(of: lower) { counts.append(index + 1) }
    return counts
  }

  private static let romans = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]
}
