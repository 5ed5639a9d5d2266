/// How a model is trained: as data.
package struct OptimiserRecipe: Equatable, Sendable {
  package enum Method: String, Equatable, Sendable { case adam, muon }

  /// Adam for everything, or Muon for the matrices of the blocks and Adam for the rest.
  package var method = Method.adam
  package var schedule: Schedule
  package var first = 0.9
  package var second = 0.98
  /// How much of a matrix decays with each step, as a share of the rate.
  package var decay = 0.0
  /// Muon's own peak; it follows the same schedule.
  package var muonPeak = 0.02
  /// The joint length of the gradients, at most.
  package var clip: Double?

  package init(schedule: Schedule) { self.schedule = schedule }
}

/// Walks a model's parameters downhill, those that may move.
package struct Optimiser<T: Real>: Equatable, Sendable {
  package let recipe: OptimiserRecipe
  /// What moves: the rest keeps every bit.
  private let matrices: [Slot]
  private let others: [Range<Int>]
  private var adam: Adam<T>
  private var muon: Muon<T>?

  /// For all of these parameters, of which some are matrices of blocks.
  package init(_ recipe: OptimiserRecipe, count: Int, moving slots: [Slot], matrices: [Slot]) {
    let known = Set(matrices)
    self.recipe = recipe
    self.matrices = slots.filter(known.contains)
    // Neighbours are one range, so that the walk is long.
    var ranges: [Range<Int>] = []
    for range in slots.filter({ !known.contains($0) }).map(\.range) {
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    others = ranges
    adam = Adam(count: count, first: recipe.first, second: recipe.second)
    muon = recipe.method == .muon ? Muon(count: count) : nil
  }

  package var steps: Int { adam.steps }

  /// One step down.
  package mutating func step(_ parameters: inout [T], _ gradients: inout [T]) {
    let rate = recipe.schedule.rate(at: steps)
    if let limit = recipe.clip { clip(&gradients, in: others + matrices.map(\.range), to: limit) }
    adam.begin()
    for range in others { adam.update(&parameters, gradients, range, rate: rate) }
    for slot in matrices {
      if muon != nil {
        muon?.update(
          &parameters, gradients, slot, rate: rate / recipe.schedule.peak * recipe.muonPeak,
          decay: recipe.decay)
      } else {
        adam.update(&parameters, gradients, slot.range, rate: rate, decay: recipe.decay)
      }
    }
  }
}

extension Optimiser {
  /// For a decoder: all of it, or only these slots.
  package init(_ recipe: OptimiserRecipe, _ decoder: Decoder<T>, moving slots: [Slot]? = nil) {
    self.init(
      recipe, count: decoder.parameters.count, moving: slots ?? decoder.named.map(\.slot),
      matrices: decoder.matrices)
  }
}
