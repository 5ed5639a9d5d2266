import Inside
import Models

/// The passes that a page needs beyond the first, done in slices.
package struct InsideRecord: WidgetRecord {
  /// What they follow from.
  package enum Work: Equatable, Sendable {
    case nothing
    case without([Int], String, off: [Component])
    case patch([Int], from: [Int], String, off: [Component])
    case unit(layer: Int, unit: Int, String)
    case answers(String, [String])
    case evidence(Evidence.Subject, String)
  }

  package let recipe: Work
  /// As far as it has come; nil before it begins, and where there is nothing to study.
  private(set) var study: (any Study)?
  private var hasBegun = false
  private let file: ModelFile
  private let decoder: Decoder<Float>

  init(_ recipe: Work, _ file: ModelFile, _ decoder: Decoder<Float>) {
    (self.recipe, self.file, self.decoder) = (recipe, file, decoder)
  }

  package var isComplete: Bool {
    recipe == .nothing || hasBegun && study.map(\.isComplete) ?? true
  }
  var progress: Double? { recipe == .nothing ? nil : study?.progress ?? (hasBegun ? 1 : 0) }

  package mutating func advance() {
    if hasBegun {
      study?.advance()
    } else {
      study = begun()
      hasBegun = true
    }
  }

  private func begun() -> (any Study)? {
    let vocabulary = file.vocabulary
    switch recipe {
    case .nothing: return nil
    case .without(let tokens, _, let off):
      return Ablation(tokens, in: decoder, vocabulary, off: off)
    case .patch(let tokens, let others, _, let off):
      return Patching(tokens, from: others, in: decoder, vocabulary, off: off)
    case .unit(let layer, let unit, _):
      return UnitStudy(layer: layer, unit: unit, in: decoder, vocabulary)
    case .answers(let prompt, let answers):
      return AnswerOdds(
        prompt, answers: answers, models: InsideVariant.allCases.map(\.rawValue), of: file)
    case .evidence(let subject, _): return Evidence(subject, in: decoder, vocabulary)
    }
  }
}
