/// A reader's guess for one cell, compared with the truth and with common mistakes.
package struct AttentionGuess: Equatable, Sendable {
  /// A mistake that leads to the guessed number.
  package struct Match: Equatable, Sendable {
    /// The mistake.
    package let misconception: AttentionMisconception
    /// The number it leads to.
    package let value: Double
  }

  /// The cell guessed at.
  package let cell: AttentionCell
  /// The number guessed.
  package let guess: Double
  /// The number in the cell.
  package let expected: Double
  /// Whether the guess is right, within the tolerance.
  package let isRight: Bool
  /// The mistakes that give this number and not the right one; none where the guess is right.
  package let matches: [Match]

  /// How far the guess is from the truth.
  package var difference: Double { guess - expected }

  /// Compares a guess with a cell; nil where the trace has no such cell.
  ///
  /// The tolerance counts relative to numbers above 1 and absolutely below, so that 0.005 takes
  /// any number typed right to two decimals.
  package init?(
    _ guess: Double, at cell: AttentionCell, in attention: Attention, tolerance: Double = 0.005
  ) {
    guard let expected = attention.value(at: cell) else { return nil }
    func agree(_ x: Double, _ y: Double) -> Bool {
      x == y || y.isFinite && (x - y).magnitude <= tolerance * max(1, y.magnitude) * (1 + 1e-9)
    }
    self.cell = cell
    self.guess = guess
    self.expected = expected
    isRight = agree(guess, expected)
    var matches: [Match] = []
    if !isRight {
      for misconception in AttentionMisconception.allCases {
        let values = misconception.values(at: cell, in: attention)
        if let value = values.first(where: { agree(guess, $0) }) {
          matches.append(Match(misconception: misconception, value: value))
        }
      }
    }
    self.matches = matches
  }
}
