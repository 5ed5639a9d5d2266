import Formulas
import Numerics

/// Predict, then reveal: results stay hidden until the reader has guessed one of them.
struct Prediction: Sendable {
  private(set) var isOn = false
  private var isRevealed = false
  /// What the last guess was worth.
  private(set) var verdict: Judgement?

  var isHiding: Bool { isOn && !isRevealed }

  /// Begins; hides again what a guess has shown; ends where nothing was guessed.
  mutating func toggle() {
    isOn = !isHiding
    hide()
  }

  /// The guess was taken: everything shows, with what it was worth.
  mutating func reveal(_ verdict: Judgement) {
    isRevealed = true
    self.verdict = verdict
  }

  /// Other numbers stand there now: they are hidden while predicting goes on.
  mutating func hide() {
    isRevealed = false
    verdict = nil
  }

  /// The reader went on to another cell.
  mutating func forgetVerdict() { verdict = nil }
}
