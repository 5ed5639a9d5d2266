import Libc
import Numerics

/// One choice between two answers.
package struct Choice: Equatable, Sendable {
  package let chosen: Int
  package let rejected: Int

  package init(chosen: Int, rejected: Int) {
    self.chosen = chosen
    self.rejected = rejected
  }
}

/// Who chooses, where it is not the reader.
package enum Labeller: String, CaseIterable, Equatable, Sendable {
  /// Likes what is good.
  case quality
  /// Likes what is long, whatever it says.
  case length

  package func worth(_ candidate: Candidate) -> Double {
    switch self {
    case .quality: candidate.quality
    case .length: Double(candidate.words) / 5
    }
  }

  /// Chooses between random pairs, each by the chances that Bradley and Terry give the two.
  package func choices(
    _ candidates: [Candidate], count: Int, seed: UInt64
  ) -> [Choice] {
    var draws = SeededGenerator(seed: seed)
    guard candidates.count > 1 else { return [] }
    return (0..<count).map { _ in
      let first = draws.int(in: 0...candidates.count - 1)
      let other = (first + draws.int(in: 1...candidates.count - 1)) % candidates.count
      let margin = worth(candidates[first]) - worth(candidates[other])
      let isFirst = draws.unit() < 1 / (1 + exp(-margin))
      return Choice(chosen: isFirst ? first : other, rejected: isFirst ? other : first)
    }
  }
}
