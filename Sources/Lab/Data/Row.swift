import Models

/// Tokens, and for each of them the token that a model should say there.
package struct Row: Equatable, Sendable {
  package let tokens: [Int32]
  /// `CrossEntropy.ignored` where nothing is asked.
  package let targets: [Int32]
  /// The first place whose target can be known from what stands before it.
  package let knowable: Int

  package init(tokens: [Int32], targets: [Int32], knowable: Int = 0) {
    self.tokens = tokens
    self.targets = targets
    self.knowable = knowable
  }

  /// The targets without those that nobody can know.
  package var knowableTargets: [Int32] {
    targets.enumerated().map { $0 < knowable ? CrossEntropy.ignored : $1 }
  }

  /// What became of a place.
  package enum Mark: Equatable, Sendable { case right, wrong, cannotKnow, notAsked }

  /// Judges what a model said at each place.
  package func marks(_ said: [Int32]) -> [Mark] {
    zip(targets, said).enumerated().map { place, pair in
      if pair.0 < 0 { return .notAsked }
      if place < knowable { return .cannotKnow }
      return pair.0 == pair.1 ? .right : .wrong
    }
  }
}
