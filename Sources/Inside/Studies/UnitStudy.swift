import Models

/// What drives one unit of an MLP: the tokens of new text at which it is most active.
package struct UnitStudy: Study {
  package struct Moment: Equatable, Sendable {
    package let activation: Double
    /// The token, and those before it in its passage.
    package let token: Int
    package let before: [Int]
  }

  /// Passages that are read.
  package static let passages = 40
  package let layer: Int
  package let unit: Int
  /// The strongest, whatever their sign, from the strongest.
  package private(set) var moments: [Moment] = []
  /// At how many tokens it is more than a tenth as active as at the strongest, and of how many; nil before
  /// all is read.
  package private(set) var seen = 0
  private var magnitudes: [Double] = []
  private var source: Source
  private var tokenizer: Tokenizer
  private let decoder: Decoder<Float>
  private var done = 0

  package init(
    layer: Int, unit: Int, in decoder: Decoder<Float>, _ vocabulary: Vocabulary, seed: UInt64 = 2
  ) {
    (self.layer, self.unit, self.decoder) = (layer, unit, decoder)
    source = Source(seed: seed)
    tokenizer = Tokenizer(vocabulary)
  }

  package var isComplete: Bool { done == Self.passages }
  package var progress: Double { Double(done) / Double(Self.passages) }
  /// The share of tokens at which it is more than a tenth as active as at its strongest.
  package var share: Double {
    let most = magnitudes.max() ?? 0
    return Double(magnitudes.count { $0 > most / 10 }) / Double(max(magnitudes.count, 1))
  }

  package mutating func advance() {
    guard !isComplete else { return }
    done += 1
    let text = Corpus.passage(source.pick(weighted: Corpus.mixture), &source).text
    let all = [tokenizer.vocabulary.newline] + tokenizer.tokens(text)
    let tokens = Array(all.prefix(decoder.shape.context))
    let look = Look(tokens, in: decoder)
    let values = look.rows(of: .unit(layer: layer, unit: unit)).map { Double($0[0]) }
    seen += tokens.count
    magnitudes += values.map(\.magnitude)
    for (place, value) in values.enumerated() {
      moments.append(
        Moment(
          activation: value, token: tokens[place],
          before: Array(tokens[max(0, place - 6)..<place])))
    }
    moments.sort { $0.activation.magnitude > $1.activation.magnitude }
    moments = Array(moments.prefix(8))
  }
}
