import Basics
import Numerics

/// Which rows a training sees.
package struct Source: Equatable, Sendable {
  package var task: SequenceTask
  /// A second task, and what share of the rows is its: what was learnt before, kept in memory.
  package var replay: SequenceTask?
  package var replayShare = 0.0
  /// How many different rows there are; fresh ones for ever where nil.
  package var limit: Int?

  package init(_ task: SequenceTask, limit: Int? = nil) {
    self.task = task
    self.limit = limit
  }

  /// The rows of one step: the seed and the step alone decide them, so that any step can be run
  /// again.
  package func batch(_ count: Int, step: Int, seed: UInt64) -> [Row] {
    var draws = Self.draws(.training, seed, step)
    return (0..<count).map { _ in
      if let replay, draws.unit() < replayShare { return replay.row(&draws) }
      guard let limit else { return task.row(&draws) }
      var own = Self.draws(.limited, seed, draws.int(in: 0...max(limit - 1, 0)))
      return task.row(&own)
    }
  }

  /// Rows for a test, which no training of this seed is made from.
  package static func heldOut(_ task: SequenceTask, _ count: Int, seed: UInt64) -> [Row] {
    var draws = draws(.heldOut, seed, 0)
    return (0..<count).map { _ in task.row(&draws) }
  }

  enum Stream: UInt64 { case training = 1, limited, heldOut }

  static func draws(_ stream: Stream, _ seed: UInt64, _ index: Int) -> SeededGenerator {
    let start = SplitMix64.mixed(seed &+ stream.rawValue &* SplitMix64.increment)
    return SeededGenerator(seed: SplitMix64.mixed(start ^ UInt64(truncatingIfNeeded: index)))
  }
}
