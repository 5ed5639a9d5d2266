import Numerics

/// What of the text is kept from training, so that a model can be tested on it.
package enum Split: String, CaseIterable, Equatable, Sendable {
  /// What a model is trained on: fresh combinations, but of pairs and wordings that it has met.
  case training
  /// One pair in sixteen is in no training text: of a thing and who has it, of a thing and its colour,
  /// of who is where, of two who meet.
  case pairs
  /// Wordings that are in no training text.
  case wordings

  /// Whether two words never stand for one fact in training text.
  package static func isHeldOut(_ one: String, _ other: String) -> Bool {
    SeededGenerator.seed(of: "\(one) \(other)") % 16 == 7
  }
}

/// Wordings of one thing to say: those to train with, those that come to them late in training, and those
/// to test with.
package struct Wordings: Sendable {
  package let training: [Template]
  package let later: [Template]
  package let heldOut: [Template]

  init(_ training: [Template], later: [Template] = [], heldOut: [Template] = []) {
    self.training = training
    self.later = later
    self.heldOut = heldOut
  }
}
