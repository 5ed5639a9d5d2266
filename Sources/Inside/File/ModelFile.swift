import Models
import Numerics

/// A model as it lies in a file: a base, adapters that change what it does, and how each of them did at the
/// gate.
package struct ModelFile: Equatable, Sendable {
  package static let version = 1
  /// What its file begins with.
  package static let magic = Array("attendLM".utf8)

  /// What one set of adapters adds.
  package struct Adaptation: Equatable, Sendable {
    package let name: String
    package let rank: Int
    package let alpha: Double
    /// Every adapter's numbers, one after the other, as the decoder has them.
    package let parameters: [Float]
    /// The embedding's rows of the two roles.
    package let roles: [Float]

    package init(name: String, rank: Int, alpha: Double, parameters: [Float], roles: [Float]) {
      self.name = name
      self.rank = rank
      self.alpha = alpha
      self.parameters = parameters
      self.roles = roles
    }
  }

  /// How one of the models did.
  package struct GateTable: Equatable, Sendable {
    /// `base`, or an adaptation.
    package let model: String
    /// The mean loss on stories that no training has met.
    package let storyLoss: Double
    package let scores: [GateScore]

    package init(model: String, storyLoss: Double, scores: [GateScore]) {
      self.model = model
      self.storyLoss = storyLoss
      self.scores = scores
    }
  }

  package let vocabulary: Vocabulary
  /// What its file is called; nil of the model inside, and of one that was not read from a file.
  package var name: String?
  package let base: Decoder<Float>
  package let adaptations: [Adaptation]
  package let gate: [GateTable]

  package init(
    vocabulary: Vocabulary, base: Decoder<Float>, adaptations: [Adaptation], gate: [GateTable]
  ) {
    self.vocabulary = vocabulary
    self.base = base
    self.adaptations = adaptations
    self.gate = gate
  }

  package static func == (one: ModelFile, other: ModelFile) -> Bool {
    one.vocabulary == other.vocabulary && one.base.shape == other.base.shape
      && one.base.parameters == other.base.parameters && one.adaptations == other.adaptations
      && one.gate == other.gate
  }

  /// The model under that name, `base` or an adaptation; nil where there is none.
  package func decoder(_ name: String) -> Decoder<Float>? {
    if name == "base" { return base }
    return adaptations.first { $0.name == name }.map { adaptation in
      var decoder = base
      decoder.addAdapters(
        rank: adaptation.rank, alpha: adaptation.alpha, to: Block.Part.allCases, seed: 0)
      let first = base.parameters.count
      decoder.parameters.replaceSubrange(first..., with: adaptation.parameters)
      let roles = base.embedding.table.part(rows: vocabulary.user..<vocabulary.count)
      decoder.parameters.replaceSubrange(roles.range, with: adaptation.roles)
      return decoder
    }
  }

  /// What a trained decoder with adapters adds to this base.
  package static func adaptation(
    _ name: String, of decoder: Decoder<Float>, _ base: Decoder<Float>, _ vocabulary: Vocabulary
  )
    -> Adaptation
  {
    let roles = base.embedding.table.part(rows: vocabulary.user..<vocabulary.count)
    let adapter = decoder.adapters[0]
    return Adaptation(
      name: name, rank: adapter.down.columns, alpha: adapter.scale * Double(adapter.down.columns),
      parameters: Array(decoder.parameters[base.parameters.count...]),
      roles: Array(decoder.parameters[roles.range]))
  }
}
