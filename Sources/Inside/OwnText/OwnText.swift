import Models

/// A text of someone's own as the model reads it: rows of tokens, one in eight of which is kept back.
package struct OwnText: Equatable, Sendable {
  /// As many rows as there must be at least: fewer tokens make shorter rows.
  private static let leastRows = 16
  /// Tokens that there must be.
  package static let leastTokens = 17 * leastRows
  /// One row in so many is kept back.
  package static let share = 8

  package let tokens: [Int]
  /// Tokens that a row foretells.
  package let length: Int
  /// What is learnt, each row with the token that comes after it.
  package let learnt: [[Int]]
  /// What is kept back.
  package let kept: [[Int]]
  /// How much of the text is in tokens of one byte: words that the model does not know.
  package let bytewise: Double
  /// Bytes a token.
  package let bytesPerToken: Double

  /// Nil where there is too little of it.
  package init?(_ text: String, _ vocabulary: Vocabulary) {
    tokens = vocabulary.encoding.tokens(of: text)
    guard tokens.count >= Self.leastTokens else { return nil }
    length = min(128, tokens.count / Self.leastRows - 1)
    var (learnt, kept): ([[Int]], [[Int]]) = ([], [])
    for (index, start) in stride(from: 0, to: tokens.count - length, by: length).enumerated() {
      // A row ends with the token that the next one begins with.
      let row = Array(tokens[start...start + length])
      if index % Self.share == Self.share / 2 { kept.append(row) } else { learnt.append(row) }
    }
    (self.learnt, self.kept) = (learnt, kept)
    // What is in one byte is no token of its own making but of necessity, where it is a letter or no ASCII.
    let single = tokens.count { token in
      let bytes = vocabulary.bytes(of: token)
      return bytes.count == 1 && (bytes[0] >= 128 || Self.isLetter(bytes[0]))
    }
    bytewise = Double(single) / Double(tokens.count)
    bytesPerToken = Double(text.utf8.count) / Double(tokens.count)
  }

  /// Rows that are there already, all of one length.
  init(learnt: [[Int]], kept: [[Int]]) {
    (self.learnt, self.kept) = (learnt, kept)
    tokens = learnt.flatMap { $0 } + kept.flatMap { $0 }
    length = learnt[0].count - 1
    (bytewise, bytesPerToken) = (0, 1)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
