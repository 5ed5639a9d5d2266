/// Where one number of the trace comes from, line by line.
package struct AttentionDerivation: Equatable, Sendable {
  package let cell: AttentionCell
  /// The calculation, from the inputs to the cell.
  package let lines: [Equation]
  /// The number in the cell.
  package let value: Double
  /// The numbers that add up to the cell, from left to right.
  package let terms: Vector
}

extension Attention {
  /// How a cell's value is derived; nil if the trace has no such cell.
  package func derivation(
    of cell: AttentionCell, numbers: NumberText = NumberText()
  ) -> AttentionDerivation? {
    derivation(of: cell, digits: AttentionDigits(numbers), numbers: numbers)
  }

  /// The same in numbers as the tables have them.
  package func derivation(
    of cell: AttentionCell, digits: AttentionDigits, numbers: NumberText = NumberText()
  ) -> AttentionDerivation? {
    guard contains(cell), let value = value(at: cell) else { return nil }
    let writer = DerivationWriter(
      attention: self, cell: cell, digits: digits, numbers: numbers)
    let lines = writer.lines
    return AttentionDerivation(
      cell: cell, lines: lines, value: value, terms: lines.last?.terms ?? [value])
  }
}
