/// Letters of other alphabets and with marks as they are written in ASCII: `Gr\u{F6}sse` as `Groesse`.
package enum LatinLetters {
  /// Those that are not written as their letter without its marks.
  private static let special: [Character: String] = [
    "\u{E4}": "ae", "\u{F6}": "oe", "\u{FC}": "ue", "\u{C4}": "Ae", "\u{D6}": "Oe",
    "\u{DC}": "Ue", "\u{DF}": "ss", "\u{1E9E}": "SS", "\u{E6}": "ae", "\u{C6}": "Ae",
    "\u{F8}": "oe", "\u{D8}": "Oe", "\u{E5}": "aa", "\u{C5}": "Aa", "\u{153}": "oe",
    "\u{152}": "Oe", "\u{142}": "l", "\u{141}": "L", "\u{111}": "d", "\u{110}": "D",
    "\u{F0}": "d", "\u{D0}": "D", "\u{FE}": "th", "\u{DE}": "Th", "\u{131}": "i",
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl",
  ]

  /// A letter in ASCII; nil where it has none there.
  package static func ascii(_ letter: Character) -> String? {
    if letter.isASCII { return String(letter) }
    if let known = special[letter] { return known }
    // As it is taken apart, without its marks.
    let parts = String(letter).unicodeScalars.flatMap { CanonicalPairs.all[$0.value] ?? [$0.value] }
    let bare = parts.filter { !Folding.isMark($0) }.compactMap(Unicode.Scalar.init)
    guard !bare.isEmpty, bare.allSatisfy(\.isASCII) else { return nil }
    return bare.map { String(Character($0)) }.joined()
  }

  /// A text as a name of letters, digits, `-` and `_`, a hyphen for what stands between others. Where letters are lost that
  /// have none in ASCII, a short hash of all of it keeps it apart from others.
  package static func name(of text: String) -> String {
    var name = ""
    var isLost = false
    for character in text.prefix(longest) {
      if character.isLetter || character.isNumber || character == "_",
        let letters = ascii(character)
      {
        name += letters
      } else {
        if character.isLetter || character.isNumber { isLost = true }
        if name.last != "-", !name.isEmpty { name.append("-") }
      }
    }
    while name.last == "-" { name.removeLast() }
    guard isLost || name.isEmpty else { return String(name.prefix(longest)) }
    let hash = String(StableHash(text.utf8).value, radix: 36).suffix(6)
    return "\(name.prefix(longest - 8))\(name.isEmpty ? "q" : "-")\(hash)"
  }

  /// No name is longer.
  private static let longest = 64
}
