import Models
import Numerics

/// A model that can be looked into: this project's own, with what was taught it, or one that others made.
package enum LookedModel: Sendable {
  case own(ModelFile)
  case disk(DiskModel)

  /// The decoder of that name: `base`, or what was taught one's own; another's has no name but `base`.
  package func decoder(_ name: String) -> Decoder<Float>? {
    switch self {
    case .own(let file): file.decoder(name)
    case .disk(let model): name == "base" ? model.decoder : nil
    }
  }

  package func tokens(_ text: String, for name: String) -> [Int] {
    switch self {
    case .own(let file): file.tokens(text, for: name)
    case .disk(let model): model.tokenizer.tokens(of: text)
    }
  }

  package func bytes(of token: Int) -> [UInt8] {
    switch self {
    case .own(let file): file.vocabulary.bytes(of: token)
    case .disk(let model): model.tokenizer.bytes(of: token)
    }
  }

  /// Whether a text ends with that token.
  package func isEnd(_ token: Int) -> Bool {
    switch self {
    case .own(let file): token == file.vocabulary.newline
    case .disk(let model): model.tokenizer.ends.contains(token)
    }
  }

  /// Whether it is the one inside the program.
  package var isInside: Bool { if case .own(let file) = self { file.name == nil } else { false } }

  /// What a reader calls it.
  package var name: String {
    switch self {
    case .own(let file): file.name ?? "the model inside"
    case .disk(let model): model.name
    }
  }

  /// The same with what was taught it; of the model inside that alone, which nothing else is called.
  package func name(with adapter: String) -> String {
    if isInside { return adapter }
    return adapter == "base" ? name : "\(name), \(adapter)"
  }

  /// The names of its decoders.
  package var adapters: [String] {
    guard case .own(let file) = self else { return ["base"] }
    return ["base"] + file.adaptations.map(\.name)
  }

  package var family: String {
    switch self {
    case .own: "attend"
    case .disk(let model): model.family.rawValue
    }
  }

  package var parameterCount: Int {
    switch self {
    case .own(let file): file.base.parameters.count
    case .disk(let model): model.decoder.parameterCount
    }
  }

  package var shape: DecoderShape {
    switch self {
    case .own(let file): file.base.shape
    case .disk(let model): model.decoder.shape
    }
  }

  /// What became of its file since it was opened; nil where all is as it was.
  package var problem: DiskProblem? {
    switch self {
    case .own: nil
    case .disk(let model): model.problem
    }
  }

  /// The most tokens that are looked into at once.
  package var longest: Int {
    switch self {
    case .own(let file): file.base.shape.context
    case .disk(let model): model.longestLook
    }
  }

  /// Why no token comes after so many.
  package func whyFull(at count: Int) -> String {
    count >= shape.context
      ? "The model's context of \(shape.context) tokens is full"
      : "\(count) tokens are the most that can be looked into at once"
  }

  /// What there is to say about a text that has too many tokens, or some that are none; nil where it can be read.
  package func problem(of tokens: [Int]) -> String? {
    if let token = tokens.first(where: { !(0..<shape.vocabulary).contains($0) }) {
      return "there is no token \(token): they have numbers from 0 to \(shape.vocabulary - 1)"
    }
    if tokens.isEmpty { return "it has no tokens: write more" }
    guard tokens.count > longest else { return nil }
    let most =
      longest == shape.context
      ? "the model reads \(longest)" : "\(longest) can be looked into at once"
    return "\(tokens.count) tokens, and \(most): make it shorter"
  }

  /// The tokens that it goes on with: the likeliest at temperature 0, else drawn; at most so many, up to an
  /// end or as many as it reads.
  package func continuation(
    of tokens: [Int], in decoder: Decoder<Float>, count: Int, temperature: Double, seed: UInt64,
    off: [Component] = []
  ) -> [Int] {
    var draws = SeededGenerator(seed: seed)
    var all = tokens
    let most = min(off.isEmpty ? shape.context : longest, tokens.count + count)
    var cache = KeyValueCache<Float>(decoder.shape, room: most)
    var read: [Float] = []
    if off.isEmpty { for token in tokens { read = decoder.next(after: Int32(token), &cache) } }
    while all.count < most {
      // What is off is off at every place: those before are read again.
      let logits =
        off.isEmpty
        ? read.map { Double($0) }
        : Look(all, in: decoder, off: off).logits(after: all.count - 1)
      let sampling = Sampling(logits, temperature: temperature)
      let drawn = temperature > 0 ? sampling.draw(using: &draws) : sampling.order.first
      guard let token = drawn else { break }
      all.append(token)
      if isEnd(token) || all.count >= most { break }
      if off.isEmpty { read = decoder.next(after: Int32(token), &cache) }
    }
    return Array(all[tokens.count...])
  }
}
