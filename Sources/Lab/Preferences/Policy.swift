import Libc

/// Probabilities over a few answers, from one number for each.
package struct Policy: Equatable, Sendable {
  package var logits: [Double]

  package init(logits: [Double]) { self.logits = logits }

  package var probabilities: [Double] { logProbabilities.map { exp($0) } }

  package var logProbabilities: [Double] {
    let top = logits.max() ?? 0
    let total = log(logits.reduce(0) { $0 + exp($1 - top) }) + top
    return logits.map { $0 - total }
  }

  /// The best that any policy can do for reward less β times its distance from where it began:
  /// π₀ · e^(r/β), normalised.
  package static func optimum(_ reference: Policy, rewards: [Double], beta: Double) -> Policy {
    Policy(logits: zip(reference.logProbabilities, rewards).map { $0 + $1 / beta })
  }

  /// KL(self ‖ other), in nats.
  package func distance(to other: Policy) -> Double {
    zip(logProbabilities, other.logProbabilities).reduce(0) { $0 + exp($1.0) * ($1.0 - $1.1) }
  }

  package func expected(_ rewards: [Double]) -> Double {
    zip(probabilities, rewards).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
