import Basics

/// A text as the words that are compared: in lower case, each run of letters and digits one of them; where a script
/// puts no spaces between words, each of its characters.
enum WordSplit {
  /// Scripts without spaces: those of Japanese and Chinese, Thai, Lao, Burmese, Khmer.
  private static let unspaced: [ClosedRange<UInt32>] = [
    0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
    0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D,
    0x20000...0x3FFFF,
  ]

  /// Whether a character is of a script without spaces.
  static func isUnspaced(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first?.value, first >= 0x0E00 else { return false }
    return unspaced.contains { $0.contains(first) }
  }

  /// The words in their order; a sign that is kept is one by itself, but for a hyphen between two letters.
  static func words(_ text: String, keeping signs: Set<Character> = []) -> [String] {
    var words: [String] = []
    var word = ""
    let characters = text.lowercased().map(plain)
    for (index, character) in characters.enumerated() {
      let isAlone = isUnspaced(character)
      if !isAlone, character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = ""
      let joins =
        character == "-" && index > 0 && characters[index - 1].isLetter
        && index + 1 < characters.count && characters[index + 1].isLetter
      if isAlone && (character.isLetter || character.isNumber)
        || !joins && signs.contains(character)
      {
        words.append(String(character))
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func plain(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, scalar.narrow != scalar else {
      return character
    }
    return Character(Character(scalar.narrow).lowercased())
  }
}
