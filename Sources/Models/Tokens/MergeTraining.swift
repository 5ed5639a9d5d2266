/// Learns which pairs to merge: again and again the pair of neighbours that stands most often in the
/// words of a text.
package struct MergeTraining: Equatable, Sendable {
  /// A merge that was learnt, and how often its pair stood in the text then.
  package struct Merge: Equatable, Sendable {
    package let pair: BytePairEncoding.Pair
    package let count: Int
  }

  /// The merges, in the order in which they were learnt.
  package let merges: [Merge]
  /// The encoding that they make.
  package let encoding: BytePairEncoding

  /// Learns merges of a text, at most so many, while a pair stands at least twice. Of pairs that stand
  /// equally often the one of the lower tokens is merged.
  package init(on text: String, merges most: Int, split: WordSplit = .gpt2) {
    var counts = WordCounts(text, split)
    var merges: [Merge] = []
    while merges.count < most, let best = counts.best {
      merges.append(best)
      counts.merge(best.pair, as: 256 + merges.count - 1)
    }
    self.merges = merges
    guard let encoding = BytePairEncoding(merges: merges.map(\.pair), split: split) else {
      preconditionFailure("a merge is of tokens that were made before it")
    }
    self.encoding = encoding
  }
}

/// The different words of a text with how often each stands there, and the pairs in them. A merge
/// touches the words that hold its pair alone.
private struct WordCounts {
  private typealias Pair = BytePairEncoding.Pair

  private var words: [[Int]] = []
  private var counts: [Int] = []
  private var pairs: [Pair: Int] = [:]
  /// The words that hold a pair, and some that held it once.
  private var holders: [Pair: Set<Int>] = [:]

  init(_ text: String, _ split: WordSplit) {
    let bytes = Array(text.utf8)
    var places: [ArraySlice<UInt8>: Int] = [:]
    for range in split.words(of: text) {
      if let place = places[bytes[range]] {
        counts[place] += 1
      } else {
        places[bytes[range]] = words.count
        words.append(bytes[range].map { Int($0) })
        counts.append(1)
      }
    }
    for word in words.indices { add(word, 1) }
  }

  /// Counts a word's pairs in, or out again with −1.
  private mutating func add(_ word: Int, _ sign: Int) {
    for pair in zip(words[word], words[word].dropFirst()).lazy.map({ Pair($0, $1) }) {
      pairs[pair, default: 0] += sign * counts[word]
      if sign > 0 { holders[pair, default: []].insert(word) }
    }
  }

  /// The pair that stands most often, twice at least.
  var best: MergeTraining.Merge? {
    pairs.filter { $0.value > 1 }.max { one, other in
      one.value != other.value
        ? one.value < other.value
        : (one.key.left, one.key.right) > (other.key.left, other.key.right)
    }.map { MergeTraining.Merge(pair: $0.key, count: $0.value) }
  }

  mutating func merge(_ pair: BytePairEncoding.Pair, as token: Int) {
    for word in holders[pair] ?? [] {
      add(word, -1)
      words[word] = words[word].merging(pair, as: token)
      add(word, 1)
    }
    (pairs[pair], holders[pair]) = (nil, nil)
  }
}
