import Models

/// What is pre-trained on rows without labels (Dai and Le 2015), as data.
package struct PreTraining: Equatable, Sendable {
  package enum Objective: String, CaseIterable, Equatable, Sendable {
    /// Nothing is learnt: the states of random parameters.
    case none
    /// What comes next.
    case nextToken
    /// The whole row once more, from the state after it.
    case autoencoder
  }

  package var objective: Objective
  /// Shorter rows of fewer tokens: they can be repeated word for word without a notion of a topic.
  package var isShort = false
  package var unlabelled = 2_000
  package var width = 32
  package var batch = 32
  package var steps = 500
  /// Labels that the probe is fitted to, for a point of the curve.
  package var labels = 30
  package var optimiser = OptimiserRecipe(schedule: Schedule(peak: 1e-2, warmUp: 10))

  package static let labelCounts = [5, 10, 20, 30, 50, 100]

  package init(_ objective: Objective) { self.objective = objective }

  package var symbols: Int { isShort ? 6 : 12 }
  package var length: Int { isShort ? 8 : 16 }

  /// What the model reads of a row, and what it should say at each place.
  func lesson(_ row: [Int32]) -> (tokens: [Int32], targets: [Int32]) {
    switch objective {
    case .none, .nextToken:
      return (row, row.dropFirst() + [CrossEntropy.ignored])
    case .autoencoder:
      // The row, a token that says "now you", and all but the last of the row again.
      let nothing = row.map { _ in CrossEntropy.ignored }
      return (row + [Int32(symbols)] + row.dropLast(), nothing + row)
    }
  }

  /// Tokens that the model reads for a row.
  var lessonLength: Int { objective == .autoencoder ? 2 * length : length }
}
