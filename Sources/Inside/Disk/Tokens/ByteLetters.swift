/// The letters that GPT-2's files write bytes with: those that can be seen stand for themselves, the others
/// follow from U+0100 on.
enum ByteLetters {
  /// The letter of each byte.
  static let letters: [Unicode.Scalar] = {
    var next: UInt32 = 256
    return (0...255).map { (byte: UInt32) -> Unicode.Scalar in
      if (33...126).contains(byte) || (161...172).contains(byte) || byte >= 174 {
        return Unicode.Scalar(UInt8(byte))
      }
      defer { next += 1 }
      return Unicode.Scalar(next) ?? "?"
    }
  }()

  private static let bytes: [Unicode.Scalar: UInt8] = Dictionary(
    uniqueKeysWithValues: letters.enumerated().map { ($1, UInt8($0)) })

  /// The bytes that a word of such letters stands for; nil where another letter is among them.
  static func bytes(of word: String) -> [UInt8]? {
    var all: [UInt8] = []
    for scalar in word.unicodeScalars {
      guard let byte = bytes[scalar] else { return nil }
      all.append(byte)
    }
    return all
  }
}
