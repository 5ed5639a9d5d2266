/// Names of formulas as MyST has them, `$$ (name)` where one ends, line by line.
struct FormulaNames {
  /// Whether a formula goes on from the lines before.
  private(set) var isOpen = false

  /// The name of a formula that ends in the next line, and where its last sign stands; nil where none does. Two
  /// dollars in a sentence are no formula's: it stands at one of the line's ends.
  mutating func next(_ line: ArraySlice<UInt8>) -> (sign: Int, name: ArraySlice<UInt8>)? {
    guard line.contains(UInt8(ascii: "$")) else { return nil }
    let text = line.trimmedBytes
    guard let first = text.first else { return nil }
    let signs = Self.signs(in: text)
    guard let last = signs.last else { return nil }
    let begins = first == UInt8(ascii: "$") && signs[0] == text.startIndex
    let wasOpen = isOpen
    if signs.count % 2 == 1, isOpen || begins || last + 2 == text.endIndex { isOpen.toggle() }
    let rest = text[(last + 2)...]
    guard wasOpen || begins && signs.count > 1, rest.starts(with: " (".utf8),
      rest.last == UInt8(ascii: ")")
    else { return nil }
    let name = rest.dropFirst(2).dropLast()
    return Self.isName(name) ? (last, name) : nil
  }

  /// Whether a formula may be named so.
  static func isName(_ name: some Collection<UInt8>) -> Bool {
    !name.isEmpty
      && name.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_:.".utf8.contains($0)
      }
  }

  /// Where two dollars stand together.
  private static func signs(in text: ArraySlice<UInt8>) -> [Int] {
    var signs: [Int] = []
    var at = text.startIndex
    while at + 1 < text.endIndex {
      let isSign = text[at] == UInt8(ascii: "$") && text[at + 1] == UInt8(ascii: "$")
      if isSign { signs.append(at) }
      at += isSign || text[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return signs
  }
}
