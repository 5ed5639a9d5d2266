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
    case answers(String, [String], off: [Component])
    case evidence(Evidence.Subject, String)
    /// A model on disk reads first, then does the rest.
    indirect case disk(DiskReading.Recipe, String, then: Work)

    var reading: DiskReading.Recipe? {
      if case .disk(let recipe, _, _) = self { recipe } else { nil }
    }
  }

  package let recipe: Work
  /// As far as it has come; nil before it begins, and where there is nothing to study.
  private(set) var study: (any Study)?
  /// What a model on disk has read of the text.
  private(set) var reading: DiskReading?
  private var hasBegun = false
  private let file: ModelFile
  private let decoder: Decoder<Float>
  private let model: LookedModel

  init(_ recipe: Work, _ file: ModelFile, _ decoder: Decoder<Float>, of model: LookedModel) {
    (self.recipe, self.file, self.decoder, self.model) = (recipe, file, decoder, model)
    reading = recipe.reading.map { DiskReading($0, in: decoder) }
  }

  package mutating func adopt(_ other: InsideRecord) {
    guard case .disk(_, let path, _) = recipe, case .disk(_, path, _) = other.recipe,
      let known = other.reading
    else { return }
    reading?.adopt(known)
  }

  private var work: Work { if case .disk(_, _, let then) = recipe { then } else { recipe } }

  package var isComplete: Bool {
    // Of a file that was shortened nothing more can be known.
    if model.problem != nil { return true }
    guard reading?.isComplete ?? true else { return false }
    return work == .nothing || hasBegun && study.map(\.isComplete) ?? true
  }
  var progress: Double? {
    if let reading, !reading.isComplete { return reading.progress }
    return work == .nothing ? nil : study?.progress ?? (hasBegun ? 1 : 0)
  }

  package mutating func advance() {
    if reading?.isComplete == false {
      reading?.advance()
    } else if hasBegun {
      study?.advance()
    } else {
      study = begun()
      hasBegun = true
    }
  }

  private func begun() -> (any Study)? {
    let vocabulary = file.vocabulary
    switch work {
    case .nothing, .disk: return nil
    case .without(let tokens, _, let off):
      if let look = reading?.look { return Ablation(look, at: tokens.count - 1, off: off) }
      return Ablation(tokens, in: decoder, off: off)
    case .patch(let tokens, let others, _, let off):
      if let reading {
        guard let look = reading.look, let other = reading.other else { return nil }
        return Patching(look, from: other, off: off)
      }
      return Patching(tokens, from: others, in: decoder, off: off)
    case .unit(let layer, let unit, _):
      return UnitStudy(layer: layer, unit: unit, in: decoder, vocabulary)
    case .answers(let prompt, let answers, let off):
      return AnswerOdds(
        prompt, answers: answers, models: InsideVariant.allCases.map(\.rawValue), of: file, off: off
      )
    case .evidence(let subject, _): return Evidence(subject, in: decoder, vocabulary)
    }
  }
}
