import Basics
import Libc

/// Fits the weights of FSRS-6 to answers, a batch of answers at a time, so that one can watch and stop.
///
/// Adam with a falling rate, from the published weights, which each step keeps within their bounds: as the
/// algorithm's authors fit theirs.
package struct WeightFit: Sendable {
  /// Fewer answers than these say too little.
  package static let fewest = 400
  private static let batch = 512
  private static let rounds = 5
  /// So many steps are taken however few answers there are.
  private static let fewestSteps = 60
  private static let rate = 0.04

  private let sequences: [AnswerSequence]
  private let steps: Int
  private var step = 0
  private var queue: [Int] = []
  /// The order in which questions are drawn, the same each time.
  private var random = SplitMix64(seed: 42)
  private var values = Weights.published.values
  private var momentum = [Double](repeating: 0, count: 21)
  private var scale = [Double](repeating: 0, count: 21)

  package init(_ sequences: [AnswerSequence]) {
    self.sequences = sequences
    let count = sequences.reduce(0) { $0 + $1.count }
    let aRound = (count + Self.batch - 1) / Self.batch
    steps = count == 0 ? 0 : max(Self.fewestSteps, aRound * Self.rounds)
  }

  /// How far it has come, from 0 to 1.
  package var progress: Double { steps == 0 ? 1 : Double(step) / Double(steps) }
  /// Whether there is nothing more to do.
  package var isDone: Bool { step >= steps }

  /// The weights so far, as exact as the published ones.
  package var weights: Weights {
    let rounded = zip(values, Weights.bounds).map { value, bounds in
      min(max((value * 1e4).rounded() / 1e4, bounds.lowerBound), bounds.upperBound)
    }
    return Weights(rounded) ?? .published
  }

  /// Takes a step: the slopes of the loss over a batch of questions, and the weights a little down them.
  package mutating func advance() {
    guard !isDone else { return }
    let formulas = FSRS(Dual.weights(values))
    var slopes = Slopes()
    var count = 0
    while count < Self.batch {
      if queue.isEmpty {
        // A batch never holds an answer twice.
        if count > 0 { break }
        queue = sequences.indices.filter { sequences[$0].count > 0 }
        queue.shuffle(using: &random)
      }
      guard let next = queue.popLast() else { break }
      sequences[next].loss(formulas) { chance, isKnown in
        slopes += chance.slopes * LogLoss.slope(chance.value, isKnown)
        count += 1
      }
    }
    step += 1
    let rate = Self.rate * (1 + cos(.pi * Double(step - 1) / Double(steps))) / 2
    let (keep, keepScale) = (0.9, 0.999)
    for index in values.indices {
      let slope = slopes[index]
      momentum[index] = keep * momentum[index] + (1 - keep) * slope
      scale[index] = keepScale * scale[index] + (1 - keepScale) * slope * slope
      let mean = momentum[index] / (1 - pow(keep, Double(step)))
      let spread = (scale[index] / (1 - pow(keepScale, Double(step)))).squareRoot()
      let moved = values[index] - rate * mean / (spread + 1e-8)
      let bounds = Weights.bounds[index]
      values[index] = min(max(moved, bounds.lowerBound), bounds.upperBound)
    }
  }
}

/// Own weights beside the published ones, on answers that they were not fitted to.
package struct FitTrial: Sendable {
  /// To be fitted to.
  package let fitted: [AnswerSequence]
  /// To be measured on: a fifth of all questions, the same ones each time.
  package let heldOut: [AnswerSequence]

  package init(_ sequences: [(question: String, answers: AnswerSequence)]) {
    let parts = sequences.map { ($0.answers, StableHash($0.question.utf8).value % 5 == 0) }
    fitted = parts.filter { !$0.1 }.map(\.0)
    heldOut = parts.filter(\.1).map(\.0)
  }

  /// Answers that tell how much was remembered.
  package var count: Int { (fitted + heldOut).reduce(0) { $0 + $1.count } }
  package var heldOutCount: Int { heldOut.reduce(0) { $0 + $1.count } }
}
