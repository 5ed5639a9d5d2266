/// Words in a fixed order that looks like none.
struct Prose {
  private var state: UInt32

  init(seed: UInt32) { state = seed }

  /// The next number of a linear congruential sequence (Numerical Recipes' constants).
  mutating func number(below limit: Int) -> Int {
    state = state &* 1_664_525 &+ 1_013_904_223
    return Int(state >> 8) % limit
  }

  mutating func words(_ count: Int) -> String {
    var text = ""
    for index in 0..<count {
      if index > 0 { text += " " }
      text += Self.vocabulary[number(below: Self.vocabulary.count)]
    }
    return text
  }

  mutating func sentence() -> String {
    let text = words(8 + number(below: 12))
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  mutating func paragraph(_ sentences: Int) -> String {
    var text = ""
    for index in 0..<sentences { text += (index > 0 ? " " : "") + sentence() }
    return text + "\n\n"
  }

  private static let vocabulary = [
    "attention", "query", "key", "value", "head", "layer", "token", "model", "weight", "softmax",
    "score", "vector", "matrix", "scale", "loss", "gradient", "prompt", "context", "window",
    "embedding", "position", "encoder", "decoder", "training", "sample", "batch", "dropout",
    "residual", "norm", "cache", "beam", "entropy", "logit", "sparse", "dense", "kernel",
  ]
}
