import Formulas
import Numerics

/// Predict, then reveal: each result stays hidden until the reader has guessed it.
struct Prediction<Area: Hashable & Sendable>: Sendable {
  private(set) var isOn = false
  /// The cells that were guessed, and whether rightly.
  private var guesses: [WidgetCursor<Area>: Bool] = [:]
  /// What the last guess was worth.
  private(set) var verdict: [String] = []
  private(set) var isRight = false

  /// The cells that show in spite of it; nil where all do.
  var shown: [WidgetCursor<Area>: Bool]? { isOn ? guesses : nil }
  /// Whether nothing was guessed yet of what stands there now.
  var isWaiting: Bool { isOn && guesses.isEmpty }

  /// Begins, or ends and shows everything.
  mutating func toggle() {
    isOn.toggle()
    hide()
  }

  /// Guesses were taken: their cells show, with what the guesses were worth.
  mutating func reveal(
    _ judged: [(cell: WidgetCursor<Area>, isRight: Bool)], saying lines: [String]
  ) {
    for (cell, isRight) in judged { guesses[cell] = isRight }
    isRight = judged.allSatisfy(\.isRight)
    verdict = lines
  }

  /// Other numbers stand there now: they are hidden while predicting goes on.
  mutating func hide() {
    guesses = [:]
    forgetVerdict()
  }

  /// The reader went on to another cell.
  mutating func forgetVerdict() { verdict = [] }
}
