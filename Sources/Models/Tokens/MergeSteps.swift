/// A text on the way from its bytes to its tokens, one merge after another.
package struct MergeSteps: Equatable, Sendable {
  /// One merge, wherever its pair stood.
  package struct Step: Equatable, Sendable {
    /// Which merge; nil at the beginning, where there are only bytes.
    package let rank: Int?
    /// In how many places it was done.
    package let count: Int
    /// The tokens of each word after it.
    package let words: [[Int]]

    /// The tokens of the text after it.
    package var tokens: [Int] { words.flatMap(\.self) }
  }

  /// What there was at first, and after each merge; the last has the tokens of the text.
  package let steps: [Step]

  /// The way of a text. Merges are done in the order in which they were learnt, over the whole text:
  /// words share none, so that each word's tokens are the same as if it stood alone.
  package init(_ text: String, by encoding: BytePairEncoding) {
    let bytes = Array(text.utf8)
    var words = encoding.split.words(of: text).map { bytes[$0].map { Int($0) } }
    var steps = [Step(rank: nil, count: 0, words: words)]
    while let rank = words.compactMap({ encoding.firstRank(in: $0) }).min() {
      let before = words.total
      words = words.map { encoding.merging($0, rank) }
      steps.append(Step(rank: rank, count: before - words.total, words: words))
    }
    self.steps = steps
  }
}

extension [[Int]] {
  /// Elements in all of them.
  fileprivate var total: Int { reduce(0) { $0 + $1.count } }
}
