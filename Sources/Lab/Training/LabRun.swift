/// A training of the lab under way, whatever it trains: advanced in slices until it is finished.
package protocol LabRun: Sendable {
  var seed: UInt64 { get }
  /// Steps taken, and how many it takes.
  var step: Int { get }
  var steps: Int { get }
  /// How many numbers are trained.
  var parameterCount: Int { get }
  var curve: [CurvePoint] { get }
  /// What each accuracy of the curve is of, in a word or two.
  var testNames: [String] { get }
  /// Steps that come before what the curve is of: the old task of a fine-tuning.
  var preparation: Int { get }
  /// How right held-out rows are to be, where that is what it is about, and the first step at which
  /// they were.
  var threshold: Double? { get }
  var reachedAt: Int? { get }
  /// The first step at which the loss was lost: no number, or far above what the run began with.
  var divergedAt: Int? { get }
  /// Takes one step; only while it is not finished.
  mutating func takeStep()
}

extension LabRun {
  package var testNames: [String] { [] }
  package var preparation: Int { 0 }
  package var threshold: Double? { nil }
  package var reachedAt: Int? { nil }
  package var isFinished: Bool { step >= steps || divergedAt != nil }

  /// Takes that many steps, or as many as are left.
  package mutating func advance(steps: Int) {
    var left = steps
    while left > 0, !isFinished {
      takeStep()
      left -= 1
    }
  }

  /// Takes steps for as long as the answer is yes, which is asked before each: until a deadline.
  package mutating func advance(while goesOn: () -> Bool) {
    while !isFinished, goesOn() { takeStep() }
  }

  /// The last loss that was computed.
  package var loss: Double? { curve.last?.loss }
  /// The last test of what is trained.
  package var accuracy: Double? { curve.last { !$0.accuracies.isEmpty }?.accuracy }
}
