import Models
import Numerics

/// The tokens of the model: pairs of bytes merged, and after them two that stand for who speaks.
package struct Vocabulary: Equatable, Sendable {
  package let encoding: BytePairEncoding

  package init(_ encoding: BytePairEncoding) { self.encoding = encoding }

  /// Learns the merges of a text of the corpus, so that with the two roles there are `count` tokens.
  package init(learning count: Int, characters: Int, seed: UInt64) {
    var source = Source(seed: seed)
    var text = ""
    while text.utf8.count < characters {
      text += "\n" + Corpus.passage(source.pick(weighted: Corpus.mixture), &source).text
    }
    encoding = MergeTraining(on: text, merges: count - 258).encoding
  }

  package var count: Int { encoding.count + 2 }
  /// Before what a user says, and before what the model answers.
  package var user: Int { encoding.count }
  package var model: Int { encoding.count + 1 }
  /// Before every passage; after an answer it says that this is all.
  package var newline: Int { 10 }

  package func bytes(of token: Int) -> [UInt8] {
    switch token {
    case user: Array("<user>".utf8)
    case model: Array("<bot>".utf8)
    default: encoding.bytes(of: token)
    }
  }
}

/// Tokens of passages, with what a split of words was worth once kept for the next time.
package struct Tokenizer: Sendable {
  package let vocabulary: Vocabulary
  private var known: [String: [Int]] = [:]

  package init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package mutating func tokens(_ text: String) -> [Int] {
    if let tokens = known[text] { return tokens }
    let tokens = vocabulary.encoding.tokens(of: text)
    if known.count < 200_000 { known[text] = tokens }
    return tokens
  }

  /// A passage, each of whose tokens counts as its part does.
  package mutating func tokens(_ passage: Passage, _ weigh: (Passage.Role) -> Float)
    -> [WeightedToken]
  {
    passage.segments.flatMap { segment in
      let weight = weigh(segment.role)
      return tokens(segment.text).map { WeightedToken($0, weight: weight) }
    }
  }
}
