import Basics
import Notes

/// The words of the notes and the answers that their questions ask for: what is one of them was
/// meant, and is not a slip.
package struct KnownWords: Equatable, Sendable {
  /// No more bytes than these are looked through, and no more of one file.
  private static let most = (all: 8_000_000, file: 2_000_000)
  /// A slip is forgiven in long words only, so that short ones need not be known.
  private static let shortest = 5

  /// Hashes of 64 bits, for there are many.
  private var words: Set<UInt64> = []
  private var answers: Set<String> = []
  private var bytes = 0

  /// Knows none.
  package init() {}

  /// Takes in the words of a text.
  mutating func add(_ text: [UInt8]) {
    let room = min(Self.most.file, Self.most.all - bytes)
    guard room > 0 else { return }
    bytes += text.count
    var hash = StableHash()
    var length = 0
    for byte in text.prefix(room) {
      if let letter = Self.letter(byte) {
        hash.combine(letter)
        length += 1
      } else {
        if length >= Self.shortest { words.insert(hash.value) }
        (hash, length) = (StableHash(), 0)
      }
    }
    if length >= Self.shortest { words.insert(hash.value) }
  }

  /// Takes in what a question asks for.
  mutating func add(answers words: [String]) {
    for word in words { answers.insert(TypedWords(word).compact) }
  }

  /// Whether a word stands in the notes.
  func holds(_ word: String) -> Bool {
    words.contains(StableHash(word.utf8.lazy.map { Self.letter($0) ?? $0 }).value)
  }

  /// Whether a question asks for exactly this.
  func asksFor(_ words: TypedWords) -> Bool { answers.contains(words.compact) }

  /// A letter, in lower case; of UTF-8 all but what begins or ends punctuation and signs.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte + 32
    case 0x61...0x7A: byte
    case 0x80...0xE1, 0xE3...0xFF: byte
    default: nil
    }
  }
}
