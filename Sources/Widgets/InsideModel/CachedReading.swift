import Models

/// Tokens that were read one after another, each with the keys and values of those before it.
struct CachedReading: Sendable {
  let tokens: [Int]
  /// The scores of the token after the last.
  let logits: [Double]
  /// How many places were computed for it: one more token costs one.
  let computed: Int
  private let cache: KeyValueCache<Float>

  /// Goes on with an earlier reading where that is of the same beginning.
  init(_ tokens: [Int], in decoder: Decoder<Float>, after old: CachedReading?) {
    var cache = KeyValueCache<Float>(decoder.shape)
    var start = 0
    if let old, tokens.starts(with: old.tokens) {
      if tokens.count == old.tokens.count {
        self = old
        return
      }
      (cache, start) = (old.cache, old.tokens.count)
    }
    var scores: [Float] = []
    for token in tokens[start...] { scores = decoder.next(after: Int32(token), &cache) }
    self.tokens = tokens
    self.cache = cache
    logits = scores.map { Double($0) }
    computed = tokens.count - start
  }
}
