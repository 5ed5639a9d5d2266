/// A byte-level byte-pair encoding (Sennrich, Haddow and Birch 2016; on bytes as in Radford et al.
/// 2019): texts become tokens by merging pairs of neighbours, the pair that was learnt first before
/// all others.
///
/// Tokens 0 to 255 are the bytes themselves; each merge makes one more. No text is unknown to it.
package struct BytePairEncoding: Equatable, Sendable {
  /// Two neighbouring tokens.
  package struct Pair: Hashable, Sendable {
    package let left: Int
    package let right: Int

    /// A token, and the one that follows it.
    package init(_ left: Int, _ right: Int) {
      self.left = left
      self.right = right
    }
  }

  /// What is merged, in the order in which it was learnt: merge i makes token 256 + i.
  package let merges: [Pair]
  /// How texts are cut before.
  package let split: WordSplit
  /// The bytes of each token.
  private let bytes: [[UInt8]]
  private let ranks: [Pair: Int]

  /// An encoding by merges; nil where one of them is of a token that is not made yet.
  package init?(merges: [Pair], split: WordSplit = .gpt2) {
    var bytes = (0...255).map { [UInt8($0)] }
    for (rank, pair) in merges.enumerated() {
      let known = 0..<256 + rank
      guard known.contains(pair.left), known.contains(pair.right) else { return nil }
      bytes.append(bytes[pair.left] + bytes[pair.right])
    }
    self.merges = merges
    self.split = split
    self.bytes = bytes
    // Of a pair that is merged twice the first counts.
    ranks = Dictionary(merges.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
  }

  /// How many tokens there are.
  package var count: Int { bytes.count }

  /// The bytes that a token stands for; empty for a number that is none.
  package func bytes(of token: Int) -> [UInt8] { bytes.indices.contains(token) ? bytes[token] : [] }

  /// The tokens of a text.
  package func tokens(of text: String) -> [Int] {
    let bytes = Array(text.utf8)
    return split.words(of: text).flatMap { tokens(ofWord: bytes[$0]) }
  }

  /// The tokens of one word.
  func tokens(ofWord word: some Sequence<UInt8>) -> [Int] {
    var tokens = word.map { Int($0) }
    while let rank = firstRank(in: tokens) { tokens = merging(tokens, rank) }
    return tokens
  }

  /// The text of tokens; what is not UTF-8, such as a part of a letter, becomes �.
  package func text(of tokens: some Sequence<Int>) -> String {
    String(decoding: tokens.flatMap { bytes(of: $0) }, as: UTF8.self)
  }

  /// The first learnt of the merges that are possible.
  func firstRank(in tokens: [Int]) -> Int? {
    zip(tokens, tokens.dropFirst()).lazy.compactMap { ranks[Pair($0, $1)] }.min()
  }

  /// The tokens after a merge wherever its pair stands, from the left.
  func merging(_ tokens: [Int], _ rank: Int) -> [Int] {
    tokens.merging(merges[rank], as: 256 + rank)
  }
}

extension [Int] {
  /// With each of the pairs replaced by one token, from the left: of `aaa` the first two merge.
  func merging(_ pair: BytePairEncoding.Pair, as token: Int) -> [Int] {
    var merged: [Int] = []
    merged.reserveCapacity(count)
    var at = 0
    while at < count {
      if at + 1 < count, self[at] == pair.left, self[at + 1] == pair.right {
        merged.append(token)
        at += 2
      } else {
        merged.append(self[at])
        at += 1
      }
    }
    return merged
  }
}
